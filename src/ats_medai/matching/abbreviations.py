"""Full forms with their abbreviation in brackets, found as Schwartz and Hearst (2003) do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ats_medai.matching.words import Gap, Words

_LONGEST: Final = 10
"""Letters of an abbreviation at most."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The abbreviation as written, the word it stands at, and the words of its full form."""

    short: str
    at: int
    first: int
    after: int


def find_pairs(words: Words) -> Iterator[Pair]:
    """Give the pairs "full form (SHORT)" and "SHORT (full form)" of the text, in order."""
    for i in range(1, len(words)):
        if words.gaps[i] != Gap.OPEN or "\n\n" in words.gap_text(i):
            continue
        if _is_short(words.raws[i]) and _closes(words, i + 1):
            first = _full_form_before(words, i)
            if first is not None:
                yield Pair(_singular(words.raws[i]), i, first, i)
        elif _is_short(words.raws[i - 1]):
            after = next((j for j in range(i + 1, min(i + 9, len(words) + 1)) if _closes(words, j)), None)
            if after is not None and after - i >= 2 and _fits(words.raws[i - 1], words.keys[i:after]):
                yield Pair(_singular(words.raws[i - 1]), i - 1, i, after)


def _is_short(raw: str) -> bool:
    return 2 <= len(raw) <= _LONGEST and sum(letter.isupper() for letter in raw) >= 2


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


def _closes(words: Words, i: int) -> bool:
    return i == len(words) or ")" in words.gap_text(i)


def _full_form_before(words: Words, at: int) -> int | None:
    """Give the first word of the shortest full form before `at` whose letters the abbreviation uses in order."""
    short = _singular(words.raws[at])
    for first in range(at - 1, max(-1, at - min(len(short) + 5, 2 * len(short)) - 1), -1):
        if first + 1 < at and words.gaps[first + 1] in {Gap.STOP, Gap.BLOCK, Gap.SEMICOLON, Gap.COLON}:
            return None
        if at - first >= 2 and _fits(short, words.keys[first:at]):
            return first
    return None


def _fits(short: str, keys: list[str]) -> bool:
    """Tell whether the letters of `short` occur in order in the words, the first at the start of the first word."""
    letters = short.lower()
    text = "".join(keys)
    at = len(text)
    for letter in reversed(letters[1:]):
        at = text.rfind(letter, 1, at)
        if at < 1:
            return False
    return text[0] == letters[0] and sum(key[0] in letters for key in keys) * 2 > len(keys)
