"""Word lists -> regular expressions, made once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def alternation(words: Iterable[str]) -> str:
    """Give a pattern that matches any of the words, the longest first, with any white space between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)


@lru_cache(maxsize=64)
def any_of(words: tuple[str, ...], *, plural: bool = True, case: bool = False) -> re.Pattern[str]:
    """Give a pattern that matches any of the words as whole words."""
    tail = "(?:s|es)?" if plural else ""
    return re.compile(rf"(?<![\w.])(?:{alternation(words)}){tail}(?!\w)", 0 if case else re.IGNORECASE)


@lru_cache(maxsize=16)
def dotted(words: tuple[str, ...]) -> str:
    """Give a pattern for letters such as PhD, with or without full stops: a new part begins at each capital."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\.?\s?".join(re.findall(r"[A-Z][a-z]*", word)) for word in ordered)


@lru_cache(maxsize=16)
def as_set(words: tuple[str, ...]) -> frozenset[str]:
    """Give the words as a set."""
    return frozenset(words)


@lru_cache(maxsize=8)
def note(words: tuple[str, ...]) -> re.Pattern[str]:
    """Give a pattern that matches at the start of "Supervisors: ...", for any of the words."""
    return re.compile(rf"\W*(?:{alternation(words)})(?:s|es)?\s*(?:\([^)]*\)\s*)?:", re.IGNORECASE)
