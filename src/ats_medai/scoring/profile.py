"""The Medical AI profile: 100 points over the five sub-skills, each over the track's items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ats_medai.model import Figure, Item, Keywords, Resume, Subskill, Track, TrackItem
from ats_medai.scoring.credit import NONE, Credits, worth
from ats_medai.scoring.points import bands, share_out

CENTS = 100
SUBSKILLS = tuple(subskill for subskill in Subskill if subskill is not Subskill.GENERAL)


def profile_figure(resume: Resume, track: Track, keywords: Keywords) -> Figure:
    """Give the profile: what the track asks for, with the credit that the résumé's best mention earns.

    Must-have items carry `share.must` of a sub-skill's points by importance; the rest goes to a few equal slots that
    the best good-to-have items fill. The points of a sub-skill that the track asks nothing of go to the others, so
    that 100 is always possible.
    """
    credits_ = Credits(resume, keywords)
    asked = [subskill for subskill in SUBSKILLS if track.must.get(subskill) or track.good.get(subskill)]
    points = share_out(100 * CENTS, [keywords.weight(f"subskill.{subskill}") for subskill in asked])
    items = [
        item
        for subskill, cents in zip(asked, points, strict=True)
        for item in _items(subskill, cents, track, credits_, keywords)
    ]
    return Figure("Medical AI profile", tuple(items), bands("profile", keywords))


def _items(subskill: Subskill, cents: int, track: Track, credits_: Credits, keywords: Keywords) -> Iterator[Item]:
    must, good = track.must.get(subskill, ()), track.good.get(subskill, ())
    shares = [keywords.weight("share.must") if must else 0.0, 1 - keywords.weight("share.must") if good else 0.0]
    must_cents, good_cents = share_out(cents, shares)
    for item, part in zip(must, share_out(must_cents, [item.importance for item in must]), strict=True):
        yield Item(f"{subskill}.{item.id}", item.label, part / CENTS, credits_.of(item.any_of), subskill)
    slots = min(int(keywords.weight("share.good_slots")), len(good))
    filled = _best(good, slots, credits_)
    for number, (part, best) in enumerate(zip(share_out(good_cents, [1.0] * slots), filled, strict=True), 1):
        label = best.label if best else "one more good-to-have keyword"
        factors = credits_.of(best.any_of) if best else NONE
        yield Item(f"{subskill}.good.{number}", label, part / CENTS, factors, subskill)


def _best(good: Sequence[TrackItem], slots: int, credits_: Credits) -> list[TrackItem | None]:
    """Give the items that fill the slots, best credit first; then those that are there but earn nothing."""
    named = [item for item in good if credits_.of(item.any_of) is not NONE]
    order = {item.id: i for i, item in enumerate(good)}
    named.sort(key=lambda item: (-worth(credits_.of(item.any_of)), -item.importance, order[item.id]))
    return [*named[:slots], *([None] * (slots - len(named)))]
