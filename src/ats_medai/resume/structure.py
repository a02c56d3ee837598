"""All parts of a résumé at once: its lines and dates are read one time."""

from __future__ import annotations

from dataclasses import dataclass

from ats_medai.model import Contact, Degree, Document, Keywords, Position, Section
from ats_medai.resume.contact import contact_of
from ats_medai.resume.dates import find_dates
from ats_medai.resume.degrees import degrees_of
from ats_medai.resume.positions import positions_of
from ats_medai.resume.rows import body_of, read_rows
from ats_medai.resume.sections import sections_of


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a résumé."""

    sections: tuple[Section, ...]
    contact: Contact
    positions: tuple[Position, ...]
    degrees: tuple[Degree, ...]


def read_structure(document: Document, keywords: Keywords) -> Structure:
    """Give the same as the four `find_` functions of this folder, in a third of the time."""
    rows = read_rows(document)
    body = body_of(rows)
    dates = find_dates(document.text, keywords.entries)
    sections = sections_of(document, body, dates, keywords.headings, keywords.entries)
    return Structure(
        sections=sections,
        contact=contact_of(document, rows, sections, keywords),
        positions=positions_of(body, dates, sections, keywords.entries),
        degrees=degrees_of(body, dates, sections, keywords.entries),
    )
