"""Names that an advert stresses and our keywords lack: found by shape and place, never guessed from meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ats_medai.job.kinds import BOILERPLATE
from ats_medai.job.levels import level_at
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.scopes import scopes_of
from ats_medai.job.segments import LISTS, Unit
from ats_medai.job.words import Word, words_of
from ats_medai.model import Level, Requirement, Span
from ats_medai.places import Places

_NAME = re.compile(r"(?<![\w@/.#&-])[A-Za-z][\w+#]*(?:[.-][\w+#]+)*")
_ODD = re.compile(r"[a-z][A-Z]|[A-Za-z]\d|^[A-Z]{3,8}s?$|[+#]$")
"""A capital inside, a digit at the end, capitals only: the shape of a made-up name."""
ASKED = LISTS
_MOST_WORDS = 3
_SHORTEST = 2
"""Letters of a name."""
_NEAR = 12
"""Characters between two members of a list."""
_FARTHEST_LEAD = 120
"""Characters between "experience with" and a name of its list."""
_LIST_BREAK = re.compile(r"[.;:!?](?:\s|$)|\n")
_BESIDE_BEFORE = re.compile(r"(?:,|/|\bor|\band|\be\.g\.,?|\()\s*$")
_BESIDE_AFTER = re.compile(r"\s*(?:,|/|\bor\b|\band\b|\))")
_DEFINED = re.compile(r"(?:[A-Z][\w-]*\s+(?:(?:of|for|and)\s+)?){2,}\(\s*$")
"""A phrase of names and an open bracket: what follows abbreviates it."""
_NO_NAME = re.compile(r"[IVX]+(?:[-–/][IVX]+)*|[Nn]on-.*|[Pp]re-.*|[Pp]ost-.*")
"""Numerals ("Phase I-III") and words that only deny or date another ("non-GxP")."""
_SHOUTED = 0.6
"""Share of words in capitals above which capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class _Term:
    span: Span
    level: Level


def find_unlisted(text: str, units: Sequence[Unit], taken: Sequence[Span], lexicon: Lexicon) -> tuple[Requirement, ...]:
    """Give a requirement for each name outside our keywords, to be looked up literally.

    `taken` are the places of what is known already: our keywords, degrees.
    """
    banned = _names_of_others(units) | lexicon.names
    known = Places(taken, lambda span: span)
    terms = [
        term
        for unit in units
        if unit.kind not in BOILERPLATE and not _is_shouted(unit)
        for term in _in_unit(text, unit, known, lexicon, banned)
    ]
    terms.sort(key=lambda term: text[term.span.start : term.span.end].casefold())
    groups = groupby(terms, key=lambda term: text[term.span.start : term.span.end].casefold())
    return tuple(_requirement(text, list(same)) for _, same in groups)


def _requirement(text: str, terms: Sequence[_Term]) -> Requirement:
    first = min(terms, key=lambda term: (list(Level).index(term.level), term.span))
    surface = text[first.span.start : first.span.end]
    return Requirement(surface, (), first.level, first.span, terms=(surface,), count=len(terms))


def _names_of_others(units: Sequence[Unit]) -> frozenset[str]:
    """Give the names in boilerplate: of the company, its products and places."""
    return frozenset(
        word.text
        for unit in units
        if unit.kind in BOILERPLATE
        for word in unit.words
        if any(letter.isupper() for letter in word.surface)
    )


def _is_shouted(unit: Unit) -> bool:
    capitals = sum(word.surface.isupper() for word in unit.words)
    return capitals > _SHOUTED * len(unit.words) and len(unit.words) > _MOST_WORDS


def _in_unit(text: str, unit: Unit, known: Places[Span], lexicon: Lexicon, banned: frozenset[str]) -> Iterator[_Term]:
    taken = known.sharing(unit.span)
    spans = [span for span in _names(text, unit, known, lexicon, banned) if _is_term(text, span, unit, known, lexicon)]
    if not spans:
        return
    scopes = scopes_of(text, unit, sorted([*taken, *spans]), lexicon)
    for span in spans:
        yield _Term(span, level_at(span, unit.kind, scopes))


