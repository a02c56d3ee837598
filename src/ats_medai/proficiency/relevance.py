"""Which positions are work in Medical AI, and for how many months."""

from __future__ import annotations

from datetime import date

from ats_medai.model import (
    Assertion,
    Category,
    Keywords,
    Mention,
    Position,
    Present,
    Resume,
    SectionKind,
    Shown,
    Span,
    Subskill,
    YearMonth,
)
from ats_medai.places import Places

MEDICAL = frozenset({Category.CLINICAL_DOMAIN, Category.MODALITY})
"""Rules are left out: audits and risk management are not medicine by themselves."""
MEDICINES = ("drug.", "genomics.")
"""Topics whose methods are medicine by themselves: the guide counts drug discovery among the use cases."""
TECHNICAL = frozenset({Category.METHOD, Category.TOOL, Category.LANGUAGE, Category.INFRASTRUCTURE})
LEAST_TECHNICAL = 2
"""Technical keywords of a role: one alone may be a word of another trade."""
WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.PUBLICATIONS})


def shown_keywords(resume: Resume, keywords: Keywords) -> tuple[frozenset[str], frozenset[str]]:
    """Give the medical and the modelling keywords that are claimed in sentences about work."""
    used = [
        mention
        for mention in resume.mentions
        if mention.assertion is Assertion.PRESENT and mention.shown is Shown.IN_USE and mention.section in WORK
    ]
    medical = frozenset(mention.concept for mention in used if is_medical(mention, keywords))
    return medical, frozenset(mention.concept for mention in used if _is_modelling(mention, keywords))


def relevant_positions(resume: Resume, keywords: Keywords) -> tuple[Position, ...]:
    """Give the dated positions that show technical and medical keywords together."""
    mentions = Places(resume.mentions, lambda mention: mention.span)
    return tuple(
        position for position in resume.positions if position.start and _is_relevant(position, mentions, keywords)
    )


def months_of(positions: tuple[Position, ...], as_of: date) -> int:
    """Give the months that the positions cover, each counted once; `as_of` is the end of what goes on."""
    return len({month for position in positions for month in _covered(position, as_of)})


def first_line(position: Position, resume: Resume) -> Span:
    """Give the line that the position begins with."""
    text = resume.document[position.span]
    start = position.span.start + len(text) - len(text.lstrip())
    line = text.lstrip().split("\n", 1)[0].rstrip()
    return Span(start, start + len(line)) if line else position.span


def is_medical(mention: Mention, keywords: Keywords) -> bool:
    """Tell whether a mention is of medicine: a domain, a modality, a way to find medicines, or the data of care."""
    concept = keywords.concept_by_id.get(mention.concept)
    return concept is not None and (
        concept.category in MEDICAL
        or concept.id.startswith(MEDICINES)
        or (concept.subskill is Subskill.DOMAIN and concept.category in {Category.METHOD, Category.DATA_STANDARD})
        or (concept.subskill is Subskill.DATA and concept.category in {Category.DATA_STANDARD, Category.DATA_SET})
    )


def _is_relevant(position: Position, mentions: Places[Mention], keywords: Keywords) -> bool:
    inside = [mention for mention in mentions.inside(position.span) if mention.assertion is Assertion.PRESENT]
    technical = {mention.concept for mention in inside if _is_technical(mention, keywords)}
    return len(technical) >= LEAST_TECHNICAL and any(is_medical(mention, keywords) for mention in inside)


def _is_modelling(mention: Mention, keywords: Keywords) -> bool:
    concept = keywords.concept_by_id.get(mention.concept)
    kinds = {Category.METHOD, Category.TOOL}
    return concept is not None and concept.subskill is Subskill.MODELING and concept.category in kinds


def _is_technical(mention: Mention, keywords: Keywords) -> bool:
    concept = keywords.concept_by_id.get(mention.concept)
    skills = {Subskill.MODELING, Subskill.DATA, Subskill.DEPLOYMENT}
    return concept is not None and concept.category in TECHNICAL and concept.subskill in skills


def _covered(position: Position, as_of: date) -> range:
    if position.start is None:
        return range(0)
    today = 12 * as_of.year + as_of.month - 1
    end = _month(position.end, last=True) if isinstance(position.end, YearMonth) else today
    return range(_month(position.start, last=False), min(end, today) + 1)


def _month(when: YearMonth | Present, *, last: bool) -> int:
    if not isinstance(when, YearMonth):
        return 0
    return 12 * when.year + (when.month or (12 if last else 1)) - 1
