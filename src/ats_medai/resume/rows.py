"""Lines of a document as a reader's eye takes them: text without its bullet, size, weight, and the space above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ats_medai.model import Document, Line, Place, Span

BULLET = re.compile(r"\s*(?:[•●▪◦∙‣⁃➢➤►▶✓✔❖■□○◆◇★☆⋄»›·§*+](?![*+])|[-–—](?=\s)|o(?=\s+[A-Z])|[\uE000-\uF8FF])\s*")
HASHES = re.compile(r"\s*#{1,6}\s+")
LEAST_STEP = 4.0
"""Points; less is a line beside, not below."""
WIDE = 1.35
"""A gap above a line that is so many times the usual one reads as a new paragraph."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `span` and `text` leave the bullet out; `whole` is the line with it."""

    text: str
    span: Span
    whole: Span
    bullet: bool
    gap: bool
    """Blank line, wider space or another column above."""
    size: float
    """Font size over the body's; 1 where the format does not tell."""
    bold: bool
    line: Line

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def caps(self) -> bool:
        """Tell whether the line is set in capitals, but for a word or so."""
        text = self.text
        if text.islower() or len(text) > 90:
            return False
        capital, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
        return capital > 2 and capital > 0.85 * (capital + small)

    @property
    def place(self) -> Place:
        return self.line.place


def read_rows(document: Document) -> tuple[Row, ...]:
    """Give the lines that hold text, in reading order."""
    lines = document.lines or tuple(_plain_lines(document.text))
    body = _body_size(lines)
    usual = _usual_gap(lines)
    rows: list[Row] = []
    above: Line | None = None
    for line in lines:
        raw = document[line.span]
        bullet = BULLET.match(raw)
        lead = bullet or HASHES.match(raw)
        start = line.span.start + (lead.end() if lead else len(raw) - len(raw.lstrip()))
        end = line.span.start + len(raw.rstrip())
        if start < end:
            size = line.font_size / body if line.font_size and body else 1.0
            gap = above is None or _apart(document.text, above, line, usual)
            span = Span(start, end)
            rows.append(Row(document[span], span, line.span, bullet is not None, gap, size, line.bold, line))
        above = line
    return tuple(rows)


def body_of(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give the lines without feet and, after the first page, running heads."""
    return tuple(
        row for row in rows if row.place is not Place.FOOTER and (row.place is not Place.HEADER or row.line.page == 1)
    )


def _body_size(lines: Sequence[Line]) -> float | None:
    """Give the font size that most of the text is set in; None where the format does not tell."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.font_size:
            sizes[round(line.font_size, 1)] += len(line.span)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else None


def _plain_lines(text: str) -> Iterator[Line]:
    return (Line(Span(*match.span())) for match in re.finditer(r"[^\n]+", text))


def _usual_gap(lines: Sequence[Line]) -> float | None:
    """Give the distance from line to line within a paragraph, in points: the one that a quarter of them do not pass."""
    steps = sorted(
        below.bbox[1] - above.bbox[1]
        for above, below in pairwise(lines)
        if above.bbox and below.bbox and (above.page, above.block) == (below.page, below.block)
    )
    steps = [step for step in steps if step >= LEAST_STEP]
    return steps[len(steps) // 4] if steps else None


def _apart(text: str, above: Line, line: Line, usual: float | None) -> bool:
    if (above.page, above.block) != (line.page, line.block):
        return True
    if text.count("\n", above.span.end, line.span.start) > 1:
        return True
    if usual is None or not above.bbox or not line.bbox:
        return False
    step = max(line.bbox[1] - above.bbox[1], line.bbox[3] - above.bbox[3])  # by the feet where type grows
    return step > WIDE * usual or line.bbox[1] < above.bbox[1] - usual
