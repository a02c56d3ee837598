"""Words with boxes -> lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from ats_medai.documents.columns import Judgements, Split, find_split
from ats_medai.documents.grids import unfold_grids
from ats_medai.documents.labels import lift_notes, read_rail
from ats_medai.documents.pieces import Piece, make_pieces
from ats_medai.documents.reading import RawLine
from ats_medai.documents.rows import Row, rows_of
from ats_medai.documents.words import Word

_DEEPEST = 12
_COLUMN = 4  # pieces: fewer beside others are no column to speak of
_WIDE = 1.2  # of the font size: a wider gap parts the cells of a row


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page in reading order."""

    lines: list[RawLine]
    naive: list[str] | None
    """Its lines as they run from the left edge to the right one, where the order differs."""
    columns: bool
    """Some of it stands in columns side by side."""
    spaced: tuple[int, ...]
    """Places in `lines` of those with letter-spaced words."""


def read_page(words: Sequence[Word], page: int, first_block: int = 0) -> PageLines:
    """Give the lines of one page in reading order; blocks are numbered from `first_block`."""
    pieces = make_pieces(words)
    cuts: list[Split] = []
    lines: list[RawLine] = []
    spaced: list[int] = []
    order: list[int] = []
    for block, part in enumerate(_parts(pieces, cuts, {}), first_block):
        for row in chain.from_iterable(map(_untangled, unfold_grids(lift_notes(rows_of(part))))):
            if any(piece.spaced for piece in row):
                spaced.append(len(lines))
            lines.append(_line(row, page, block))
            order += [piece.first for piece in row]
    across = rows_of(pieces) if cuts else []
    differs = order != [piece.first for row in across for piece in row]
    naive = [_text(row) for row in across] if cuts and differs else None
    columns = any(not cut.rail and min(len(cut.left), len(cut.right)) >= _COLUMN for cut in cuts)
    return PageLines(lines, naive, columns, tuple(spaced))


def _parts(pieces: Sequence[Piece], cuts: list[Split], known: Judgements, depth: int = 0) -> Iterator[Sequence[Piece]]:
    """Cut a page into parts that are read line by line, in the order in which they are read; collect the cuts."""
    split = find_split(pieces, known) if depth < _DEEPEST else None
    if split is None:
        if pieces:
            yield pieces
        return
    cuts.append(split)
    for part in (
        split.above,
        *(read_rail(split.left, split.right) if split.rail else (split.left, split.right)),
        split.below,
    ):
        yield from _parts(part, cuts, known, depth + 1)


def _untangled(row: Row) -> list[Row]:
    """Pieces that are printed over each other are lines of their own, in the order of drawing."""
    if all(after.x0 > before.x1 - before.size for before, after in pairwise(row)):
        return [row]
    lines: list[Row] = []
    for piece in sorted(row, key=lambda p: p.first):
        free = (line for line in lines if all(p.x1 - p.size < piece.x0 or piece.x1 - p.size < p.x0 for p in line))
        line = next(free, None)
        if line is None:
            lines.append([piece])
        else:
            line.append(piece)
    return [sorted(line, key=lambda p: p.x0) for line in lines]


def _line(row: Sequence[Piece], page: int, block: int) -> RawLine:
    largest = max(row, key=lambda p: p.size)
    box = (min(p.x0 for p in row), min(p.top for p in row), max(p.x1 for p in row), max(p.bottom for p in row))
    bold = sum(len(p.text) if p.bold else -len(p.text) for p in row) > 0
    return RawLine(_text(row), page, box, largest.size, bold, block=block)


def _text(row: Sequence[Piece]) -> str:
    """Join the pieces of a row; a tab stands for a wide space, so that a date at the right edge stays a cell."""
    text = row[0].text
    for before, piece in pairwise(row):
        wide = piece.x0 - before.x1 > _WIDE * min(before.size, piece.size) and not (before.spaced and piece.spaced)
        text += ("\t" if wide else " ") + piece.text
    return text
