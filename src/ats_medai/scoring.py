"""Figures made of items, each with the reasons for its points."""

from __future__ import annotations

from datetime import date

from ats_medai.model import Assertion, Factor, Figure, Item, Job, Keywords, Mention, Method, Resume, Subskill, Track


def profile_figure(resume: Resume, track: Track, keywords: Keywords) -> Figure:
    """Give the Medical AI profile: 100 points over the track's items."""
    items = []
    for subskill in (one for one in Subskill if one is not Subskill.GENERAL):
        must = track.must.get(subskill, ())
        total = sum(item.importance for item in must)
        for item in must:
            points = keywords.weight(f"subskill.{subskill}") * item.importance / total
            items.append(
                Item(f"{subskill}.{item.id}", item.label, points, _best(resume, item.any_of, keywords), subskill)
            )
    return Figure("Medical AI profile", tuple(items))


def match_figure(resume: Resume, job: Job, keywords: Keywords, as_of: date) -> Figure:
    """Give the match with the advert's requirements."""
    del as_of
    items = [
        Item(
            f"{requirement.level}.{number}",
            requirement.label,
            keywords.weight(f"level.{requirement.level}"),
            _best(resume, requirement.concepts, keywords),
            None,
            requirement.span,
        )
        for number, requirement in enumerate(job.requirements, 1)
    ]
    return Figure("Match with this job", tuple(items))


def _best(resume: Resume, concepts: tuple[str, ...], keywords: Keywords) -> tuple[Factor, ...]:
    found = [_factors(mention, keywords) for mention in resume.mentions if mention.concept in concepts]
    none = (Factor("match.none", 0.0),)
    return max(found, key=lambda factors: Item("", "", 1.0, factors).earned, default=none)


def _factors(mention: Mention, keywords: Keywords) -> tuple[Factor, ...]:
    match = "match.fuzzy" if mention.method is Method.FUZZY else "match.found"
    weak = mention.weak and mention.assertion is Assertion.PRESENT
    assertion = "assertion.weak" if weak else f"assertion.{mention.assertion}"
    shown = f"shown.{mention.shown}"
    return (
        Factor(match, keywords.weight(match), (mention.span,)),
        Factor(shown, keywords.weight(shown)),
        Factor(assertion, keywords.weight(assertion), (mention.cue,) if mention.cue else ()),
    )
