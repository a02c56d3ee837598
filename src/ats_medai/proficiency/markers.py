"""Where a résumé shows what the guide expects at a level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ats_medai.model import Assertion, Keywords, Marker, Resume, SectionKind, Shown, Span
from ats_medai.phrases import find_phrases, has_phrase

LINES = frozenset(
    {SectionKind.PUBLICATIONS, SectionKind.CERTIFICATIONS, SectionKind.AWARDS, SectionKind.EDUCATION, SectionKind.OTHER}
)
NOT_WORK = frozenset({SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.INTERESTS, SectionKind.REFERENCES})
DOUBT = frozenset({"negated", "aspired"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A bullet, sentence or line; `study` where it speaks of a course."""

    span: Span
    section: SectionKind
    study: bool


def statements(resume: Resume, keywords: Keywords) -> tuple[Statement, ...]:
    """Give what the résumé claims, without what it denies or wishes for."""
    doubts = tuple(form for cue in keywords.cues.resume if cue.kind in DOUBT for form in cue.forms)
    courses = keywords.wording.courses
    entries = _entries(resume)
    found = []
    for span, section in [*_bullets(resume), *_lines(resume)]:
        text = resume.document[span]
        if not has_phrase(text, doubts):
            around = f"{_entry(span, entries, resume)}\n{text}"
            found.append(Statement(span, section, has_phrase(around, courses)))
    return tuple(found)


def marker_evidence(
    marker: Marker, claims: tuple[Statement, ...], resume: Resume, *, courses: bool
) -> tuple[Span, ...]:
    """Give the words that speak for a marker; `courses` lets words about courses count."""
    counted = [claim for claim in claims if courses or not claim.study]
    found = [span for claim in counted for span in _words(marker, claim, resume, courses=courses)]
    found += _concepts(marker, counted, resume)
    if not found:
        found = [claim.span for claim in counted if claim.section in marker.sections]
    return tuple(sorted(set(found)))


def _words(marker: Marker, claim: Statement, resume: Resume, *, courses: bool) -> list[Span]:
    """Give one place a group, where the statement has a word of each group."""
    if not marker.words or (claim.section in NOT_WORK and not courses):
        return []
    text = resume.document[claim.span]
    places = []
    for group in marker.words:
        place = next(find_phrases(text, group, claim.span.start), None)
        if place is None:
            return []
        places.append(place)
    return places


def _concepts(marker: Marker, claims: list[Statement], resume: Resume) -> Iterator[Span]:
    """Give the keywords in use, in a statement that counts, which are named by the marker."""
    for mention in resume.mentions:
        if (
            mention.concept in marker.concepts
            and mention.assertion is Assertion.PRESENT
            and mention.shown is Shown.IN_USE
        ):
            yield from (mention.span for claim in claims if claim.span.contains(mention.span))


def _bullets(resume: Resume) -> Iterator[tuple[Span, SectionKind]]:
    for bullet in resume.bullets:
        section = _section(bullet, resume)
        if section not in LINES:
            yield bullet, section


def _lines(resume: Resume) -> Iterator[tuple[Span, SectionKind]]:
    """Give the lines of sections where a line is a claim of its own: publications, certificates, awards, degrees."""
    for section in resume.sections:
        start = section.heading.end if section.heading else section.span.start
        if section.kind not in LINES:
            continue
        for line in resume.document.text[start : section.span.end].split("\n"):
            if line.strip():
                yield Span(start, start + len(line)), section.kind
            start += len(line) + 1


def _section(span: Span, resume: Resume) -> SectionKind:
    place = bisect_right([section.span.start for section in resume.sections], span.start) - 1
    return resume.sections[place].kind if place >= 0 else SectionKind.OTHER


def _entries(resume: Resume) -> list[Span]:
    """Give the lines that head the bullets below them: of a position or project, no bullets themselves."""
    text, bullets = resume.document.text, sorted(resume.bullets)
    starts = [bullet.start for bullet in bullets]
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        place = bisect_right(starts, end) - 1
        if line.strip() and (place < 0 or bullets[place].end <= start):
            found.append(Span(start, end))
        start = end + 1
    return found


def _entry(span: Span, entries: list[Span], resume: Resume) -> str:
    """Give the line that heads a statement, unless an empty line lies between."""
    place = bisect_right(entries, span) - 1
    if place < 0:
        return ""
    line = entries[place]
    between = resume.document.text[line.end : span.start]
    return "" if "\n\n" in between else resume.document[line]
