"""What the advert asks for beside the words that answer it."""

from __future__ import annotations

import streamlit as st

from ats_medai.model import Report
from ats_medai.render.parts import sentence
from ats_medai.render.view import Row, requirements
from ats_medai.web import words
from ats_medai.web.safe import Cell, table

HEADINGS = ("the job asks for", "level", "status", "your words")
LEVELS = {"must": "required", "preferred": "preferred", "context": "mentioned"}


def show(report: Report) -> None:
    """Show the requirements: what is required and missing first; what our keywords lack below."""
    if report.job is None:
        st.text(words.NO_JOB)
        return
    unlisted = {one.label for one in report.job.requirements if not one.concepts}
    rows = requirements(report)
    known = [row for row in rows if row.label not in unlisted]
    table("Required and missing comes first", HEADINGS, [_cells(row, report) for row in known])
    others = [row for row in rows if row.label in unlisted]
    if others:
        st.header("Asked, but not in our list")
        table("Names that we know nothing about, looked up letter by letter", HEADINGS,
              [_cells(row, report) for row in others])  # fmt: skip


def _cells(row: Row, report: Report) -> tuple[Cell, ...]:
    asked = _asked(row, report)
    label = Cell(row.label, f"“{asked}”" if asked else "")
    return label, Cell(LEVELS.get(row.level, row.level)), Cell(row.status), Cell(row.quote, row.section)


def _asked(row: Row, report: Report) -> str:
    assert report.job is not None
    assert report.match is not None
    item = next((one for one in report.match.items if one.code == row.code and one.asked), None)
    return sentence(report.job.document, item.asked).lstrip("-•*·– ") if item and item.asked else ""
