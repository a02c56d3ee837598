"""All rules on wording, in the order in which a reader meets what they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ats_medai.model import Finding, Hint, Keywords, Present, Resume, Severity, Span
from ats_medai.phrases import find_phrases, has_phrase
from ats_medai.places import Places
from ats_medai.wording.acronyms import lint_unknown
from ats_medai.wording.figures import has_figure
from ats_medai.wording.impact import impact_spread
from ats_medai.wording.metrics import lint_metrics
from ats_medai.wording.slots import Slot, slots_of
from ats_medai.wording.spelling import lint_acronyms, lint_spelling
from ats_medai.wording.statements import Statement, spoken_statements, work_statements
from ats_medai.wording.stuffing import lint_stuffing
from ats_medai.wording.verbs import Tense, has_verb, opening_tense

_NUMERAL = re.compile(
    r"(?:phase|type|class|level|grade|part|stage|tier|category|volume|vol\.|no\.|[IVX]+/)\s*$", re.IGNORECASE
)


def lint_wording(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give what to mend in the wording, the graver first; every finding quotes the text by its spans."""
    claims = work_statements(resume)
    found = [
        *lint_spelling(resume, keywords),
        *_misconceptions(resume, keywords),
        *lint_stuffing(resume, keywords),
        *_weak_openings(claims, keywords),
        *_without_verb(claims, keywords),
        *_first_person(spoken_statements(resume), keywords),
        *_tense_slips(claims, keywords),
        *_too_long(claims, keywords),
        *_without_figure(claims, keywords),
        *lint_metrics(claims, resume, keywords),
        *lint_acronyms(resume, keywords),
        *lint_unknown(claims, resume, keywords),
        *_thin(resume, claims, keywords),
        *_impact(resume, claims, keywords),
    ]
    found = _merged(found)
    order = [Severity.PROBLEM, Severity.WARNING, Severity.INFO]
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _merged(found: Iterable[Finding]) -> list[Finding]:
    """Put findings that say the same of several places into one: nobody wants to read an advice five times."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in found:
        groups.setdefault((finding.code, finding.message, finding.fix), []).append(finding)
    merged = []
    for (_, message, _), same in groups.items():
        times = f"{message} It stands there {len(same)} times." if len(same) > 1 else message
        spans = tuple(span for finding in same for span in finding.spans)
        merged.append(replace(same[0], message=times, spans=spans))
    return merged


def _misconceptions(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    text = resume.document.text
    for hint in keywords.wording.phrases:
        for span in find_phrases(text, hint.forms):
            yield _hinted("misconception", hint, span, text[span.start : span.end], Severity.WARNING)


def _weak_openings(claims: Iterable[Statement], keywords: Keywords) -> Iterator[Finding]:
    for claim in claims:
        for hint in keywords.wording.weak_openings:
            place = next(find_phrases(claim.text, hint.forms), None)
            if place and place.start == 0:
                span = Span(claim.span.start, claim.span.start + place.end)
                yield _hinted("weak", hint, span, claim.text[: place.end], Severity.WARNING)
                break


def _hinted(kind: str, hint: Hint, span: Span, quote: str, severity: Severity) -> Finding:
    source = f"guide, line {hint.line}" if hint.line else ""
    return Finding(f"{kind}.{hint.id}", severity, hint.message.format(quote=quote), hint.fix, (span,), source)


def _without_verb(claims: Iterable[Statement], keywords: Keywords) -> Iterator[Finding]:
    wording = keywords.wording
    weak = tuple(form for hint in wording.weak_openings for form in hint.forms)
    spans = [
        claim.span
        for claim in claims
        if not has_verb(claim.text, wording)
        and not _opens_with(claim, weak)
        and len(claim.text.split()) >= keywords.weight("limit.statement_words")
    ]
    if spans:
        yield Finding(
            "verb.none",
            Severity.INFO,
            f"{_count(spans, 'statement')} without a verb near the beginning.",
            "Begin with what you did: built, measured, led, wrote.",
            tuple(spans),
            "guide, lines 413 to 415",
        )


def _first_person(claims: Iterable[Statement], keywords: Keywords) -> Iterator[Finding]:
    spans = [span for claim in claims for span in _persons(claim, keywords.wording.first_person)]
    if spans:
        yield Finding(
            "first_person",
            Severity.INFO,
            f"{_count(spans, 'place')} in the first person.",
            "Leave the person out: “Built ____” instead of “I built ____”.",
            tuple(spans),
        )


def _persons(claim: Statement, words: tuple[str, ...]) -> Iterator[Span]:
    """Give the words for oneself; "US" is a country, and "Phase I" a number."""
    for place in find_phrases(claim.text, words, claim.span.start):
        word = claim.text[place.start - claim.span.start : place.end - claim.span.start]
        before = claim.text[: place.start - claim.span.start]
        after = claim.text[place.end - claim.span.start :]
        if word in {"I", "i"}:
            is_number = word == "i" or _NUMERAL.search(before) or not re.match(r"[’']\w|\s+[a-z]", after)
            if not is_number:
                yield place
        elif word.islower() or (not before.strip() and word.istitle()):
            yield place


def _tense_slips(claims: Iterable[Statement], keywords: Keywords) -> Iterator[Finding]:
    """Give statements in the present about a position that has ended, where others are in the past."""
    ended: dict[Span, list[tuple[Statement, Tense | None]]] = {}
    for claim in claims:
        if claim.position and claim.position.end and claim.position.end is not Present.PRESENT:
            tense = opening_tense(claim.text, keywords.wording)
            ended.setdefault(claim.position.span, []).append((claim, tense))
    slips = [
        claim.span
        for group in ended.values()
        if any(tense is Tense.PAST for _, tense in group)
        for claim, tense in group
        if tense is Tense.PRESENT
    ]
    if slips:
        yield Finding(
            "tense",
            Severity.INFO,
            f"{_count(slips, 'statement')} in the present about a post that has ended, beside others in the past.",
            "Put work that is over in the past: “Built ____”.",
            tuple(slips),
        )


def _too_long(claims: Iterable[Statement], keywords: Keywords) -> Iterator[Finding]:
    most = int(keywords.weight("limit.bullet_words"))
    spans = [claim.span for claim in claims if len(claim.text.split()) > most]
    if spans:
        yield Finding(
            "long",
            Severity.INFO,
            f"{_count(spans, 'statement')} longer than {most} words.",
            "Split it: one piece of work and its result each.",
            tuple(spans),
        )


def _without_figure(claims: Iterable[Statement], keywords: Keywords) -> Iterator[Finding]:
    claims = tuple(claims)
    spans = [claim.span for claim in claims if not has_figure(claim.text, keywords.wording)]
    if spans:
        yield Finding(
            "figure.none",
            Severity.INFO,
            f"{len(spans)} of {_count(claims, 'statement')} without a figure.",
            "Where you know it, say how many, how much or how fast: patients, scans, hours, sensitivity.",
            tuple(spans),
            "guide, line 421",
        )


def _thin(resume: Resume, claims: tuple[Statement, ...], keywords: Keywords) -> Iterator[Finding]:
    """Give statements that tell next to nothing of the build of the guide's examples; those with a figure tell enough.

    A weak opening has its own advice. Who claims no work with patients is not asked for a clinic.
    """
    weak = tuple(form for hint in keywords.wording.weak_openings for form in hint.forms)
    mentions = Places(resume.mentions, lambda mention: mention.span)
    told = [
        (claim, slots_of(claim.text, mentions.inside(claim.span), keywords))
        for claim in claims
        if not has_figure(claim.text, keywords.wording) and not _opens_with(claim, weak)
    ]
    thin = [(claim.span, slots) for claim, slots in told if len(slots) <= 1]
    if thin:
        asked = [slot for slot in Slot if slot is not Slot.CLINICAL or _is_medical(claims, keywords)]
        missing = [slot for slot in asked if not any(slot in slots for _, slots in thin)]
        yield Finding(
            "thin",
            Severity.INFO,
            f"{_count(thin, 'statement')} could tell more.",
            f"Where it is true, say {', '.join(missing or asked)}.",
            tuple(span for span, _ in thin),
            "guide, lines 413 to 415",
        )


def _is_medical(claims: Iterable[Statement], keywords: Keywords) -> bool:
    return any(has_phrase(claim.text, keywords.wording.clinical) for claim in claims)


def _opens_with(claim: Statement, forms: tuple[str, ...]) -> bool:
    return any(place.start == 0 for place in find_phrases(claim.text, forms))


def _impact(resume: Resume, claims: tuple[Statement, ...], keywords: Keywords) -> Iterator[Finding]:
    """Say where no statement tells what work in medicine changed; three statements are too few to ask it of."""
    if len(claims) > 3 and _is_medical(claims, keywords) and not any(impact_spread(resume, keywords).values()):
        yield Finding(
            "impact.none",
            Severity.INFO,
            "No statement says what your work changed: for patients, a clinic's day, an approval or research.",
            "Where something changed, say it with its figure: “so that ____ fell from ____ to ____”.",
            tuple(claim.span for claim in claims),
            "guide, lines 27 to 31",
        )


def _count(things: Iterable[object], noun: str) -> str:
    number = len(tuple(things))
    return f"{number} {noun}{'' if number == 1 else 's'}"
