"""What the advert asks for beside the words that answer it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from ats_medai.errors import AtsMedaiError
from ats_medai.model import Report
from ats_medai.render.parts import sentence
from ats_medai.render.view import Row, requirements
from ats_medai.web import words
from ats_medai.web.engine import Given, pasted, read_job
from ats_medai.web.form import MOST_CHARACTERS, complain
from ats_medai.web.safe import Cell, table

HEADINGS = ("the job asks for", "level", "status", "your words")
LEVELS = {"must": "required", "preferred": "preferred", "context": "mentioned"}


def show(report: Report) -> None:
    """Show the requirements: what is required and missing first; what our keywords lack below."""
    if report.job is None:
        _ask(report)
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
    if report.job.conditions:
        st.header("Check yourself")
        asked = [(Cell(one.label), Cell(sentence(report.job.document, one.span))) for one in report.job.conditions]
        table("Read from no résumé, and they move no figure", ("condition", "the advert says"), asked)


def _ask(report: Report) -> None:
    """Take an advert in later, on the page of one résumé: the file need not be given again."""
    st.text(words.NO_JOB)
    given: Given | None = st.session_state.get("given")
    if given is None or given.resume != report.resume.document:
        return
    text = st.text_area(words.ADVERT_PASTE, height=160, key="late_advert", max_chars=MOST_CHARACTERS)
    if not st.button(words.ADD_ADVERT, type="primary", key="late_compare"):
        return
    advert = pasted(text or "", "pasted advert.txt")
    try:
        if advert is not None:
            read_job(advert)
    except AtsMedaiError as error:
        complain(error)
        return
    st.session_state["given"] = replace(given, advert=advert)
    st.rerun()


def _cells(row: Row, report: Report) -> tuple[Cell, ...]:
    asked = _asked(row, report)
    label = Cell(row.label, f"“{asked}”" if asked else "")
    return label, Cell(LEVELS.get(row.level, row.level)), Cell(row.status), Cell(row.quote, row.section)


def _asked(row: Row, report: Report) -> str:
    assert report.job is not None
    assert report.match is not None
    item = next((one for one in report.match.items if one.code == row.code and one.asked), None)
    return sentence(report.job.document, item.asked).lstrip("-•*·– ") if item and item.asked else ""
