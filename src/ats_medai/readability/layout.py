"""Text boxes, tables, small type, letters set apart, ratings in marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ats_medai.model import Document, Keywords, Line, Place, Resume, Span
from ats_medai.readability.found import Found

RATING = re.compile(r"(?:[●○◉◯⬤⚫⚪★☆⭐✪■□▪▫▰▱█░▮▯][ \t]?){3,}")
SHOWN = 12
"""Spans of a finding that are worth showing."""


def check_layout(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give the forms of setting that parsers are known to stumble over."""
    document = resume.document
    boxes = _lines_in(document, Place.TEXT_BOX)
    if boxes:
        yield Found("text_boxes", "", _spans(boxes))
    letters = max(_letters(document.lines), 1)
    tables = _lines_in(document, Place.TABLE)
    share = _letters(tables) / letters
    if share >= keywords.weight("limit.table_share"):
        yield Found("tables", f"{share:.0%} of it", _spans(tables))
    smallest = keywords.weight("limit.small_type")
    small = [line for line in document.lines if line.font_size and line.font_size <= smallest]
    share = _letters(small) / letters
    if share >= keywords.weight("limit.small_type_share"):
        yield Found("small_text", f"{share:.0%} of it", _spans(small))
    marks = tuple(Span(*match.span()) for match in RATING.finditer(document.text))
    if marks:
        yield Found("rating_marks", "", marks[:SHOWN])


def _lines_in(document: Document, place: Place) -> list[Line]:
    return [line for line in document.lines if line.place is place]


def _letters(lines: Sequence[Line]) -> int:
    return sum([len(line.span) for line in lines])


def _spans(lines: list[Line]) -> tuple[Span, ...]:
    return tuple(line.span for line in lines[:SHOWN])
