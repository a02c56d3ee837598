"""Lines that head an entry -> cells: what stands between bars, dashes, tabs and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.model import EntryWords
from ats_medai.resume.dates import DateRange
from ats_medai.resume.rows import Row
from ats_medai.resume.words import alternation, any_of, as_set, note

SEPARATOR = re.compile(
    r"\s*[|•·⋅∙;\t]\s*|\s+[–—-]\s+|\s{2,}|\s+[/@]\s+|\s+at\s+(?=[A-Z])|:\s+|\s*[()\[\]]\s*|\s*—\s*|(?<=\w)\s+[–-](?=[A-Z])"
)
AMOUNT = re.compile(r"\d+\+?\s*(?:yrs?|years?|mos?|months?|weeks?)\b|^\W*$", re.IGNORECASE)
STATE = re.compile(r"[A-Z][\w. ]+ ?, ?[A-Z]{2}(?:,? \d{5})?|[A-Z]{2}")
PLACED = re.compile(r"\s+(?:in|with|at|for)\s+(?=[A-Z])")
CODE = re.compile(r"[A-Z]{0,2}\d{1,2}")
EDGES = " \t,;:|•·–—-/*_"
SURE = 4
"""Strength of a phrase that a job's noun ends."""
LONGEST = 10
"""Words of a title or an employer's name."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a head line, and how far it reads as a title and as an employer."""

    text: str
    row: int
    title: int
    organisation: int
    bold: bool = False
    lower: bool = False
    """Stands below the date, or behind it where the title is on another line."""


def read_cells(head: Sequence[Row], below: int, date: DateRange | None, words: EntryWords) -> list[Cell]:
    """Give the cells of a head without its date and places; the last `below` lines stand below the date."""
    cells: list[Cell] = []
    for number, row in enumerate(head):
        if note(words.notes).match(row.text):
            continue
        for behind, text in enumerate(_told(piece, words) for piece in _pieces(row, date)):
            lower = number >= len(head) - below or (behind > 0 and number > 0)
            for piece in (part.strip(EDGES) for part in SEPARATOR.split(text)):
                kept = strip_place(piece, words)
                if not kept and _may_be_employer(piece, row, number, words):
                    cells.append(Cell(piece.split(",")[0].strip(), number, 0, 1, row.bold, lower=True))
                    continue
                sole = number == 0 and row.text.strip(EDGES) == kept and title_strength(kept, words) >= SURE
                if (sole or _is_name(kept, words)) and not (
                    kept.count(",") == 1 and _at_edge(row, kept) and _unnamed(kept, words)
                ):
                    cells.append(_cell(kept, number, row, words, lower=lower))
    return cells


def _may_be_employer(text: str, row: Row, number: int, words: EntryWords) -> bool:
    """Tell whether what reads as a place may be an employer with its place: "AstraZeneca, Gothenburg, Sweden"."""
    parts = [part.strip() for part in text.split(",")]
    known = parts[0].lower() in as_set(words.places)
    return not known and (len(parts) == 3 or (len(parts) == 2 and number == 0 and row.text.strip(EDGES) == text))


def _at_edge(row: Row, text: str) -> bool:
    """Tell whether the text is the last of several cells of its line, where the place stands."""
    return "\t" in row.text and row.text.rstrip(EDGES).endswith(text)


def _unnamed(text: str, words: EntryWords) -> bool:
    return not any_of(words.titles).search(text) and not any_of(words.organisations).search(text)


def _is_name(text: str, words: EntryWords) -> bool:
    if (
        not any(c.isalpha() for c in text)
        or CODE.fullmatch(text)
        or text.lower() in words.cell_labels
        or AMOUNT.search(text)
    ):
        return False
    parts = text.split(",")
    chain = len(parts) > 2 and len(text.split()) <= 2 * LONGEST and title_strength(parts[0], words) >= SURE
    return (len(text.split()) <= LONGEST or chain) and not (text[0].islower() and len(text.split()) > 3)


def _cell(text: str, number: int, row: Row, words: EntryWords, *, lower: bool) -> Cell:
    named = any_of(words.organisations).search(text) is not None
    title = title_strength(text, words)
    organisation = (3 if named else 1) - (2 if title >= 4 else 0) - (0 if _capitalised(text) else 3)
    return Cell(text, number, title, organisation, row.bold, lower)


def _capitalised(text: str) -> bool:
    """Tell whether the words are written as a name's are: "Department of Radiology", not "Led the migration"."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", text) if len(word) > 3]
    return 2 * sum(word[0].isupper() or not word[0].islower() for word in words) > len(words) or len(words) < 2


def title_strength(text: str, words: EntryWords) -> int:
    """Give 4 where a job's noun ends the phrase, less where it stands before other words, 0 without one."""
    first = text.split(",", maxsplit=1)[0]
    for part, full in ((first, SURE), (text, SURE - 1)):
        matches = list(any_of(words.titles).finditer(part))
        if matches:
            rest = part[matches[-1].end() :].strip()
            if rest and re.match(r"(?:of|for|in|to|on|and|&|-|–|I|II|III|IV|V|\d)\b", rest) is None:
                named = any_of(words.organisations).search(rest)
                return 1 if named else 2 if len(rest.split()) > 2 else full - 1
            return full
    return 0


def _told(text: str, words: EntryWords) -> str:
    """Read "Working as Analyst in Acme Ltd" as two cells."""
    opening = _opening(words.openings).match(text)
    return PLACED.sub("\t", text[opening.end() :], count=1) if opening else text


@lru_cache(maxsize=4)
def _opening(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternation(words)})\s+(?:an?\s+)?", re.IGNORECASE)


def _pieces(row: Row, date: DateRange | None) -> Iterator[str]:
    """Give the line's text left and right of the date."""
    if date is None or not row.span.overlaps(date.span):
        yield row.text
        return
    yield row.text[: max(0, date.span.start - row.span.start)]
    yield row.text[max(0, min(date.span.end, row.span.end) - row.span.start) :]


def strip_place(text: str, words: EntryWords) -> str:
    """Take "Boston, MA" or "Lyon, France" off the end of a piece; all of it where it is no more than a place."""
    if is_place(text, words):
        return ""
    parts = [part.strip() for part in text.split(",")]
    cut = len(parts)
    while cut > 1 and (is_place(parts[cut - 1], words) or re.fullmatch(r"[A-Z]{2}", parts[cut - 1])):
        cut -= 1
    if cut < len(parts) and cut > 1 and _city(parts[cut - 1], words):
        cut -= 1
    return ", ".join(parts[:cut])


def _city(text: str, words: EntryWords) -> bool:
    return _unnamed(text, words) and len(text.split()) <= 3 and text[:1].isupper()


def is_place(text: str, words: EntryWords) -> bool:
    """Tell whether the text is a place: a country, a state, "City, ST" or a way of working such as "remote"."""
    text = text.strip(" .()")
    parts = [part.strip().lower().replace(".", "") for part in text.split(",")]
    places = as_set(words.places)
    if all(part in places for part in parts):
        return True
    if len(parts) in (2, 3) and parts[-1] in places:
        return all(_city(part.strip(), words) for part in text.split(",")[:-1])
    return bool(STATE.fullmatch(text)) and not any_of(words.organisations).search(text)


def is_remark(text: str, words: EntryWords) -> bool:
    """Tell whether a line says no more than where or for how long."""
    return is_place(text, words) or AMOUNT.match(text) is not None or text.lower() in words.cell_labels
