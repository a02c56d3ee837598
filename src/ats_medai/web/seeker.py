"""The page of a person with one résumé: give the files, see the figures and their reasons, tick what is true."""

from __future__ import annotations

import streamlit as st

from ats_medai.errors import AtsMedaiError
from ats_medai.model import BEST_TRACK, Report, Track
from ats_medai.render.view import language, note_on
from ats_medai.web import details, fixes, form, words
from ats_medai.web.engine import Given, keywords, report_of
from ats_medai.web.safe import one_line, paragraph, plain


def show() -> None:
    """Show the form, or the result where files were given."""
    given: Given | None = st.session_state.get("given")
    if given is None:
        form.show()
        return
    try:
        with st.spinner("Finding keywords …"):
            report = report_of(given, st.session_state.get("track", BEST_TRACK))
    except AtsMedaiError as error:
        _forget("given", "report")
        form.complain(error)
        form.show()
        return
    _result(report, given.original)


def _result(report: Report, original: bytes | None) -> None:
    _head(report)
    _notes(report)
    strip = st.empty()  # filled by the fixes, which alone run again after a tick
    left, right = st.columns([5, 7], gap="medium")
    with left:
        st.header("Where the points are")
        _role(report)
        fixes.show(report, strip)
    with right:
        details.show(report, original)


def _head(report: Report) -> None:
    pages = report.resume.document.pages
    job = f" → {one_line(report.job.title or report.job.document.source)}" if report.job else ""
    line, buttons = st.columns([8, 3], vertical_alignment="center")
    with line:
        size = f" · {pages} page{'s' * (pages != 1)}"
        paragraph(f"{one_line(report.resume.document.source)}{size}{job}", "am-line")
    with buttons.container(horizontal=True, horizontal_alignment="right"):
        st.button(words.CHANGE, on_click=_forget, args=("given", "report", "pictures"))
        st.button(words.CLEAR, on_click=_forget_all, help=words.CLEAR_HELP)


def _notes(report: Report) -> None:
    if note_on(report):
        st.warning(note_on(report))
    if language(report):
        st.info(language(report))


def _role(report: Report) -> None:
    tracks = keywords().track_by_id
    st.selectbox(
        "Measured against this kind of role", [BEST_TRACK, *tracks], key="track", bind="query-params",
        format_func=lambda name: _label(tracks.get(name), tracks[report.track]),
    )  # fmt: skip
    nearest = tracks.get(report.nearest_track)
    if nearest is not None and nearest.id != report.track:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(f"Your keywords are nearest to: {plain(nearest.label)}.", width="content")
            st.button("Measure against it", type="tertiary", on_click=_choose, args=(nearest.id,))


def _label(track: Track | None, best: Track) -> str:
    return one_line(track.label if track else f"Best fit: {best.label}")


def _choose(track: str) -> None:
    st.session_state["track"] = track


def _forget(*keys: str) -> None:
    for key in keys:
        st.session_state.pop(key, None)


def _forget_all() -> None:
    st.session_state.clear()
