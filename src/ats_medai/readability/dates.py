"""Whether the dates of positions are written in one form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_medai.model import Keywords, Resume, Span
from ats_medai.readability.found import Found

FORMS = {
    "named months": re.compile(r"\b[^\W\d_]{3,9}\.?,? (?:19|20)\d\d\b"),
    "months in figures": re.compile(r"(?<![\d/.-])(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:19|20)\d\d\b"),
    "year first": re.compile(r"\b(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])\b(?![-/.]?\d)"),
}
HEAD = 200
"""Letters at the beginning of a position in which its dates stand."""


def check_dates(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give the forms, where months are written in more than one."""
    del keywords
    first: dict[str, Span] = {}
    text = resume.document.text
    for position in resume.positions:
        if position.start is None or position.start.month is None:
            continue
        stop = min(position.span.end, position.span.start + HEAD)
        for name, pattern in FORMS.items():
            match = pattern.search(text, position.span.start, stop)
            if match:
                first.setdefault(name, Span(*match.span()))
                break
    if len(first) > 1:
        shown = ", ".join(f"“{resume.document[span]}” ({name})" for name, span in first.items())
        yield Found("mixed_dates", shown, tuple(first.values()))
