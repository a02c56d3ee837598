"""Hits -> candidates: what may be a mention, before overlaps are settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ats_medai.matching.abbreviations import find_pairs
from ats_medai.matching.acronyms import in_small_letters, is_surname, is_trap, same_case
from ats_medai.matching.candidate import Candidate, Rank
from ats_medai.matching.edges import has_edges, spelled_here, version_end
from ats_medai.matching.forms import Form, Hit, Kind, concept_of
from ats_medai.matching.fuzzy import Slip
from ats_medai.matching.joined import find_joined
from ats_medai.matching.scene import Scene
from ats_medai.matching.unclear import decide, defined, new_acronyms, senses_of
from ats_medai.matching.words import Words
from ats_medai.model import Method

_NAMING: Final = frozenset({Kind.ALIAS, Kind.ACRONYM})
"""Kinds of forms that are a mention by themselves."""


def find_candidates(scene: Scene, hits: Sequence[Hit]) -> list[Candidate]:
    """Give all candidates; unclear acronyms only where something speaks for them, and then with the reason."""
    words = scene.words
    spelled = [hit for hit in hits if hit[2].kind is not Kind.CUE and spelled_here(words, hit)]
    other_sense: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for first, after, form in spelled:
        if form.kind is Kind.NOT:
            other_sense[concept_of(form).id].append((first, after))
    whole = [hit for hit in spelled if hit[2].kind in _NAMING and _is_whole(words, hit, other_sense)]
    sure = [candidate for hit in whole if _is_sure(hit[2]) and (candidate := _sure(scene, hit))]
    unsure = [
        hit for hit in whole if not _is_sure(hit[2]) and same_case(words, hit) and not is_trap(words, hit[0], hit[1])
    ]
    ending: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in sure:
        ending[candidate.after].append(candidate)
    pairs = [(pair, defined(pair, ending.get(pair.after, ()))) for pair in find_pairs(words)]
    led = {hit[1]: hit[0] for hit in hits if hit[2].cue and hit[2].cue.kind == "tool"}
    decided = decide(scene, unsure, sure, dict(senses_of(pairs)), led)
    return [*sure, *decided, *new_acronyms(words, pairs), *find_joined(scene, spelled, sure)]


def _is_whole(words: Words, hit: Hit, other_sense: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    """Tell whether the hit stands alone and not inside a phrase that gives it another sense."""
    first, after, form = hit
    inside = other_sense.get(concept_of(form).id, ())
    if any(start <= first and after <= end for start, end in inside):
        return False
    if is_surname(words, first, after):
        return False
    return has_edges(words, first, version_end(words, after) if _is_sure(form) else after)


def _is_sure(form: Form) -> bool:
    return form.kind is Kind.ALIAS or (form.acronym is not None and not form.acronym.near)


def _sure(scene: Scene, hit: Hit) -> Candidate | None:
    """Give the candidate of an alias or a clear acronym; None where its case is wrong."""
    first, after, form = hit
    slips = [scene.slips[i] for i in range(first, after) if i in scene.slips]
    method = Method.PHRASE if form.kind is Kind.ALIAS else Method.ACRONYM
    after = version_end(scene.words, after)
    if slips:
        return _slip(scene, (first, after, form), slips)
    if form.kind is Kind.ACRONYM and not same_case(scene.words, hit):
        if not in_small_letters(scene.words, hit, scene.english):
            return None
        return Candidate(first, after, concept_of(form), method, reason="written in small letters")
    return Candidate(first, after, concept_of(form), method)


def _slip(scene: Scene, hit: Hit, slips: list[Slip]) -> Candidate | None:
    first, after, form = hit
    concept = concept_of(form)
    alone = after - first == len(slips)
    if not concept.fuzzy or (alone and not all(slip.plain for slip in slips)):
        return None
    if form.kind is Kind.ACRONYM and not all(raw.isupper() for raw in scene.words.raws[first:after]):
        return None
    similarity = sum(slip.similarity for slip in slips) / len(slips)
    return Candidate(first, after, concept, Method.FUZZY, Rank.SLIP, similarity, form.text, "typing error")
