"""Where a résumé shows what the guide expects at a level."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ats_medai.model import Assertion, Keywords, Marker, Resume, SectionKind, Shown, Span
from ats_medai.phrases import Texts
from ats_medai.places import Places

LINES = frozenset(
    {SectionKind.PUBLICATIONS, SectionKind.CERTIFICATIONS, SectionKind.AWARDS, SectionKind.EDUCATION, SectionKind.OTHER}
)
NOT_WORK = frozenset({SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.INTERESTS, SectionKind.REFERENCES})
DOUBT = frozenset({"negated", "aspired"})
_GAP = re.compile(r"\n(?=\n)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A bullet, sentence or line; `study` where it speaks of a course."""

    span: Span
    section: SectionKind
    study: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """The statements that a résumé makes, by their number among the texts to look for words in."""

    statements: Mapping[int, Statement]
    texts: Texts


def find_claims(resume: Resume, keywords: Keywords) -> Claims:
    """Give what the résumé claims, without what it denies or wishes for."""
    doubts = tuple(form for cue in keywords.cues.resume if cue.kind in DOUBT for form in cue.forms)
    courses = keywords.wording.courses
    said = [*_bullets(resume), *_lines(resume)]
    texts = Texts(resume.document[span] for span, _ in said)
    entries, gaps = _entries(resume), [match.start() for match in _GAP.finditer(resume.document.text)]
    studied = Texts(resume.document[entry] for entry in entries).first(courses)
    of_courses, doubted = texts.first(courses), texts.first(doubts)
    statements = {
        number: Statement(span, section, number in of_courses or _entry(span, entries, gaps) in studied)
        for number, (span, section) in enumerate(said)
        if number not in doubted
    }
    return Claims(statements, texts)


def marker_evidence(marker: Marker, claims: Claims, resume: Resume, *, courses: bool) -> tuple[Span, ...]:
    """Give the words that speak for a marker; `courses` lets words about courses count."""
    counted = {number: claim for number, claim in claims.statements.items() if courses or not claim.study}
    found = list(_words(marker, claims.texts, counted, courses=courses))
    found += _concepts(marker, counted.values(), resume)
    if not found:
        found = [claim.span for claim in counted.values() if claim.section in marker.sections]
    return tuple(sorted(set(found)))


def _words(marker: Marker, texts: Texts, claims: Mapping[int, Statement], *, courses: bool) -> Iterator[Span]:
    """Give one place a group, where a statement has a word of each group."""
    if not marker.words:
        return
    groups = [texts.first(group) for group in marker.words]
    for number in set(claims).intersection(*groups):
        claim = claims[number]
        if courses or claim.section not in NOT_WORK:
            start = claim.span.start
            yield from (Span(start + group[number].start, start + group[number].end) for group in groups)


def _concepts(marker: Marker, claims: Collection[Statement], resume: Resume) -> Iterator[Span]:
    """Give the keywords in use, in a statement that counts, which are named by the marker."""
    named = [
        mention.span
        for mention in resume.mentions
        if mention.concept in marker.concepts
        and mention.assertion is Assertion.PRESENT
        and mention.shown is Shown.IN_USE
    ]
    places = Places(claims if named else (), lambda claim: claim.span)
    yield from (span for span in named for _ in places.around(span))


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


def _entry(span: Span, entries: list[Span], gaps: list[int]) -> int | None:
    """Give the number of the line that heads a statement; None where an empty line lies between.

    `gaps` are the places of the empty lines.
    """
    place = bisect_right(entries, span) - 1
    if place < 0:
        return None
    gap = bisect_left(gaps, entries[place].end)
    return None if gap < len(gaps) and gaps[gap] + 2 <= span.start else place
