"""Does a text look like English? Its small words tell."""

from __future__ import annotations

import re

ENGLISH = frozenset(("the", "and", "of", "with", "from", "by", "using", "to", "for", "at"))
"""Small words that few other languages written in Latin letters share."""
LEAST_WORDS = 60
LEAST_SHARE = 0.04
"""English résumés, telegraphic as they are, have about 0.10 to 0.20; German and French ones under 0.01."""
MOST_FOREIGN = 0.5
"""Share of letters outside the Latin ones."""
_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Tell whether the text looks like English; a short one gets the benefit of the doubt."""
    letters = [sign for sign in text if sign.isalpha()]
    if letters and sum(ord(sign) > 0x24F for sign in letters) > MOST_FOREIGN * len(letters):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < LEAST_WORDS:
        return True
    return sum(word in ENGLISH for word in words) >= LEAST_SHARE * len(words)
