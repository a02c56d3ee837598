"""Rows and stacks of pieces: what stands on one baseline, and what follows closely below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from ats_medai.documents.pieces import Piece

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bpresent\b|\bcurrent\b|\bnow\b|\d{1,2}/\d{2,4}", re.IGNORECASE)

_BASE, _LEFT = attrgetter("base"), attrgetter("x0")

Row = list[Piece]
Rows = list[Row]


def rows_of(pieces: Sequence[Piece]) -> Rows:
    """Group pieces by baseline, from the top down; within a row from the left."""
    rows: Rows = []
    at = size = 0.0
    for piece in sorted(pieces, key=_BASE):
        if rows and piece.base - at <= 0.45 * min(size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            at, size = piece.base, piece.size
    for row in rows:
        if len(row) > 1:
            row.sort(key=_LEFT)
    return rows


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


def usual_size(rows: Rows) -> float:
    """Give the median size of the type."""
    return median(row[0].size for row in rows)


def width_of(rows: Rows) -> float:
    """Give the distance from the leftmost to the rightmost edge."""
    return max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)


def is_dated(row: Row) -> bool:
    """Tell whether a row has a year, a month with a year, or a word for today."""
    return any(_DATE.search(piece.text) for piece in row)


def aligned_share(few: Rows, many: Rows) -> float:
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


def starts_with_heading(rows: Rows) -> bool:
    """Starts with a heading of its own: larger than the rest, or in capitals where the next row is not."""
    if len(rows) < 2:
        return False
    usual = usual_size(rows[1:])
    if all(piece.size > 1.08 * usual for piece in rows[0]):
        return True
    return all(piece.text.isupper() and len(piece.text) > 3 for piece in rows[0]) and not rows[1][0].text.isupper()


def are_cards(left: Rows, right: Rows) -> bool:
    """Tell two blocks of text side by side, each below a title in bold on the same line."""
    if min(len(left), len(right)) < 2 or max(len(left), len(right)) < 3:
        return False
    if min(width_of(left), width_of(right)) < 0.5 * max(width_of(left), width_of(right)):
        return False
    level = abs(left[0][0].base - right[0][0].base) <= 0.2 * left[0][0].size
    return level and all(side[0][0].bold and not side[1][0].bold for side in (left, right))
