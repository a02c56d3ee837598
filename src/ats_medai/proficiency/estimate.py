"""The level: what the text shows of each, held in bounds by the years in relevant roles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ats_medai.model import (
    Assertion,
    Finding,
    GuideLevel,
    Keywords,
    Marker,
    Proficiency,
    ProficiencyEstimate,
    Resume,
    Severity,
    Span,
)
from ats_medai.proficiency.markers import Claims, find_claims, marker_evidence
from ats_medai.proficiency.relevance import first_line, months_of, relevant_positions, shown_keywords

Evidence = Mapping[str, tuple[Span, ...]]

SURE = 2
"""Markers that make a level; with enough years one is enough, but never for Expert."""
LEAST = 2
"""Medical and modelling keywords in sentences about work, without which nobody is above Beginner."""


def estimate_proficiency(resume: Resume, keywords: Keywords, as_of: date) -> ProficiencyEstimate:
    """Give the level with its reasons and what the next one asks for.

    A level needs two of its markers, and no level lies more than one above the band of the years in relevant roles.
    So years alone never make an Expert, and courses alone never more than a Beginner. `as_of` is the day that
    "present" means.
    """
    levels = keywords.guide.levels
    if not levels:
        return ProficiencyEstimate(Proficiency.BEGINNER)
    positions = relevant_positions(resume, keywords)
    months = months_of(positions, as_of)
    claims = find_claims(resume, keywords)
    shown = {level.level: _shown(level, claims, resume, keywords) for level in levels}
    lacking = _lacking(resume, keywords)
    place = 0 if lacking else _place(levels, shown, months)
    years = _years(months, tuple(first_line(position, resume) for position in positions))
    reached = [marker for level in levels[: place + 1] for marker in _reasons(level, shown[level.level])]
    return ProficiencyEstimate(
        level=levels[place].level,
        reasons=(years, *reached),
        missing=(*lacking, *_missing(levels, place, shown, months)),
    )


def _lacking(resume: Resume, keywords: Keywords) -> tuple[str, ...]:
    """Give what keeps a text at the first level, whatever else it shows."""
    medical, modelling = shown_keywords(resume, keywords)
    needs = (
        (medical, "sentences about work on medical data or with clinicians"),
        (modelling, "sentences about work with machine learning or statistics"),
    )
    return tuple(words for shown, words in needs if len(shown) < LEAST)


def _shown(level: GuideLevel, claims: Claims, resume: Resume, keywords: Keywords) -> Evidence:
    courses = level.level is Proficiency.BEGINNER
    found = {marker.id: marker_evidence(marker, claims, resume, courses=courses) for marker in level.markers}
    return {marker.id: found[marker.id] or _of_categories(marker, resume, keywords) for marker in level.markers}


def _of_categories(marker: Marker, resume: Resume, keywords: Keywords) -> tuple[Span, ...]:
    """Give mentions of the marker's kinds of keyword: data sets, venues and courses say it by their name alone."""
    if not marker.categories:
        return ()
    return tuple(
        mention.span
        for mention in resume.mentions
        if mention.assertion not in {Assertion.NEGATED, Assertion.ASPIRED}
        and (concept := keywords.concept_by_id.get(mention.concept)) is not None
        and concept.category in marker.categories
        and concept.id not in marker.without
    )


def _place(levels: tuple[GuideLevel, ...], shown: Mapping[Proficiency, Evidence], months: int) -> int:
    band = _band(levels, months)
    counts = [sum(bool(spans) for spans in shown[level.level].values()) for level in levels]
    place = max((i for i, count in enumerate(counts) if count >= SURE), default=0)
    if place < band and place + 1 < len(levels) - 1 and counts[place + 1] >= 1:
        place += 1
    return min(place, band + 1, len(levels) - 1)


def _band(levels: tuple[GuideLevel, ...], months: int) -> int:
    """Give the number of the last level whose months are reached."""
    return max((i for i, level in enumerate(levels) if months >= level.months_min), default=0)


def _years(months: int, evidence: tuple[Span, ...]) -> Finding:
    text = f"{_spoken(months)} in roles that show medical and technical work together"
    none = "No role with dates shows medical and technical work together yet"
    return Finding("level.years", Severity.INFO, text if months else none, spans=evidence)


def _spoken(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] * bool(years) + [f"{rest} month{'s' * (rest != 1)}"] * bool(rest)
    return " and ".join(parts) or "0 months"


def _reasons(level: GuideLevel, shown: Evidence) -> list[Finding]:
    return [
        Finding(
            f"level.{marker.id}", Severity.INFO, f"{level.level}: {marker.label}", spans=shown[marker.id],
            source=f"guide, line {marker.line}" if marker.line else "",
        )
        for marker in level.markers
        if shown[marker.id]
    ]  # fmt: skip


def _missing(
    levels: tuple[GuideLevel, ...], place: int, shown: Mapping[Proficiency, Evidence], months: int
) -> list[str]:
    if place + 1 >= len(levels):
        return []
    level = levels[place + 1]
    missing = [marker.label for marker in level.markers if not shown[level.level][marker.id]]
    if _band(levels, months) < place:
        missing.insert(0, f"{_spoken(levels[place].months_min)} in relevant roles")
    return missing
