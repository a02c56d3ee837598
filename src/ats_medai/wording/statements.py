"""The statements that the rules look at, each with its section and position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ats_medai.model import Position, Resume, SectionKind, Span

WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS})
SPOKEN = WORK | {SectionKind.SUMMARY, SectionKind.OTHER}


@dataclass(frozen=True, slots=True)
class Statement:
    span: Span
    text: str
    section: SectionKind
    position: Position | None


def work_statements(resume: Resume) -> tuple[Statement, ...]:
    """Give the statements about work and projects; all statements of a résumé without such sections."""
    found = tuple(_all(resume))
    work = tuple(statement for statement in found if statement.section in WORK)
    return work if any(section.kind in WORK for section in resume.sections) else found


def spoken_statements(resume: Resume) -> tuple[Statement, ...]:
    """Give the statements that are sentences of the person: work, projects, summary and the rest."""
    return tuple(statement for statement in _all(resume) if statement.section in SPOKEN)


def _all(resume: Resume) -> Iterator[Statement]:
    starts = [section.span.start for section in resume.sections]
    for bullet in resume.bullets:
        place = bisect_right(starts, bullet.start) - 1
        section = resume.sections[place].kind if place >= 0 else SectionKind.OTHER
        position = next((one for one in resume.positions if one.span.contains(bullet)), None)
        yield Statement(bullet, resume.document[bullet], section, position)
