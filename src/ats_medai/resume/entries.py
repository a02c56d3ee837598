"""Rows of an experience section -> entries: which lines head an entry, and which date is its own.

The date is the anchor. How many lines the first entry has above its date tells how the section is set (title and
employer above the date, beside it or below), and the other entries are read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ats_medai.model import EntryWords, Span
from ats_medai.resume.dates import DateRange
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

LONGEST_HEAD = 14
"""Words of a line that may still head an entry."""
MOST_ABOVE = 3
MARKS = " \t,;:|•·–—-()[]/"
ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Dr|Jr|Sr|St|Dept|Univ|No)|\b[A-Z]|etc)\.$")


class Part(StrEnum):
    """What a line is within its section."""

    HEAD = "head"
    ITEM = "item"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that head an entry, in reading order, with their date; `span` goes on to the next entry."""

    head: tuple[Row, ...]
    date: DateRange | None
    span: Span
    bare: bool = False
    """No list item or prose stands between this entry's head and the next one's."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    first: int
    last: int
    date: DateRange


def find_entries(rows: Sequence[Row], dates: Sequence[DateRange], words: EntryWords, end: int) -> tuple[Entry, ...]:
    """Give the entries of one section, whose text ends at `end`."""
    parts = _parts(rows, words)
    anchors = _anchors(rows, parts, dates, words)
    heads = _heads(rows, parts, anchors, words) if anchors else [(span, None) for span in _undated(rows, parts, words)]
    entries: list[Entry] = []
    for n, ((first, last), date) in enumerate(heads):
        following = heads[n + 1][0][0] if n + 1 < len(heads) else None
        stop = rows[following].whole.start if following is not None else end
        last_row = following if following is not None else len(rows)
        bare = all(part is Part.HEAD for part in parts[last + 1 : last_row])
        entries.append(Entry(tuple(rows[first : last + 1]), date, Span(rows[first].whole.start, stop), bare))
    return tuple(entries)


def _parts(rows: Sequence[Row], words: EntryWords) -> list[Part]:
    widest = max((len(row.text) for row in rows), default=0)
    parts: list[Part] = []
    for i, row in enumerate(rows):
        if row.bullet:
            parts.append(Part.ITEM)
        elif i and _continues(row, rows[i - 1], parts[-1], widest, words):
            parts.append(Part.PROSE if parts[-1] is Part.PROSE else Part.ITEM)
        elif row.words > LONGEST_HEAD or (row.text[-1] in ".;" and row.words > 5 and not ABBREVIATED.search(row.text)):
            parts.append(Part.PROSE)
        else:
            parts.append(Part.HEAD)
    return parts


def _continues(row: Row, above: Row, part: Part, widest: int, words: EntryWords) -> bool:
    """Tell whether the line goes on with the list item or sentence of the line above."""
    if part is Part.HEAD or row.gap or row.bold > above.bold:
        return False
    if row.text[0].islower() or row.text[0] in "(,&+%":
        return True
    if row.line.bbox and above.line.bbox and part is Part.ITEM:
        indent = row.line.bbox[0] - above.line.bbox[0]
        return indent > 2 if above.bullet else abs(indent) <= 2
    full = len(above.text) >= 0.85 * widest and above.text[-1] not in ".:;"
    return full and not any_of(words.titles).search(row.text)


def _anchors(rows: Sequence[Row], parts: Sequence[Part], dates: Sequence[DateRange], words: EntryWords) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    years = 0
    for date in dates:
        touched = [i for i, row in enumerate(rows) if row.whole.overlaps(date.span)]
        if not touched:
            continue
        anchor = _Anchor(touched[0], touched[-1], date)
        if anchors and anchors[-1].last >= anchor.first:
            if anchors[-1].date.single and not date.single:
                anchors[-1] = anchor
            continue
        if _heads_entry(rows, parts, anchor, words):
            anchors.append(anchor)
            years += date.bare
    ranges = [a for a in anchors if not a.date.single]
    if any(parts[a.first] is Part.HEAD for a in ranges):
        return [a for a in anchors if parts[a.first] is Part.HEAD or a.date.start != a.date.end]
    return anchors


def _heads_entry(rows: Sequence[Row], parts: Sequence[Part], anchor: _Anchor, words: EntryWords) -> bool:
    date, part = anchor.date, parts[anchor.first]
    before = rows[anchor.first].text[: max(0, date.span.start - rows[anchor.first].span.start)].strip(MARKS)
    after = rows[anchor.last].text[max(0, date.span.end - rows[anchor.last].span.start) :].strip(MARKS)
    rest = f"{before} {after}"
    count = len(rest.split())
    named = bool(any_of(words.titles).search(rest) or any_of(words.organisations).search(rest))
    if count > LONGEST_HEAD or (part is Part.PROSE and before and after):
        return False
    if part is Part.ITEM:
        return not before or (not after and named)
    if date.bare:
        return (not before or not after) and (named or not count or not before)
    return not before or not after or named or count <= 8


def _heads(
    rows: Sequence[Row], parts: Sequence[Part], anchors: Sequence[_Anchor], words: EntryWords
) -> list[tuple[tuple[int, int], DateRange | None]]:
    """Give first and last line of each entry's head."""
    firsts: list[int] = []
    usual = _above(parts, -1, anchors[0].first)
    usual = usual if usual <= MOST_ABOVE else 0
    for n, anchor in enumerate(anchors):
        floor = anchors[n - 1].last if n else -1
        firsts.append(anchor.first - _own_lines(rows, parts, floor, anchor, usual))
    heads: list[tuple[tuple[int, int], DateRange | None]] = []
    for n, anchor in enumerate(anchors):
        stop = firsts[n + 1] if n + 1 < len(anchors) else len(rows)
        last = anchor.last
        while last + 1 < min(stop, anchor.last + 3) and _belongs_below(rows, parts, anchor, last + 1, words):
            last += 1
        heads.append(((firsts[n], last), anchor.date))
    return heads


