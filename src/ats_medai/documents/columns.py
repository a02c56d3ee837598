"""Where does a part of a page fall into columns that are read one after the other?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ats_medai.documents.pieces import Piece

_SAME_EDGE = 3.0  # points: left edges this close belong to one column
_GUTTER = 0.3  # of the font size: what must be free before a column's left edge
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bpresent\b|\bcurrent\b|\bnow\b|\d{1,2}/\d{2,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a page cut in four: what stands above, left, right and below."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Group pieces by baseline, from the top down; within a row from the left."""
    rows: list[list[Piece]] = []
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


def find_split(pieces: Sequence[Piece]) -> Split | None:
    """Give the most telling cut into columns, or None where lines are read right across."""
    if len(pieces) < 4:
        return None
    ordered = sorted(pieces, key=lambda p: p.base)
    best: tuple[float, Split] | None = None
    for edge in _edges(ordered):
        for start, end, left, right in _bands(ordered, edge):
            score = judge(left, right)
            weight = score * min(len(left), len(right))
            if score > 0 and (best is None or weight > best[0]):
                best = weight, Split(ordered[:start], left, right, ordered[end:])
    return best[1] if best else None


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Left edges that three pieces or more share, but for the leftmost."""
    xs = sorted(p.x0 for p in pieces)
    edges: list[float] = []
    start = 0
    for i in range(1, len(xs) + 1):
        if i == len(xs) or xs[i] - xs[i - 1] > _SAME_EDGE:
            if i - start >= 3 and xs[start] > xs[0] + _SAME_EDGE:
                edges.append(xs[start])
            start = i
    return edges


Band = tuple[int, int, list[Piece], list[Piece]]


def _bands(pieces: Sequence[Piece], edge: float) -> list[Band]:
    """Stretches without a piece across the edge, with pieces on both sides."""
    bands: list[Band] = []
    left: list[Piece] = []
    right: list[Piece] = []
    start = 0
    for i, piece in enumerate(pieces):
        if piece.x0 >= edge - 0.5:
            right.append(piece)
        elif piece.x1 <= edge - _GUTTER * piece.size:
            left.append(piece)
        else:
            if left and right:
                bands.append((start, i, left, right))
            left, right, start = [], [], i + 1
    if left and right:
        bands.append((start, len(pieces), left, right))
    return bands


def judge(left: Sequence[Piece], right: Sequence[Piece]) -> float:
    """Weigh whether two sides are columns of their own (above 0) or parts of the same lines (0 or less)."""
    left_rows, right_rows = rows_of(left), rows_of(right)
    few, many = sorted((left_rows, right_rows), key=len)
    if len(few) < 2:
        return 0.0
    aligned = _aligned(few, many)
    score = 2.0 if aligned < 0.5 else 0.5 if aligned < 0.8 else -1.5 if aligned >= 0.9 else -0.5
    switches = _switches(left, right)
    score += 2 * max(0.0, 1 - (switches - 1) / (2 * len(few) - 1)) - 1
    dense = _density(few)
    score += 1.0 if dense > 0.6 else -1.0 if dense < 0.35 else 0.0
    dated = sum(any(_DATE.search(p.text) for p in row) for row in few) / len(few)
    if dated >= 0.5:
        score -= 2.0
    return score


def _aligned(few: Sequence[Sequence[Piece]], many: Sequence[Sequence[Piece]]) -> float:
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
    return sum(a != b for a, b in zip(sides, sides[1:], strict=False))


def _density(rows: Sequence[Sequence[Piece]]) -> float:
    """Share of steps between rows that are no wider than lines of one paragraph or list."""
    steps = [b[0].base - a[0].base for a, b in zip(rows, rows[1:], strict=False)]
    usual = median(row[0].size for row in rows)
    return sum(step <= 2.2 * usual for step in steps) / len(steps)
