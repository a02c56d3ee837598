"""Keywords with their levels -> requirements: alternatives together, repeats merged, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ats_medai.job.alternatives import groups_of
from ats_medai.job.lexicon import Lexicon
from ats_medai.model import Keywords, Level, Mention, Requirement, Span, YearsDemand

ORDER = (Level.MUST, Level.PREFERRED, Level.CONTEXT)


@dataclass(frozen=True, slots=True)
class _Wish:
    """One thing asked for, wherever the advert names it; met by any of `concepts`."""

    concepts: tuple[str, ...]
    level: Level
    span: Span
    count: int = 1


def build_requirements(
    text: str, mentions: Sequence[Mention], years: Sequence[YearsDemand], keywords: Keywords, lexicon: Lexicon
) -> tuple[Requirement, ...]:
    """Give the requirements of our keywords; `mentions` are those that ask for something of their own."""
    wishes = _merged(_wish(group) for group in groups_of(text, mentions, lexicon))
    return tuple(
        Requirement(
            label=_label(wish.concepts, keywords),
            concepts=wish.concepts,
            level=wish.level,
            span=wish.span,
            years_min=_years_min(wish.concepts, years),
            count=wish.count,
        )
        for wish in _absorbed(wishes)
    )


def in_order(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Give the requirements by level, then by the place where each is first asked for at that level."""
    return tuple(sorted(requirements, key=lambda item: (_rank(item.level), item.span, item.label)))


def _rank(level: Level) -> int:
    return ORDER.index(level)


def _wish(group: Sequence[Mention]) -> _Wish:
    span = Span(group[0].span.start, max(mention.span.end for mention in group))
    return _Wish(tuple(dict.fromkeys(mention.concept for mention in group)), group[0].level or Level.CONTEXT, span)


def _merged(wishes: Iterable[_Wish]) -> list[_Wish]:
    """Make one of the wishes for the same: the highest level, the place where it first stands, the number of times."""
    same: dict[frozenset[str], list[_Wish]] = {}
    for wish in wishes:
        same.setdefault(frozenset(wish.concepts), []).append(wish)
    return [_together(found) for found in same.values()]


def _together(wishes: Sequence[_Wish]) -> _Wish:
    first = min(wishes, key=lambda wish: (_rank(wish.level), wish.span))
    return _Wish(first.concepts, first.level, first.span, sum(wish.count for wish in wishes))


def _absorbed(wishes: Sequence[_Wish]) -> list[_Wish]:
    """Leave out what another wish already asks for: "Python or R" beside "Python", a mere mention beside a choice."""
    alone = {wish.concepts[0]: wish for wish in wishes if len(wish.concepts) == 1}
    extra: dict[frozenset[str], int] = {}
    gone: set[frozenset[str]] = set()
    for wish in wishes:
        keeper = _keeper(wish, wishes, alone)
        if keeper:
            gone.add(frozenset(wish.concepts))
            extra[frozenset(keeper.concepts)] = extra.get(frozenset(keeper.concepts), 0) + wish.count
    return [
        _Wish(wish.concepts, wish.level, wish.span, wish.count + extra.get(frozenset(wish.concepts), 0))
        for wish in wishes
        if frozenset(wish.concepts) not in gone
    ]


def _keeper(wish: _Wish, wishes: Sequence[_Wish], alone: Mapping[str, _Wish]) -> _Wish | None:
    """Give the wish that makes this one needless."""
    if len(wish.concepts) > 1:
        singles = [alone[name] for name in wish.concepts if name in alone]
        return next((single for single in singles if _rank(single.level) <= _rank(wish.level)), None)
    choices = [other for other in wishes if len(other.concepts) > 1 and wish.concepts[0] in other.concepts]
    return next((choice for choice in choices if _rank(choice.level) < _rank(wish.level)), None)


def _label(concepts: Sequence[str], keywords: Keywords) -> str:
    labels = [keywords.concept_by_id[name].label if name in keywords.concept_by_id else name for name in concepts]
    return " or ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))


def _years_min(concepts: Sequence[str], years: Sequence[YearsDemand]) -> float | None:
    """Give the fewest years that the advert asks of any of the concepts."""
    wanted = set(concepts)
    return min((demand.years_min for demand in years if wanted & set(demand.concepts)), default=None)
