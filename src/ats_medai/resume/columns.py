"""Which block of a page goes on from which: the one above it in the same column."""

from __future__ import annotations

from collections.abc import Sequence

from ats_medai.resume.rows import Row

Place = tuple[int, int]
"""Page and block."""
Box = tuple[float, float]


def place_of(row: Row) -> Place:
    """Give page and block of a line."""
    return row.line.page, row.line.block


def continued_blocks(rows: Sequence[Row]) -> dict[Place, Place]:
    """Give, for each block that does not stand below the block before it, the last earlier one of its own column."""
    boxes: dict[Place, Box] = {}
    for row in rows:
        if row.line.bbox:
            place = place_of(row)
            left, right = boxes.get(place, (row.line.bbox[0], row.line.bbox[2]))
            boxes[place] = (min(left, row.line.bbox[0]), max(right, row.line.bbox[2]))
    order = list(boxes)
    found: dict[Place, Place] = {}
    for i, place in enumerate(order[1:], start=1):
        if _same_column(boxes[place], boxes[order[i - 1]]):
            continue
        for earlier in reversed(order[: i - 1]):
            if _same_column(boxes[place], boxes[earlier]):
                found[place] = earlier
                break
    return found


def _same_column(one: Box, other: Box) -> bool:
    """Tell whether the narrower of two blocks lies at least half within the other."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= 0.5 * max(min(one[1] - one[0], other[1] - other[0]), 1.0)
