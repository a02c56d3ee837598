"""Hits -> candidates: what may be a mention, before overlaps are settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from ats_medai.matching.abbreviations import Pair, find_pairs
from ats_medai.matching.acronyms import Near, is_trap, same_case
from ats_medai.matching.fuzzy import Slip
from ats_medai.matching.lexicon import Form, Hit, Kind, has_edges, spelled_here, version_end
from ats_medai.matching.sentences import Sentences, items
from ats_medai.matching.words import Words
from ats_medai.model import Category, Concept, Method, SectionKind


class Rank(IntEnum):
    """How strongly something speaks for a candidate; the lower wins over another concept at the same words."""

    SPELLED = 0
    DEFINED = 1
    FULL_FORM = 2
    SENTENCE = 3
    LIST = 4
    NEARBY = 5
    ELSEWHERE = 6
    SLIP = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """The words `first` up to `after` may be a mention of the concept."""

    first: int
    after: int
    concept: Concept
    method: Method
    rank: Rank = Rank.SPELLED
    similarity: float = 1.0
    intended: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a decision about an unclear form may look at."""

    words: Words
    sentences: Sentences
    section: Callable[[int], SectionKind]
    """The kind of section that a word stands in."""
    heading: Callable[[int], bool]
    """Whether a word stands in the heading of a section."""
    of_interest: Callable[[int], bool]
    """Whether a word stands in a section of interests."""
    slips: Mapping[int, Slip]
    """Words that are typing errors; their keys are already those that were meant."""
    has_sections: bool = True


_LISTED_TOGETHER: Final = {
    category: {Category.LANGUAGE, Category.TOOL, Category.INFRASTRUCTURE}
    for category in (Category.LANGUAGE, Category.TOOL, Category.INFRASTRUCTURE)
} | {Category.DATA_STANDARD: {Category.DATA_STANDARD, Category.REGULATION, Category.TOOL}}


def find_candidates(scene: Scene, hits: Iterable[Hit]) -> list[Candidate]:
    """Give all candidates; unclear acronyms only where something speaks for them, and then with the reason."""
    words = scene.words
    whole = [hit for hit in hits if spelled_here(words, hit)]
    other_sense = [(first, after, form.concept) for first, after, form in whole if form.kind is Kind.NOT]
    whole = [
        hit for hit in whole if hit[2].kind in {Kind.ALIAS, Kind.ACRONYM} and has_edges(words, hit[0], version_end(words, hit[1]))
        and not any(first <= hit[0] and hit[1] <= after and concept is hit[2].concept for first, after, concept in other_sense)
    ]  # fmt: skip
    sure = [candidate for hit in whole if _is_sure(hit[2]) and (candidate := _sure(scene, hit))]
    unsure = [
        hit for hit in whole if not _is_sure(hit[2]) and same_case(words, hit) and not is_trap(words, hit[0], hit[1])
    ]
    pairs = [(pair, _defined(pair, sure)) for pair in find_pairs(words)]
    decided = _decide(scene, unsure, sure, dict(_senses(pairs)))
    return [*sure, *decided, *_new_acronyms(words, pairs)]


def _is_sure(form: Form) -> bool:
    return form.kind is Kind.ALIAS or (form.acronym is not None and not form.acronym.near)


def _concept(form: Form) -> Concept:
    if form.concept is None:
        raise TypeError(f"a form of no concept: {form.text}")
    return form.concept


def _sure(scene: Scene, hit: Hit) -> Candidate | None:
    """Give the candidate of an alias or a clear acronym; None where case or the kind of typing error speaks against it."""
    first, after, form = hit
    slips = [scene.slips[i] for i in range(first, after) if i in scene.slips]
    method = Method.PHRASE if form.kind is Kind.ALIAS else Method.ACRONYM
    after = version_end(scene.words, after)
    if slips:
        return _slip(scene, (first, after, form), slips)
    if form.kind is Kind.ACRONYM and not same_case(scene.words, hit):
        return None
    return Candidate(first, after, _concept(form), method)


def _slip(scene: Scene, hit: Hit, slips: list[Slip]) -> Candidate | None:
    first, after, form = hit
    concept = _concept(form)
    alone = after - first == len(slips)
    if not concept.fuzzy or (alone and not all(slip.plain for slip in slips)):
        return None
    if form.kind is Kind.ACRONYM and not all(raw.isupper() for raw in scene.words.raws[first:after]):
        return None
    similarity = sum(slip.similarity for slip in slips) / len(slips)
    reason = "typing error"
    return Candidate(first, after, concept, Method.FUZZY, Rank.SLIP, similarity, form.text, reason)


# --- Unclear acronyms ------------------------------------------------------------------------------------------------


def _defined(pair: Pair, sure: Iterable[Candidate]) -> Concept | None:
    """Give the concept that the full form names: a candidate that ends with it and covers most of it."""
    fits = [
        candidate for candidate in sure
        if candidate.after == pair.after and candidate.first <= pair.first + 1 and candidate.after - candidate.first > 1
    ]  # fmt: skip
    return min(fits, key=lambda candidate: candidate.first).concept if fits else None


def _senses(pairs: Iterable[tuple[Pair, Concept | None]]) -> Iterator[tuple[str, Concept | None]]:
    """Give each abbreviation that the text explains, with its concept or None for something else; the first stands."""
    seen: set[str] = set()
    for pair, concept in pairs:
        if pair.short not in seen:
            seen.add(pair.short)
            yield pair.short, concept


