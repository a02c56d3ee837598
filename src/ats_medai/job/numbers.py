"""Numbers as adverts write them: "3", "three", "five (5)", "a decade"."""

from __future__ import annotations

import re

_WORDS = {
    "half a": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "eighteen": 18, "twenty": 20, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "deux": 2, "trois": 3,
    "cinq": 5,
}  # fmt: skip
PLAIN = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
NUMBER = rf"{PLAIN}(?:\s*\(\s*{PLAIN}\s*\+?\s*\))?"
"""A number, perhaps said again in brackets."""


def number(written: str) -> float:
    """Give the value of a match of NUMBER."""
    first = re.match(PLAIN, written, re.IGNORECASE)
    if first is None:
        raise ValueError(f"not a number: {written}")
    return float(_WORDS.get(first[0].lower(), 0) or first[0])
