"""Which kind of role a text is nearest to, and which sub-skill it speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import sqrt

from ats_medai.model import Assertion, Keywords, Mention, Subskill, Track, TrackItem

GENERAL = "general"
"""The track of all roles: no kind of role of its own."""


_Asked = tuple[tuple[str, float], ...]
"""An item: the concepts that meet it, with the weight of each."""


def nearest_tracks(mentions: Iterable[Mention], keywords: Keywords) -> tuple[tuple[Track, float], ...]:
    """Give the kinds of role with their nearness to the keywords named, nearest first; ties keep the file's order.

    A cosine over the items of each track, however many concepts meet an item. A keyword weighs less the more tracks
    ask for it, so that Python says little about the kind of role. What a person wishes for earns no points, but it
    does tell where they are heading.
    """
    heading_for = {Assertion.PRESENT, Assertion.ASPIRED}
    named = {mention.concept for mention in mentions if mention.assertion in heading_for}
    near = [(track, _nearness(named, full, items)) for track, full, items in _asked(_Same(keywords))]
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


class _Same:
    """Keywords as a key by identity: they are read once and never change, and comparing them takes long."""

    def __init__(self, keywords: Keywords) -> None:
        self.keywords = keywords

    def __hash__(self) -> int:
        return id(self.keywords)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.keywords is other.keywords


@lru_cache(maxsize=2)
def _asked(same: _Same) -> tuple[tuple[Track, float, tuple[_Asked, ...]], ...]:
    """Give each kind of role with the most that its items weigh, squared and summed, and the items."""
    tracks = [track for track in same.keywords.tracks if track.id != GENERAL]
    spread = Counter(concept for track in tracks for concept in _concepts(track))
    rows = []
    for track in tracks:
        items = tuple(
            tuple((concept, weight / spread[concept]) for concept in item.any_of) for weight, item in _items(track)
        )
        rows.append((track, sum(max(weight for _, weight in item) ** 2 for item in items), items))
    return tuple(rows)


def _concepts(track: Track) -> set[str]:
    return {concept for _, item in _items(track) for concept in item.any_of}


def _nearness(named: set[str], full: float, items: tuple[_Asked, ...]) -> float:
    shown = sum(max((weight for concept, weight in item if concept in named), default=0.0) for item in items)
    return shown / sqrt(full * len(named)) if named and full else 0.0
