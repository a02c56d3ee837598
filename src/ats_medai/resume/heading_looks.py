"""The look that the headings of a document share, and which lines have it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ats_medai.model import SectionKind
from ats_medai.resume.headings import Reading
from ats_medai.resume.jobs_below import Jobs
from ats_medai.resume.rows import Row

DECORATED = re.compile(r"\W*[=#*_~\[|─━-]{2,}|#\s|.*[=*_~─━-]{2,}\s*$|\[.*\]$|.*:\s*$")
BODY = 20
LARGER = 23
"""Steps of 5 %: a heading's size."""
MOST_UNKNOWN = 5
"""For one heading of known words, so many of that look at most."""
OFTEN = 3
"""A line that comes back so often is a label within the entries."""
TURNING = {SectionKind.SUMMARY, SectionKind.CONTACT, SectionKind.CERTIFICATIONS, SectionKind.AWARDS}
"""What a heading that speaks of work may be about, but for the positions below it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a heading's line looks like, coarse enough that the headings of one document agree."""

    size: int
    """Steps of 5 % of the body's size."""
    bold: bool
    caps: bool

    @property
    def plain(self) -> bool:
        return self.size <= BODY and not self.bold and not self.caps


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line, or `rows` of them, whose words make a heading."""

    row: int
    reading: Reading
    look: Look
    rows: int = 1

    @property
    def sure(self) -> bool:
        return not self.reading.unsure


def look_of(row: Row) -> Look:
    """Give the look of a line."""
    return Look(round(row.size * 20), row.bold, row.caps)


def settled(candidates: list[Candidate], rows: Sequence[Row], jobs: Jobs) -> list[Candidate]:
    """Keep the candidates that look as this document's headings do, or have below them what they speak of."""
    times = Counter(rows[c.row].text.lower() for c in candidates)
    candidates = [c for c in candidates if times[rows[c.row].text.lower()] < OFTEN]
    looks = Counter(c.look for c in candidates if c.sure and not c.look.plain)
    candidates = [_turned(c, jobs) for c in candidates]
    jobless = not any(c.sure and c.reading.kind is SectionKind.EXPERIENCE for c in candidates)
    return [
        c
        for c in candidates
        if (not c.reading.open and _fits(c, looks, rows[c.row]))
        or (_may_be_told(c, looks, rows[c.row], jobless=jobless) and jobs.begin_at(c.row + c.rows))
    ]


def _turned(c: Candidate, jobs: Jobs) -> Candidate:
    """Read "Professional Background" as a heading of positions where these stand right below it."""
    turns = c.reading.working and c.reading.kind in TURNING and jobs.begin_at(c.row + c.rows)
    return replace(c, reading=replace(c.reading, kind=SectionKind.EXPERIENCE)) if turns else c


def _may_be_told(c: Candidate, looks: Counter[Look], row: Row, *, jobless: bool) -> bool:
    """Tell whether a line of everyday words may be a heading if positions stand below it."""
    if not c.reading.unsure or c.reading.kind is not SectionKind.EXPERIENCE:
        return False
    return c.look in looks or (not looks and (row.gap or jobless))


def _fits(c: Candidate, looks: Counter[Look], row: Row) -> bool:
    distinct = sum(looks.values())
    decorated = bool(DECORATED.match(row.text))
    if c.sure:
        return (decorated or not c.look.plain or distinct < 2) and not _minor(c, looks, row)
    if distinct >= 3:
        return looks[c.look] >= 2 or (decorated and row.gap)
    whole = c.reading.exact or (row.words > 1 and row.text.istitle())
    return decorated or c.look in looks or (row.gap and distinct == 0 and whole)


def _minor(c: Candidate, looks: Counter[Look], row: Row) -> bool:
    """Tell whether the line is a sub-heading: smaller or quieter than the look that most headings share."""
    if not looks:
        return False
    main, count = looks.most_common(1)[0]
    if count < 3 or looks[c.look] >= 3:
        return False
    if c.look.size < main.size - 1 and not c.look.caps:
        return True
    return main.caps and not c.look.caps and c.look.size <= main.size and not row.gap


def is_kept(look: Look, known: int, same: int, own: Sequence[Look]) -> bool:
    """Tell whether a look is kept for headings: most of its lines are, or it is larger type that stands alone."""
    if known >= 2 and 2 * known >= same:
        return True
    alone = not any(one == look == other for one, other in pairwise(own))
    return look.size >= LARGER and alone and MOST_UNKNOWN * known >= same
