"""The guide's red flags, raised only where the person claims work that calls for the remedy."""

from __future__ import annotations

from ats_medai.model import Assertion, Finding, Keywords, RedFlag, Resume, Severity, Span
from ats_medai.phrases import find_phrases, has_phrase
from ats_medai.wording.statements import Statement, work_statements


def find_red_flags(resume: Resume, keywords: Keywords) -> tuple[Finding, ...]:
    """Give the red flags that the résumé raises; none of them judges work that it does not claim."""
    doubts = tuple(form for cue in keywords.cues.resume if cue.kind in {"negated", "aspired"} for form in cue.forms)
    claims = [claim for claim in work_statements(resume) if not has_phrase(claim.text, doubts)]
    found = []
    for flag in keywords.wording.red_flags:
        calls = [claim.span for claim in claims if _calls(flag, claim)]
        if calls and not _is_remedied(flag, resume, keywords, doubts):
            found.append(_finding(flag, tuple(calls)))
    return tuple(found)


def _calls(flag: RedFlag, claim: Statement) -> bool:
    return all(has_phrase(claim.text, group) for group in flag.calls)


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
