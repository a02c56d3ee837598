"""Which documented obstacles to machine reading a résumé's file has."""

from __future__ import annotations

from collections.abc import Sequence

from ats_medai.model import Factor, Figure, Finding, Item, Keywords, Resume


def find_obstacles(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give what a machine may not be able to read in the file."""
    if resume.contact.email or resume.contact.phone:
        return ()
    check = keywords.checks["no_contact"]
    return (Finding(check.id, check.severity, check.message, check.fix, (), check.source),)


def readability_figure(obstacles: Sequence[Finding], keywords: Keywords) -> Figure:
    """Give the figure: one item per check, 100 where nothing was found."""
    found = {finding.code: finding for finding in obstacles}
    items = tuple(
        Item(
            check.id,
            check.label,
            1.0,
            (Factor(f"readability.{check.id}", 0.0 if check.id in found else 1.0),),
        )
        for check in keywords.checks.values()
    )
    return Figure("readability", items)
