"""Which words make a heading, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.model import Headings, SectionKind

JOINERS = frozenset({"and", "or", "of", "the", "in", "for", "with", "to", "my", "und", "et", "y", "e", "de", "a", "from"})
SPLITTERS = frozenset({"and", "or", "with", "und", "et", "y", "/", ","})
EDGE = r"[\W_]*"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a heading says. `exact`: it stands in the list as it is."""

    kind: SectionKind
    exact: bool


def read_heading(text: str, headings: Headings) -> Reading | None:
    """Give what the words of a heading say; None where some of them belong in no heading."""
    words = normalise(text)
    if not words or len(words) > 9:
        return None
    table = _table(tuple(headings.resume.items()), headings.resume_modifiers)
    if kind := table.phrases.get(tuple(w for w in words if w != ",")):
        return Reading(kind, exact=True)
    kind = _composed(words, table)
    return Reading(kind, exact=False) if kind else None


def normalise(text: str) -> tuple[str, ...]:
    """Give the words of a heading, lower case, "&" as "and", without numbering, remarks in brackets and decoration."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]|(?:,\s*)?\b(?:continued|cont\.?|cont[’']d)\s*$", " ", text, flags=re.IGNORECASE)
    if re.fullmatch(rf"{EDGE}(?:[^\W\d_]\s)+[^\W\d_]{EDGE}", text.strip()):
        text = text.replace(" ", "")
    text = re.sub(r"^\W*(?:[0-9]{1,2}|[IVX]{1,4}|[A-H])[.)]\s+", "", text)
    text = text.replace("’", "'").lower()
    text = re.sub(r"\s*(?:&|\+)\s*", " and ", text)
    return tuple(re.findall(r"\w(?:[\w.'-]*\w)?|[,/]", text.strip(" \t,;:.–—-|/")))


def read_loosely(text: str, headings: Headings) -> SectionKind:
    """Give the kind that some word of a heading speaks for; OTHER where none does."""
    table = _table(tuple(headings.resume.items()), headings.resume_modifiers)
    words = normalise(text)
    for at in range(len(words) - 1, -1, -1):  # the noun of a heading stands at its end
        for size in range(min(table.longest, len(words) - at), 0, -1):
            chunk = words[at : at + size]
            if chunk in table.phrases and chunk not in table.modifiers and len(" ".join(chunk)) > 5:
                return table.phrases[chunk]
    return SectionKind.OTHER


@dataclass(frozen=True, slots=True)
class _Table:
    phrases: dict[tuple[str, ...], SectionKind]
    modifiers: frozenset[tuple[str, ...]]
    longest: int


@lru_cache(maxsize=8)
def _table(resume: tuple[tuple[SectionKind, tuple[str, ...]], ...], modifiers: tuple[str, ...]) -> _Table:
    phrases = {normalise(phrase): kind for kind, listed in resume for phrase in listed}
    extra = frozenset(normalise(word) for word in modifiers)
    return _Table(phrases, extra, max(map(len, phrases), default=1))


def _composed(words: tuple[str, ...], table: _Table) -> SectionKind | None:
    """Read "Selected Research Experience and Projects": the first part with a word of its own decides.

    In a part the last word is the noun. A word that may also be a modifier ("Research and Teaching Experience") gives
    way to one that may not.
    """
    pure: SectionKind | None = None
    weak: SectionKind | None = None
    part: SectionKind | None = None
    at = 0
    while at < len(words):
        if words[at] in SPLITTERS:
            pure, part = pure or part, None
            at += 1
            continue
        size = _longest(words, at, table)
        if not size:
            if words[at] not in JOINERS:
                return None
            at += 1
            continue
        chunk = words[at : at + size]
        if chunk in table.phrases:
            if chunk in table.modifiers:
                weak = weak or table.phrases[chunk]
            else:
                part = table.phrases[chunk]
        at += size
    return pure or part or weak


def _longest(words: tuple[str, ...], at: int, table: _Table) -> int:
    for size in range(min(table.longest, len(words) - at), 0, -1):
        chunk = words[at : at + size]
        if chunk in table.phrases or chunk in table.modifiers:
            return size
    return 0


__all__ = ["Reading", "normalise", "read_heading", "read_loosely"]
