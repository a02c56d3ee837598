"""The statements that the rules look at, each with its section and position."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ats_medai.model import Position, Resume, SectionKind, Span, Wording
from ats_medai.places import Places
from ats_medai.wording.verbs import opening_tense

_DATES_FIRST = re.compile(
    r"(?:\w{3,9}\.?\s+)?(?:19|20)\d\d(?:[./]\d{1,2})?\s*(?:-|–|—|[Tt]o\b|[Uu]ntil\b|:)|(?:19|20)\d\d\s+[A-Z]"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
MOST_WORDS_OF_A_NAME = 16
NEARLY_ALL = 0.8
"""Share of capitals from which a line is a name."""
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
    wording = resume.keywords.wording if resume.keywords else None
    found = tuple(statement for statement in _all(resume) if not is_caption(statement.text, wording))
    work = tuple(statement for statement in found if statement.section in WORK)
    return work if any(section.kind in WORK for section in resume.sections) else found


def is_caption(text: str, wording: Wording | None = None) -> bool:
    """Tell whether a statement only heads others or names a post: it ends in a colon, begins with dates, or is a name.

    A name is a short line without a full stop in which nearly all words but the small ones begin with a capital, and
    the first is no verb.
    """
    line = " ".join(text.split())
    if line.endswith(":") or _DATES_FIRST.match(line):
        return True
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    is_short = len(line.split()) <= MOST_WORDS_OF_A_NAME and not line.endswith((".", "!", ";"))
    begins_with_verb = wording is not None and opening_tense(line, wording) is not None
    return is_short and not begins_with_verb and bool(words) and capital >= NEARLY_ALL * len(words)


def spoken_statements(resume: Resume) -> tuple[Statement, ...]:
    """Give the statements that are sentences of the person: work, projects, summary and the rest."""
    return tuple(statement for statement in _all(resume) if statement.section in SPOKEN)


def _all(resume: Resume) -> Iterator[Statement]:
    starts = [section.span.start for section in resume.sections]
    positions = Places(resume.positions, lambda position: position.span)
    for bullet in resume.bullets:
        place = bisect_right(starts, bullet.start) - 1
        section = resume.sections[place].kind if place >= 0 else SectionKind.OTHER
        position = next(iter(positions.around(bullet)), None)
        yield Statement(bullet, resume.document[bullet], section, position)