def _names(text: str, unit: Unit, taken: Places[Span], lexicon: Lexicon, banned: frozenset[str]) -> Iterator[Span]:
    """Give runs of words with capitals that no keyword of ours covers, without the ordinary words at their ends.

    A run with the name of a company, a school or a place in it gives none.
    """
    run: list[re.Match[str]] = []
    for match in _NAME.finditer(text, unit.span.start, unit.span.end):
        span = Span(*match.span())
        named = any(letter.isupper() for letter in match[0]) and not taken.sharing(span)
        if run and (not named or text[run[-1].end() : match.start()] != " "):
            yield from _trimmed(run, lexicon, banned)
            run = []
        if named:
            run.append(match)
    yield from _trimmed(run, lexicon, banned)


def _trimmed(run: list[re.Match[str]], lexicon: Lexicon, banned: frozenset[str]) -> Iterator[Span]:
    if any(not banned.isdisjoint(_parts(match)) for match in run):
        return
    while run and lexicon.common.issuperset(_parts(run[0])):
        run = run[1:]
    while run and lexicon.common.issuperset(_parts(run[-1])):
        run = run[:-1]
    if 0 < len(run) <= _MOST_WORDS:
        yield Span(run[0].start(), run[-1].end())


def _parts(match: re.Match[str]) -> list[str]:
    """Give the words of a hyphenated name in lower case."""
    return re.split(r"[.-]", match[0].lower())


def _is_term(text: str, span: Span, unit: Unit, taken: Places[Span], lexicon: Lexicon) -> bool:
    """Tell whether a run of names stands where an advert names a tool, a system or a method."""
    said = text[span.start : span.end]
    if len(span) < _SHORTEST or _is_defined(text, unit, span) or _NO_NAME.fullmatch(said):
        return False
    if text[span.start - 1 : span.start] == "(" and text[span.start - 2 : span.start - 1].isalnum():
        return False  # "ICH E9(R1)": part of the name before
    possessive = text[span.end : span.end + 2] in {"'s", "’s"}
    if possessive or lexicon.headings.at(words_of(text, span.start, span.end), 0):
        return False
    odd = any(_ODD.search(part) for part in text[span.start : span.end].split())
    if not odd and (span.start == unit.span.start or unit.kind not in ASKED):
        return False
    return _is_led(text, span, unit, lexicon) or (odd and unit.kind in ASKED and _is_beside(text, span, unit, taken))


def _is_defined(text: str, unit: Unit, span: Span) -> bool:
    return _DEFINED.search(text, max(unit.span.start, span.start - _FARTHEST_LEAD), span.start) is not None


def _is_led(text: str, span: Span, unit: Unit, lexicon: Lexicon) -> bool:
    """Tell whether words such as "experience with" open the list that the name stands in."""
    start = max(unit.span.start, span.start - _FARTHEST_LEAD)
    before: Sequence[Word] = words_of(text, start, span.start)
    leads = [
        hit
        for hit in lexicon.lead_ins.find(before)
        if not _LIST_BREAK.search(text, before[hit.last - 1].end, span.start)
    ]
    return any(_only_names(before[hit.last :]) for hit in leads)


def _only_names(words: Sequence[Word]) -> bool:
    """Tell whether only names and joining words stand between."""
    return all(word.surface[0].isupper() or word.text in {"and", "or", "the", "a", "an"} for word in words)


def _is_beside(text: str, span: Span, unit: Unit, taken: Places[Span]) -> bool:
    """Tell whether the name is a member of a list with one of our keywords."""
    before = _BESIDE_BEFORE.search(text, max(unit.span.start, span.start - _FARTHEST_LEAD), span.start)
    after = _BESIDE_AFTER.match(text, span.end, unit.span.end)
    around = Span(max(unit.span.start, span.start - _NEAR - 1), min(unit.span.end, span.end + _NEAR + 1))
    return bool(before or after) and bool(taken.sharing(around))
