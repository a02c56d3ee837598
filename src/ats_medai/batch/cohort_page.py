"""A cohort as text or as one HTML page: no script, nothing from outside, every word of a file escaped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from ats_medai.batch.cohort import BINS, Change, Cohort, Spread, percent

MOST_MISSING = 20
MOST_OF_GROUP = 8
BLOCKS = " ▁▂▃▄▅▆▇█"
LIMITS = (
    "The figures say what the files show, not what the people can do. They help to decide what to teach; "
    "they are not made for choosing or refusing anybody."
)


def cohort_text(cohort: Cohort, change: Change | None) -> str:
    """Give the report as plain text."""
    return "\n".join(_lines(cohort, change)) + "\n"


def cohort_html(cohort: Cohort, change: Change | None) -> str:
    """Give the report as a page; the histograms are drawings in it."""
    return _template().render(
        cohort=cohort, change=change, missing=cohort.missing[:MOST_MISSING], percent=percent, bars=bars, bins=BINS,
        group_most=MOST_OF_GROUP,
        limits=LIMITS, moved=change.missing[:MOST_MISSING] if change else (), unread=sum(cohort.unread.values()),
    )  # fmt: skip


def bars(spread: Spread) -> list[tuple[int, float, int]]:
    """Give each tenth of the scale: its lower end, the bar's height in percent of the highest, its count."""
    most = max(spread.bins, default=0) or 1
    return [(100 * place // BINS, 100 * count / most, count) for place, count in enumerate(spread.bins)]


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("ats_medai.batch").joinpath("cohort.html.j2").read_text(encoding="utf-8"))


def _lines(cohort: Cohort, change: Change | None) -> Iterator[str]:
    yield f"{cohort.scored} résumés scored, {cohort.duplicates} copies left out, {sum(cohort.unread.values())} not read"
    yield from (f"  {count} {code}" for code, count in cohort.unread.items())
    yield f"\n{'figure':24}{'lower quartile':>16}{'median':>9}{'upper quartile':>16}   0 to 100"
    for one in cohort.spreads:
        yield f"{one.name:24}{one.lower:16.1f}{one.middle:9.1f}{one.upper:16.1f}   {_sparkline(one)}"
    yield "\nlevels: " + ", ".join(f"{level} {count}" for level, count in cohort.levels.items())
    yield "\nmust-haves most often missing"
    for label, count in cohort.missing[:MOST_MISSING]:
        yield f"  {count:6} of {cohort.scored} ({percent(count, cohort.scored):.0f} %)  {_plain(label)}"
    for group in cohort.by_track:
        yield f"\nnearest to {_plain(group.track)}: {group.scored} résumés; most often missing"
        for label, count in group.missing[:MOST_OF_GROUP]:
            yield f"  {count:6} of {group.scored} ({percent(count, group.scored):.0f} %)  {_plain(label)}"
    if change:
        yield from _changed(change)
    yield f"\n{LIMITS}"


def _changed(change: Change) -> Iterator[str]:
    yield f"\nsince the earlier run: {change.rose} profiles rose, {change.fell} fell, {change.same} stayed"
    if change.typical is not None:
        yield f"  typical change of one résumé: {change.typical:+.1f} points"
    for name, before, now in change.medians:
        yield f"  {name:24}median {before:.1f} -> {now:.1f} ({now - before:+.1f})"
    for label, before, now in change.missing[:MOST_MISSING]:
        yield f"  missing in {before:3.0f} % -> {now:3.0f} %  {_plain(label)}"


def _sparkline(spread: Spread) -> str:
    return "".join(BLOCKS[round(height / 100 * (len(BLOCKS) - 1)) or (count > 0)] for _, height, count in bars(spread))


def _plain(label: str) -> str:
    """Give the label on one line and without signs that steer a terminal: the table may come from anybody."""
    return "".join(letter if letter.isprintable() else "?" for letter in label)
