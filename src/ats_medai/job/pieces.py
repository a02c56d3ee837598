"""An advert's text as lines and bullets: wrapped lines joined, bullets inside a line taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ats_medai.model import Span

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_BULLET = re.compile(
    r"[\s>#]*(?:[•●○◦▪■□➢➤►▶✓✔✅★☆·∙‣⁃❖◆◇→»+*\-–—−§\uf0b7\uf0a7]|o(?=\s)|\(?\d{1,2}[.)](?!\d)|\(?[a-hA-H][.)]|\(?[ivx]{1,4}[.)])\s+"
)
_INNER_BULLET = re.compile(r"\s*[•●○◦▪■➢➤►▶✓✔✅‣⁃❖\uf0b7\uf0a7]+\s*|\s+·\s+")
_INNER_DASH = re.compile(r"(?:(?<=[.;:!?])\s*|\s{2,})[-–—*]\s+(?=\S)|(?<=[a-z)])-\s+(?=[A-Z])")
"""Dashes that are surely bullets: behind the end of a sentence, or without a space before them."""
_LOOSE_DASH = re.compile(r"\s+[-*]\s+(?=[A-Z][a-z])")
_MARKS = " \t\xa0\u200b\ufeff>#"
_OPEN_END = re.compile(
    r"(?:[,(&/]|\b(?:and|or|with|of|in|to|for|the|an?|as|by|on|from|using|including|at|our|your|e\.g\."
    r"|is|are|be|will|that|who|which))$",
    re.IGNORECASE,
)
_SHORTEST_WRAPPED = 45
"""Characters: a shorter line is not taken for one that was wrapped at the edge of a page."""
_FEWEST_DASHES, _FEWEST_LOOSE_DASHES = 2, 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, a bullet or a wrapped paragraph, without its bullet mark. `gap`: an empty line stands before it."""

    span: Span
    bullet: bool = False
    gap: bool = False


def pieces_of(text: str) -> list[Piece]:
    """Give the pieces of the text in order; every visible character but bullet marks is in one of them."""
    joined: list[Piece] = []
    for piece in _lines(text):
        if joined and _continues(text, joined[-1], piece):
            joined[-1] = replace(joined[-1], span=Span(joined[-1].span.start, piece.span.end))
        else:
            joined.append(piece)
    return [part for piece in joined for part in _bullets(text, piece)]


def _lines(text: str) -> Iterator[Piece]:
    end_of_last = 0
    for line in _LINE.finditer(text):
        mark = _BULLET.match(text, line.start(), line.end())
        span = trimmed(text, mark.end() if mark else line.start(), line.end())
        if span is None:
            continue
        gap = text.count("\n", end_of_last, line.start()) > 1
        end_of_last = line.end()
        yield Piece(span, bullet=mark is not None and "#" not in mark[0], gap=gap)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Give the span without white space and marks at its ends; None where nothing is left."""
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _continues(text: str, before: Piece, piece: Piece) -> bool:
    """Tell whether the piece is the rest of a sentence that the line before left open."""
    if piece.bullet or piece.gap:
        return False
    first = text[piece.span.start]
    if first in ",;:)&":
        return True
    said = text[before.span.start : before.span.end]
    if said[-1] in ".!?:;":
        return False
    wrapped = len(said) >= _SHORTEST_WRAPPED
    return (wrapped and first.islower()) or (wrapped and bool(_OPEN_END.search(said)))


def _bullets(text: str, piece: Piece) -> Iterator[Piece]:
    """Take a line apart at the bullets inside it."""
    start, end = piece.span.start, piece.span.end
    marks = list(_INNER_BULLET.finditer(text, start, end))
    if not marks:
        marks = _dashes(text, start, end)
    if not marks:
        yield piece
        return
    ends = [mark.start() for mark in marks] + [end]
    starts = [start] + [mark.end() for mark in marks]
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if span := trimmed(text, first, last) if first < last else None:
            yield Piece(span, bullet=number > 0 or piece.bullet, gap=piece.gap and number == 0)


def _dashes(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Give the dashes of a line that are its bullets; one or two between words are none."""
    sure = list(_INNER_DASH.finditer(text, start, end))
    loose = list(_LOOSE_DASH.finditer(text, start, end))
    if len(loose) >= _FEWEST_LOOSE_DASHES or (sure and loose and len(sure) + len(loose) >= _FEWEST_LOOSE_DASHES):
        places = {mark.start(): mark for mark in (*loose, *sure)}
        return [places[place] for place in sorted(places)]
    return sure if len(sure) >= _FEWEST_DASHES else []
