"""The guide's red flags, raised only where the person claims work that calls for the remedy; and orders to machines."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.model import Assertion, Finding, Keywords, RedFlag, Resume, Severity, Span
from ats_medai.orders import ORDER, orders_of
from ats_medai.phrases import Texts, find_phrases, has_phrase
from ats_medai.wording.statements import work_statements


def find_red_flags(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give the red flags that the résumé raises; none of them judges work that it does not claim."""
    return (*_orders(resume, keywords), *_of_guide(resume, keywords))


def _orders(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Name the sentences that give orders to a machine."""
    words, orders = keywords.orders, orders_of(resume.document)
    if orders:
        yield Finding(ORDER, Severity.WARNING, words.message, words.fix, orders, words.source)


def _of_guide(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    doubts = tuple(form for cue in keywords.cues.resume if cue.kind in {"negated", "aspired"} for form in cue.forms)
    said = work_statements(resume)
    texts = Texts(statement.text for statement in said)
    claims = set(range(len(said))).difference(texts.first(doubts))
    for flag in keywords.wording.red_flags:
        calls = sorted(claims.intersection(*map(texts.first, flag.calls)))
        if calls and not _is_remedied(flag, resume, keywords, doubts):
            yield _finding(flag, tuple(said[number].span for number in calls))


def _is_remedied(flag: RedFlag, resume: Resume, keywords: Keywords, doubts: tuple[str, ...]) -> bool:
    """Tell whether the text names a remedy anywhere, but not to deny it."""
    for mention in resume.mentions:
        concept = keywords.concept_by_id.get(mention.concept)
        if concept and concept.category in flag.categories and mention.assertion is Assertion.PRESENT:
            return True
    text = resume.document.text
    return any(not has_phrase(_line(text, place), doubts) for place in find_phrases(text, flag.remedies))


def _line(text: str, place: Span) -> str:
    end = text.find("\n", place.end)
    return text[text.rfind("\n", 0, place.start) + 1 : end if end >= 0 else len(text)]


def _finding(flag: RedFlag, calls: tuple[Span, ...]) -> Finding:
    return Finding(flag.id, Severity.WARNING, flag.message, flag.fix, calls, f"guide, line {flag.line}")
