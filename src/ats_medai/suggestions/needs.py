"""Which keywords could earn more, and how: from the items of both figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod

from ats_medai.model import (
    Assertion,
    Category,
    Concept,
    Figure,
    Item,
    Keywords,
    Mention,
    Report,
    Span,
    SuggestionKind,
    TrackItem,
)
from ats_medai.phrases import plain_words

NOT_WRITTEN_IN = frozenset({Category.DEGREE, Category.CERTIFICATE, Category.COURSE})
"""Kinds of keyword that nobody gets by writing them."""
UNSAID = frozenset({"assertion.negated", "assertion.aspired"})
"""What a person denies or still wishes for is nothing to add; the learning plan takes it up."""
SMALL = frozenset({"a", "an", "and", "of", "or", "the", "for", "in", "on", "with", "to", "data", "clinical"})
"""Words that two names may share by chance."""
THIN = frozenset({"shown.listed", "shown.crowded", "shown.studied", "assertion.weak"})


MOST_MORE = 1
"""Further keywords to name at one place: three in brackets read like a list of search terms."""


@dataclass(frozen=True, slots=True)
class Need:
    """A keyword that could earn more: `gap` in points of 100 over both figures, at `place` where it stands now."""

    words: str
    concept: str | None
    kind: SuggestionKind
    gap: float
    items: frozenset[str]
    place: Span | None = None
    more: tuple[str, ...] = ()
    """Further keywords to name at the same place."""


def find_needs(report: Report, keywords: Keywords) -> list[Need]:
    """Give the needs of both figures, one for a keyword and at most one for an item, the largest gap first.

    What both ask for has the words of the advert.
    """
    found: dict[str, Need] = {}
    for need in [*_of_profile(report, keywords), *_of_match(report, keywords)]:
        key = need.concept or need.words.casefold()
        known = found.get(key)
        both = known and replace(known, words=need.words, gap=known.gap + need.gap, items=known.items | need.items)
        found[key] = both or need
    return _together(_one_per_item(sorted(found.values(), key=lambda need: (-need.gap, need.words))))


def _together(needs: Iterable[Need]) -> list[Need]:
    """Put what is to be named at one place into one need."""
    found: list[Need] = []
    at: dict[Span, int] = {}
    for need in needs:
        first = at.get(need.place) if need.kind is SuggestionKind.NAME and need.place else None
        if first is None:
            if need.kind is SuggestionKind.NAME and need.place:
                at[need.place] = len(found)
            found.append(need)
        elif need.concept and len(found[first].more) < MOST_MORE:
            known = found[first]
            both = known.items | need.items
            found[first] = replace(known, gap=known.gap + need.gap, items=both, more=(*known.more, need.concept))
    return found


def _one_per_item(needs: Iterable[Need]) -> Iterator[Need]:
    taken: set[str] = set()
    for need in needs:
        if not need.items & taken:
            taken |= need.items
            yield need


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a figure asks for: the item with what it earns now, by which keywords, and the points still to be had."""

    item: Item
    concepts: tuple[str, ...]
    label: str
    gap: float


def _of_profile(report: Report, keywords: Keywords) -> Iterator[Need]:
    track = keywords.track_by_id[report.track]
    by_code = {item.code: item for item in report.profile.items}
    for subskill, items in track.must.items():
        for wanted in items:
            item = by_code.get(f"{subskill}.{wanted.id}")
            if item:
                yield from _needs(
                    _Wanted(item, wanted.any_of, wanted.label, _gap(item, report.profile)), report, keywords
                )
    for subskill, items in track.good.items():
        slots = [item for item in report.profile.items if item.code.startswith(f"{subskill}.good.")]
        if slots:
            for good in _good(items, slots, report.profile):
                yield from _needs(good, report, keywords)


def _good(items: tuple[TrackItem, ...], slots: list[Item], figure: Figure) -> Iterator[_Wanted]:
    """Give the good-to-have items: in a slot as they are, else as what they would add to the weakest slot."""
    filled = {item.label: item for item in slots}
    weakest = min(slots, key=_share)
    for wanted in items:
        item = filled.get(wanted.label)
        if item:
            yield _Wanted(item, wanted.any_of, wanted.label, _gap(item, figure))
        else:
            empty = replace(weakest, code=f"{weakest.subskill}.{wanted.id}", factors=())
            yield _Wanted(empty, wanted.any_of, wanted.label, _gap(weakest, figure))


