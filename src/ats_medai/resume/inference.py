"""Sections of text without headings: told by what the lines hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats_medai.model import EntryWords, SectionKind
from ats_medai.resume.dates import DateRange, dates_in
from ats_medai.resume.degree_words import find_degree_names
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

ITEM = re.compile(r"\s*[,;|•·\t]\s*")
FEWEST_ITEMS = 4
LONGEST_HEAD = 12
MOST_ABOVE = 2


def infer_kinds(rows: Sequence[Row], dates: Sequence[DateRange], words: EntryWords) -> dict[int, SectionKind]:
    """Give, by its first row, the kind of each run of rows; empty where no position or degree tells.

    The first row is the name ("Dr. med. Ada Muster").
    """
    told = {i: own for i in range(1, len(rows)) if (own := _kind(rows, i, dates, words)) is not None}
    if not {SectionKind.EXPERIENCE, SectionKind.EDUCATION} & set(told.values()):
        return {}
    starts: dict[int, SectionKind] = {}
    kind: SectionKind | None = None
    for i in sorted(told):
        if told[i] is kind:
            continue
        kind = told[i]
        starts[_first(rows, i, told)] = kind
    return starts


def _kind(rows: Sequence[Row], i: int, dates: Sequence[DateRange], words: EntryWords) -> SectionKind | None:
    row = rows[i]
    if row.bullet:
        return None
    short = row.words <= LONGEST_HEAD + 4
    if short and find_degree_names(row.text, words, listed=True):
        return SectionKind.EDUCATION
    ranges = [date for date in dates_in(dates, row.whole) if not date.single]
    if short and ranges:
        near = " ".join(other.text for other in rows[max(0, i - MOST_ABOVE) : i + 2] if not other.bullet)
        titled = any_of(words.titles).search(near)
        if titled:
            return SectionKind.EXPERIENCE
        return SectionKind.EDUCATION if any_of(words.schools).search(near) else None
    items = ITEM.split(row.text)
    if len(items) >= FEWEST_ITEMS and row.words <= 3 * len(items) and "@" not in row.text and not ranges:
        return SectionKind.SKILLS if row.text[-1] != "." else None
    return None


def _first(rows: Sequence[Row], i: int, told: dict[int, SectionKind]) -> int:
    """Give the row at which the entry of row `i` begins: up to the paragraph's start above it."""
    first = i
    while i - first < MOST_ABOVE and first > 0 and not rows[first].gap:
        above = rows[first - 1]
        if above.bullet or above.words > LONGEST_HEAD or first - 1 in told:
            break
        first -= 1
    return first
