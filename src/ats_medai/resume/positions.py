"""Experience sections -> positions: title, organisation, start and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ats_medai.model import Document, EntryWords, Position, Present, Section, SectionKind, Span, YearMonth
from ats_medai.resume.cells import Cell, read_cells
from ats_medai.resume.dates import find_dates
from ats_medai.resume.entries import Entry, find_entries
from ats_medai.resume.rows import Row, read_rows


def find_positions(document: Document, sections: tuple[Section, ...], words: EntryWords) -> tuple[Position, ...]:
    """Give the positions of all experience sections in the order of the text."""
    rows = read_rows(document)
    dates = find_dates(document.text, words)
    found: list[Position] = []
    for section in sections:
        if section.kind is SectionKind.EXPERIENCE:
            entries = find_entries(section_rows(rows, section), dates, words, section.span.end)
            found += _positions(entries, words)
    return tuple(found)


def section_rows(rows: Sequence[Row], section: Section) -> list[Row]:
    """Give the lines of a section without its heading."""
    inside = [row for row in rows if section.span.contains(row.span)]
    if section.heading is None:
        return inside
    return [row for row in inside if row.span.end > section.heading.end + 3 or row.span.start > section.heading.end]


def _positions(entries: Sequence[Entry], words: EntryWords) -> list[Position]:
    cells = [read_cells(entry.head, entry.date, words) for entry in entries]
    found: list[Position] = []
    banner: str | None = None
    for n, (entry, own) in enumerate(zip(entries, cells, strict=True)):
        title, organisation = _title_and_organisation(own)
        if title is None and organisation and entry.bare and n + 1 < len(entries):
            following = _title_and_organisation(cells[n + 1])
            if following[0] and not following[1]:
                banner = organisation  # the employer's line above several roles has the dates of all of them
                continue
        if organisation is None:
            organisation = banner or (found[-1].organisation if found and title else None)
        else:
            banner = None
        start, end = (entry.date.start, entry.date.end) if entry.date else (None, None)
        if title or organisation or entry.date:
            found.append(Position(title, organisation, start, end, entry.span))
    return found


def _title_and_organisation(cells: Sequence[Cell]) -> tuple[str | None, str | None]:
    titled = [cell for cell in cells if cell.title]
    title = min(titled, key=lambda cell: (cell.organisation, cell.row), default=None)
    rest = [cell for cell in cells if cell is not title]
    organisation = max(rest, key=lambda cell: (cell.organisation and not cell.title, -cell.row), default=None)
    if title is None:
        named = next((cell for cell in cells if cell.organisation), None)
        if named is None and cells:
            return cells[0].text, cells[1].text if len(cells) > 1 else None
        other = next((cell for cell in cells if cell is not named), None)
        return (other.text if other else None), (named.text if named else None)
    if organisation is None or (not organisation.organisation and "," in title.text):
        split = _split_at_comma(title)
        if split:
            return split
    return title.text, organisation.text if organisation else None


def _split_at_comma(cell: Cell) -> tuple[str, str] | None:
    """Read "Practice Manager, Brightside Dental" or the other way round."""
    parts = [part.strip() for part in cell.text.split(",")]
    if len(parts) < 2:
        return None
    del cell
    return parts[0], ", ".join(parts[1:])


def experience_months(positions: Iterable[Position], as_of: date) -> int:
    """Give the number of months that at least one position covers; `as_of` is the month that "present" means.

    A year without month begins in January and ends in December. Positions without a start, or with an end before it,
    count for nothing.
    """
    covered: set[int] = set()
    for position in positions:
        if position.start is None or position.end is None:
            continue
        covered.update(range(_month(position.start, 1), _end_month(position.end, as_of) + 1))
    return len(covered)


def _month(point: YearMonth, default: int) -> int:
    return point.year * 12 + (point.month or default) - 1


def _end_month(end: YearMonth | Present, as_of: date) -> int:
    now = as_of.year * 12 + as_of.month - 1
    return now if isinstance(end, Present) else min(_month(end, 12), now)


__all__ = ["Span", "experience_months", "find_positions", "section_rows"]
