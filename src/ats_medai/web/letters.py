"""A feedback letter for each résumé of a group, as DOCX in one ZIP: figures, what is missing, what to do next."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

import docx

from ats_medai.model import Report
from ats_medai.render.account import whole
from ats_medai.render.view import LIMITS, figures, gain_of, missing, must_haves, name_of
from ats_medai.web.words import ADD_ONLY_TRUE

FIXES = 5
WISHES = 3
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same letters give the same bytes."""
_UNSAFE = re.compile(r"[^\w-]+")


def letters(reports: Iterable[tuple[str, Report]]) -> bytes:
    """Give a ZIP with a letter for each (name, report); file names are made of letters, digits and dashes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, report in reports:
            safe_name = _UNSAFE.sub("-", name).strip("-")[:80]
            archive.writestr(zipfile.ZipInfo(f"{safe_name}.docx", EPOCH), letter(name, report))
    return out.getvalue()


def letter(name: str, report: Report) -> bytes:
    """Give the letter as DOCX."""
    file = docx.Document()
    file.add_heading(_printable(f"Feedback on your résumé: {name}"), 1)
    for figure in figures(report):
        file.add_paragraph(f"{name_of(figure, report)}: {whole(figure.score)} of 100 ({figure.band})")
    _list(file, "Must-haves that were not found", missing(must_haves(report)))
    _list(file, "What to do next", [_fix(one.text, gain_of(one)) for one in report.suggestions[:FIXES]])
    _list(file, "What a machine may stumble over", [f"{one.message} {one.fix}" for one in report.obstacles])
    _list(file, "Wording", [f"{one.message} {one.fix}" for one in (*report.red_flags, *report.wording)[:FIXES]])
    if report.learning:
        _list(file, "Projects that would show it",
              [fit.project.label for fit in report.learning.projects[:WISHES]])  # fmt: skip
    file.add_paragraph(f"{ADD_ONLY_TRUE} {LIMITS}")
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _fix(text: str, gain: str) -> str:
    return f"{text} ({gain})" if gain else text


def _list(file: docx.document.Document, heading: str, lines: Iterable[str]) -> None:
    lines = [line for line in lines if line.strip()]
    if lines:
        file.add_heading(heading, 2)
    for line in lines:
        file.add_paragraph(_printable(line), style="List Bullet")


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())
