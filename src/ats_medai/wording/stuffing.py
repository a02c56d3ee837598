"""Keywords that are piled up instead of shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ats_medai.model import Finding, Keywords, Resume, SectionKind, Severity, Shown, Span
from ats_medai.places import Places

SOURCE = "guide, line 419"
LISTS = frozenset({SectionKind.SKILLS, SectionKind.SUMMARY, SectionKind.INTERESTS, SectionKind.OTHER})

RECORDS = frozenset(
    {
        SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.AWARDS, SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES,
    }
)  # fmt: skip
"""Each line names its issuer, venue or field again; that is no pile."""


def lint_stuffing(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Give where a keyword is repeated past all use, and where lists outweigh the work by far."""
    yield from _repeats(resume, keywords)
    yield from _lists(resume, keywords)


def _repeats(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """A keyword listed again and again, or over and over in one statement. Work with it in many statements is fine."""
    listed: defaultdict[str, list[Span]] = defaultdict(list)
    spoken: defaultdict[tuple[str, Span], list[Span]] = defaultdict(list)
    bullets = Places(resume.bullets, lambda bullet: bullet)
    for mention in resume.mentions:
        if mention.section in RECORDS:
            continue
        around = bullets.around(mention.span)
        if around:
            spoken[mention.concept, around[0]].append(mention.span)
        elif mention.section in LISTS:
            listed[mention.concept].append(mention.span)
    most_listed, most_spoken = keywords.weight("limit.listings"), keywords.weight("limit.repeats")
    found = {concept: spans for concept, spans in listed.items() if len(spans) > most_listed}
    found |= {concept: spans for (concept, _), spans in spoken.items() if len(spans) > most_spoken}
    for concept, spans in found.items():
        label = keywords.concept_by_id[concept].label
        yield Finding(
            "stuffing.repeats",
            Severity.WARNING,
            f"{label} stands {len(spans)} times in one place. Repeats add nothing to a figure, and a reader notices.",
            "Keep the mentions that say something new.",
            tuple(spans),
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
