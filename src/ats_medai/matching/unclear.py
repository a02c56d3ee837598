"""Acronyms that mean several things: each is decided, with the reason, by what the text has around it and elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ats_medai.matching.abbreviations import Pair
from ats_medai.matching.acronyms import Near
from ats_medai.matching.candidate import Candidate, Rank
from ats_medai.matching.edges import has_edges
from ats_medai.matching.forms import Hit, concept_of
from ats_medai.matching.lists import TOOLS, Lists
from ats_medai.matching.scene import Scene
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Concept, Method

_AFTER_LETTER: Final = frozenset({
    "and", "or", "for", "to", "in", "with", "on", "as", "code", "scripts", "script", "packages", "package", "programs",
    "programming", "but", "since", "at", "daily", "while", "by", "is", "too", "well", "libraries",
})  # fmt: skip


def defined(pair: Pair, ending: Iterable[Candidate]) -> Concept | None:
    """Give the concept that the full form names: of the candidates that end with it one that covers most of it."""
    fits = [
        candidate for candidate in ending
        if candidate.first <= pair.first + 1 and candidate.after - candidate.first > 1
    ]  # fmt: skip
    return min(fits, key=lambda candidate: candidate.first).concept if fits else None


def senses_of(pairs: Iterable[tuple[Pair, Concept | None]]) -> Iterator[tuple[str, Concept | None]]:
    """Give each abbreviation that the text explains, with its concept or None for something else; the first stands."""
    seen: set[str] = set()
    for pair, concept in pairs:
        if pair.short not in seen:
            seen.add(pair.short)
            yield pair.short, concept


def decide(
    scene: Scene,
    unsure: list[Hit],
    sure: list[Candidate],
    senses: Mapping[str, Concept | None],
    led: Mapping[int, int],
) -> list[Candidate]:
    """Give the unclear acronyms that something speaks for.

    `senses` holds those that the text explains, `led` the words behind "written in" and the like.
    """
    if not unsure:
        return []
    near = Near(scene.words, scene.sentences)
    named = {candidate.concept.id: candidate for candidate in reversed(sure) if candidate.method is Method.PHRASE}
    lists = Lists(scene, sure)
    decided: list[Candidate] = []
    waiting: list[Hit] = []
    for hit in unsure:
        first, after, form = hit
        concept = concept_of(form)
        singular = form.text.removesuffix("s") if form.text.removesuffix("s").isupper() else form.text
        if singular in senses:
            if senses[singular] is concept:
                decided.append(_acronym(hit, Rank.DEFINED, "explained in the text"))
            continue
        full = named.get(concept.id) if len(singular) > 1 and singular.isupper() else None
        if full:
            phrase = " ".join(scene.words.raws[full.first : full.after])
            decided.append(_acronym(hit, Rank.FULL_FORM, f"the text also has “{phrase}”"))
        elif found := near.find(first, after, form):
            decided.append(_acronym(hit, Rank.SENTENCE if found.startswith("near") else Rank.NEARBY, found))
        elif reason := lists.reason(hit) or _led(scene, hit, led):
            decided.append(_acronym(hit, Rank.LIST, reason))
        else:
            waiting.append(hit)
    return decided + _elsewhere(waiting, decided)


def _acronym(hit: Hit, rank: Rank, reason: str) -> Candidate:
    first, after, form = hit
    return Candidate(first, after, concept_of(form), Method.ACRONYM, rank, reason=reason)


def _led(scene: Scene, hit: Hit, led: Mapping[int, int]) -> str | None:
    """Give a reason where "written in", "used" or the like stands before the name of a tool that is also a word."""
    words, (first, after, form) = scene.words, hit
    if first not in led or words.gaps[first] != Gap.SPACE or concept_of(form).category not in TOOLS:
        return None
    name = words.raws[first]
    behind = after < len(words) and words.gaps[after] == Gap.SPACE
    if not (name.istitle() and name[0].isupper()) or (behind and words.raws[after][0].isupper()):
        return None
    if len(name) == 1 and behind and words.keys[after] not in _AFTER_LETTER:
        return None  # "used R waves"
    return f"after “{' '.join(words.raws[led[first] : first])}”"


def _elsewhere(waiting: Iterable[Hit], decided: Iterable[Candidate]) -> list[Candidate]:
    """Take an acronym as it is meant elsewhere in the text (one sense per discourse: Gale et al. 1992)."""
    strong = {candidate.concept.id for candidate in decided if candidate.rank <= Rank.SENTENCE}
    return [
        _acronym(hit, Rank.ELSEWHERE, "meant so elsewhere in the text")
        for hit in waiting
        if concept_of(hit[2]).id in strong and len(hit[2].text) > 1 and hit[2].text.upper() == hit[2].text
    ]


def new_acronyms(words: Words, pairs: Iterable[tuple[Pair, Concept | None]]) -> list[Candidate]:
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
