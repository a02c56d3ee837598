"""Mend what OCR takes for something that looks alike: bullets, and the capital I in abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BULLETS = frozenset("•·▪●○◦‣*¢©®«»°§¤")
_ROUND = frozenset("eoO")  # a bullet too, where a capital or a figure follows
_CAPITALS = re.compile(r"(?<![A-Za-z])(?!All\b)(?=[A-Zl]*[A-Z])[A-Zl]*l[A-Zl]*(?=s?(?![A-Za-z]))(?!-[A-Z][a-z])")


def mend_line(words: Sequence[str]) -> list[str]:
    """Give the words of a line with its bullet as a bullet and with AI for Al, MRI for MRl.

    In a type without serifs the two look the same, and few words but abbreviations have capitals only. Al-Hassan is a
    name and stays.
    """
    mended = [_CAPITALS.sub(lambda match: match[0].replace("l", "I"), word) for word in words]
    if len(mended) > 1 and (mended[0] in _BULLETS or (mended[0] in _ROUND and not mended[1][0].islower())):
        mended[0] = "•"
    return mended
