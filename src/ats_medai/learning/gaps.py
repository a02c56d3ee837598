"""What the figures ask for and how much of it is open, by keyword."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.model import Category, Item, Keywords, Report, Subskill


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a figure asks for, in points of 100: possible, and still open."""

    label: str
    concepts: tuple[str, ...]
    subskill: Subskill | None
    possible: float
    open: float

    @property
    def is_gap(self) -> bool:
        """Whether more is open than for a keyword that is at least listed."""
        return self.open > 0.5 * self.possible + 1e-9


def asked_of(report: Report, keywords: Keywords) -> tuple[Asked, ...]:
    """Give all that profile and match ask for. An open good-to-have slot stands for the track's first missing ones."""
    return (*_of_profile(report, keywords), *_of_match(report, keywords))


def is_one_of(concept: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a keyword's id is named; a star is any ending."""
    return concept in patterns or concept.startswith(_beginnings(patterns))


@lru_cache(maxsize=1024)
def _beginnings(patterns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pattern.removesuffix("*") for pattern in patterns if pattern.endswith("*"))


def _of_profile(report: Report, keywords: Keywords) -> Iterator[Asked]:
    track = keywords.track_by_id[report.track]
    for subskill in Subskill:
        items = {item.code: item for item in report.profile.items if item.subskill is subskill}
        wanted = {f"{subskill}.{one.id}": one for one in track.must.get(subskill, ())}
        good = track.good.get(subskill, ())
        named = {item.label for item in items.values()}
        unmet = iter([one for one in good if one.label not in named])
        by_label = {one.label: one for one in good}
        for code, item in items.items():
            one = wanted.get(code) or by_label.get(item.label) or next(unmet, None)
            if one:
                yield _asked(item, one.label, one.any_of, 100 / report.profile.possible)


def _of_match(report: Report, keywords: Keywords) -> Iterator[Asked]:
    """Give what the advert asks for, but for degrees: those are no matter of hours."""
    if report.match and report.job:
        for requirement, item in zip(report.job.requirements, report.match.items, strict=False):
            known = [keywords.concept_by_id[one] for one in requirement.concepts if one in keywords.concept_by_id]
            if any(concept.category is Category.DEGREE for concept in known):
                continue
            yield _asked(item, requirement.label, requirement.concepts, 100 / report.match.possible)


def _asked(item: Item, label: str, concepts: tuple[str, ...], scale: float) -> Asked:
    open_points = scale * (item.possible - item.earned)
    return Asked(label, concepts, item.subskill, scale * item.possible, open_points)
