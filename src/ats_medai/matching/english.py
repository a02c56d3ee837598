"""Is it an ordinary English word? Asked before a word is taken for a typing error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_PLURALS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (("s", ("",)), ("es", ("",)), ("ies", ("y",)))
_ENDINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")), ("ly", ("",)), ("er", ("", "e")), ("ier", ("y",)),
    ("ness", ("",)), ("iness", ("y",)), ("ment", ("",)), ("less", ("",)), ("able", ("", "e")),
)  # fmt: skip
_LONG_STEM: Final = 5
"""Letters that a stem has at least before these endings: "maching" is no form of "mach"."""


def is_english(word: str, words: frozenset[str], depth: int = 2) -> bool:
    """Tell whether lower-case `word` is in `words`, or is one of them with up to `depth` common endings."""
    return word in words or (depth > 0 and any(is_english(stem, words, depth - 1) for stem in _stems(word)))


def _stems(word: str) -> Iterator[str]:
    for ending, instead in _PLURALS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield from (word[: -len(ending)] + letters for letters in instead)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LONG_STEM:
            stem = word[: -len(ending)]
            yield from (stem + letters for letters in instead)
            if ending in {"ed", "ing", "er"} and stem[-1] == stem[-2]:
                yield stem[:-1]
