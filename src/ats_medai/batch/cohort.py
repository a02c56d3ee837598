"""Many résumés' rows -> what the group as a whole shows, and what has changed since an earlier run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from ats_medai.model import Proficiency, Subskill

FIGURES = {
    "profile": "Medical AI profile", "match": "Match with the job", "readability": "Machine readability",
    **{str(skill): str(skill).capitalize() for skill in Subskill if skill is not Subskill.GENERAL},
}  # fmt: skip
BINS = 10


@dataclass(frozen=True, slots=True)
class Spread:
    """How one figure is spread over the group: points of 100; `bins` counts résumés in tenths of the scale."""

    name: str
    lower: float
    middle: float
    upper: float
    bins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The résumés that are nearest to one kind of role, and the must-haves that they lack, the most missed first."""

    track: str
    scored: int
    missing: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group of résumés, each counted once."""

    scored: int
    duplicates: int
    unread: Mapping[str, int]
    """Files that could not be read, by code."""
    spreads: tuple[Spread, ...]
    levels: Mapping[str, int]
    missing: tuple[tuple[str, int], ...]
    """Must-haves that résumés lack, the most missed first."""
    profiles: Mapping[str, float]
    """Profile by source."""
    by_track: tuple[Group, ...] = ()
    """The same by the kind of role that each résumé is nearest to, the largest group first."""


@dataclass(frozen=True, slots=True)
class Change:
    """What moved from an earlier run to this one. `rose`, `fell` and `same` count résumés that stand in both."""

    medians: tuple[tuple[str, float, float], ...]
    """Figure, median before, median now."""
    rose: int
    fell: int
    same: int
    typical: float | None
    """Median of the profile's change over résumés in both, in points."""
    missing: tuple[tuple[str, float, float], ...]
    """Must-have, share of résumés that lacked it before and lack it now, in percent."""


def cohort_of(rows: Iterable[Mapping[str, Any]]) -> Cohort:
    """Sum the rows up. Of a résumé against several adverts the best one counts; copies of a file count once."""
    values: dict[str, dict[str, float]] = {name: {} for name in FIGURES}
    levels: Counter[str] = Counter()
    missing: dict[str, Counter[str]] = defaultdict(Counter)
    nearest: Counter[str] = Counter()
    unread: dict[str, str] = {}
    copies: set[str] = set()
    for row in rows:
        source = str(row["source"])
        if row.get("error"):
            unread[source] = str(row["error"])
        elif row.get("duplicate_of"):
            copies.add(source)
        else:
            if source not in values["profile"]:
                levels[str(row["level"])] += 1
                track = str(row.get("nearest_track") or "")
                nearest[track] += 1
                missing[track].update(row["missing_must_haves"])
            _keep(values, source, row)
    counted = {name: of for name, of in values.items() if of}
    return Cohort(
        scored=len(values["profile"]),
        duplicates=len(copies),
        unread=dict(sorted(Counter(unread.values()).items())),
        spreads=tuple(_spread(FIGURES[name], list(of.values())) for name, of in counted.items()),
        levels={str(level): levels[str(level)] for level in Proficiency},
        missing=most_missed(sum(missing.values(), Counter())),
        profiles=values["profile"],
        by_track=tuple(
            Group(track, count, most_missed(missing[track]))
            for track, count in sorted(nearest.items(), key=lambda pair: (-pair[1], pair[0]))
            if track
        ),
    )


def most_missed(missing: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Give the keywords in the order in which they are most often missing; of equals by name."""
    return tuple(sorted(missing.items(), key=lambda pair: (-pair[1], pair[0])))


def change_of(before: Cohort, now: Cohort) -> Change:
    """Compare two runs."""
    earlier = {spread.name: spread.middle for spread in before.spreads}
    steps = [round(now.profiles[one] - before.profiles[one], 2) for one in now.profiles if one in before.profiles]
    lacked = dict(before.missing)
    return Change(
        medians=tuple((one.name, earlier[one.name], one.middle) for one in now.spreads if one.name in earlier),
        rose=sum(step > 0 for step in steps),
        fell=sum(step < 0 for step in steps),
        same=sum(step == 0 for step in steps),
        typical=median(steps) if steps else None,
        missing=tuple(
            (label, percent(lacked.get(label, 0), before.scored), percent(dict(now.missing).get(label, 0), now.scored))
            for label in sorted({*lacked, *dict(now.missing)}, key=lambda label: (-lacked.get(label, 0), label))
        ),
    )


def percent(part: int, whole: int) -> float:
    """Give the part in percent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def _keep(values: dict[str, dict[str, float]], source: str, row: Mapping[str, Any]) -> None:
    for name, of in values.items():
        value = row.get(name)
        if value is not None and (name != "match" or row.get("best_job") is not False):
            of[source] = float(value)


def _spread(name: str, values: list[float]) -> Spread:
    lower, middle, upper = quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    tenths = Counter(min(BINS - 1, max(0, int(value * BINS / 100))) for value in values)
    return Spread(name, lower, middle, upper, tuple(tenths[place] for place in range(BINS)))
