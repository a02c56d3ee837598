"""Where does a part of a page fall into columns that are read one after the other?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ats_medai.documents.pieces import Piece

_SAME_EDGE = 3.0  # points: left edges this close belong to one column
_GUTTER = 0.3  # of the font size: what must be free before a column's left edge
_ENOUGH = 0.6  # of the score: columns for less would tear lines apart
_SURE = 1.0  # of the score: what the left side holds below the end of the right one belongs to its column
_LONG = 6  # pieces: a shorter stretch beside another is no column that goes on by itself
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bpresent\b|\bcurrent\b|\bnow\b|\d{1,2}/\d{2,4}", re.IGNORECASE)

Row = list[Piece]
Rows = list[Row]


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a page cut in four: what stands above, left, right and below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    rail: bool = False
    """The left side labels the right one: each label is read before what stands beside it."""


def rows_of(pieces: Sequence[Piece]) -> Rows:
    """Group pieces by baseline, from the top down; within a row from the left."""
    rows: Rows = []
    at = size = 0.0
    for piece in sorted(pieces, key=lambda p: p.base):
        if rows and piece.base - at <= 0.45 * min(size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            at, size = piece.base, piece.size
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of pieces, by baseline, that an edge parts in two."""

    start: int
    end: int
    left: list[Piece]
    right: list[Piece]
    top: float
    """Baseline from which both sides have text ..."""
    foot: float
    """... and to which."""
    beside: int
    """How many pieces the side with fewer has there."""
    score: float
    """How clearly the sides are columns."""
    rail: bool


def find_split(pieces: Sequence[Piece]) -> Split | None:
    """Give the most telling cut into columns or a rail of labels, or None where lines are read right across."""
    if len(pieces) < 4:
        return None
    ordered = sorted(pieces, key=lambda p: p.base)
    found = list(bands(ordered))
    columns = [band for band in found if band.score >= _ENOUGH]
    if columns:
        return _cut(ordered, max(columns, key=lambda band: min(band.score, 3.0) * min(len(band.left), len(band.right))))
    rails = [band for band in found if band.rail]
    return _cut(ordered, max(rails, key=lambda band: band.end - band.start)) if rails else None


def bands(ordered: Sequence[Piece]) -> Iterator[Band]:
    """Give every stretch that might fall into two, judged where both sides have text."""
    extents = [(p.x0 + 0.5, p.x1 + _GUTTER * p.size) for p in ordered]
    for edge in _edges(ordered):
        for start, end in _stretches(extents, edge):
            left = [p for p in ordered[start:end] if p.x0 + 0.5 < edge]
            right = [p for p in ordered[start:end] if p.x0 + 0.5 >= edge]
            top = max(left[0].base, right[0].base)
            foot = min(left[-1].base, right[-1].base)
            beside = _between(left, top, foot), _between(right, top, foot)
            score, rail = judge(*beside)
            yield Band(start, end, left, right, top, foot, min(map(len, beside)), score, rail)


def _between(pieces: Sequence[Piece], top: float, foot: float) -> list[Piece]:
    """The pieces beside which the other side has some too."""
    return [p for p in pieces if top - 0.6 * p.size <= p.base <= foot + 0.6 * p.size]


def _cut(ordered: list[Piece], band: Band) -> Split:
    above, left, right, below = ordered[: band.start], band.left, band.right, ordered[band.end :]
    title = _title(left, right)
    above, right = above + right[:title], right[title:]
    if (band.score < _SURE or band.beside < _LONG) and left[-1].base > band.foot:
        end = _close_end(left, band.foot)
        below, left = left[end:] + below, left[:end]
    return Split(above, left, right, below, band.rail)


def _close_end(pieces: Sequence[Piece], foot: float) -> int:
    """Where, below a baseline, pieces no longer follow each other as lines of one paragraph or list do."""
    for i, (before, piece) in enumerate(pairwise(pieces), 1):
        if piece.base > foot + 0.9 * piece.size and piece.base - before.base > 1.8 * piece.size:
            return i
    return len(pieces)


