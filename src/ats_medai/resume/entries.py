"""Rows of a section -> entries: which lines head an entry, and which date is its own.

The date is the anchor. How many lines the first entry has above its date tells how the section is set (title and
employer above the date, beside it or below), and the other entries are read the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ats_medai.model import EntryWords, Span
from ats_medai.resume.cells import SEPARATOR, SURE, is_remark, title_strength
from ats_medai.resume.dates import DateRange, dates_in
from ats_medai.resume.parts import LONGEST_HEAD, Part, find_parts
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

MOST_ABOVE = 3
MOST_BELOW = 2
FARTHEST = 1_000
"""Characters looked at to each side of a date, more than the longest head has: one line may hold many dates."""
FEW_WORDS = 8
FEW_LETTERS = 3
"""Letters of the small words in a name ("of", "and")."""
MARKS = " ,;:|•·–—-()[]/"


@dataclass(frozen=True, slots=True)
class Entry:
    """Lines that head an entry, in reading order, with their date; `span` goes on to the next entry."""

    head: tuple[Row, ...]
    below: int
    """So many of the last lines stand below the date."""
    date: DateRange | None
    span: Span
    bare: bool = False
    """No list item or prose stands between this entry's head and the next one's."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    first: int
    last: int
    date: DateRange
    floating: bool
    """The date is a cell of its own beside a line that is no head."""
    complete: bool = False
    """The date's line names title and employer itself."""

    def date_text(self, rows: Sequence[Row]) -> str:
        """Give the date as it is written on its first line."""
        row = rows[self.first]
        start = max(0, self.date.span.start - row.span.start)
        return row.text[start : self.date.span.end - row.span.start].strip(MARKS)


@dataclass(frozen=True, slots=True)
class _Head:
    first: int
    last: int
    below: int = 0
    date: DateRange | None = None
    without: range = range(0)
    """Lines within that do not belong to the head: those beside a floating date."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one section and what each of them is."""

    rows: Sequence[Row]
    parts: Sequence[Part]
    words: EntryWords
    employers_below: bool = False
    """Most dated list items have an employer's name in the item below."""


def find_entries(rows: Sequence[Row], dates: Sequence[DateRange], words: EntryWords, end: int) -> tuple[Entry, ...]:
    """Give the entries of one section, whose text ends at `end`."""
    block = _Block(rows, find_parts(rows, dates, words), words)
    anchors = _anchors(block, dates)
    block = replace(block, employers_below=_employers_below(block, anchors))
    heads = _heads(block, anchors) if anchors else _undated(block)
    return tuple(_entry(block, head, heads[n + 1].first if n + 1 < len(heads) else None, end)
                 for n, head in enumerate(heads))  # fmt: skip


def _employers_below(block: _Block, anchors: Sequence[_Anchor]) -> bool:
    items = [
        anchor for anchor in anchors if block.parts[anchor.first] is Part.ITEM and anchor.last + 1 < len(block.rows)
    ]
    below = [block.rows[anchor.last + 1] for anchor in items]
    named = sum(
        any_of(block.words.organisations).search(row.text) is not None for row in below if row.words <= FEW_WORDS
    )
    return len(items) > 1 and 2 * named > len(items)


def _entry(block: _Block, head: _Head, following: int | None, end: int) -> Entry:
    stop = end if following is None else block.rows[following].whole.start
    lines = tuple(block.rows[i] for i in range(head.first, head.last + 1) if i not in head.without)
    bare = not head.without and all(part is Part.HEAD for part in block.parts[head.last + 1 : following])
    start = min(block.rows[head.first].whole.start, stop - 1)
    return Entry(lines, head.below, head.date, Span(start, stop), bare)


def _anchors(block: _Block, dates: Sequence[DateRange]) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    for date in dates_in(dates, Span(block.rows[0].whole.start, block.rows[-1].whole.end)):
        first = bisect_right(block.rows, date.span.start, key=lambda row: row.whole.end)
        after = bisect_left(block.rows, date.span.end, first, key=lambda row: row.whole.start)
        anchor = _anchor(block, first, after - 1, date) if first < after else None
        if anchor is None:
            continue
        if anchors and anchors[-1].last >= anchor.first:
            if anchors[-1].date.single and not date.single:
                anchors[-1] = anchor
            continue
        anchors.append(anchor)
    if any(not a.floating and block.parts[a.first] is Part.HEAD and not a.date.single for a in anchors):
        return [a for a in anchors if a.floating or block.parts[a.first] is Part.HEAD]
    return anchors


def _anchor(block: _Block, first: int, last: int, date: DateRange) -> _Anchor | None:
    """Give the date as an anchor, or None where it only occurs in what is told."""
    part = block.parts[first]
    start = max(0, date.span.start - block.rows[first].span.start)
    stop = max(0, date.span.end - block.rows[last].span.start)
    left = block.rows[first].text[max(0, start - FARTHEST) : start]
    right = block.rows[last].text[stop : stop + FARTHEST]
    before, after = left.strip(MARKS + "\t"), right.strip(MARKS + "\t")
    cell = left.rstrip(" ([").endswith("\t") and (not after or right.lstrip(" )]").startswith("\t"))
    count = len(f"{before} {after}".split())
    if part is not Part.HEAD and cell:
        return _Anchor(first, last, date, floating=title_strength(before or after, block.words) < SURE)
    if count > 2 * LONGEST_HEAD:
        return None
    titled, employer = _names(f"{before}, {after}", block.words)
    named, edge = titled or employer, not before or not after
    longest = LONGEST_HEAD if before or date.single or not titled else 2 * LONGEST_HEAD  # "2014 - 2016: Fellow, ..."
    if count > longest or (part is Part.PROSE and not edge):
        return None
    if part is Part.ITEM:
        good = not before or (not after and named and not date.single)
    elif date.bare:
        good = edge and (named or cell or not before)
    else:
        good = edge or named or count <= FEW_WORDS
    return _Anchor(first, last, date, floating=False, complete=titled and employer) if good else None


