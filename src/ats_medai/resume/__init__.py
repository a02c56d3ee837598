"""Document -> sections, contact, positions and degrees of a résumé."""

from ats_medai.resume.contact import find_contact
from ats_medai.resume.degrees import find_degrees
from ats_medai.resume.positions import experience_months, find_positions
from ats_medai.resume.sections import find_sections
from ats_medai.resume.structure import Structure, read_structure

__all__ = [
    "Structure",
    "experience_months",
    "find_contact",
    "find_degrees",
    "find_positions",
    "find_sections",
    "read_structure",
]
