"""What a reader would stumble over: red flags of the guide and the wording of bullets."""

from __future__ import annotations

from ats_medai.model import Finding, Keywords, Resume


def find_red_flags(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give the guide's red flags that the résumé raises."""
    del resume, keywords
    return ()


def lint_wording(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give what to mend in the wording of the résumé."""
    del resume, keywords
    return ()
