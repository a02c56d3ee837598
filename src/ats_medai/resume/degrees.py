"""Education sections -> degrees: level, field, institution, year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ats_medai.model import Degree, DegreeLevel, Document, EntryWords, Section, SectionKind, Span, YearMonth
from ats_medai.resume.dates import DateRange, find_dates
from ats_medai.resume.positions import section_rows
from ats_medai.resume.rows import Row, body_of, read_rows
from ats_medai.resume.words import alternation, any_of


def find_degrees(document: Document, sections: tuple[Section, ...], words: EntryWords) -> tuple[Degree, ...]:
    """Give the degrees of the education sections in the order of the text."""
    return degrees_of(body_of(read_rows(document)), find_dates(document.text, words), sections, words)


def degrees_of(
    rows: Sequence[Row], dates: Sequence[DateRange], sections: tuple[Section, ...], words: EntryWords
) -> tuple[Degree, ...]:
    """Give the degrees of a document whose lines and dates are at hand."""
    found: list[Degree] = []
    for inside, _ in section_rows(rows, sections, SectionKind.EDUCATION):
        marks = [(i, m) for i, row in enumerate(inside) if (m := _degree(row.text, words))]
        for n, (i, (level, end)) in enumerate(marks):
            stop = marks[n + 1][0] if n + 1 < len(marks) else len(inside)
            group = inside[i : max(stop, i + 1)]
            span = Span(inside[i].whole.start, group[-1].whole.end)
            years = [_year(d.end or d.start) for d in dates if span.contains(d.span)]
            field = re.split(r"[,|•·;:(–—]|\s-\s|\s{2,}|\bfrom\b|\bat\b|\d", inside[i].text[end:].strip(" ,:.-–()"))[0]
            field = re.sub(r"^(?:in|of)\s+", "", field.strip()).strip()
            place = next((r.text for r in group if any_of(words.schools).search(r.text)), None)
            found.append(Degree(level, field or None, place, next((y for y in years if y), None), span))
    return tuple(found)


def _year(point: object) -> int | None:
    return point.year if isinstance(point, YearMonth) else None


def _degree(text: str, words: EntryWords) -> tuple[DegreeLevel, int] | None:
    best: tuple[int, int, DegreeLevel] | None = None
    for level, pattern in _patterns(tuple(words.degrees.items()), tuple(words.degree_acronyms.items())):
        match = pattern.search(text)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), match.end(), level)
    return (best[2], best[1]) if best else None


@lru_cache(maxsize=4)
def _patterns(
    phrases: tuple[tuple[DegreeLevel, tuple[str, ...]], ...], acronyms: tuple[tuple[DegreeLevel, tuple[str, ...]], ...]
) -> tuple[tuple[DegreeLevel, re.Pattern[str]], ...]:
    dotted = dict(acronyms)
    out = []
    for level, words in phrases:
        letters = "|".join(r"\.?\s?".join(re.escape(c) for c in form) for form in sorted(dotted.get(level, ()), key=len, reverse=True))
        out.append((level, re.compile(rf"(?<![\w.])(?:(?i:{alternation(words)})|(?:{letters})\.?)(?!\w)")))
    return tuple(out)