def _title(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How many pieces of the right side are a name that is set above the left one, and so is read first."""
    first, largest = left[0], max(p.size for p in left)
    lead = [p.size > largest and p.base < first.base - 0.9 * first.size for p in right]
    return len(lead) - lead[::-1].index(True) if any(lead) else 0


def stacks_of(rows: Rows) -> list[Rows]:
    """Group rows that follow each other closely."""
    steps = [b[0].base - a[0].base for a, b in pairwise(rows)]
    stacks = [[rows[0]]]
    for step, row in zip(steps, rows[1:], strict=True):
        if step > 1.75 * min(row[0].size, stacks[-1][-1][0].size):
            stacks.append([row])
        else:
            stacks[-1].append(row)
    return stacks


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Left edges that three pieces or more share, but for the leftmost, and right ends of nearly empty stripes."""
    xs = sorted(p.x0 for p in pieces)
    edges: list[float] = []
    start = 0
    for i in range(1, len(xs) + 1):
        if i == len(xs) or xs[i] - xs[i - 1] > _SAME_EDGE:
            if i - start >= 3 and xs[start] > xs[0] + _SAME_EDGE:
                edges.append(xs[start])
            start = i
    for zone in (pieces, *_zones(pieces)):
        edges += [x for x in _stripe_ends(zone) if all(abs(x - edge) > 1 for edge in edges)]
    return edges


def _zones(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Stretches between lines that run over most of the width."""
    wide = 0.55 * (max(p.x1 for p in pieces) - min(p.x0 for p in pieces))
    start = 0
    for i, piece in enumerate(pieces):
        if piece.x1 - piece.x0 > wide:
            if i - start >= 4:
                yield pieces[start:i]
            start = i + 1
    if len(pieces) - start >= 4:
        yield pieces[start:]


def _stripe_ends(pieces: Sequence[Piece]) -> list[float]:
    marks = sorted([(p.x0, 1) for p in pieces] + [(p.x1, -1) for p in pieces])
    few = 0.12 * len(pieces)
    ends: list[float] = []
    over = 0
    free_from: float | None = None
    for x, change in marks[:-1]:
        before, over = over, over + change
        if before > few >= over:
            free_from = x
        elif free_from is not None and over > before:
            if x - free_from > 5.0:
                ends.append(x)
            free_from = x if over <= few else None
    return ends


def _stretches(extents: Sequence[tuple[float, float]], edge: float) -> Iterator[tuple[int, int]]:
    """Runs of pieces without one across the edge, with pieces on both sides."""
    start = 0
    left = right = False
    for i, (x0, x1) in enumerate(extents):
        if x0 >= edge:
            right = True
        elif x1 <= edge:
            left = True
        else:
            if left and right:
                yield start, i
            start = i + 1
            left = right = False
    if left and right:
        yield start, len(extents)


def judge(left: Sequence[Piece], right: Sequence[Piece]) -> tuple[float, bool]:
    """Weigh whether two sides are columns (above 0) or parts of the same lines, and whether the left one is a rail."""
    left_rows, right_rows = rows_of(left), rows_of(right)
    few, many = sorted((left_rows, right_rows), key=len)
    if not few or len(many) < 3:
        return 0.0, False
    stacks = stacks_of(few)
    aligned = _aligned(_quiet(few), many)
    usual = _usual([*few, *many])
    signs = _Signs(
        aligned=aligned,
        apart=max(0.0, 1 - (_switches(left, right) - 1) / (2 * len(few) - 1)) if len(few) > 1 else 0.0,
        dense=1 - (len(stacks) - 1) / (len(few) - 1) if len(few) > 1 else 0.0,
        dated=_share(few, _is_dated),
        labelled=_share(left_rows, lambda row: row[-1].text.endswith(":")),
        headings=_headings(few),
        alone=_are_alone(_loud(few, usual), many) or _are_alone(_loud(many, usual), few),
        headed=_headed(few) and _headed(many),
        even=len(few) >= 0.8 * len(many),
        unlike=max(row[0].size for row in few) > 1.6 * _usual(many) and len(stacks_of(many)) == 1,
    )
    score = signs.score
    if _are_labels(stacks, many) and _width(few) < 0.6 * _width(many):
        return min(score, 0.0), few is left_rows and len(stacks) < len(few)
    return score, False


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for and against columns. `few` is the side with fewer rows."""

    aligned: float
    """Share of the rows of `few` on the baseline of a row beside them: parts of one line are, columns rarely."""
    apart: float
    """1 where the file draws one side after the other, 0 where it goes from line to line."""
    dense: float
    """Share of the rows of `few` that follow the one before closely, as paragraphs and lists do."""
    dated: float
    """Share of the rows of `few` with a date: those belong to what stands beside them."""
    labelled: float
    """Share of the rows of the left side that end in a colon."""
    headings: int
    """Headings in `few` with text of their own below."""
    alone: bool
    """The headings of one side have nothing beside them: they part the page from edge to edge."""
    headed: bool
    """Both sides start with a heading."""
    even: bool
    """Both sides have about as many rows."""
    unlike: bool
    """`few` is set much larger than the one stack beside it, as a name is beside an address."""

    @property
    def score(self) -> float:
        """Above 0 for columns."""
        score = 2.0 if self.aligned < 0.5 else 0.5 if self.aligned < 0.8 else -0.5 if self.aligned < 0.9 else -1.5
        score += 2 * self.apart - 1
        if self.apart < 0.25 and self.aligned >= 0.8 and (self.alone or not self.headings):
            score -= 1.0
        score += 1.0 if self.dense > 0.6 else -1.0 if self.dense < 0.35 else 0.0
        score += -2.0 if self.alone else 0.75 * min(2, self.headings)
        if self.headed:
            score += 2.0
        elif self.even and self.aligned >= 0.9 and not self.headings:
            score -= 1.5  # a table: row by row
        if self.unlike and self.aligned < 0.9:
            score += 1.5
        if self.dated >= 0.5:
            score -= 2.0
        if self.labelled >= 0.5:
            score -= 2.0
        return score


def _usual(rows: Rows) -> float:
    return median(row[0].size for row in rows)


def _is_dated(row: Row) -> bool:
    return any(_DATE.search(piece.text) for piece in row)


def _share(rows: Rows, test: Callable[[Row], bool]) -> float:
    return sum(map(test, rows)) / len(rows)


def _width(rows: Rows) -> float:
    return max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)


def _are_labels(stacks: Sequence[Rows], beside: Rows) -> bool:
    """Small stacks that each start on the line of what they label; headings may stand between them alone."""
    usual = median(row[0].size for stack in stacks for row in stack)
    loud = [stack for stack in stacks if stack[0][0].size > 1.15 * usual]
    labels = [stack for stack in stacks if stack[0][0].size <= 1.15 * usual]
    if len(labels) < 2 or any(len(stack) > 1 for stack in loud):
        return False
    starts = _aligned([stack[0] for stack in labels], beside)
    return starts >= 0.8 and sum(map(len, labels)) <= 3.2 * len(labels)


def _headings(rows: Rows) -> int:
    """Rows that stand out, with two plain rows or more close below."""
    usual = _usual(rows)
    loud = [_stands_out(row, usual) for row in rows]
    return sum(
        loud[i] and not loud[i + 1] and not loud[i + 2] and rows[i + 2][0].base - rows[i][0].base < 4.5 * usual
        for i in range(len(rows) - 2)
    )


def _quiet(rows: Rows) -> Rows:
    """Rows without those that are set larger: a heading at the right edge has nothing beside it."""
    usual = _usual(rows)
    quiet = [row for row in rows if row[0].size <= 1.15 * usual]
    return quiet if len(quiet) > 1 else rows


def _loud(rows: Rows, usual: float) -> Rows:
    return [row for row in rows if row[0].size > 1.15 * usual]


def _are_alone(headings: Rows, beside: Rows) -> bool:
    """Tell whether three in four of some headings have no row of the other side next to them."""
    if len(headings) < 2:
        return False
    free = sum(
        all(abs(row[0].base - heading[0].base) > 0.9 * heading[0].size for row in beside) for heading in headings
    )
    return free >= 0.75 * len(headings)


def _headed(rows: Rows) -> bool:
    """Starts with a heading of its own: larger than the rest, or in capitals where the next row is not."""
    if len(rows) < 2:
        return False
    usual = _usual(rows[1:])
    if all(piece.size > 1.08 * usual for piece in rows[0]):
        return True
    return all(piece.text.isupper() and len(piece.text) > 3 for piece in rows[0]) and not rows[1][0].text.isupper()


def _stands_out(row: Row, usual: float) -> bool:
    text = row[0].text
    return row[0].size > 1.15 * usual or (row[0].bold and len(row) == 1) or (text.isupper() and len(text) > 3)


def _aligned(few: Rows, many: Rows) -> float:
    """Share of rows on the one side that stand on the baseline of a row on the other."""
    bases = [row[0].base for row in many]
    hits = 0
    j = 0
    for row in few:
        base, tolerance = row[0].base, 0.15 * row[0].size
        while j < len(bases) - 1 and bases[j] < base - tolerance:
            j += 1
        hits += abs(bases[j] - base) <= tolerance
    return hits / len(few)


def _switches(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How often the file, as it draws, changes from one side to the other."""
    sides = [side for _, side in sorted([(p.first, 0) for p in left] + [(p.first, 1) for p in right])]
    return sum(a != b for a, b in pairwise(sides))
