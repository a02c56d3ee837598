"""Before and after: the same people's earlier résumés, or an earlier table, beside the group."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ats_medai.batch.cohort_page import cohort_html
from ats_medai.batch.inputs import InputError
from ats_medai.batch.record import Record
from ats_medai.render.account import whole
from ats_medai.web import charts, intake, words
from ats_medai.web.cohort import Candidate, Cohort
from ats_medai.web.compare import TABLES, Comparison, compare, rows_in, rows_of
from ats_medai.web.safe import one_line, table

MOST_LEARNT = 8


def show(now: Cohort, records: Sequence[Record], earlier: Sequence[Record] | None, *, hidden: bool) -> None:
    """Show the form, then what has changed; `earlier` holds the rows of the earlier files, scored as those of now."""
    st.header("What has changed since an earlier time?")
    given: list[Record] | None = st.session_state.get("coach_table_before")
    with st.expander(words.EARLIER, expanded=earlier is None and given is None):
        _form()
    rows = rows_of(earlier) if earlier is not None else given
    if rows is None:
        return
    found = compare(rows, rows_of(records))
    if not found.now.scored or not found.change.medians:
        st.text("Nothing to compare: one of the two groups holds no résumé that could be read.")
        return
    _told(found, {one.name: one for one in now.candidates}, hidden=hidden)


def _form() -> None:
    st.text(words.EARLIER_HOW)
    left, right = st.columns(2)
    files = left.file_uploader(
        "The earlier résumés", accept_multiple_files=True, max_upload_size=10, key="coach_files_before"
    )
    folder = left.file_uploader(
        "or their folder", accept_multiple_files="directory", max_upload_size=10, key="coach_folder_before"
    )
    old = right.file_uploader(
        "or a table made of them (CSV or JSONL)", type=list(TABLES), max_upload_size=10, key="coach_old_table"
    )
    uploads = [*(files or ()), *(folder or ())]
    if not st.button("Compare", type="primary", disabled=not (uploads or old), key="coach_compare"):
        return
    for key in ("coach_before", "coach_table_before"):
        st.session_state.pop(key, None)
    if uploads:
        before: Cohort = st.session_state.setdefault("coach_before", Cohort())
        intake.queue(before, [intake.Waiting(one.name, one.getvalue()) for one in uploads])
    elif old is not None:
        try:
            st.session_state["coach_table_before"] = rows_in(old.getvalue(), old.name)
        except InputError:
            st.error(words.NO_TABLE)
            return
    st.rerun()


def _told(found: Comparison, by_name: dict[str, Candidate], *, hidden: bool) -> None:
    _boxes(found)
    if found.whole:
        st.info(words.NOBODY_IN_BOTH)
    elif found.only_before or found.only_now:
        st.caption(f"Left out, because they stand in one group only: {found.only_before} before, {found.only_now} now.")
    left, right = st.columns(2, gap="medium")
    with left:
        st.header("Who has changed")
        _people(found, by_name, hidden=hidden)
    with right:
        st.header("Must-haves that fewer lack now")
        charts.learnt(found.learnt[:MOST_LEARNT])
        rows = [(name, whole(old), whole(new), _moved(new - old)) for name, old, new in found.change.medians]
        st.header("Medians")
        table("Points of 100", ("figure", "before", "now", "change"), rows)
    st.download_button(
        "Report of the change (HTML)", lambda: cohort_html(found.now, found.change), "before and after.html",
        "text/html", on_click="ignore",
    )  # fmt: skip


def _boxes(found: Comparison) -> None:
    change = found.change
    typical = "–" if change.typical is None else f"{change.typical:+.1f}"
    _, old, new = next(one for one in change.medians if one[0] == "Medical AI profile")
    values = (
        ("In both groups", str(len(found.people)), "matched by file name"),
        ("Profiles that rose", str(change.rose), f"{change.fell} fell, {change.same} stayed"),
        ("Typical change of a profile", typical, "points, median of those in both"),
        ("Median profile", f"{whole(new)} of 100", f"{whole(old)} before"),
    )
    for column, (label, value, note) in zip(st.columns(4), values, strict=True):
        column.metric(label, value, note, delta_color="off", delta_arrow="off", border=True, height="stretch")


def _moved(points: float) -> str:
    return f"{points:+.1f}" if abs(points) >= 0.05 else "none"


def _people(found: Comparison, by_name: dict[str, Candidate], *, hidden: bool) -> None:
    if not found.people:
        st.text("Nobody stands in both groups.")
        return
    rows = [
        {"Candidate": one_line(by_name[one.source].shown(hidden=hidden)), "Before": one.before, "Now": one.now,
         "Change": one.change} for one in found.people
    ]  # fmt: skip
    numbers = {name: st.column_config.NumberColumn(format="%.0f", width="small") for name in ("Before", "Now")}
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, width="stretch", height=min(38 + 35 * len(rows), 600),
        column_config={**numbers, "Change": st.column_config.NumberColumn(format="%+.1f", width="small")},
        alt="Table of the people in both groups: profile before, profile now, change in points",
    )  # fmt: skip
