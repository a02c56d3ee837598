"""What a machine reads: obstacles, fields, the plain text, and what a naive reader would lose."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from ats_medai.model import Report
from ats_medai.web import cards, words
from ats_medai.web.engine import lost_by_naive_reading
from ats_medai.web.safe import paragraph, table, text_block
from ats_medai.web.tabs import page

PDF = "application/pdf"


def show(report: Report, original: bytes | None) -> None:
    """Show the tab; `original` is the file."""
    document = report.resume.document
    if report.obstacles:
        cards.show(report.obstacles, report)
    else:
        st.success(words.NO_OBSTACLES)
    for issue in document.issues:
        paragraph(f"Noticed while reading: {issue.message}", "am-soft")
    if original and document.media_type == PDF:
        page.show(report, original)
    st.header("The fields")
    table("What a machine puts into its form", ("field", "read as"), _fields(report))
    if document.naive_text is not None:
        _naive(report, document.naive_text)
    st.header("The plain text, in reading order")
    text_block("Plain text in reading order", document.text)


def _naive(report: Report, text: str) -> None:
    st.header(words.NAIVE)
    st.caption(words.NAIVE_HELP)
    lost = lost_by_naive_reading(report)
    paragraph(f"Keywords that such a reader loses: {', '.join(lost)}." if lost else "Such a reader loses no keyword.")
    with st.expander("Show that text"):
        text_block("Text as a left-to-right reader gets it", text)


def _fields(report: Report) -> Iterator[tuple[str, str]]:
    resume = report.resume
    contact, document = resume.contact, resume.document
    for name, span in (("name", contact.name), ("e-mail", contact.email), ("phone", contact.phone)):
        yield name, document[span] if span else "not found"
    for link in contact.links:
        yield "link", document[link]
    for one in resume.positions:
        dates = f"{one.start or '?'} to {one.end or '?'}"
        yield "position", f"{one.title or 'no title found'}, {one.organisation or 'no employer found'}, {dates}"
    for degree in resume.degrees:
        yield "degree", " ".join(document[degree.span].split())
    yield "experience", f"{resume.experience_months / 12:.1f} years, overlaps counted once"
    yield "sections", ", ".join(dict.fromkeys(str(section.kind) for section in resume.sections)) or "none found"