def _names(text: str, words: EntryWords) -> tuple[bool, bool]:
    """Tell whether a piece of the line is a title, and whether another one is an employer."""
    pieces = [part for piece in SEPARATOR.split(text) for part in piece.split(",")]
    titled = [bool(any_of(words.titles).search(piece)) for piece in pieces]
    employer = [bool(any_of(words.organisations).search(piece)) for piece in pieces]
    return any(titled), any(one and not other for one, other in zip(employer, titled, strict=True))


def _heads(block: _Block, anchors: Sequence[_Anchor]) -> list[_Head]:
    usual = 0 if anchors[0].complete else _free(block.parts, -1, anchors[0].first)
    usual = usual if usual <= MOST_ABOVE else 1
    loose = {k for k in range(1, usual) if block.rows[anchors[0].first - k].gap}
    firsts: list[int] = []
    for n, anchor in enumerate(anchors):
        floor = anchors[n - 1].last if n else -1
        firsts.append(anchor.first - _above(block, floor, anchor, usual, loose))
    heads: list[_Head] = []
    for n, anchor in enumerate(anchors):
        stop = firsts[n + 1] if n + 1 < len(anchors) else len(block.rows)
        if anchor.floating:
            without = range(anchor.first, anchor.last + 1)
            heads.append(_Head(firsts[n], anchor.last, 0, anchor.date, without))
            continue
        last = anchor.last
        while last + 1 < min(stop, anchor.last + 1 + MOST_BELOW) and _goes_below(block, anchor, last + 1):
            last += 1
        heads.append(_Head(firsts[n], last, last - anchor.last, anchor.date))
    return heads


def _free(parts: Sequence[Part], floor: int, at: int) -> int:
    """Count the head lines right above `at`, down to `floor` (not counted)."""
    count = 0
    while at - count - 1 > floor and parts[at - count - 1] is Part.HEAD:
        count += 1
    return count


def _above(block: _Block, floor: int, anchor: _Anchor, usual: int, loose: set[int]) -> int:
    """Say how many lines above its date belong to an entry: up to a gap, but for those within the first head too."""
    if anchor.complete:
        return 0
    free = _free(block.parts, floor, anchor.first)
    if floor < 0:
        return min(free, MOST_ABOVE)
    gaps = [k for k in range(1, free + 1) if block.rows[anchor.first - k].gap and k not in loose]
    if gaps and not block.rows[anchor.first].gap and gaps[0] <= usual + 1:
        return gaps[0]
    return min(free, usual)


def _goes_below(block: _Block, anchor: _Anchor, at: int) -> bool:
    row, words = block.rows[at], block.words
    if block.parts[anchor.first] is Part.ITEM:
        return _belongs_to_item(block, anchor, at)
    if block.parts[at] is not Part.HEAD:
        return False
    if at == anchor.last + 1 or not row.gap:
        return True
    return all(is_remark(between.text, words) for between in block.rows[anchor.last + 1 : at])


def _belongs_to_item(block: _Block, anchor: _Anchor, at: int) -> bool:
    """Tell whether a list item below a dated one names its employer, or below a mere date the title too."""
    row, words = block.rows[at], block.words
    employer = any_of(words.organisations).search(row.text) is not None
    if block.rows[anchor.first].text.strip(MARKS) == anchor.date_text(block.rows):
        titled = title_strength(row.text, words) >= SURE - 1
        return at <= anchor.last + 2 and row.words <= LONGEST_HEAD and (employer or (titled and at == anchor.last + 1))
    return at == anchor.last + 1 and row.words <= FEW_WORDS + 2 and (employer or _is_like_names(block, at))


def _is_like_names(block: _Block, at: int) -> bool:
    """Tell whether an item reads as a name, in a list that names employers below some of its dated items."""
    text = block.rows[at].text
    written = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", text) if len(word) > FEW_LETTERS]
    capitals = sum(word[0].isupper() for word in written)
    return block.employers_below and bool(written) and 2 * capitals > len(written) and text[-1] not in ".:;"


def _undated(block: _Block) -> list[_Head]:
    """Heads of entries without a date: short lines with a job title."""
    found: list[_Head] = []
    for i, row in enumerate(block.rows):
        titled = row.words <= FEW_WORDS and any_of(block.words.titles).search(row.text)
        if block.parts[i] is not Part.HEAD or not titled or (found and found[-1].last >= i - 1):
            continue
        below = block.rows[i + 1] if i + 1 < len(block.rows) else None
        paired = below is not None and block.parts[i + 1] is Part.HEAD and not below.gap
        found.append(_Head(i, i + paired))
    return found
