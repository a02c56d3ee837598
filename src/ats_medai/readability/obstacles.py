"""All checks in their order, and their findings in the words of readability.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ats_medai.model import Finding, Keywords, Resume
from ats_medai.readability.contact import check_contact
from ats_medai.readability.dates import check_dates
from ats_medai.readability.file import check_file
from ats_medai.readability.found import Found
from ats_medai.readability.layout import check_layout
from ats_medai.readability.order import check_order
from ats_medai.readability.reader import check_reader
from ats_medai.readability.structure import check_structure
from ats_medai.readability.stuffing import check_stuffing

Check = Callable[[Resume, Keywords], Iterator[Found]]

CHECKS: tuple[Check, ...] = (
    check_reader,
    check_file,
    check_contact,
    check_layout,
    check_order,
    check_structure,
    check_dates,
    check_stuffing,
)


def find_obstacles(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give what a machine may not be able to read in the file: one finding per check, in the order of the checks."""
    found: dict[str, Found] = {}
    for check in CHECKS:
        for one in check(resume, keywords):
            if one.check in keywords.checks:
                found.setdefault(one.check, one)
    return tuple(_finding(found[name], keywords) for name in keywords.checks if name in found)


def _finding(found: Found, keywords: Keywords) -> Finding:
    check = keywords.checks[found.check]
    message = check.message.replace("{detail}", found.detail)
    return Finding(
        code=check.id,
        severity=check.severity,
        message=f"{message} {check.why}",
        fix=check.fix,
        spans=found.spans,
        source=f"{check.source} ({check.evidence})",
    )
