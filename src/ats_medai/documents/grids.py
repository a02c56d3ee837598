"""Small grids of cells, such as skills in three columns, that the file draws column after column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ats_medai.documents.rows import Row, Rows

_NEAR = 3.0  # points: cells whose left edges are this close stand in one column
_LINE = 1.7  # of the font size: rows of a grid follow each other no further apart


def unfold_grids(rows: Rows) -> Iterator[Row]:
    """Give the rows as they are, but the cells of a grid that is drawn column by column one by one, in that order."""
    i = 0
    while i < len(rows):
        end = _grid_end(rows, i)
        if end - i >= 2 and _drawn_by_column(rows[i:end]):
            yield from ([piece] for piece in sorted((p for row in rows[i:end] for p in row), key=lambda p: p.first))
            i = end
        else:
            yield rows[i]
            i += 1


def _grid_end(rows: Rows, start: int) -> int:
    """One past the last row of the grid that starts with a row of three cells or more."""
    if len(rows[start]) < 3:
        return start
    edges = [piece.x0 for piece in rows[start]]
    end = start + 1
    while end < len(rows):
        row = rows[end]
        close = row[0].base - rows[end - 1][0].base <= _LINE * row[0].size
        known = all(any(abs(piece.x0 - x) <= _NEAR for x in edges) for piece in row[1:] or row)
        if not close or not (known or len(row) >= 3):
            break
        edges += [piece.x0 for piece in row]
        end += 1
    return end


def _drawn_by_column(rows: Rows) -> bool:
    """Tell whether the file goes down the columns rather than along the rows."""
    places = sorted((piece.first, number, piece.x0) for number, row in enumerate(rows) for piece in row)
    steps = list(pairwise(places))
    along = sum(number == after for (_, number, _), (_, after, _) in steps)
    down = sum(number != after and abs(x - next_x) <= _NEAR for (_, number, x), (_, after, next_x) in steps)
    return down > along
