"""Running heads and page numbers: lines in the margins that come back page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ats_medai.documents.reading import RawLine
from ats_medai.model import Place

_MARGIN = 0.1  # of the page's height, at the top and at the foot
_PAGE_NUMBER = re.compile(r"(?:\W*(?:page|seite|p\.)?\s*\d{1,3}\s*(?:(?:/|of|von)\s*\d{1,3})?\W*)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

Key = tuple[str, bool]


def mark_running(lines: Sequence[RawLine], heights: Sequence[float]) -> list[RawLine]:
    """Give the lines with their place set to header or footer where they are. `heights` has one entry a page."""
    margins = [_margin(line, heights[line.page - 1]) for line in lines]
    pages: Counter[Key] = Counter()
    for key, _ in {(_key(line, margin), line.page) for line, margin in _within(lines, margins)}:
        pages[key] += 1
    marked = list(lines)
    for i, (line, margin) in enumerate(zip(lines, margins, strict=True)):
        if margin is None:
            continue
        if pages[_key(line, margin)] > 1 or (margin is Place.FOOTER and _PAGE_NUMBER.fullmatch(line.text)):
            marked[i] = replace(line, place=margin)
    return marked


def _within(lines: Iterable[RawLine], margins: Iterable[Place | None]) -> Iterable[tuple[RawLine, Place]]:
    return ((line, margin) for line, margin in zip(lines, margins, strict=True) if margin)


def _margin(line: RawLine, height: float) -> Place | None:
    if line.bbox is None:
        return None
    if line.bbox[3] < _MARGIN * height:
        return Place.HEADER
    return Place.FOOTER if line.bbox[1] > (1 - _MARGIN) * height else None


def _key(line: RawLine, margin: Place) -> Key:
    return _DIGITS.sub("#", line.text), margin is Place.HEADER
