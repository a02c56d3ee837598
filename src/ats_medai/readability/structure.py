"""The headings by which a parser sorts a résumé."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.model import Keywords, Resume, SectionKind
from ats_medai.readability.found import Found

WANTED = {
    SectionKind.EXPERIENCE: "experience",
    SectionKind.EDUCATION: "education",
    SectionKind.SKILLS: "skills",
}
ENOUGH = 2
"""Of the three, so many: a doctor's CV may have no skills, a graduate's no experience."""


def check_structure(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give the usual parts that have no heading, where fewer than two of the three have one."""
    del keywords
    headed = {section.kind for section in resume.sections if section.heading is not None}
    missing = [name for kind, name in WANTED.items() if kind not in headed]
    if len(WANTED) - len(missing) < ENOUGH:
        yield Found("no_headings", " and ".join(missing) if len(missing) < len(WANTED) else ", ".join(missing))