def _decide(
    scene: Scene, unsure: list[Hit], sure: list[Candidate], senses: Mapping[str, Concept | None]
) -> list[Candidate]:
    if not unsure:
        return []
    near = Near(scene.words, scene.sentences)
    named = {candidate.concept.id: candidate for candidate in reversed(sure) if candidate.method is Method.PHRASE}
    spots = {i: candidate for candidate in sure for i in range(candidate.first, candidate.after)}
    decided: list[Candidate] = []
    waiting: list[Hit] = []
    for hit in unsure:
        first, after, form = hit
        concept = _concept(form)
        singular = form.text.removesuffix("s") if form.text.removesuffix("s").isupper() else form.text
        if singular in senses:
            if senses[singular] is concept:
                decided.append(_acronym(hit, Rank.DEFINED, "explained in the text"))
            continue
        full = named.get(concept.id)
        found = near.find(first, after, form)
        if full and len(singular) > 1 and singular.upper() == singular:
            phrase = " ".join(scene.words.raws[full.first : full.after])
            decided.append(_acronym(hit, Rank.FULL_FORM, f"the text also has “{phrase}”"))
        elif found:
            decided.append(_acronym(hit, Rank.SENTENCE if found.startswith("near") else Rank.NEARBY, found))
        elif reason := _in_list(scene, hit, spots):
            decided.append(_acronym(hit, Rank.LIST, reason))
        else:
            waiting.append(hit)
    return decided + _elsewhere(waiting, decided)


def _acronym(hit: Hit, rank: Rank, reason: str) -> Candidate:
    first, after, form = hit
    return Candidate(first, after, _concept(form), Method.ACRONYM, rank, reason=reason)


def _in_list(scene: Scene, hit: Hit, spots: Mapping[int, Candidate]) -> str | None:
    """Give a reason where the acronym is a whole item of a list beside a keyword of its kind."""
    first, after, form = hit
    start, end = scene.sentences.around(first)
    whole = items(scene.words, start, end)
    if (first, after) not in whole or len(whole) < 2:
        return None
    at = whole.index((first, after))
    kind = _concept(form).category
    kinds = _LISTED_TOGETHER.get(kind, {kind})
    for item_first, item_after in whole[max(0, at - 3) : at + 4]:
        other = spots.get(item_first)
        if other and other.after == item_after and other.concept.category in kinds:
            return f"in a list with “{' '.join(scene.words.raws[item_first:item_after])}”"
    in_skills = scene.section(first) is SectionKind.SKILLS and len(whole) >= 3
    return "an item of a list of skills" if in_skills and kind in {Category.LANGUAGE, Category.TOOL} else None


def _elsewhere(waiting: Iterable[Hit], decided: Iterable[Candidate]) -> list[Candidate]:
    """Take an acronym as it is meant elsewhere in the text (one sense per discourse: Gale et al. 1992)."""
    strong = {candidate.concept.id for candidate in decided if candidate.rank <= Rank.SENTENCE}
    return [
        _acronym(hit, Rank.ELSEWHERE, "meant so elsewhere in the text")
        for hit in waiting
        if _concept(hit[2]).id in strong and len(hit[2].text) > 1 and hit[2].text.upper() == hit[2].text
    ]


def _new_acronyms(words: Words, pairs: Iterable[tuple[Pair, Concept | None]]) -> list[Candidate]:
    """Give every place of an abbreviation that the text explains by a keyword's full form."""
    meant = {pair.short: concept for pair, concept in pairs if concept is not None}
    places: dict[str, list[int]] = defaultdict(list)
    if meant:
        for i, raw in enumerate(words.raws):
            if raw in meant or raw.removesuffix("s") in meant:
                places[raw if raw in meant else raw.removesuffix("s")].append(i)
    made = (
        Candidate(i, i + 1, meant[short], Method.ACRONYM, Rank.DEFINED, reason="explained in the text")
        for short, found in places.items()
        for i in found
    )
    return [candidate for candidate in made if has_edges(words, candidate.first, candidate.after)]


# --- Two phrases that share a word -----------------------------------------------------------------------------------


def share_head(words: Words, candidate: Candidate, forms: Mapping[tuple[str, ...], list[Form]]) -> Candidate | None:
    """Give the first of "supervised and unsupervised learning", seen from the second; None where there is none."""
    at = candidate.first
    if candidate.method is not Method.PHRASE or candidate.after - at < 2:
        return None
    if at and words.keys[at - 1] in {"and", "or"}:
        at -= 1
    elif not at or words.gaps[at] not in {"/", ","}:
        return None
    head = words.keys[candidate.after - 1]
    for length in (2, 1):
        first = at - length
        keys = (*words.keys[max(first, 0) : at], head)
        aliases = [form for form in forms.get(keys, ()) if form.kind is Kind.ALIAS] if first >= 0 else []
        if aliases and has_edges(words, first, at) and all(words.gaps[i] in " -n" for i in range(first + 1, at)):
            reason = f"shares “{head}” with what follows"
            return replace(
                candidate, first=first, after=at, concept=_concept(aliases[0]), rank=Rank.NEARBY, reason=reason
            )
    return None
