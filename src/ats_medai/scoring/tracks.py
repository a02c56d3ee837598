"""Which kind of role a text is nearest to, and which sub-skill it speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import sqrt

from ats_medai.model import Assertion, Keywords, Mention, Subskill, Track, TrackItem

GENERAL = "general"
"""The track of all roles: no kind of role of its own."""


def nearest_tracks(mentions: Iterable[Mention], keywords: Keywords) -> tuple[tuple[Track, float], ...]:
    """Give the kinds of role with their nearness to the keywords named, nearest first; ties keep the file's order.

    A cosine over the items of each track, however many concepts meet an item. A keyword weighs less the more tracks
    ask for it, so that Python says little about the kind of role. What a person wishes for earns no points, but it
    does tell where they are heading.
    """
    heading_for = {Assertion.PRESENT, Assertion.ASPIRED}
    named = {mention.concept for mention in mentions if mention.assertion in heading_for}
    tracks = [track for track in keywords.tracks if track.id != GENERAL]
    spread = Counter(concept for track in tracks for concept in _concepts(track))
    near = [(track, _nearness(named, track, spread)) for track in tracks]
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


def _items(track: Track) -> Iterator[tuple[float, TrackItem]]:
    for share, part in ((1.0, track.must), (0.5, track.good)):
        for items in part.values():
            yield from ((share * item.importance, item) for item in items)


def _concepts(track: Track) -> set[str]:
    return {concept for _, item in _items(track) for concept in item.any_of}


def _nearness(named: set[str], track: Track, spread: Counter[str]) -> float:
    shown = full = 0.0
    for weight, item in _items(track):
        full += (weight / min(spread[concept] for concept in item.any_of)) ** 2
        found = [spread[concept] for concept in item.any_of if concept in named]
        shown += weight / min(found) if found else 0.0
    return shown / sqrt(full * len(named)) if named and full else 0.0
