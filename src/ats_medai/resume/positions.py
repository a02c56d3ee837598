"""Experience sections -> positions: title, organisation, start and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ats_medai.model import Document, EntryWords, Position, Present, Section, SectionKind, Span, YearMonth
from ats_medai.resume.cells import read_cells
from ats_medai.resume.dates import DateRange, find_dates
from ats_medai.resume.entries import Entry, find_entries
from ats_medai.resume.naming import name_entries
from ats_medai.resume.rows import Row, body_of, read_rows


def find_positions(document: Document, sections: tuple[Section, ...], words: EntryWords) -> tuple[Position, ...]:
    """Give the positions of all experience sections in the order of the text."""
    return positions_of(body_of(read_rows(document)), find_dates(document.text, words), sections, words)


def positions_of(
    rows: Sequence[Row], dates: Sequence[DateRange], sections: tuple[Section, ...], words: EntryWords
) -> tuple[Position, ...]:
    """Give the positions of a document whose lines and dates are at hand."""
    found: list[Position] = []
    for inside, end in section_rows(rows, sections, SectionKind.EXPERIENCE):
        found += _positions(find_entries(inside, dates, words, end), words)
    return tuple(found)


def section_rows(
    rows: Sequence[Row], sections: Iterable[Section], kind: SectionKind
) -> Iterator[tuple[list[Row], int]]:
    """Give the lines of each section of a kind, without its heading, and where its text ends.

    A section that goes on in the same column of another page, after a sidebar, is one with what it goes on from.
    """
    group: list[Row] = []
    end = 0
    for section in sections:
        if section.kind is not kind:
            continue
        if section.heading is not None and group:
            yield group, end
            group = []
        group += _below_heading(rows, section)
        end = section.span.end
    if group:
        yield group, end


def _below_heading(rows: Sequence[Row], section: Section) -> Iterator[Row]:
    """Give a section's lines; of a line that the heading shares with other text, that text."""
    for row in rows:
        if not section.span.contains(row.span):
            continue
        if section.heading is None or not section.heading.overlaps(row.span):
            yield row
        elif row.span.end - section.heading.end > 3:
            rest = row.text[section.heading.end - row.span.start :]
            at = row.span.end - len(rest.lstrip(" \t:.–—-"))
            if at < row.span.end:
                yield replace(row, text=row.text[at - row.span.start :], span=Span(at, row.span.end))


def _positions(entries: Sequence[Entry], words: EntryWords) -> list[Position]:
    named = name_entries([read_cells(entry.head, entry.below, entry.date, words) for entry in entries], words)
    found: list[Position] = []
    employer: str | None = None
    for n, (entry, (title, organisation)) in enumerate(zip(entries, named, strict=True)):
        following = named[n + 1] if n + 1 < len(entries) else (None, None)
        if title is None and organisation and entry.bare and following[0] and not following[1]:
            employer = organisation  # its line above several roles has the dates of all of them
            continue
        if organisation or not title:
            employer = organisation
        if entry.head and entry.head[0].bullet:
            employer = None  # a list names each employer beside its own title
        start, end = (entry.date.start, entry.date.end) if entry.date else (None, None)
        if title or organisation or entry.date:
            found.append(Position(title, organisation or employer, start, end, entry.span))
    return found


def experience_months(positions: Iterable[Position], as_of: date) -> int:
    """Give the number of months that at least one position covers; `as_of` is the month that "present" means.

    A year without month begins in January and ends in December. Positions without a start, or with an end before it,
    count for nothing.
    """
    covered: set[int] = set()
    for position in positions:
        if position.start is not None and position.end is not None:
            covered.update(range(_month(position.start, 1), _end_month(position.end, as_of) + 1))
    return len(covered)


def _month(point: YearMonth, default: int) -> int:
    return point.year * 12 + (point.month or default) - 1


def _end_month(end: YearMonth | Present, as_of: date) -> int:
    now = as_of.year * 12 + as_of.month - 1
    return now if isinstance(end, Present) else min(_month(end, 12), now)
