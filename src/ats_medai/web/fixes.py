"""Where the points are, and the fixes that a person ticks."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ats_medai.model import BEST_TRACK, Report, Suggestion
from ats_medai.render.account import SUBSKILL_NAMES, by_subskill, earned, exact, one_decimal
from ats_medai.render.account import plain as number
from ats_medai.render.view import gain_of, good_to_haves, must_haves
from ats_medai.web import boxes, words
from ats_medai.web.engine import what_if
from ats_medai.web.safe import plain, table

FIRST = 5


@st.fragment
def show(report: Report, strip: DeltaGenerator) -> None:
    """Show the figures in `strip`, and here the bars and the list of fixes. Only this runs again after a tick."""
    ticked = [one for one in report.suggestions if st.session_state.get(_key(one, report))]
    chosen = without_clashes(ticked)
    changed = what_if(report, chosen, st.session_state.get("track", BEST_TRACK)) if chosen else report
    with strip.container():
        boxes.show(report, changed)
    st.html(bars(report, changed))
    with st.expander("Every point of the profile"):
        _points(changed)
    st.header(words.FIXES)
    if not report.suggestions:
        st.text(words.NO_FIXES)
        return
    st.caption(words.FIXES_HELP)
    if len(chosen) < len(ticked):
        st.info(words.CLASH)
    for one in report.suggestions[:FIRST]:
        _fix(one, report)
    if rest := report.suggestions[FIRST:]:
        with st.expander(f"Show {len(rest)} more"):
            for one in rest:
                _fix(one, report)
    st.caption(words.ADD_ONLY_TRUE)


def without_clashes(chosen: Sequence[Suggestion]) -> list[Suggestion]:
    """Give the suggestions whose changes can be made together: of two that change the same words the first."""
    kept: list[Suggestion] = []
    for one in chosen:
        if not any(_clash(one, other) for other in kept):
            kept.append(one)
    return kept


def bars(report: Report, changed: Report) -> str:
    """Give a table of bars: the frame's length is the weight, the fill what is earned, striped what ticks add."""
    after = dict(by_subskill(changed.profile))
    widest = max((float(total.possible) for _, total in by_subskill(report.profile)), default=1.0)
    rows = []
    for subskill, total in by_subskill(report.profile):
        possible, earned_now = float(total.possible), float(total.earned)
        gained = max(0.0, float(after[subskill].earned) - earned_now)
        frame, fill, extra = 100 * possible / widest, 100 * earned_now / possible, 100 * gained / possible
        value = f"{one_decimal(earned_now + gained)} of {number(total.possible)}"
        rows.append(
            f"<tr><th scope='row'>{escape(SUBSKILL_NAMES[subskill])}</th>"
            f"<td><div class='am-frame' style='width:{frame:.1f}%'>"
            f"<div class='am-earned' style='width:{fill:.1f}%'></div>"
            f"<div class='am-gained' style='width:{extra:.1f}%'></div></div></td><td>{value}</td></tr>"
        )
    label = "Points by sub-skill; the frame is as long as the weight, striped is what the ticked fixes add"
    return f"<table class='am-bars' aria-label='{label}'><tbody>{''.join(rows)}</tbody></table>"


def label_of(one: Suggestion, report: Report) -> str:
    """Name a suggestion: the keyword's label, or the words of the requirement that has no keyword."""
    slug = one.code.split(".", 1)[1]
    known = report.resume.keywords.concept_by_id if report.resume.keywords else {}
    if slug in known:
        return known[slug].label
    asked = report.job.requirements if report.job else ()
    named = (one.label for one in asked if "-".join(one.label.lower().split()) == slug)
    return next(named, slug.replace("-", " "))


def _points(report: Report) -> None:
    rows = {row.code: row for row in (*must_haves(report), *good_to_haves(report))}
    table(
        "What is asked, how it stands, and the words that count",
        ("keyword", "points", "status", "words"),
        [
            (item.label, f"{one_decimal(float(earned(item)))} of {number(round(exact(item.possible), 2))}",
             rows[item.code].status if item.code in rows else "not found",
             rows[item.code].quote if item.code in rows else "")
            for item in report.profile.items
        ],
    )  # fmt: skip


def _fix(one: Suggestion, report: Report) -> None:
    with st.container(gap=None):
        st.checkbox(f"**{plain(label_of(one, report))}** {_gains(one)}", key=_key(one, report), persist_state="session")
        example = f"<p class='am-blank'>e.g. {escape(one.pattern)}</p>" if one.pattern else ""
        st.html(f"<div class='am-advice'><p>{escape(one.text)}</p>{example}</div>")


def _gains(one: Suggestion) -> str:
    colours = {"profile": "green", "job": "blue"}
    parts = [part for part in gain_of(one).split(", ") if part]
    badges = [f":{colours[part.rsplit(' ', 1)[1]]}-badge[{plain(part)}]" for part in parts]
    return " ".join(badges) or ":gray-badge[to be found]"


def _clash(one: Suggestion, other: Suggestion) -> bool:
    first, second = sorted((one.edit, other.edit), key=lambda edit: (edit.start, edit.end))
    return second.start < first.end


def _key(one: Suggestion, report: Report) -> str:
    """Name the tick: kept while the person looks at other pages, and never ticked beforehand for another résumé."""
    return f"fix {report.resume.document.sha256[:12]} {one.code}"
