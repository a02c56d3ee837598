"""Where does a part of a page fall into columns that are read one after the other?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ats_medai.documents.edges import left_edges
from ats_medai.documents.labels import label_runs
from ats_medai.documents.pieces import Piece
from ats_medai.documents.signs import judge

_GUTTER = 0.3  # of the font size: what must be free before a column's left edge
_ENOUGH = 0.6  # of the score: columns for less would tear lines apart
_SURE = 1.0  # of the score: what the left side holds below the end of the right one belongs to its column
_FEWEST = 4  # pieces: one beside three are the smallest columns
_LONG = 6  # pieces: a shorter stretch beside another is no column that goes on by itself


Judgements = dict[tuple[float, ...], tuple[float, bool]]
"""What was judged of a page before: parts of it come up again as it is cut smaller."""


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a page cut in four: what stands above, left, right and below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    rail: bool = False
    """The left side labels the right one: each label is read before what stands beside it."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of pieces, by baseline, that an edge parts in two."""

    start: int
    end: int
    left: list[Piece]
    right: list[Piece]
    foot: float
    """Where the side that ends first ends."""
    beside: int
    """How many pieces the side with fewer has there."""
    score: float
    """How clearly the sides are columns."""
    rail: bool


def find_split(pieces: Sequence[Piece], known: Judgements) -> Split | None:
    """Give the most telling cut into columns or a rail of labels, or None where lines are read right across."""
    if len(pieces) < _FEWEST:
        return None
    ordered = sorted(pieces, key=attrgetter("base"))
    found = list(bands(ordered, known))
    columns = [band for band in found if band.score >= _ENOUGH]
    if columns:
        return _cut(ordered, max(columns, key=lambda band: min(band.score, 3.0) * min(len(band.left), len(band.right))))
    rails = [band for band in found if band.rail]
    return _cut(ordered, max(rails, key=lambda band: band.end - band.start)) if rails else None


def bands(ordered: Sequence[Piece], known: Judgements) -> Iterator[Band]:
    """Give every stretch that might fall into two, judged where both sides have text."""
    extents = [(p.x0 + 0.5, p.x1 + _GUTTER * p.size) for p in ordered]
    for edge in left_edges(ordered):
        for start, end in _stretches(extents, edge):
            if end - start < _FEWEST:
                continue
            for first, last in label_runs(ordered, start, end, edge):
                band = _band(ordered[first:last], first, edge, known)
                if band is not None:
                    yield band


def _band(pieces: Sequence[Piece], start: int, edge: float, known: Judgements) -> Band | None:
    left = [p for p in pieces if p.x0 + 0.5 < edge]
    right = [p for p in pieces if p.x0 + 0.5 >= edge]
    if not left or not right or len(pieces) < _FEWEST:
        return None
    top = max(min([p.top for p in left]), min([p.top for p in right]))
    foot = min(max([p.bottom for p in left]), max([p.bottom for p in right]))
    beside = _between(left, top, foot), _between(right, top, foot)
    key = (edge, *(side[i].first for side in beside if side for i in (0, -1)), *map(len, beside))
    if key not in known:
        known[key] = judge(*beside)
    score, rail = known[key]
    return Band(start, start + len(pieces), left, right, foot, min(map(len, beside)), score, rail)


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


def _between(pieces: Sequence[Piece], top: float, foot: float) -> list[Piece]:
    """The pieces beside which the other side has some too."""
    return [p for p in pieces if p.bottom > top and p.top < foot]


def _cut(ordered: list[Piece], band: Band) -> Split:
    above, left, right, below = ordered[: band.start], band.left, band.right, ordered[band.end :]
    title = _title(left, right)
    above, right = above + right[:title], right[title:]
    if (band.score < _SURE or band.beside < _LONG) and left[-1].top > band.foot:
        end = _close_end(left, band.foot)
        below, left = left[end:] + below, left[:end]
    return Split(above, left, right, below, band.rail)


def _close_end(pieces: Sequence[Piece], foot: float) -> int:
    """Where, below a baseline, pieces no longer follow each other as lines of one paragraph or list do."""
    for i, (before, piece) in enumerate(pairwise(pieces), 1):
        if piece.top > foot and piece.base - before.base > 1.8 * piece.size:
            return i
    return len(pieces)


def _title(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How many pieces of the right side are a name that is set above the left one, and so is read first."""
    first, largest = left[0], max(p.size for p in left)
    lead = [p.size > largest and p.base < first.base - 0.9 * first.size for p in right]
    return len(lead) - lead[::-1].index(True) if any(lead) else 0
