"""Left edges at which a column might begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ats_medai.documents.pieces import Piece

_SAME_EDGE = 3.0  # points: left edges this close belong to one column


def left_edges(pieces: Sequence[Piece]) -> list[float]:
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
    wide = 0.55 * (max([p.x1 for p in pieces]) - min([p.x0 for p in pieces]))
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
