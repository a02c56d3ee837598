"""Words with boxes -> lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ats_medai.documents.columns import find_split, rows_of
from ats_medai.documents.pieces import Piece, make_pieces
from ats_medai.documents.reading import RawLine
from ats_medai.documents.words import Word

_DEEPEST = 12
_WIDE = 1.2  # of the font size: a wider gap parts the cells of a row


def read_page(words: Sequence[Word], page: int, first_block: int = 0) -> list[RawLine]:
    """Give the lines of one page in reading order; blocks are numbered from `first_block`."""
    lines: list[RawLine] = []
    for block, part in enumerate(_parts(make_pieces(words), 0), first_block):
        lines.extend(_line(row, page, block) for row in rows_of(part))
    return lines


def _parts(pieces: Sequence[Piece], depth: int) -> Iterator[Sequence[Piece]]:
    """Cut a page into parts that are read line by line, in the order in which they are read."""
    split = find_split(pieces) if depth < _DEEPEST else None
    if split is None:
        if pieces:
            yield pieces
        return
    for part in (split.above, split.left, split.right, split.below):
        yield from _parts(part, depth + 1)


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
