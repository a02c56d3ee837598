"""Labels in a rail at the left: dates, section names or terms that belong to what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import inf

from ats_medai.documents.pieces import Piece
from ats_medai.documents.rows import Rows, aligned_share, are_cards, is_dated, rows_of, stacks_of, starts_with_heading

_BETWEEN = frozenset({"to", "until", "till", "and", "through", "bis", "à", "a"})
_APART = 1.5  # of the font size: a narrower gap is a wide space in a line
_EDGE = 3.0  # points: edges this close are the same
_BULLETS = frozenset("•●○◦▪■□◆‣⁃∙➢❖✓·–-*")
_BLANK = 0.8  # of the font size: a wider stripe without text parts paragraphs or sections


def label_runs(ordered: Sequence[Piece], start: int, end: int, edge: float) -> list[tuple[int, int]]:
    """Cut a stretch, at blank stripes from edge to edge, between parts with labels at the left and parts without."""
    cuts = [start]
    foot = ordered[start].bottom
    for i in range(start + 1, end):
        piece = ordered[i]
        if piece.top - foot > _BLANK * piece.size:
            cuts.append(i)
        foot = max(foot, piece.bottom)
    if len(cuts) == 1:
        return [(start, end)]
    parts = list(pairwise([*cuts, end]))
    stretch = ordered[start:end]
    narrow = edge - min([p.x0 for p in stretch]) < 0.5 * (max([p.x1 for p in stretch]) - edge)
    kinds = [0] * len(parts)  # 0 may be columns, 1 has labels, higher numbers are cards, each by itself
    for number, (first, last) in enumerate(parts):
        left, right = _sides(ordered[first:last], edge)
        if not left or not right:
            continue
        if are_cards(_level_with(left, right), right):
            kinds[number] = number + 2
        elif narrow and _is_labelled(left, right):
            kinds[number] = 1
    _drop_chance(kinds)
    runs: list[tuple[int, int]] = []
    for _, group in groupby(range(len(parts)), key=kinds.__getitem__):
        run = [parts[number] for number in group]
        while len(run) > 1 and run[-1][1] < len(ordered) and _is_heading(ordered, run[-1], edge):
            run.pop()  # it belongs to what follows
        runs.append((run[0][0], run[-1][1]))
    return runs


def _drop_chance(kinds: list[int]) -> None:
    """One part with labels, or one pair of cards, may be chance."""
    if sum(kind > 1 for kind in kinds) < 2:
        kinds[:] = [int(kind == 1) for kind in kinds]
    for kind, group in groupby(range(len(kinds)), key=kinds.__getitem__):
        numbers = list(group)
        if kind == 1 and len(numbers) == 1 and numbers[0] != len(kinds) - 1:
            kinds[numbers[0]] = 0


def _sides(part: Sequence[Piece], edge: float) -> tuple[Rows, Rows]:
    """The rows on both sides; none at all where one side is empty, as mostly: they would tell nothing."""
    left = [p for p in part if p.x0 + 0.5 < edge]
    right = [p for p in part if p.x0 + 0.5 >= edge]
    return (rows_of(left), rows_of(right)) if left and right else ([], [])


def _level_with(left: Rows, right: Rows) -> Rows:
    """The left rows without those above the first row of the right ones."""
    top = right[0][0].base - 0.5 * right[0][0].size
    return [row for row in left if row[0].base >= top]


def _is_heading(ordered: Sequence[Piece], part: tuple[int, int], edge: float) -> bool:
    """A row at the left with nothing beside it."""
    pieces = ordered[part[0] : part[1]]
    return len(rows_of(pieces)) == 1 and all(piece.x0 + 0.5 < edge for piece in pieces)


def _is_labelled(left: Rows, right: Rows) -> bool:
    """Few rows at the left, the first of them on the line of the first row beside it."""
    if not left or not right or not len(left) <= min(3, len(right)):
        return False
    if starts_with_heading(left) and starts_with_heading(right):
        return False
    return abs(left[0][0].base - right[0][0].base) <= 0.2 * left[0][0].size


def _is_table(labels: Rows, beside: Sequence[Piece]) -> bool:
    """Tell whether each label has a row of its own beside it, so that all are read row by row.

    A label that is wrapped over two lines, or a stack of dates such as "2019", "to", "2021", is one label instead.
    """
    rows = rows_of(beside)
    until = [row for row in rows if row[0].base <= labels[-1][0].base + 0.2 * row[0].size]
    if len(until) != len(labels) or aligned_share(labels, rows) < 1:
        return False
    if any(_goes_on(row[-1].text, after[0].text) for row, after in pairwise(labels)):
        return False
    return len(labels) >= 3 or len(rows) == len(labels) or all(map(is_dated, labels))


def _goes_on(text: str, after: str) -> bool:
    """Tell whether a label's line is only the first half of a range of dates."""
    ends = text.rsplit(None, 1)[-1].lower() in _BETWEEN or text[-1] in "-–—,&/"
    return ends or after.split(maxsplit=1)[0].lower() in _BETWEEN or after[0] in "-–—"


def read_rail(left: Sequence[Piece], right: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Give the parts of a rail and of what it labels in reading order: each label before what stands beside it."""
    stacks = stacks_of(rows_of(left))
    starts = [stack[0][0].base - 0.5 * stack[0][0].size for stack in stacks]
    yield [p for p in right if p.base < starts[0]]
    for stack, start, end in zip(stacks, starts, [*starts[1:], inf], strict=True):
        beside = [p for p in right if start <= p.base < end]
        label = [p for row in stack for p in row]
        if len(stack) == 1 or _is_table(stack, beside):
            yield label + beside
        else:
            yield label
            yield beside


def lift_notes(rows: Rows) -> Rows:
    """Move dates and places, stacked at the right edge beside the bullets of an entry, up to the entry's first line."""
    lifted: Rows = []
    entry: list[Piece] | None = None  # the row that the stack at the right edge belongs to
    among_bullets = False
    for row in rows:
        bullet = row[0].text[0] in _BULLETS
        beside = len(row) > 1 and row[-1].x0 - row[-2].x1 > _APART * row[-1].size
        if beside and entry and (bullet or among_bullets) and _same_edge(row[-1], entry[-1]):
            entry.append(row[-1])
            lifted.append(row[:-1])
            among_bullets = True
            continue
        among_bullets = False
        entry = list(row) if beside and not bullet else None
        lifted.append(entry or row)
    return lifted


def _same_edge(one: Piece, other: Piece) -> bool:
    return abs(one.x1 - other.x1) < _EDGE or abs(one.x0 - other.x0) < _EDGE
