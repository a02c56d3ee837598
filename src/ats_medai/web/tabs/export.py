"""The report to take away. Each file is made when it is asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import partial

import streamlit as st

from ats_medai.batch.writers import safe
from ats_medai.model import Report
from ats_medai.render.formats import render_report, to_json
from ats_medai.render.view import Row, good_to_haves, must_haves, requirements
from ats_medai.web import engine, words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(report: Report, original: bytes | None) -> None:
    """Show the buttons; `original` is the file, which is handed back with comments where it is a DOCX."""
    st.caption(words.EXPORT_HELP)
    stem = report.resume.document.source.rsplit(".", 1)[0]
    forms: tuple[tuple[str, str, str, str, Callable[[], str]], ...] = (
        ("Report to print (HTML)", "One page without scripts; a browser prints it or saves it as PDF.",
         "html", "text/html", lambda: render_report(report, "html")),
        ("Report (text)", "Every point with its reason, for the terminal or an e-mail.",
         "txt", "text/plain", lambda: render_report(report, "text", explain=True)),
        ("Report (Markdown)", "The same for notes and wikis.",
         "md", "text/markdown", lambda: render_report(report, "md")),
        ("Table (CSV)", "What job and profile ask for, and how it stands, for a spreadsheet.",
         "csv", "text/csv", lambda: "\ufeff" + table_csv(report)),
        ("Data (JSON)", "Everything, for programs.", "json", "application/json", lambda: to_json(report)),
    )  # fmt: skip
    original = original if report.resume.document.reader == "docx" else None
    label, note = words.OWN_FILE if original else words.COPY
    _row(label, note, f"{stem} commented.docx", DOCX, partial(_comments, report, original))
    for label, note, ending, mime, make in forms:
        _row(label, note, f"{stem} report.{ending}", mime, make)


def _row(label: str, note: str, name: str, mime: str, make: Callable[[], str | bytes]) -> None:
    button, beside = st.columns([2, 3], vertical_alignment="center")
    button.download_button(
        label, make, name, mime, on_click="ignore", key=f"export {name.rpartition('.')[2]}", width="stretch"
    )
    beside.caption(note)


def _comments(report: Report, original: bytes | None) -> bytes:
    from ats_medai.render.docx_comments import annotate  # noqa: PLC0415 - python-docx only where it is wanted

    return annotate(report, original, engine.commented)


def table_csv(report: Report) -> str:
    """Give what the job and the profile ask for as CSV; no cell can become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("asked by", "keyword", "level", "status", "section", "words"))
    for name, rows in (("job", requirements(report)), ("profile", (*must_haves(report), *good_to_haves(report)))):
        writer.writerows([safe(cell) for cell in (name, *_cells(row))] for row in rows)
    return out.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    return row.label, row.level, row.status, row.section, row.quote
