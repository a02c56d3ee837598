"""Education sections -> degrees: level, field, institution, year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ats_medai.model import Degree, Document, EntryWords, Section, SectionKind, Span, YearMonth
from ats_medai.resume.cells import is_place, strip_place
from ats_medai.resume.dates import DateRange, dates_in, find_dates
from ats_medai.resume.degree_words import DegreeName, find_degree_names, read_major
from ats_medai.resume.positions import section_rows
from ats_medai.resume.rows import Row, body_of, read_rows
from ats_medai.resume.words import any_of, note

CELL = re.compile(r"\s*[|•·⋅;\t]\s*|\s+[–—-]\s+|\s*—\s*|\s*[()]\s*|:\s+")
FROM = re.compile(r"\b(?:from|at)\s+([A-Z][^,;|\t\d]*?)(?=\s+(?:in|with)\b|\s*[,;|\t\d]|\s*$)")
MOST_ABOVE = 3
LONGEST = 20
"""Words of a line that may name a school."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of an education section with what it names."""

    row: Row
    degrees: tuple[DegreeName, ...]
    school: str | None
    beside: str | None
    """What follows the school behind a comma: perhaps the field. Without a school, what may be one."""
    dates: tuple[DateRange, ...]


def find_degrees(document: Document, sections: tuple[Section, ...], words: EntryWords) -> tuple[Degree, ...]:
    """Give the degrees of the education sections in the order of the text."""
    return degrees_of(body_of(read_rows(document)), find_dates(document.text, words), sections, words)


def degrees_of(
    rows: Sequence[Row], dates: Sequence[DateRange], sections: tuple[Section, ...], words: EntryWords
) -> tuple[Degree, ...]:
    """Give the degrees of a document whose lines and dates are at hand."""
    found: list[Degree] = []
    for inside, _ in section_rows(rows, sections, SectionKind.EDUCATION):
        lines = [_line(row, dates, words) for row in inside]
        found += _degrees(lines, words)
    return tuple(found)


def _line(row: Row, dates: Sequence[DateRange], words: EntryWords) -> _Line:
    own = tuple(dates_in(dates, row.whole))
    noted = bool(note(words.notes).match(row.text) or (row.bullet and any_of(words.notes).match(row.text)))
    degrees = () if noted else find_degree_names(row.text, words, listed=row.bullet)
    alone = bool(degrees) and degrees[-1].field is None
    school, beside = (None, None) if noted else _school(row, own, words, alone=alone)
    if degrees and school is None:
        beside = _unknown_school(row.text, degrees[-1].field, words)
    return _Line(row, degrees, school, beside, own)


def _school(row: Row, dates: Sequence[DateRange], words: EntryWords, *, alone: bool) -> tuple[str | None, str | None]:
    """Give the name of a place of study, without date and place, and the piece behind its comma."""
    if row.words > LONGEST:
        return None, None
    text = row.text
    for date in dates:
        text = text.replace(row.text[max(0, date.span.start - row.span.start) : date.span.end - row.span.start], "\t")
    pattern = any_of(words.schools)
    for cell in CELL.split(text):
        parts = [part.strip() for part in strip_place(cell.strip(" ,.–—-"), words).split(",")]
        named = [i for i, part in enumerate(parts) if pattern.search(part)]
        if named:
            degree = find_degree_names(cell, words, listed=False)
            first = named[0] if degree else 0
            beside = parts[named[-1] + 1] if named[-1] + 1 < len(parts) and not degree else None
            if alone and named[0] and not degree:  # "B.S.<tab>Biology, Howard University"
                first, beside = named[0], ", ".join(parts[: named[0]])
            return ", ".join(parts[first : named[-1] + 1]), beside
    return None, None


def _unknown_school(text: str, field: str | None, words: EntryWords) -> str | None:
    """Give what stands behind the field and a comma where no word tells a school: "..., UMass Amherst, 2012"."""
    if told := FROM.search(text):
        return told[1] if _may_be_school(told[1], words) else None
    if not field or field not in text:
        return None
    parts = [part.strip() for part in CELL.split(text.partition(field)[2])[0].split(",")]
    named = [part for part in parts if _may_be_school(part, words)]
    return named[0] if named and parts[0] == "" else None


def _may_be_school(text: str, words: EntryWords) -> bool:
    other = is_place(text, words) or any_of(words.notes).match(text) or any(c.isdigit() for c in text)
    return text[:1].isupper() and not other


def _degrees(lines: Sequence[_Line], words: EntryWords) -> list[Degree]:
    marks = [i for i, line in enumerate(lines) if line.degrees]
    found: list[Degree] = []
    for n, i in enumerate(marks):
        floor = marks[n - 1] if n else -1
        stop = marks[n + 1] if n + 1 < len(marks) else len(lines)
        start = i - _above(lines, marks[0], floor, i)
        if n + 1 < len(marks):
            stop -= _above(lines, marks[0], i, stop)
        group = lines[start:stop]
        school = _over_the_line(lines, i, stop)
        school = school or next((line.school for line in [lines[i], *group] if line.school), None)
        if school is None and start > 0 and lines[marks[0]].school is None:
            school = next((line.school for line in reversed(lines[:start]) if line.school), None)
        if school is None:
            school = lines[i].beside
        span = Span(group[0].row.whole.start, group[-1].row.whole.end)
        for name in lines[i].degrees:
            field = name.field or (lines[i].school and lines[i].beside) or _field_below(lines, i, stop, words)
            found.append(Degree(name.level, field, school, _year(lines[i], group), span))
    return found


def _over_the_line(lines: Sequence[_Line], at: int, stop: int) -> str | None:
    """Give a school's name that a narrow column breaks: "BSc Physics, Delft" and below it "University"."""
    own, below = lines[at], lines[at + 1] if at + 1 < stop else None
    if own.school or not own.beside or below is None or not below.school or below.row.gap or below.row.bullet:
        return None
    return f"{own.beside} {below.school}" if own.row.text.endswith(own.beside) else None


def _above(lines: Sequence[_Line], first: int, floor: int, at: int) -> int:
    """Say how many lines above a degree's own belong to it: as many of the same sort as the first degree has."""
    count = 0
    while count < min(first, MOST_ABOVE) and at - count - 1 > floor:
        line, model = lines[at - count - 1], lines[first - count - 1]
        if bool(line.school) != bool(model.school) or bool(line.dates) != bool(model.dates) or line.row.bullet:
            break
        count += 1
    return count


def _field_below(lines: Sequence[_Line], at: int, stop: int, words: EntryWords) -> str | None:
    """Give the next line where a degree's letters stand alone on theirs."""
    if at + 1 >= stop:
        return None
    below = lines[at + 1]
    if major := read_major(below.row.text, words):
        return major
    if lines[at].row.words > 2:
        return None
    free = not (below.school or below.dates or below.row.bullet) and below.row.words <= 6
    return (strip_place(below.row.text, words) or None) if free else None


def _year(own: _Line, group: Sequence[_Line]) -> int | None:
    """Give the last year of the degree's own line, or else of the first line of its group that has one."""
    for line in (own, *group):
        for date in line.dates:
            point = date.end if isinstance(date.end, YearMonth) else date.start
            if point is not None:
                return point.year
    return None
