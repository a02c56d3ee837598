"""How far a cue reaches that is part of a name or of a noun: "Docker-free", "my Python skills", "Department of ..."."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from ats_medai.matching.forms import Hit
from ats_medai.matching.scopes import LONGEST_NAME, Scope
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Direction

_SMALL: Final = frozenset({"of", "and", "for", "the", "in", "on", "de", "la", "du", "des", "und", "et", "to"})
_OWN_GAPS: Final = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.COMMA, Gap.SLASH})
_JOINED: Final = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.GLUED, Gap.SLASH, Gap.QUOTE})


def suffix_scope(words: Words, hit: Hit) -> Scope:
    """Give the rest of the compound that the cue ends ("Docker-free"); empty where no hyphen joins it."""
    first = start = hit[0]
    while start and first - start < LONGEST_NAME and words.gaps[start] == Gap.HYPHEN:
        start -= 1
    return start, first


def own_scope(words: Words, hit: Hit, nouns: Collection[str]) -> Scope:
    """Give what stands between the cue and the next of the nouns ("my Python skills"); empty where there is none."""
    after = hit[1]
    for i in range(after, min(after + LONGEST_NAME, len(words))):
        if i > after and words.gaps[i] not in _OWN_GAPS:
            break
        if words.keys[i] in nouns:
            return after, i
    return after, after


def name_scope(words: Words, hit: Hit) -> Scope:
    """Give the rest of the name whose head the cue is: capitalised words without a comma between them.

    In small letters ("the chemistry lab") a name has one word more.
    """
    first, after, form = hit
    if form.cue and form.cue.direction is Direction.BACKWARD:
        start = _name_start(words, first)
        return (start, first) if start < first else (first, first)
    end = after
    while end < len(words) and end - after < LONGEST_NAME and words.gaps[end] in _JOINED and _in_name(words, end):
        if words.gaps[end] == Gap.LINE and end > after and words.raws[end][0].isupper():
            break
        end += 1
    small = form.cue is not None and form.cue.kind == "unit"
    if end == after and small and end < len(words) and words.gaps[end] in _JOINED:
        end += 2
    return after, end


def venue_scope(words: Words, first: int) -> Scope | None:
    """Give the journal's name that the word is in: capitalised words before year, volume and page. None for no such."""
    start, end = first, first
    while start > 0 and first - start < LONGEST_NAME and words.gaps[start] in _JOINED and _in_name(words, start - 1):
        start -= 1
    while end < len(words) and end - first < LONGEST_NAME and _in_name(words, end):
        end += 1
        if end < len(words) and words.gaps[end] not in _JOINED:
            break
    numbered = all(i < len(words) and words.raws[i].isdigit() for i in (end, end + 1))
    return (start, end) if numbered and words.gaps[start] == Gap.STOP else None


def _name_start(words: Words, first: int) -> int:
    start = first
    while (
        start > 0
        and first - start < LONGEST_NAME
        and words.gaps[start] in _JOINED - {Gap.LINE}
        and _in_name(words, start - 1)
    ):
        start -= 1
    while start < first and words.keys[start] in _SMALL:
        start += 1
    if start == first and words.raws[first].islower() and first and words.gaps[first] in _JOINED:
        return max(0, first - 2)
    return start


def _in_name(words: Words, i: int) -> bool:
    raw = words.raws[i]
    return raw[0].isupper() or words.keys[i] in _SMALL or raw == "'s"
