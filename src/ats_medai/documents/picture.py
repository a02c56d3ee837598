"""Pictures of a PDF's first pages with the places of their words, as they come out of the reading process.

`drawing` makes them there. No picture is ever decoded on this side: its bytes are handed on as they are.
"""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import dataclass
from typing import Any, NamedTuple

PAGES = 4
"""First pages that are drawn; a résumé seldom has more."""
_PNG = b"\x89PNG\r\n\x1a\n"


class PlacedWord(NamedTuple):
    """A word as it is seen on the page: its text and its box in parts (0 to 1) of the page, origin top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: its number from 1, its size in PDF points as it is seen, the picture (PNG), and its words."""

    number: int
    width: float
    height: float
    png: bytes
    words: tuple[PlacedWord, ...]


def from_answer(answer: bytes) -> tuple[PagePicture, ...]:
    """Give the pictures that `drawing.draw_pages` wrote. Raises ValueError or TypeError for anything else."""
    return tuple(_page(*one) for one in json.loads(answer))


def _page(number: int, width: float, height: float, png: str, words: list[list[Any]]) -> PagePicture:
    picture = b64decode(png, validate=True)
    if not picture.startswith(_PNG):
        raise ValueError("not a picture")
    return PagePicture(int(number), float(width), float(height), picture, tuple(_word(*word) for word in words))


def _word(text: str, left: float, top: float, right: float, bottom: float) -> PlacedWord:
    edges = (min(1.0, max(0.0, float(edge))) for edge in (left, top, right, bottom))
    return PlacedWord(str(text), *edges)
