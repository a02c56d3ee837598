"""Typing errors: an unknown word that is a slip away from a word of the keywords."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from ats_medai.matching.english import is_english

_SHORTEST: Final = 5
_LONGEST: Final = 30
_LONG: Final = 9
"""Letters from which two slips are allowed; with another ending the word is another name ("tensorqtl")."""
_REMEMBERED: Final = 20_000
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ENDINGS: Final = frozenset({
    "", "a", "al", "ally", "an", "ate", "ated", "ation", "d", "e", "ed", "er", "ers", "es", "ial", "ian", "ible",
    "ic", "ical", "ics", "ies", "ing", "ings", "ion", "ions", "ious", "ist", "ists", "ive", "ity", "ize", "ized",
    "izing", "l", "ly", "n", "ng", "ns", "or", "ors", "ous", "r", "rs", "s", "st", "sts", "y", "zed",
})  # fmt: skip
_PLACES: Final = {letter: (row, column) for row, letters in enumerate(_ROWS) for column, letter in enumerate(letters)}


@dataclass(frozen=True, slots=True)
class Slip:
    """The word that was meant and how like it what was typed is (0 to 1). `plain` tells whether fingers do this."""

    meant: str
    similarity: float
    plain: bool


class Speller:
    """Finds the word that was meant among `targets`; words of `english` are never errors."""

    def __init__(self, targets: Iterable[str], english: frozenset[str]) -> None:
        self._english = english
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for target in sorted(set(targets)):
            if len(target) >= _SHORTEST and target.isascii() and target.isalpha():
                self._by_letter[target[0]].append(target)
        self._targets = frozenset(target for group in self._by_letter.values() for target in group)
        self._seen: dict[str, Slip | None] = {}

    def meant(self, word: str) -> Slip | None:
        """Give what the unknown lower-case `word` was meant to be; None where it is no typing error."""
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
            return None
        if word not in self._seen:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            self._seen[word] = None if self._is_ordinary(word) else self._search(word)
        return self._seen[word]

    def _is_ordinary(self, word: str) -> bool:
        """Tell whether the word is English, or two English words in one ("Whitewater")."""
        cuts = range(4, len(word) - 3)
        return is_english(word, self._english) or any(
            word[:cut] in self._english and word[cut:] in self._english for cut in cuts
        )

    def _search(self, word: str) -> Slip | None:
        swapped = word[1] + word[0] + word[2:]
        if swapped in self._targets:
            return Slip(swapped, 1 - 1 / len(word), plain=True)
        limit = 1 if len(word) < _LONG else 2
        near = extract(word, self._by_letter[word[0]], scorer=OSA.distance, score_cutoff=limit, limit=None)
        close = [
            (distance, not (distance == 2 or _is_plain(word, target)), target)
            for target, distance, _ in near
            if _is_slip(word, target) and (distance == 1 or word[-1] == target[-1])
        ]
        if not close:
            return None
        distance, odd, target = min(close)
        return Slip(target, 1 - distance / max(len(word), len(target)), not odd)


def _shared(one: str, other: str) -> int:
    """Give the number of letters that both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (left, right) in pairs if left != right), min(len(one), len(other)))


def _is_slip(word: str, target: str) -> bool:
    """Tell a slip from another form of the word ("genomic" beside "genomics")."""
    stem = _shared(word, target)
    return not (stem >= 4 and word[stem:] in _ENDINGS and target[stem:] in _ENDINGS)


def _is_plain(word: str, target: str) -> bool:
    """Tell whether one slip of the fingers makes `word` of `target`: swapped, doubled, left out or a key beside."""
    at = _shared(word, target)
    if len(word) < len(target):
        return len(word) > _SHORTEST or target[at] not in "aeiou"
    if len(word) > len(target):
        return any(_beside(word[at], other) for other in word[max(at - 1, 0) : at] + word[at + 1 : at + 2])
    if word[at : at + 2] == target[at : at + 2][::-1]:
        return True
    return _beside(word[at], target[at]) or word[at] in word[max(at - 1, 0) : at] + word[at + 1 : at + 2]


def _beside(one: str, other: str) -> bool:
    (row, column), (other_row, other_column) = _PLACES[one], _PLACES[other]
    return abs(row - other_row) <= 1 and -1 <= column - other_column <= 1
