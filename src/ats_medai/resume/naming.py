"""Cells of entries' heads -> which is the title, which the employer."""

from __future__ import annotations

from collections.abc import Sequence

from ats_medai.model import EntryWords
from ats_medai.resume.cells import Cell
from ats_medai.resume.words import any_of

Named = tuple[str | None, str | None]
"""Title and organisation."""

SURE_TITLE = 3
SURE_EMPLOYER = 3


def name_entries(heads: Sequence[Sequence[Cell]], words: EntryWords) -> list[Named]:
    """Give title and organisation of each entry of a section, the unclear ones in the order of the clear ones."""
    title_first = _titles_first(heads)
    whole = any(_keeps_comma(cells) for cells in heads)
    return [_name(cells, words, title_first=title_first, whole=whole) for cells in heads]


def _titles_first(heads: Sequence[Sequence[Cell]]) -> bool:
    votes = 0
    for cells in heads:
        titles = [i for i, cell in enumerate(cells) if cell.title >= SURE_TITLE and cell.organisation < SURE_EMPLOYER]
        others = [i for i, cell in enumerate(cells) if cell.title <= 0]
        if titles and others:
            votes += 1 if titles[0] < others[0] else -1
    return votes >= 0


def _keeps_comma(cells: Sequence[Cell]) -> bool:
    """Tell whether a title with a comma stands beside an employer: then commas do not part the two here."""
    titled = any("," in cell.text and cell.title >= SURE_TITLE and cell.organisation < SURE_EMPLOYER for cell in cells)
    return titled and any(cell.title <= 0 and cell.organisation > 0 and not cell.lower for cell in cells)


def _name(cells: Sequence[Cell], words: EntryWords, *, title_first: bool, whole: bool) -> Named:
    title = max(
        cells, key=lambda cell: (cell.title - cell.lower, -cell.organisation, cell.bold, -cell.row), default=None
    )
    if title is None:
        return None, None
    if title.title <= 0:
        return _name_unknown(cells, title_first=title_first)
    employer = _employer(cells, title)
    if employer is None or (employer.organisation < SURE_EMPLOYER and employer.lower):
        split = _split(title.text, words)
        if split and (not whole or _names_employer(split, words)):
            return split
    return title.text, employer.text if employer else None


def _employer(cells: Sequence[Cell], title: Cell) -> Cell | None:
    rest = [cell for cell in cells if cell is not title]
    best = max(rest, key=lambda c: (c.organisation, not c.lower, -abs(c.row - title.row)), default=None)
    if best is None or best.organisation > 0:
        return best
    return next((cell for cell in rest if cell.row != title.row and not cell.lower and cell.organisation > -2), None)


def _name_unknown(cells: Sequence[Cell], *, title_first: bool) -> Named:
    """Name title and employer where no word tells which is which."""
    employer = max(cells, key=lambda cell: (cell.organisation, not cell.lower))
    others = [cell for cell in cells if cell is not employer]
    if employer.organisation >= SURE_EMPLOYER:
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


def _names_employer(named: Named, words: EntryWords) -> bool:
    return any_of(words.legal_forms + words.schools).search(named[1] or "") is not None
