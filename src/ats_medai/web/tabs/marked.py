"""The résumé's own words, marked."""

from __future__ import annotations

import streamlit as st

from ats_medai.model import Report
from ats_medai.render.marks import MarkKind, marked_html, marks_of
from ats_medai.web import address, words


@st.fragment
def show(report: Report) -> None:
    """Show the text with its marks; the filter is the legend."""
    found = [mark.kind for mark in marks_of(report)]
    kinds = [kind for kind in MarkKind if kind in found]
    wanted = st.pills(
        "Which marks to show", kinds, selection_mode="multi", default=address.chosen("marks", kinds), key="shown_marks",
        format_func=lambda kind: f"{words.LEGEND[kind]} ({found.count(kind)})",
        label_visibility="collapsed", on_change=address.keep, args=("marks", "shown_marks", kinds),
    )  # fmt: skip
    marked = marked_html(report, wanted)
    st.html(f"<div class='am-resume' tabindex='0' role='region' aria-label='Résumé with marks'>{marked}</div>")
    st.caption("Point at a mark to read why it is there. Reasons for wording also stand under “Wording”.")
