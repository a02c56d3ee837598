"""Experience sections -> positions: title, organisation, start and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ats_medai.model import Document, EntryWords, Position, Present, Section, SectionKind, YearMonth
from ats_medai.resume.cells import Cell, read_cells
from ats_medai.resume.dates import DateRange, find_dates
from ats_medai.resume.entries import Entry, find_entries
from ats_medai.resume.rows import Row, body_of, read_rows
from ats_medai.resume.words import any_of

Named = tuple[str | None, str | None]
"""Title and organisation."""


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
        group += [row for row in rows if section.span.contains(row.span) and not _is_heading(row, section)]
        end = section.span.end
    if group:
        yield group, end


def _is_heading(row: Row, section: Section) -> bool:
    """Tell whether the line is the section's heading and no more than that."""
    heading = section.heading
    return heading is not None and heading.overlaps(row.span) and row.span.end - heading.end <= 3


def _positions(entries: Sequence[Entry], words: EntryWords) -> list[Position]:
    cells = [read_cells(entry.head, entry.below, entry.date, words) for entry in entries]
    title_first = _usual_order(cells)
    named = [_name(own, words, title_first=title_first) for own in cells]
    found: list[Position] = []
    employer: str | None = None
    for n, (entry, (title, organisation)) in enumerate(zip(entries, named, strict=True)):
        following = named[n + 1] if n + 1 < len(entries) else (None, None)
        if title is None and organisation and entry.bare and following[0] and not following[1]:
            employer = organisation  # its line above several roles has the dates of all of them
            continue
        if organisation is None and title:
            organisation = employer
        else:
            employer = organisation
        start, end = (entry.date.start, entry.date.end) if entry.date else (None, None)
        if title or organisation or entry.date:
            found.append(Position(title, organisation, start, end, entry.span))
    return found


def _usual_order(heads: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether titles mostly stand before employers, from the heads where the words leave no doubt."""
    votes = 0
    for cells in heads:
        titles = [i for i, cell in enumerate(cells) if cell.title >= 3 and cell.organisation < 3]
        others = [i for i, cell in enumerate(cells) if cell.title <= 0]
        if titles and others:
            votes += 1 if titles[0] < others[0] else -1
    return votes >= 0


def _name(cells: Sequence[Cell], words: EntryWords, *, title_first: bool) -> Named:
    title = max(cells, key=lambda cell: (cell.title, -cell.organisation, cell.bold, -cell.row), default=None)
    if title is None:
        return None, None
    if title.title <= 0:
        return _name_unknown(cells, title_first=title_first)
    rest = [cell for cell in cells if cell is not title]
    employer = max(rest, key=lambda cell: (cell.organisation, -abs(cell.row - title.row)), default=None)
    if employer is None or employer.organisation <= 0 or (employer.organisation < 3 and employer.row == title.row):
        split = _split(title.text, words)
        if split and (employer is None or employer.organisation < 2):
            return split
    return title.text, employer.text if employer and employer.organisation > 0 else None


def _name_unknown(cells: Sequence[Cell], *, title_first: bool) -> Named:
    """Name title and employer where no word tells which is which."""
    employer = max(cells, key=lambda cell: cell.organisation)
    others = [cell for cell in cells if cell is not employer]
    if employer.organisation >= 3:
        return (others[0].text if others else None), employer.text
    pair = [cell.text for cell in cells[:2]]
    if len(pair) == 1:
        return (pair[0], None) if title_first else (None, pair[0])
    return (pair[0], pair[1]) if title_first else (pair[1], pair[0])


def _split(text: str, words: EntryWords) -> Named | None:
    """Read "Practice Manager, Brightside Dental" or the other way round."""
    parts = [part.strip() for part in text.split(",")]
    at = next((i for i, part in enumerate(parts) if any_of(words.titles).search(part)), None)
    if len(parts) < 2 or at is None:
        return None
    if at:
        return ", ".join(parts[at:]), ", ".join(parts[:at])
    return parts[0], ", ".join(parts[1:])


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
