"""Keywords that are piled up instead of shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ats_medai.model import Finding, Keywords, Resume, Severity, Shown, Span

SOURCE = "guide, line 419"


def lint_stuffing(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Give where a keyword is repeated past all use, and where lists outweigh the work by far."""
    yield from _repeats(resume, keywords)
    yield from _lists(resume, keywords)


def _repeats(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    counts = Counter(mention.concept for mention in resume.mentions)
    most = keywords.weight("limit.repeats")
    for concept, count in counts.items():
        if count <= most:
            continue
        spans = tuple(mention.span for mention in resume.mentions if mention.concept == concept)
        if count > most * max(1, len(resume.document.text.split()) // 500):
            label = keywords.concept_by_id[concept].label
            yield Finding(
                "stuffing.repeats",
                Severity.WARNING,
                f"{label} stands {count} times. Repeats add nothing to a figure, and a reader notices.",
                "Keep the mentions that say something new.",
                spans,
                SOURCE,
            )


def _lists(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Far more keywords listed than shown at work."""
    shown = {mention.concept for mention in resume.mentions if mention.shown is Shown.IN_USE}
    listed: dict[str, Span] = {}
    for mention in resume.mentions:
        if mention.shown is Shown.LISTED and mention.concept not in shown:
            listed.setdefault(mention.concept, mention.span)
    if len(listed) > keywords.weight("limit.listed") and len(listed) > keywords.weight("limit.listed_share") * len(
        shown
    ):
        yield Finding(
            "stuffing.list",
            Severity.WARNING,
            f"{len(listed)} keywords are only listed, {len(shown)} are shown at work.",
            "Keep the ones that you would talk about for five minutes, and show them in sentences.",
            tuple(listed.values()),
            SOURCE,
        )
