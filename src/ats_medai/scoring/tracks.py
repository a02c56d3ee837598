"""Which kind of role a text is nearest to, and which sub-skill it speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import sqrt

from ats_medai.model import Assertion, Keywords, Mention, Subskill, Track

GENERAL = "general"
"""The track of all roles: no kind of role of its own."""


def nearest_tracks(mentions: Iterable[Mention], keywords: Keywords) -> tuple[tuple[Track, float], ...]:
    """Give the kinds of role with their cosine to the keywords named, nearest first; ties keep the order of the file.

    A keyword weighs less the more tracks ask for it, so that Python says little about the kind of role.
    """
    named = {mention.concept for mention in mentions if mention.assertion is Assertion.PRESENT}
    tracks = [track for track in keywords.tracks if track.id != GENERAL]
    vectors = {track.id: _vector(track) for track in tracks}
    spread = Counter(concept for vector in vectors.values() for concept in vector)
    near = [(track, _cosine(named, vectors[track.id], spread)) for track in tracks]
    return tuple(sorted(near, key=lambda pair: -pair[1]))


def leading_subskills(mentions: Iterable[Mention], keywords: Keywords) -> tuple[Subskill, ...]:
    """Give the sub-skills that a sentence speaks of, the leading one first; `general` is none.

    What a sentence names first is its matter, what follows its circumstances: the second keyword weighs half, the
    third a third.
    """
    weights: defaultdict[Subskill, float] = defaultdict(float)
    seen: set[str] = set()
    for mention in sorted(mentions, key=lambda mention: mention.span):
        known = keywords.concept_by_id.get(mention.concept)
        if known and known.subskill is not Subskill.GENERAL and known.id not in seen:
            seen.add(known.id)
            weights[known.subskill] += 1 / len(seen)
    order = list(Subskill)
    return tuple(sorted(weights, key=lambda subskill: (-weights[subskill], order.index(subskill))))


def _vector(track: Track) -> dict[str, float]:
    vector: dict[str, float] = {}
    for share, part in ((1.0, track.must), (0.5, track.good)):
        for items in part.values():
            for item in items:
                for concept in item.any_of:
                    vector[concept] = max(vector.get(concept, 0.0), share * item.importance)
    return vector


def _cosine(named: set[str], vector: dict[str, float], spread: Counter[str]) -> float:
    rare = {concept: weight / spread[concept] for concept, weight in vector.items()}
    length = sqrt(sum(weight * weight for weight in rare.values())) * sqrt(len(named))
    return sum(rare.get(concept, 0.0) for concept in named) / length if length else 0.0
