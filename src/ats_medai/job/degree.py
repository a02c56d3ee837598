"""The lowest degree that satisfies an advert."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ats_medai.job.kinds import BOILERPLATE
from ats_medai.job.levels import level_at
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.scopes import scopes_of
from ats_medai.job.segments import LISTS, Unit
from ats_medai.job.words import Hit
from ats_medai.model import DegreeDemand, DegreeLevel, Level, Span

RANK = {DegreeLevel.BACHELOR: 1, DegreeLevel.MASTER: 2, DegreeLevel.PHD: 3, DegreeLevel.MD: 4}
_BELOW = {DegreeLevel.MASTER: DegreeLevel.BACHELOR, DegreeLevel.PHD: DegreeLevel.MASTER}
_LONGEST_LETTERS = 4
"""Letters: "MS" or "MD" is no degree by itself; "MEng" is."""
_SURE = frozenset({"in", "degree", "degrees", "required", "preferred", "level"})
_JOINS = frozenset({"or", "and", "with", "from", "plus"})
_PLACE_BEFORE = re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s*$")


@dataclass(frozen=True, slots=True)
class DegreeHit:
    """A degree named in a unit. `studying`: by people who still work for it."""

    span: Span
    level: DegreeLevel
    plain: bool = False
    studying: bool = False


def find_degree(text: str, units: Sequence[Unit], lexicon: Lexicon) -> DegreeDemand | None:
    """Give the lowest degree that the advert demands; where it demands none, the lowest that it wishes for."""
    found = [
        DegreeDemand(level, hit.span, _has_equivalent(units, place, lexicon), demand)
        for place, unit in enumerate(units)
        if unit.kind not in BOILERPLATE
        for hit, demand in _asked(text, unit, lexicon)
        if (level := _BELOW.get(hit.level) if hit.studying else hit.level)
    ]
    return min(found, key=lambda demand: (demand.demand is not Level.MUST, RANK[demand.level]), default=None)


def _asked(text: str, unit: Unit, lexicon: Lexicon) -> Iterator[tuple[DegreeHit, Level]]:
    hits = degree_hits(text, unit, lexicon)
    if not hits:
        return
    scopes = scopes_of(text, unit, [hit.span for hit in hits], lexicon)
    seeks = any(hit.value.kind == "seek" for hit in lexicon.levels.find(unit.words))
    for hit in hits:
        level = level_at(hit.span, unit.kind, scopes)
        if level is not Level.CONTEXT or (hit.studying and seeks):
            yield hit, Level.PREFERRED if level is Level.PREFERRED else Level.MUST


def degree_hits(text: str, unit: Unit, lexicon: Lexicon) -> list[DegreeHit]:
    """Give the degrees named in the unit, in order; letters such as MS only where they mean one."""
    named = [
        hit
        for place in range(len(unit.words))
        if (hit := lexicon.degrees.at(unit.words, place)) and _is_degree(text, unit, hit, lexicon)
    ]
    if not named:
        plain = [hit for hit in lexicon.plain_degrees.find(unit.words) if _following(unit, hit) != "of"]
        return [DegreeHit(_span(unit, hit), DegreeLevel.BACHELOR, plain=True) for hit in plain]
    return [
        DegreeHit(_span(unit, hit), hit.value, studying=studying)
        for hit in named
        if (studying := _studies(unit, hit, lexicon)) is not None
    ]


def degree_spans(text: str, units: Sequence[Unit], lexicon: Lexicon) -> tuple[Span, ...]:
    """Give where the advert names degrees, so that they are not asked for twice."""
    return tuple(
        Span(hit.span.start, min(hit.span.end + len(" degree"), unit.span.end))
        for unit in units
        for hit in degree_hits(text, unit, lexicon)
        if not hit.plain
    )


def _span(unit: Unit, hit: Hit[DegreeLevel] | Hit[None]) -> Span:
    return Span(unit.words[hit.first].start, unit.words[hit.last - 1].end)


def _following(unit: Unit, hit: Hit[DegreeLevel] | Hit[None]) -> str:
    """Give the word after a hit, in lower case."""
    return unit.words[hit.last].text if hit.last < len(unit.words) else ""


def _is_degree(text: str, unit: Unit, hit: Hit[DegreeLevel], lexicon: Lexicon) -> bool:
    span = _span(unit, hit)
    letters = text[span.start : span.end].replace(".", "").replace(" ", "")
    if not letters.isupper() or len(letters) > _LONGEST_LETTERS:
        return True
    following = _following(unit, hit)
    if following in lexicon.not_degrees:
        return False
    if following in _SURE:
        return True
    if _PLACE_BEFORE.search(text, unit.span.start, span.start):
        return False
    beside = text[max(unit.span.start, span.start - 1) : span.start] + text[span.end : min(unit.span.end, span.end + 2)]
    return following in _JOINS or "/" in beside or unit.kind in LISTS


def _studies(unit: Unit, hit: Hit[DegreeLevel], lexicon: Lexicon) -> bool | None:
    """Tell whether the degree is still worked for; None where it is only part of a name ("PhD-level scientists")."""
    before = unit.words[max(0, hit.first - 4) : hit.first]
    if lexicon.enrolled.find(before):
        return True
    if hit.last < len(unit.words):
        if lexicon.students.at(unit.words, hit.last):
            return True
        if lexicon.degree_holders.at(unit.words, hit.last):
            return None
    return False


def _has_equivalent(units: Sequence[Unit], place: int, lexicon: Lexicon) -> bool:
    """Tell whether the advert takes experience instead, in the same sentence or the next one of the line."""
    near = [units[place], *(unit for unit in units[place + 1 : place + 2] if not unit.opens)]
    return any(lexicon.equivalent.find(unit.words) for unit in near)
