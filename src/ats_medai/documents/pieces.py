"""Words -> pieces: runs of words that stand close together on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ats_medai.documents.words import Word

_APART = 0.8  # of the font size: a wider gap ends a piece
_BACK = -0.3  # of the font size: a word that starts further left than this does not go on
_WIDE_CAPITALS = 0.95  # of the font size a character: wider than any type is set by itself ...
_WIDE_LETTERS = 0.8  # ... and where not all are capitals
_IDEOGRAPHS = "\u2e80"  # the scripts from here on are as wide as they are high
_LONGEST = 40  # letters: more of them in a row are a table of signs
_SHIFT = 0.3  # of the font size: a larger step of the baseline ends a piece


@dataclass(slots=True)
class Piece:
    """A run of words on one baseline. Points, origin top left."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    first: int
    """Place of its first word in the order of drawing; pieces that follow each other there belong together."""
    spaced: bool = False
    """Set letter by letter with wide spacing, and joined here."""

    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        """Set the edges of the letters above and below the baseline."""
        self.top = self.base - 0.8 * self.size
        self.bottom = self.base + 0.2 * self.size


def make_pieces(words: Iterable[Word]) -> list[Piece]:
    """Chain words as the file draws them, as long as each goes on where the one before ended."""
    pieces: list[Piece] = []
    run: list[Word] = []
    right = base = size = 0.0  # base and size of the run's largest type
    for word in words:
        _, x0, x1, word_base, word_size, _, _ = word
        if run:
            smaller = min(size, word_size) or 1.0
            gap, shift = x0 - right, _SHIFT * smaller
            level = -shift <= word_base - base <= shift and _BACK * smaller <= gap <= _APART * smaller
            if not level and not _is_raised(word, base, size, gap):
                pieces.append(_piece(run))
                run = []
        if not run or word_size > size:
            base, size = word_base, word_size
        run.append(word)
        right = x1
    if run:
        pieces.append(_piece(run))
    return pieces


def _is_raised(word: Word, base: float, size: float, gap: float) -> bool:
    """Tell a superscript, as in 1st, that stands right behind type of this baseline and size."""
    return word.size < 0.85 * size and 0 < base - word.base < 0.65 * size and abs(gap) < 0.15 * size


def _piece(run: Sequence[Word]) -> Piece:
    first = run[0]
    if len(run) == 1:
        text, spaced, largest, bold = first.text, False, first, first.bold
    else:
        text, spaced = _join(run)
        largest = max(run, key=lambda word: word.size)
        bold = 2 * sum([len(word.text) for word in run if word.bold]) > len(text)
    right = max(run[-1].x1, first.x0)
    wide = _WIDE_CAPITALS if text.isupper() else _WIDE_LETTERS
    if right - first.x0 > wide * largest.size * len(text) and len(text) >= 4 and max(text) < _IDEOGRAPHS:
        spaced = True
    return Piece(text, first.x0, right, largest.base, largest.size, bold, first.order, spaced)


def _join(run: Sequence[Word]) -> tuple[str, bool]:
    text = " ".join([word.text for word in run])
    if len(text) < 2.7 * len(run) and len(run) <= _LONGEST:  # most words have one letter
        single = sum(len(word.text) == 1 and word.text.isalnum() for word in run)
        if single >= 4 and single >= 0.7 * len(run) and not _is_list(run):
            return _join_letters(run), True
    if any(word.base != run[0].base for word in run):
        text = run[0].text
        for before, word in pairwise(run):
            text += word.text if _is_raised(word, before.base, before.size, word.x0 - before.x1) else " " + word.text
    return text, False


def _is_list(run: Sequence[Word]) -> bool:
    """An alphabet or a scale from 1 to 5 is no letter-spaced word."""
    texts = [word.text for word in run]
    return len(set(texts)) >= 4 and texts == sorted(texts)


def _join_letters(run: Sequence[Word]) -> str:
    """J O R D A N   R E Y E S: the wider gaps part words."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = median(gaps)
    limit = max(1.6 * usual, usual + 0.25 * run[0].size)
    parts = [run[0].text]
    for gap, word in zip(gaps, run[1:], strict=True):
        parts.append(" " + word.text if gap > limit else word.text)
    return "".join(parts)
