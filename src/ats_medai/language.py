"""Does a text look like English? Its small words tell."""

from __future__ import annotations

import re
from dataclasses import replace

from ats_medai.model import Document, Issue, Severity

NOT_ENGLISH = "not_english"
"""Code of the issue that another language is."""
KNOWN_IN_ENGLISH = "Keywords and headings are known in English only, so the figures may be too low."

ENGLISH = frozenset(("the", "and", "of", "with", "from", "by", "using", "to", "for", "at"))
"""Small words that few other languages written in Latin letters share."""
OTHER = frozenset(
    ("und", "mit", "für", "von", "bei", "avec", "pour", "dans", "une", "para", "como", "por", "della", "het", "een",
     "voor", "och", "oraz", "dla")
)  # fmt: skip
"""Small words of other languages that are not part of the names of people and places."""
LEAST_OTHER = 3
LEAST_WORDS = 60
LEAST_SHARE = 0.04
"""English résumés, telegraphic as they are, have about 0.10 to 0.20; German and French ones under 0.01."""
MOST_FOREIGN = 0.5
"""Share of letters outside the Latin ones."""
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Tell whether the text looks like English; a short one does unless it shows small words of another language."""
    if not text.isascii() and len(_NOT_LATIN.findall(text)) > MOST_FOREIGN * len(_LETTER.findall(text)):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    english = sum(word in ENGLISH for word in words)
    if len(words) < LEAST_WORDS:
        other = sum(word in OTHER for word in words)
        return other < LEAST_OTHER or other < english
    return english >= LEAST_SHARE * len(words)


def note_language(document: Document) -> Document:
    """Give the document with an issue where its text does not look like English, and none from before."""
    others = tuple(issue for issue in document.issues if issue.code != NOT_ENGLISH)
    found = (
        ()
        if looks_english(document.text)
        else (Issue(NOT_ENGLISH, Severity.WARNING, f"It does not look like English. {KNOWN_IN_ENGLISH}"),)
    )
    return document if others == document.issues and not found else replace(document, issues=others + found)
