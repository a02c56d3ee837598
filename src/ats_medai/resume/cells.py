"""Lines that head an entry -> cells: what stands between bars, dashes, tabs and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ats_medai.model import EntryWords, Span
from ats_medai.resume.dates import DateRange
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

SEPARATOR = re.compile(r"\s*[|•·\t;]\s*|\s+[–—-]\s+|\s{2,}|\s+[/@]\s+|\s+at\s+(?=[A-Z])|:\s+|\s*[()\[\]]\s*|\s+[–—](?=\w)")
LABEL = re.compile(r"(?:title|position|role|job title|employer|company|organi[sz]ation|location|duration|dates?|supervisors?|advisor|mentor)$", re.IGNORECASE)
STATE = re.compile(r"(?:[A-Z]{2}|[A-Z][\w.]+ ?,? [A-Z]{2})(?:\s+\d{5})?$")
EDGES = " \t,;:|•·–—-/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a head line. `row`: the line's number within the head."""

    text: str
    row: int
    title: bool
    """Holds a noun that makes a job title."""
    organisation: bool
    """Holds a word of employers' names."""
    bold: bool = False


def read_cells(head: Sequence[Row], date: DateRange | None, words: EntryWords) -> list[Cell]:
    """Give the cells of a head without its date and places."""
    cells: list[Cell] = []
    for number, row in enumerate(head):
        for text in _pieces(row, date):
            for piece in SEPARATOR.split(text):
                piece = _without_place(piece.strip(EDGES), words)
                if piece and any(c.isalpha() for c in piece) and not LABEL.match(piece):
                    cells.append(_cell(piece, number, row, words))
    return cells


def _cell(text: str, number: int, row: Row, words: EntryWords) -> Cell:
    title = bool(any_of(words.titles).search(text))
    return Cell(text, number, title, bool(any_of(words.organisations).search(text)), row.bold)


def _pieces(row: Row, date: DateRange | None) -> Iterator[str]:
    """Give the line's text left and right of the date."""
    if date is None or not row.span.overlaps(date.span):
        yield row.text
        return
    yield row.text[: max(0, date.span.start - row.span.start)]
    yield row.text[max(0, min(date.span.end, row.span.end) - row.span.start) :]


def _without_place(text: str, words: EntryWords) -> str:
    """Take "Boston, MA" or "Lyon, France" off the end of a piece; all of it where it is no more than a place."""
    parts = [part.strip() for part in text.split(",")]
    if is_place(text, words):
        return ""
    cut = len(parts)
    while cut > 1 and is_place(parts[cut - 1], words):
        cut -= 1
    if cut < len(parts) and cut > 1 and not any_of(words.organisations).search(parts[cut - 1]) and len(parts[cut - 1].split()) <= 3:
        if not any_of(words.titles).search(parts[cut - 1]):
            cut -= 1
    return ", ".join(parts[:cut])


def is_place(text: str, words: EntryWords) -> bool:
    """Tell whether the text is a place: a country, a state, "City, ST" or a way of working such as "remote"."""
    text = text.strip(" .()")
    parts = [part.strip().lower() for part in text.split(",")]
    if all(part in words.places for part in parts):
        return True
    if len(parts) == 2 and parts[1] in words.places:
        return not any_of(words.titles).search(parts[0]) and not any_of(words.organisations).search(parts[0])
    return bool(STATE.fullmatch(text)) and not any_of(words.organisations).search(text)


__all__ = ["Cell", "Span", "is_place", "read_cells"]
