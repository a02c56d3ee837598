"""Which lines are headings: by their words first, then by the look that the headings of this document share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ats_medai.model import Headings, SectionKind, Span
from ats_medai.resume.headings import Reading, normalise, read_heading, read_loosely
from ats_medai.resume.rows import Row

LIST_BULLETS = "•-–—*o·●◦"
LABEL = re.compile(r"([^\W\d][^:|•·;.]{2,38}?)\s?:\s+(?=\S)")
CAPS_LABEL = re.compile(r"((?:[A-Z][A-Z'’&/-]+,?\s+|&\s+){1,4})(?=[A-Z]?[a-z0-9])")
DECORATED = re.compile(r"\W*[=#*_~\[|─━-]{2,}|#\s|.*[=*_~─━-]{2,}\s*$|\[.*\]$|.*:\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    row: int
    kind: SectionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Look:
    """What a heading's line looks like, coarse enough that the headings of one document agree."""

    size: int
    bold: bool
    caps: bool

    @property
    def plain(self) -> bool:
        return self.size <= 20 and not self.bold and not self.caps  # 20 steps of 5 % are the body's size


@dataclass(frozen=True, slots=True)
class Candidate:
    row: int
    reading: Reading
    look: Look
    sure: bool


def find_headings(rows: Sequence[Row], headings: Headings) -> list[Heading]:
    """Give the headings in the order of the text."""
    candidates = list(_candidates(rows, headings))
    known = _settled(candidates, rows)
    found = {c.row: Heading(c.row, c.reading.kind, _heading_span(rows[c.row])) for c in known}
    for i in _alike(rows, known):
        if i not in found:
            found[i] = Heading(i, read_loosely(rows[i].text, headings), _heading_span(rows[i]))
    for label in _labels(rows, found, headings):
        found.setdefault(label.row, label)
    return [found[i] for i in sorted(found)]


def _look(row: Row) -> Look:
    return Look(round(row.size * 20), row.bold, row.caps)


def _candidates(rows: Sequence[Row], headings: Headings) -> Iterator[Candidate]:
    """Lines whose words make a heading and whose shape allows one."""
    unsure = {normalise(word) for word in headings.resume_unsure}
    for i, row in enumerate(rows):
        if len(row.text) > 70 or _listed(row) or row.text.endswith((",", ";")):
            continue
        reading = read_heading(row.text, headings)
        if reading is None or (row.text.endswith(".") and row.words > 2) or _runs_on(rows, i):
            continue
        words = tuple(word for word in normalise(row.text) if word not in ",/")
        yield Candidate(i, reading, _look(row), sure=words not in unsure)


def _listed(row: Row) -> bool:
    """Tell whether the line is an item of a list; an icon before a heading is none, nor is a mark in larger type."""
    mark = row.line.span.start != row.span.start and row.bullet
    return mark and row.size < 1.12 and not row.bold and not row.caps


def _runs_on(rows: Sequence[Row], i: int) -> bool:
    """Tell whether the line goes on with the sentence of the line before."""
    row, above = rows[i], rows[i - 1] if i else None
    if above is None or row.gap or not row.text[0].islower() or row.size > 1.05 or row.bold:
        return False
    return above.words > 4 and above.text[-1] not in ".:!?"


def _settled(candidates: list[Candidate], rows: Sequence[Row]) -> list[Candidate]:
    """Keep the candidates that look as this document's headings do."""
    looks = Counter(c.look for c in candidates if c.sure and not c.look.plain)
    distinct = sum(looks.values())
    kept: list[Candidate] = []
    for c in candidates:
        row = rows[c.row]
        marked = bool(DECORATED.match(row.text)) or c.look in looks
        if c.sure and distinct >= 2 and c.look.plain and not DECORATED.match(row.text):
            continue
        if not c.sure and not (marked or (row.gap and distinct == 0 and c.reading.exact)):
            continue
        if _minor(c, looks, row):
            continue
        kept.append(c)
    return kept


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


def _alike(rows: Sequence[Row], known: list[Candidate]) -> Iterator[int]:
    """Lines of other words that look just as the known headings do, where that look is kept for headings."""
    looks = Counter(c.look for c in known if not c.look.plain)
    if not known:
        return
    first = known[0].row
    taken = {c.row for c in known}
    same = Counter(_look(row) for i, row in enumerate(rows) if i >= first and not row.bullet)
    for i, row in enumerate(rows):
        look = _look(row)
        if i < first or i in taken or looks[look] < 2 or 2 * looks[look] < same[look]:
            continue
        if row.gap and row.words <= 6 and not _listed(row) and not re.search(r"\d|@|[.,;]$", row.text):
            yield i


def _labels(rows: Sequence[Row], found: dict[int, Heading], headings: Headings) -> Iterator[Heading]:
    """Headings that share their line with what stands below them: "Skills: Python", "EDUCATION B.S. Physics"."""
    unsure = {normalise(word) for word in headings.resume_unsure}
    standing = len(found)
    kind: SectionKind | None = None
    for i, row in enumerate(rows):
        if i in found:
            kind = found[i].kind
            continue
        if row.bullet:
            continue
        colon = LABEL.match(row.text)
        match = colon or CAPS_LABEL.match(row.text)
        reading = read_heading(match[1], headings) if match else None
        if not match or not reading or not reading.exact or normalise(match[1]) in unsure or reading.kind == kind:
            continue
        if colon and (kind is SectionKind.SKILLS or (standing >= 3 and not row.gap)):
            continue
        if kind is None and reading.kind is SectionKind.CONTACT:
            continue
        kind = reading.kind
        yield Heading(i, kind, Span(row.span.start, row.span.start + len(match[1].rstrip())))


def _heading_span(row: Row) -> Span:
    """Leave decoration out: rules of dashes, the marks of Markdown, a colon."""
    start = re.match(r"[\W_]*", row.text)
    end = re.search(r"[\s:=#*_~─━|-]*$", row.text)
    left = start.end() if start else 0
    right = end.start() if end else len(row.text)
    return Span(row.span.start + left, row.span.start + right) if left < right else row.span
