"""The résumé's own words, marked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import streamlit as st

from ats_medai.model import Report
from ats_medai.render.marks import Mark, MarkKind, Piece, marks_of, piece_html, pieces
from ats_medai.web import address, words


@st.fragment
def show(report: Report) -> None:
    """Show the text with its marks; the filter is the legend."""
    marks = marks_of(report)
    found = [mark.kind for mark in marks]
    kinds = [kind for kind in MarkKind if kind in found]
    wanted = st.pills(
        "Which marks to show", kinds, selection_mode="multi", default=address.chosen("marks", kinds), key="shown_marks",
        format_func=lambda kind: f"{words.LEGEND[kind]} ({found.count(kind)})",
        label_visibility="collapsed", on_change=address.keep, args=("marks", "shown_marks", kinds),
    )  # fmt: skip
    if not kinds:
        st.text(words.NO_MARKS)
    marked = text_html(report, [mark for mark in marks if mark.kind in wanted])
    st.html(f"<div class='am-resume' tabindex='0' role='region' aria-label='Résumé with marks'>{marked}</div>")
    st.caption(words.MARKS_HOW)


def text_html(report: Report, marks: Iterable[Mark]) -> str:
    """Give the text with its marks as HTML; headings of sections are bold and stand off, everything is escaped."""
    document = report.resume.document
    headings = {one.heading.start: one.heading.end for one in report.resume.sections if one.heading}
    cuts = sorted({*headings, *headings.values()})
    parts, at = [], 0
    for piece in pieces(document, marks):
        end = at + len(piece.text)
        edges = [at, *(cut for cut in cuts if at < cut < end), end]
        for start, stop in pairwise(edges):
            if start in headings:
                parts.append("\n" * (document.text[max(0, start - 2) : start] != "\n\n") + "<b>")
            parts.append(piece_html(Piece(document.text[start:stop], piece.marks)))
            if stop in headings.values():
                parts.append("</b>")
        at = end
    return "".join(parts).lstrip("\n")