def _of_match(report: Report, keywords: Keywords) -> Iterator[Need]:
    if report.match is None or report.job is None:
        return
    for requirement, item in zip(report.job.requirements, report.match.items, strict=False):
        gap = _gap(item, report.match)
        if requirement.concepts:
            yield from _needs(_Wanted(item, requirement.concepts, requirement.label, gap), report, keywords)
        elif not item.earned and not _is_unsaid(item):
            words = (requirement.terms or (requirement.label,))[0]
            yield Need(words, None, SuggestionKind.ADD, gap, frozenset({item.code}))


def _needs(wanted: _Wanted, report: Report, keywords: Keywords) -> Iterator[Need]:
    """Give what one item needs: nothing where it earns all, or where only a diploma would help."""
    item, codes = wanted.item, frozenset({wanted.item.code})
    known = [keywords.concept_by_id[one] for one in wanted.concepts if one in keywords.concept_by_id]
    is_study = any(concept.category is Category.DEGREE for concept in known)
    if wanted.gap <= 0 or not known or is_study or known[0].category in NOT_WRITTEN_IN or _is_unsaid(item):
        return
    rules = {factor.rule for factor in item.factors}
    mention = _mention(item, report)
    if "match.fuzzy" in rules and mention:
        yield Need(wanted.label, mention.concept, SuggestionKind.MEND, wanted.gap, codes, mention.span)
    elif "match.implied" in rules and mention and not rules & THIN:
        wider = _implied(mention.concept, wanted.concepts, keywords)
        if wider:
            yield Need(wanted.label, wider, SuggestionKind.NAME, wanted.gap, codes, mention.span)
    elif rules & THIN and mention:
        own = mention.concept if mention.concept in wanted.concepts else _typical(known, wanted.label, report)
        yield Need(wanted.label, own, SuggestionKind.SHOW, wanted.gap, codes, mention.span)
    else:
        yield Need(wanted.label, _typical(known, wanted.label, report), SuggestionKind.ADD, wanted.gap, codes)


def _typical(known: list[Concept], label: str, report: Report) -> str:
    """Give the keyword of an any-of to propose.

    One that the advert asks for, then one whose whole name stands in the item's, then one near to what the person
    claims, then the one that adverts name most, then the first.
    """
    claimed = {mention.concept for mention in report.resume.mentions if mention.assertion is Assertion.PRESENT}
    order = {concept.id: number for number, concept in enumerate(known)}
    words = set(plain_words(label))
    advert = {one for requirement in report.job.requirements for one in requirement.concepts} if report.job else set()

    def rank(concept: Concept) -> tuple[bool, bool, bool, float, int]:
        own = set(plain_words(concept.label)) - SMALL
        named = bool(own) and own <= words
        near = bool(claimed & {*concept.related, *concept.implies})
        share = max((source.share or 0.0 for source in concept.sources), default=0.0)
        return concept.id in advert, named, near, share, -order[concept.id]

    return max(known, key=rank).id


def _implied(concept: str, wanted: tuple[str, ...], keywords: Keywords) -> str | None:
    """Give the nearest of the wanted keywords that this one implies, step by step."""
    waiting, seen = [concept], {concept}
    while waiting:
        known = keywords.concept_by_id.get(waiting.pop(0))
        for wider in known.implies if known else ():
            if wider in wanted:
                return wider
            if wider not in seen:
                seen.add(wider)
                waiting.append(wider)
    return None


def _gap(item: Item, figure: Figure) -> float:
    return 100 * (item.possible - item.earned) / figure.possible


def _share(item: Item) -> float:
    """Give the share of the item's points that is earned; 0 without factors."""
    return prod(factor.value for factor in item.factors) if item.factors else 0.0


def _is_unsaid(item: Item) -> bool:
    return any(factor.rule in UNSAID for factor in item.factors)


def _mention(item: Item, report: Report) -> Mention | None:
    """Give the mention that the item's points come from."""
    spans = {span for factor in item.factors if factor.rule.startswith("match.") for span in factor.evidence}
    return next((mention for mention in report.resume.mentions if mention.span in spans), None)
