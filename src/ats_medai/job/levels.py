"""How strongly an advert asks for each keyword: heading first, the wording beside the keyword before the heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ats_medai.job.kinds import BOILERPLATE
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.scopes import WEAK, Scope, scopes_of
from ats_medai.job.segments import LISTS, Unit
from ats_medai.model import AdvertKind, Level, Mention, Span

HEADING_LEVEL: Mapping[AdvertKind, Level] = {
    AdvertKind.REQUIRED: Level.MUST,
    AdvertKind.EDUCATION: Level.MUST,
    AdvertKind.PREFERRED: Level.PREFERRED,
    AdvertKind.DUTIES: Level.CONTEXT,
    AdvertKind.OTHER: Level.CONTEXT,
}
_CUE_LEVEL = {
    "must": Level.MUST,
    "ask": Level.MUST,
    "seek": Level.MUST,
    "preferred": Level.PREFERRED,
    "context": Level.CONTEXT,
}


def set_levels(text: str, units: Sequence[Unit], mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Give the mentions that count, each with its level; those in boilerplate are left out.

    Both sequences are in the order of the text.
    """
    kept: list[Mention] = []
    at = 0
    for unit in units:
        while at < len(mentions) and mentions[at].span.start < unit.span.start:
            at += 1
        first = at
        while at < len(mentions) and mentions[at].span.start < unit.span.end:
            at += 1
        if first < at and unit.kind not in BOILERPLATE:
            kept += _levelled(text, unit, mentions[first:at], lexicon)
    return tuple(kept)


def _levelled(text: str, unit: Unit, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    scopes = scopes_of(text, unit, [mention.span for mention in mentions], lexicon)
    phrases = [
        Span(unit.words[hit.first].start, unit.words[hit.last - 1].end) for hit in lexicon.boilerplate.find(unit.words)
    ]
    for mention in mentions:
        if not any(phrase.contains(mention.span) for phrase in phrases):
            yield replace(mention, level=level_at(mention.span, unit.kind, scopes))


def level_at(span: Span, kind: AdvertKind, scopes: Sequence[Scope]) -> Level:
    """Give the level that holds at a place of a unit of this kind: the closest wording, else the heading."""
    reaching = [scope for scope in scopes if scope.holds(span)]
    plain = [scope for scope in reaching if scope.kind not in WEAK]
    reaching = plain if plain or kind in LISTS else reaching
    if any(scope.kind == "context" for scope in reaching):
        return Level.CONTEXT
    closest = min(reaching, key=lambda scope: (scope.end - scope.start, scope.start), default=None)
    return _CUE_LEVEL[closest.kind] if closest else HEADING_LEVEL[kind]
