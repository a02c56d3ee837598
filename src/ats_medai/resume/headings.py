"""Which words make a heading, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.model import Headings, SectionKind

Words = tuple[str, ...]

JOINERS = frozenset(
    ["and", "or", "of", "the", "in", "for", "with", "to", "my", "und", "et", "y", "e", "de", "a", "from"]
)
SPLITTERS = frozenset({"and", "or", "with", "und", "et", "y", "/", ",", "|", "•", "·"})
MARKS = ",/|•·"
MOST_WORDS = 9
MOST_OPEN = 5
"""Words of a heading that only the positions below it make one."""
REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]|(?:,\s*)?\b(?:continued|cont\.?|cont[’']d)\s*$", re.IGNORECASE)
SPACED = re.compile(r"[\W_]*(?:[^\W\d_]\s)+[^\W\d_][\W_]*")
NUMBERED = re.compile(r"\W*(?:[0-9]{1,2}|[IVX]{1,4}|[A-H])[.)]\s+")
AND = re.compile(r"\s*[&+]\s*")
WORD = re.compile(r"\w(?:[\w.'-]*\w)?|[,/|•·]")
LONG_ENOUGH = 5
"""Letters of a word that alone may tell what a heading of unknown words is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a heading says. `exact`: it stands in the list as it is; `unsure`: it is also an everyday word."""

    kind: SectionKind
    exact: bool
    unsure: bool = False
    working: bool = False
    """It speaks of somebody's work, so that it is one of positions where these stand below it."""
    open: bool = False
    """None of its words is a heading: it is one only where positions stand below it."""


@dataclass(frozen=True, slots=True)
class HeadingTable:
    """The words of headings, ready to be looked up."""

    phrases: dict[Words, SectionKind]
    modifiers: frozenset[Words]
    unsure: frozenset[Words]
    working: frozenset[str]
    longest: int
    vocabulary: frozenset[str]
    """Every word in them, and single letters: a line with none of these needs no closer look."""


def heading_table(headings: Headings) -> HeadingTable:
    """Give the table of a résumé's headings."""
    return _table(tuple(headings.resume.items()), headings.resume_modifiers, headings.resume_unsure,
                  headings.resume_working)  # fmt: skip


@lru_cache(maxsize=8)
def _table(
    resume: tuple[tuple[SectionKind, Words], ...], modifiers: Words, unsure: Words, working: Words
) -> HeadingTable:
    phrases = {normalise(phrase): kind for kind, listed in resume for phrase in listed}
    words = {word for phrase in phrases for word in phrase}
    return HeadingTable(
        phrases,
        frozenset(map(normalise, modifiers)),
        frozenset(map(normalise, unsure)),
        frozenset(working),
        max(map(len, phrases), default=1),
        frozenset(words) | frozenset("abcdefghijklmnopqrstuvwxyz"),
    )


def read_heading(text: str, table: HeadingTable) -> Reading | None:
    """Give what the words of a heading say; None where some of them belong in no heading."""
    if table.vocabulary.isdisjoint(WORD.findall(text.replace("’", "'").lower())):
        return None
    words = normalise(text)
    if not words or len(words) > MOST_WORDS:
        return None
    plain = tuple(word for word in words if word not in MARKS)
    if kind := table.phrases.get(plain):
        return Reading(kind, exact=True, unsure=plain in table.unsure, working=not table.working.isdisjoint(plain))
    return _composed(words, table) or _open(text, plain, table)


def _open(text: str, words: Words, table: HeadingTable) -> Reading | None:
    """Read "Professional", "Nursing Experience", "Experience in Radiology": a heading of work if positions follow."""
    if len(words) > MOST_OPEN or not _capitals(text):
        return None
    noun = words[-1] in table.working and (words[-1],) not in table.modifiers
    noun = noun or (words[0] in table.working and words[1:2] == ("in",))
    known = all((word,) in table.modifiers or word in table.working or word in JOINERS for word in words)
    if not (noun or known):
        return None
    return Reading(SectionKind.EXPERIENCE, exact=False, unsure=True, working=True, open=True)


def _capitals(text: str) -> bool:
    """Tell whether every word of some length begins with a capital."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) >= LONG_ENOUGH)


def read_loosely(text: str, table: HeadingTable) -> SectionKind:
    """Give the kind that some word of a heading speaks for; OTHER where none does."""
    words = normalise(text)
    for at in range(len(words) - 1, -1, -1):  # the noun of a heading stands at its end
        for size in range(min(table.longest, len(words) - at), 0, -1):
            chunk = words[at : at + size]
            if chunk in table.phrases and chunk not in table.modifiers and len(" ".join(chunk)) > LONG_ENOUGH:
                return table.phrases[chunk]
    return SectionKind.OTHER


def normalise(text: str) -> Words:
    """Give the words of a heading, lower case, "&" as "and", without numbering, remarks in brackets and decoration."""
    text = REMARK.sub(" ", text)
    if SPACED.fullmatch(text.strip()):
        text = text.replace(" ", "")
    if numbered := NUMBERED.match(text):
        text = text[numbered.end() :]
    text = AND.sub(" and ", text.replace("’", "'").lower())
    return tuple(WORD.findall(text.strip(" \t,;:.–—-|/")))


def _composed(words: Words, table: HeadingTable) -> Reading | None:
    """Read "Selected Research Experience and Projects": the first part with a word of its own decides.

    In a part the last word is the noun. A word that may also be a modifier ("Research and Teaching Experience") gives
    way to one that may not.
    """
    pure: SectionKind | None = None
    weak: SectionKind | None = None
    part: SectionKind | None = None
    sure = False
    at = 0
    while at < len(words):
        size = _longest(words, at, table)
        chunk = words[at : at + size]
        if words[at] in SPLITTERS:
            pure, part = pure or part, None
        elif not size and words[at] not in JOINERS:
            return None
        elif chunk in table.phrases and chunk in table.modifiers:
            weak = weak or table.phrases[chunk]
        elif chunk in table.phrases:
            part = table.phrases[chunk]
            sure = sure or chunk not in table.unsure
        at += size or 1
    kind = pure or part or weak
    if not kind:
        return None
    return Reading(kind, exact=False, unsure=not sure, working=not table.working.isdisjoint(words))


def _longest(words: Words, at: int, table: HeadingTable) -> int:
    for size in range(min(table.longest, len(words) - at), 0, -1):
        chunk = words[at : at + size]
        if chunk in table.phrases or chunk in table.modifiers:
            return size
    return 0
