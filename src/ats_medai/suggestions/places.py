"""Where in the résumé a new statement belongs: beside the nearest evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ats_medai.model import Assertion, Concept, Edit, Keywords, Position, Resume, SectionKind, Span

_MARK = re.compile(r"^[^\S\n]*(?:[•●▪◦‣⁃∙·*–—■□➢➤✓►○§-]|o(?=\s)|\d{1,2}[.)])\s*$")
RELATED, SAME_SUBSKILL = 3, 1


@dataclass(frozen=True, slots=True)
class Spot:
    """After which statement the new one goes, and what stands before it in its line (indent and bullet sign).

    `near` tells whether something in the place has to do with the keyword.
    """

    after: Span
    mark: str
    title: str
    near: bool = False


def nearest_spot(concept: Concept | None, resume: Resume, keywords: Keywords) -> Spot | None:
    """Give the place for a new statement: the position or project with most keywords near to this one.

    Ties go to the first, which is the latest in most résumés. None where the résumé tells of no work.
    """
    spots = [
        (_nearness(position.span, concept, resume, keywords), _of_position(position, resume))
        for position in resume.positions
    ]
    spots += [
        (_nearness(section.span, concept, resume, keywords) - 1, _at_end(section.span, "your projects", resume))
        for section in resume.sections
        if section.kind is SectionKind.PROJECTS
    ]
    if not any(spot for _, spot in spots):
        spots = [
            (0, _at_end(section.span, "your experience", resume))
            for section in resume.sections
            if section.kind is SectionKind.EXPERIENCE
        ]
    found = [(near, spot) for near, spot in spots if spot]
    if not found:
        return None
    near, best = max(found, key=lambda pair: pair[0])
    return replace(best, near=near > 0)


def new_statement(text: str, spot: Spot | None, resume: Resume) -> Edit:
    """Give the edit that puts a new statement there; at the end, under a heading, where there is no place for it."""
    if spot is None:
        end = len(resume.document.text)
        return Edit(end, end, f"\n\nPROJECTS\n- {text}.\n")
    return Edit(spot.after.end, spot.after.end, f"\n{spot.mark}{text}.")


def _nearness(span: Span, concept: Concept | None, resume: Resume, keywords: Keywords) -> int:
    if concept is None:
        return 0
    near = {*concept.related, *concept.implies}
    points = 0
    for mention in resume.mentions:
        if mention.assertion is Assertion.PRESENT and span.contains(mention.span):
            other = keywords.concept_by_id.get(mention.concept)
            is_related = other is not None and (other.id in near or concept.id in {*other.related, *other.implies})
            same = other is not None and other.subskill is concept.subskill
            points += RELATED * is_related + SAME_SUBSKILL * same
    return points


def _of_position(position: Position, resume: Resume) -> Spot | None:
    names = [name for name in (position.title, position.organisation) if name]
    return _at_end(position.span, ", ".join(names), resume)


def _at_end(span: Span, title: str, resume: Resume) -> Spot | None:
    """Give the place after the last statement in the span."""
    inside = [bullet for bullet in resume.bullets if span.overlaps(bullet) and bullet.start >= span.start]
    if not inside:
        return None
    text, last = resume.document.text, inside[-1]
    before = text[text.rfind("\n", 0, last.start) + 1 : last.start]
    return Spot(last, before if _MARK.match(before) else "", title)
