"""What an advert asks for that is no keyword of ours: looked up in the résumé as it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain

from ats_medai.model import Assertion, Factor, Keywords, Resume, SectionKind, Span
from ats_medai.phrases import find_phrases
from ats_medai.scoring.credit import NONE, Factors, worth

WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.PUBLICATIONS})
LEAST_WORDS_OF_A_SENTENCE = 5


def literal_factors(terms: Iterable[str], resume: Resume, keywords: Keywords) -> Factors:
    """Give the factors of the best place where one of the terms stands, in any case and with a plural s."""
    text = resume.document.text
    forms = tuple(chain.from_iterable((term, f"{term}s") for term in terms))
    found = [_factors(span, resume, keywords) for span in find_phrases(text, forms)]
    return max(found, key=worth, default=NONE)


def _factors(span: Span, resume: Resume, keywords: Keywords) -> Factors:
    sentence = _sentence(span, resume)
    cue = _denial(span, sentence, resume, keywords)
    shown = "shown.in_use" if _is_in_use(span, sentence, resume) else "shown.listed"
    said = f"assertion.{cue[0]}" if cue else "assertion.present"
    return (
        Factor("match.found", keywords.weight("match.found"), (span,)),
        Factor(shown, keywords.weight(shown)),
        Factor(said, keywords.weight(said), (cue[1],) if cue else ()),
    )


def _sentence(span: Span, resume: Resume) -> Span:
    bullets = resume.bullets
    place = bisect_right([bullet.start for bullet in bullets], span.start) - 1
    if place >= 0 and bullets[place].contains(span):
        return bullets[place]
    text = resume.document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)


def _denial(span: Span, sentence: Span, resume: Resume, keywords: Keywords) -> tuple[Assertion, Span] | None:
    """Give the words before the term that deny or wish for it, unless a "but" stands between."""
    before = resume.document.text[sentence.start : span.start]
    forms = {
        kind: [form for cue in keywords.cues.resume if cue.kind == kind for form in cue.forms]
        for kind in ("negated", "aspired", "terminator")
    }
    ends = [end.end for end in find_phrases(before, forms["terminator"])]
    for kind in (Assertion.NEGATED, Assertion.ASPIRED):
        for cue in find_phrases(before, forms[kind]):
            if all(end < cue.start for end in ends):
                return kind, Span(sentence.start + cue.start, sentence.start + cue.end)
    return None


def _is_in_use(span: Span, sentence: Span, resume: Resume) -> bool:
    if sentence not in resume.bullets:
        return False
    section = next((section for section in resume.sections if section.span.contains(span)), None)
    words = len(resume.document[sentence].split()) - len(resume.document[span].split())
    return section is not None and section.kind in WORK and words >= LEAST_WORDS_OF_A_SENTENCE
