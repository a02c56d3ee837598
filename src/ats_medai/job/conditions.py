"""Conditions that no keyword meets, to be checked oneself: permission to work, registrations, clearances, checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ats_medai.job.levels import level_at
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.scopes import scopes_of
from ats_medai.job.segments import Unit
from ats_medai.job.words import Hit
from ats_medai.model import AdvertKind, Condition, Level, Span

_DENIALS = frozenset({"no", "none", "not", "without", "never", "nor"})
_BEFORE = 3
"""Words before a condition among which a denial speaks of it ("no security clearance needed")."""
_ANSWER = 2
"""Words behind a label that may answer it ("Driving licence: No")."""


def find_conditions(text: str, units: Sequence[Unit], lexicon: Lexicon) -> tuple[Condition, ...]:
    """Give each kind of condition once, where the advert first states it; those that it only wishes for come as such.

    The whole advert counts, legal notices too: there such conditions mostly stand.
    """
    found: dict[str, Condition] = {}
    for number, unit in enumerate(units):
        following = units[number + 1] if number + 1 < len(units) else None
        for condition in _in_unit(text, unit, following, lexicon):
            found.setdefault(condition.kind, condition)
    return tuple(sorted(found.values(), key=lambda condition: condition.span))


def condition_spans(units: Sequence[Unit], lexicon: Lexicon) -> list[Span]:
    """Give the places of all words that state a condition."""
    return [
        Span(unit.words[hit.first].start, unit.words[hit.last - 1].end)
        for unit in units
        for hit in lexicon.conditions.find(unit.words)
    ]


def _in_unit(text: str, unit: Unit, following: Unit | None, lexicon: Lexicon) -> Iterator[Condition]:
    hits = [hit for hit in lexicon.conditions.find(unit.words) if not _is_denied(unit, following, hit)]
    if not hits:
        return
    spans = [Span(unit.words[hit.first].start, unit.words[hit.last - 1].end) for hit in hits]
    scopes = scopes_of(text, unit, spans, lexicon)
    for hit, span in zip(hits, spans, strict=True):
        wished = unit.bullet and unit.heading is AdvertKind.PREFERRED
        level = level_at(span, AdvertKind.PREFERRED if wished else AdvertKind.REQUIRED, scopes)
        if level is not Level.CONTEXT:
            yield Condition(hit.value, span, level)


def _is_denied(unit: Unit, following: Unit | None, hit: Hit[str]) -> bool:
    """Tell whether the words around say that there is no such condition; forms that hold a "no" say what they mean."""
    before = {word.text for word in unit.words[max(0, hit.first - _BEFORE) : hit.first]}
    behind = [word.text for word in unit.words[hit.last : hit.last + _ANSWER]]
    alone = len(unit.words) - (hit.last - hit.first) <= _ANSWER
    if not behind and alone and following is not None:
        behind = [word.text for word in following.words[:1]]
    return bool(before & _DENIALS) or (alone and bool(_DENIALS & set(behind)))
