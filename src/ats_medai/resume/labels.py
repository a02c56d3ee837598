"""Headings that share their line with what stands beside them: "Skills: Python", "EDUCATION B.S. Physics"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ats_medai.model import SectionKind, Span
from ats_medai.resume.headings import HeadingTable, read_heading
from ats_medai.resume.rows import Row

COLON = re.compile(r"([^\W\d][^:|•·;.\t]{2,38}?)\s?:\s+(?=\S)")
CAPITALS = re.compile(r"((?:[A-Z][A-Z'’&/-]+,?\s+|&\s+){1,4})(?=[A-Z]?[a-z0-9])")
CELL = re.compile(r"([^\t]{3,40})\t(?=\S)")
ENOUGH = 3
"""With so many headings on lines of their own, a word and a colon is no heading unless a paragraph begins with it."""


def find_labels(
    rows: Sequence[Row], kinds: Mapping[int, SectionKind], table: HeadingTable
) -> Iterator[tuple[int, SectionKind, Span]]:
    """Give row, kind and place of each; `kinds` are the headings that stand on lines of their own."""
    rails = _rails(rows, kinds, table)
    kind: SectionKind | None = None
    for i, row in enumerate(rows):
        if i in kinds:
            kind = kinds[i]
            continue
        match = _label(row, rails, i)
        reading = read_heading(match[1], table) if match else None
        if not match or not reading or not (reading.exact or i in rails) or reading.unsure:
            continue
        if reading.kind == kind or (kind is None and reading.kind is SectionKind.CONTACT):
            continue
        if match.re is COLON and (kind is SectionKind.SKILLS or (len(kinds) >= ENOUGH and not row.gap)):
            continue
        kind = reading.kind
        yield i, kind, Span(row.span.start, row.span.start + len(match[1].rstrip()))


def _rails(rows: Sequence[Row], kinds: Mapping[int, SectionKind], table: HeadingTable) -> set[int]:
    """Rows whose first cell is a heading set in the margin: two of them, or one below other headings."""
    found = {i for i, row in enumerate(rows) if (m := CELL.match(row.text)) and not row.bullet and _reads(m[1], table)}
    edges = {round(box[0]) for i in kinds if (box := rows[i].line.bbox)}
    return {i for i in found if len(found) > 1 or ((box := rows[i].line.bbox) and round(box[0]) in edges)}


def _reads(text: str, table: HeadingTable) -> bool:
    reading = read_heading(text, table)
    return reading is not None and not reading.unsure


def _label(row: Row, rails: set[int], i: int) -> re.Match[str] | None:
    if row.bullet:
        return None
    if i in rails:
        return CELL.match(row.text)
    return COLON.match(row.text) or CAPITALS.match(row.text)
