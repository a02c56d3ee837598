"""Would a recruiter's search find this résumé?"""

from __future__ import annotations

import streamlit as st

from ats_medai.errors import QueryError
from ats_medai.findability import search
from ats_medai.model import Findable, Report, SearchMode
from ats_medai.render.account import quote
from ats_medai.web.safe import paragraph, plain, table

MODES = {
    SearchMode.LITERAL: "letter by letter",
    SearchMode.STEMMED: "also other endings",
    SearchMode.ALIAS: "also other names",
}
HEADINGS = ("words", *MODES.values(), "advice")


def show(report: Report) -> None:
    """Show which words each kind of search finds, and a field to try one's own."""
    _try(report)
    st.header("Words that a recruiter may search for")
    rows = [_row(one) for one in report.findability]
    missing = [row for row in rows if "found" not in row[1:4]]
    fine = [row for row in rows if "not found" not in row[1:4] and not row[4]]
    between = [row for row in rows if row not in missing and row not in fine]
    between.sort(key=lambda row: row[1:4].count("found"))
    if between:
        table("Found by some searches only, or in one form only", HEADINGS, between)
    for told, kept in (("No search finds", missing), ("Every search finds", fine)):
        if kept:
            paragraph(f"{told}: {', '.join(row[0] for row in kept)}.")


@st.fragment
def _try(report: Report) -> None:
    st.header("Try a search")
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    query = left.text_input("A recruiter's search", placeholder='DICOM AND (PyTorch OR "deep learning")', key="query")
    mode = right.selectbox("How it compares words", list(SearchMode), format_func=lambda one: MODES[one], key="mode",
                           bind="query-params")  # fmt: skip
    if not query:
        return
    try:
        result = search(report.resume.document, query, mode or SearchMode.LITERAL, report.resume.keywords)
    except QueryError as error:
        st.warning(plain(error.message))
        return
    st.text("This résumé is found." if result.found else "This résumé is not found.")
    for term, spans in result.hits:
        words = f"“{quote(report.resume.document, spans[0])}”" if spans else "nowhere"
        paragraph(f"{term}: {words}", "am-soft")


def _row(one: Findable) -> tuple[str, ...]:
    states = ("found" if places else "not found" for places in (one.literal, one.stemmed, one.alias))
    return one.words, *states, one.advice
