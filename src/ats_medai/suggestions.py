"""What to change next, honestly."""

from __future__ import annotations

from ats_medai.model import Keywords, Report, Suggestion


def propose(report: Report, keywords: Keywords) -> tuple[Suggestion, ...]:
    """Give the changes worth trying, at most one per item; the caller finds each gain by scoring again."""
    del report, keywords
    return ()
