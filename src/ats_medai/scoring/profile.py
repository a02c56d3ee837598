"""The Medical AI profile: 100 points over the five sub-skills, each over the track's items."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ats_medai.model import Figure, Item, Keywords, Resume, Subskill, Track, TrackItem
from ats_medai.scoring.credit import NONE, Credits, worth
from ats_medai.scoring.points import bands, share_out
from ats_medai.scoring.tracks import GENERAL

CENTS = 100
FEW = 2
"""Kinds of role that may share a must-have which is still told as their own."""
SUBSKILLS = tuple(subskill for subskill in Subskill if subskill is not Subskill.GENERAL)


def profile_figure(resume: Resume, track: Track, keywords: Keywords) -> Figure:
    """Give the profile: what the track asks for, with the credit that the résumé's best mention earns.

    Must-have items carry `share.must` of a sub-skill's points by importance; the rest goes to a few equal slots that
    the best good-to-have items fill. The points of a sub-skill that the track asks nothing of go to the others, so
    that 100 is always possible.
    """
    return _figure(Credits(resume, keywords), track, keywords)


class BestTrack:
    """The kind of role in which a person's profile is highest, found without building the other profiles.

    A kind of role comes into question once one of its own must-haves earns something: all roles share so much that a
    person without a word on devices' rules could otherwise stand highest among those who know them. Nobody is measured
    against work that they do not do, and a true addition can never lower the figure: it takes no role away, and the
    highest of several figures that do not fall does not fall.
    """

    def __init__(self, keywords: Keywords) -> None:
        self._keywords = keywords
        self._asks: list[_Ask] = []
        self._slots: dict[tuple[str, Subskill], list[int]] = {}
        self._asked_by: defaultdict[str, list[int]] = defaultdict(list)
        asked = Counter(concept for track in keywords.tracks for concept in _musts(track))
        for track in keywords.tracks:
            for subskill, must, slots in _allotted(track, keywords):
                self._slots[track.id, subskill] = slots
                for item, cents in zip(track.must.get(subskill, ()), must, strict=True):
                    self._add(item, _Ask(track.id, subskill, cents, own=_is_own(item, asked)))
                for item in track.good.get(subskill, ()):
                    self._add(item, _Ask(track.id, subskill))
        self._open = {GENERAL} | {track.id for track in keywords.tracks} - {ask.track for ask in self._asks if ask.own}

    def profile(self, resume: Resume) -> tuple[Track, Figure]:
        """Give the track and the profile there; the first track in the file's order where several are as high."""
        credits_ = Credits(resume, self._keywords)
        points, shown = self._points(credits_)
        tracks = [track for track in self._keywords.tracks if track.id in shown] or self._keywords.tracks
        track = max(tracks, key=lambda track: round(points[track.id], 6))
        return track, _figure(credits_, track, self._keywords)

    def _add(self, item: TrackItem, ask: _Ask) -> None:
        for concept in item.any_of:
            self._asked_by[concept].append(len(self._asks))
        self._asks.append(ask)

    def _points(self, credits_: Credits) -> tuple[defaultdict[str, float], set[str]]:
        """Give the points of each track, and the tracks that come into question."""
        best: defaultdict[int, float] = defaultdict(float)
        for concept, share in credits_.worths():
            for number in self._asked_by.get(concept, ()):
                best[number] = max(best[number], share)
        points: defaultdict[str, float] = defaultdict(float)
        good: defaultdict[tuple[str, Subskill], list[float]] = defaultdict(list)
        shown = set(self._open)
        for number, share in best.items():
            ask = self._asks[number]
            if ask.own and share:
                shown.add(ask.track)
            if ask.cents is None:
                good[ask.track, ask.subskill].append(share)
            else:
                points[ask.track] += ask.cents * share
        for (track, subskill), shares in good.items():
            slots = self._slots[track, subskill]
            points[track] += sum(
                cents * share for cents, share in zip(slots, sorted(shares, reverse=True), strict=False)
            )
        return points, shown


@dataclass(frozen=True, slots=True)
class _Ask:
    """An item of a track: the hundredths of a point that a must-have carries; none where it fills a slot."""

    track: str
    subskill: Subskill
    cents: int | None = None
    own: bool = False


def _musts(track: Track) -> set[str]:
    return {concept for items in track.must.values() for item in items for concept in item.any_of}


def _is_own(item: TrackItem, asked: Counter[str]) -> bool:
    """Tell whether a must-have is the role's own: few roles ask for most of its keywords."""
    return sum(asked[concept] <= FEW for concept in item.any_of) * 2 > len(item.any_of)


def _figure(credits_: Credits, track: Track, keywords: Keywords) -> Figure:
    items = [
        item
        for subskill, must, slots in _allotted(track, keywords)
        for item in _items(subskill, must, slots, track, credits_)
    ]
    return Figure("Medical AI profile", tuple(items), bands("profile", keywords))


def _allotted(track: Track, keywords: Keywords) -> Iterator[tuple[Subskill, list[int], list[int]]]:
    """Share out the points, in hundredths: for each sub-skill those of its must-haves and of its slots."""
    asked = [subskill for subskill in SUBSKILLS if track.must.get(subskill) or track.good.get(subskill)]
    points = share_out(100 * CENTS, [keywords.weight(f"subskill.{subskill}") for subskill in asked])
    for subskill, cents in zip(asked, points, strict=True):
        must, good = track.must.get(subskill, ()), track.good.get(subskill, ())
        shares = [keywords.weight("share.must") if must else 0.0, 1 - keywords.weight("share.must") if good else 0.0]
        must_cents, good_cents = share_out(cents, shares)
        slots = min(int(keywords.weight("share.good_slots")), len(good))
        yield subskill, share_out(must_cents, [item.importance for item in must]), share_out(good_cents, [1.0] * slots)


def _items(
    subskill: Subskill, must: Sequence[int], slots: Sequence[int], track: Track, credits_: Credits
) -> Iterator[Item]:
    for item, part in zip(track.must.get(subskill, ()), must, strict=True):
        yield Item(f"{subskill}.{item.id}", item.label, part / CENTS, credits_.of(item.any_of), subskill)
    filled = _best(track.good.get(subskill, ()), len(slots), credits_)
    for number, (part, best) in enumerate(zip(slots, filled, strict=True), 1):
        label = best.label if best else "one more good-to-have keyword"
        factors = credits_.of(best.any_of) if best else NONE
        yield Item(f"{subskill}.good.{number}", label, part / CENTS, factors, subskill)


def _best(good: Sequence[TrackItem], slots: int, credits_: Credits) -> list[TrackItem | None]:
    """Give the items that fill the slots, best credit first; then those that are there but earn nothing."""
    named = [item for item in good if credits_.of(item.any_of) is not NONE]
    order = {item.id: i for i, item in enumerate(good)}
    named.sort(key=lambda item: (-worth(credits_.of(item.any_of)), -item.importance, order[item.id]))
    return [*named[:slots], *([None] * (slots - len(named)))]
