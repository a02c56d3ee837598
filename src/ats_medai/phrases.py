"""Plain text helpers under the stages: find listed phrases, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ats_medai.model import Span

_NOTHING = re.compile(r"(?!)")
_WORD = re.compile(r"\w+(?:\+\+|#)?")


@lru_cache(maxsize=512)
def phrase_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Give one pattern for all forms: whole words in any case, any white space for a space.

    A hyphen in a form may be a hyphen, a space or nothing in the text; a star at the end of a word is any ending.
    """
    if not forms:
        return _NOTHING
    longest_first = sorted(set(forms), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_form, longest_first))})(?!\w)", re.IGNORECASE)


def find_phrases(text: str, forms: Iterable[str], offset: int = 0) -> Iterator[Span]:
    """Give where any of the forms stands in `text`, in order; `offset` is added to each place."""
    for match in phrase_pattern(tuple(forms)).finditer(text):
        yield Span(offset + match.start(), offset + match.end())


def has_phrase(text: str, forms: Iterable[str]) -> bool:
    """Tell whether any of the forms stands in `text`."""
    return phrase_pattern(tuple(forms)).search(text) is not None


def _form(form: str) -> str:
    pieces = {" ": r"\s+", "-": r"[-\s‐‑–]?", "*": r"\w*", "'": "['’]"}
    return "".join(pieces.get(letter, re.escape(letter)) for letter in form)


def plain_words(text: str) -> list[str]:
    """Give the words of `text` in lower case, without punctuation; C++ and C# keep their signs."""
    return _WORD.findall(text.lower())
