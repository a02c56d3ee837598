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
from ats_medai.web import words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show(report: Report, original: bytes | None) -> None:
    """Show the buttons; `original` is the file, which is handed back with comments where it is a DOCX."""
    st.caption(words.EXPORT_HELP)
    stem = report.resume.document.source.rsplit(".", 1)[0]
    forms: tuple[tuple[str, str, str, Callable[[], str]], ...] = (
        ("Report to print (HTML)", "html", "text/html", lambda: render_report(report, "html")),
        ("Report (Markdown)", "md", "text/markdown", lambda: render_report(report, "md")),
        ("Report (text)", "txt", "text/plain", lambda: render_report(report, "text", explain=True)),
        ("Data (JSON)", "json", "application/json", lambda: to_json(report)),
        ("Table (CSV)", "csv", "text/csv", lambda: "\ufeff" + table_csv(report)),
    )
    for label, ending, mime, make in forms:
        st.download_button(label, make, f"{stem} report.{ending}", mime, on_click="ignore", key=f"export {ending}")
    original = original if report.resume.document.reader == "docx" else None
    label = "Your file with comments (DOCX)" if original else "Copy of the text with comments (DOCX)"
    st.download_button(
        label,
        partial(_comments, report, original),
        f"{stem} commented.docx",
        DOCX,
        on_click="ignore",
        key="export docx",
    )


def _comments(report: Report, original: bytes | None) -> bytes:
    from ats_medai.render.docx_comments import annotate  # noqa: PLC0415 - python-docx only where it is wanted

    return annotate(report, original)


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