def _above(parts: Sequence[Part], floor: int, at: int) -> int:
    """Count the heading lines right above `at`, down to `floor` (not counted)."""
    count = 0
    while at - count - 1 > floor and parts[at - count - 1] is Part.HEAD:
        count += 1
    return count


def _own_lines(rows: Sequence[Row], parts: Sequence[Part], floor: int, anchor: _Anchor, usual: int) -> int:
    """Say how many lines above its date belong to an entry."""
    free = _above(parts, floor, anchor.first)
    if floor < 0:
        return min(free, MOST_ABOVE)
    gaps = [k for k in range(1, free + 1) if rows[anchor.first - k].gap]
    if gaps and gaps[0] <= max(usual, 1) and not rows[anchor.first].gap:
        return gaps[0]
    return min(free, usual)


def _belongs_below(rows: Sequence[Row], parts: Sequence[Part], anchor: _Anchor, at: int, words: EntryWords) -> bool:
    row = rows[at]
    if parts[anchor.first] is Part.ITEM:
        return row.words <= 10 and bool(any_of(words.organisations).search(row.text))
    if parts[at] is not Part.HEAD:
        return False
    return at == anchor.last + 1 or not row.gap


def _undated(rows: Sequence[Row], parts: Sequence[Part], words: EntryWords) -> list[tuple[int, int]]:
    """Heads of entries without a date: short lines with a job title."""
    found: list[tuple[int, int]] = []
    for i, row in enumerate(rows):
        if parts[i] is Part.HEAD and row.words <= 8 and any_of(words.titles).search(row.text):
            follows = found and found[-1][1] == i - 1
            if not follows:
                last = i + 1 if i + 1 < len(rows) and parts[i + 1] is Part.HEAD and not rows[i + 1].gap else i
                found.append((i, last))
    return found
