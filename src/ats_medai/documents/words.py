"""Words on a page, as a PDF reader finds them and the layout takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """A run of characters without white space. Units are PDF points, origin top left, y downwards."""

    text: str
    x0: float
    x1: float
    base: float
    """Baseline."""
    size: float
    bold: bool
    order: int
    """Number of the word in the order in which the file draws it."""


class Hidden(NamedTuple):
    """A word that nobody sees, and why."""

    word: Word
    reason: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one page holds."""

    width: float
    height: float
    words: tuple[Word, ...]
    hidden: tuple[Hidden, ...] = ()
    rotated: int = 0
    """Words set at an angle to the rest, left out."""
    meaningless: int = 0
    """Characters that a font without a Unicode map gives: replacement signs, controls, private use."""
    characters: int = 0
    drawn: bool = False
    """It has no words, and shows something all the same."""
