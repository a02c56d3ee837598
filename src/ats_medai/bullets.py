"""The statements of a résumé: its bullets, and the sentences where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ats_medai.model import Document, Position, Section, Span

MARK = re.compile(r"[^\S\n]*(?:[•●▪◦‣⁃∙·*–—■□➢➤✓►○§]|-|o(?=\s)|\d{1,2}[.)])(?:\s+|(?<=[•●▪◦‣⁃∙·■□➢➤✓►○])(?=\w))")
DATES = re.compile(
    r"(?:19|20)\d\d\s*(?:-|–|—|to|until)\s*(?:\w+\.?\s+)?(?:(?:19|20)\d\d|present|now|today|current|date)",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])|(?<=[A-Z][.!?])\n(?=[A-Z])")
GOES_ON = re.compile(r"(?:[,;&/(–-]|\b(?:and|or|of|the|a|an|in|on|for|to|with|by|from|using|at|as|that|into))$")

ADDRESS = re.compile(r"\S@\S|https?://|www\.|\+\d[\d ()-]{8,}")

FULL_LINE = 0.7
"""A line this long, as a share of the section's longest, may have been broken off by the margin."""
LEAST_WORDS = 5
SURELY_A_SENTENCE = 9


@dataclass(slots=True)
class _Unit:
    """Lines that belong together; `marked` by a bullet sign."""

    start: int
    end: int
    marked: bool
    lines: int = 1


def find_bullets(document: Document, sections: Iterable[Section], positions: Iterable[Position]) -> tuple[Span, ...]:
    """Give the statements in reading order, without their bullet signs; headings and lines of dates are none."""
    starts = {position.span.start for position in positions}
    sections = tuple(sections)
    covered = [section.span for section in sections] or ([Span(0, len(document.text))] if document.text else [])
    headings = [section.heading for section in sections if section.heading]
    spans: list[Span] = []
    for span in covered:
        for unit in _units(document.text, span, headings, starts):
            spans.extend(_statements(document.text, unit))
    return tuple(spans)


def _units(text: str, section: Span, headings: list[Span], starts: set[int]) -> Iterator[_Unit]:
    lines = list(_lines(text, section))
    longest = max((end - start for start, end in lines), default=0)
    unit: _Unit | None = None
    before = ""
    for start, end in lines:
        line = text[start:end]
        mark = MARK.match(line)
        is_heading = any(heading.start < end and start < heading.end for heading in headings)
        ends_unit = is_heading or start in starts or mark is not None or not line.strip()
        if unit and (ends_unit or not _goes_on(before, line, longest)):
            yield unit
            unit = None
        if unit:
            unit.end, unit.lines = end, unit.lines + 1
        elif line.strip() and not is_heading:
            first = start + (mark.end() if mark else len(line) - len(line.lstrip()))
            unit = _Unit(first, end, marked=mark is not None)
        before = line
    if unit:
        yield unit


def _lines(text: str, section: Span) -> Iterator[tuple[int, int]]:
    start = section.start
    for line in text[section.start : section.end].split("\n"):
        yield start, start + len(line.rstrip())
        start += len(line) + 1


def _goes_on(before: str, line: str, longest: int) -> bool:
    """Tell whether a line carries on the one before it, which the margin broke off."""
    before, line = before.strip(), line.strip()
    dates = DATES.search(line)
    if dates and (dates.end() == len(line) or len(line.split()) <= 2 * LEAST_WORDS):
        return False
    if line[:1].islower() or GOES_ON.search(before):
        return True
    return len(before) >= FULL_LINE * longest and not _starts_with_past_tense(line)


def _starts_with_past_tense(line: str) -> bool:
    first = line.split(maxsplit=1)[0]
    return first[:1].isupper() and first.endswith("ed")


def _statements(text: str, unit: _Unit) -> Iterator[Span]:
    body = text[unit.start : unit.end]
    if unit.marked:
        if body.strip():
            yield Span(unit.start, unit.start + len(body.rstrip()))
        return
    if not _is_statement(body, unit.lines):
        return
    start = unit.start
    for gap in [*SENTENCE_END.finditer(body), None]:
        end = unit.start + (gap.start() if gap else len(body.rstrip()))
        if end > start:
            yield Span(start, end)
        start = unit.start + gap.end() if gap else end


def _is_statement(body: str, lines: int) -> bool:
    words = len(body.split())
    if ADDRESS.search(body):
        return False
    if words < LEAST_WORDS or (DATES.search(body) and words <= 3 * LEAST_WORDS):
        return False
    ends_like_one = body.rstrip().endswith((".", "!", "?", ";"))
    return ends_like_one or lines > 1 or words >= SURELY_A_SENTENCE or _starts_with_past_tense(body)
