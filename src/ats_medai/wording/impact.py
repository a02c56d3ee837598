"""What a piece of work changed, and in which industry it was done."""

from __future__ import annotations

from ats_medai.model import Impact, Industry, Keywords, Resume, Span
from ats_medai.phrases import find_phrases, has_phrase
from ats_medai.wording.statements import work_statements


def impact_of(text: str, keywords: Keywords) -> tuple[Impact, ...]:
    """Give the kinds of change that a sentence speaks of, those with most words first."""
    counts = {kind: len(list(find_phrases(text, words))) for kind, words in keywords.wording.impact.items()}
    order = list(Impact)
    return tuple(sorted((kind for kind in counts if counts[kind]), key=lambda kind: (-counts[kind], order.index(kind))))


def impact_spread(resume: Resume, keywords: Keywords) -> dict[Impact, tuple[Span, ...]]:
    """Give the statements about work by the kind of change that they speak of; all kinds are there."""
    claims = [(claim.span, set(impact_of(claim.text, keywords))) for claim in work_statements(resume)]
    return {kind: tuple(span for span, kinds in claims if kind in kinds) for kind in Impact}


def work_text(resume: Resume) -> str:
    """Give the text of the positions, which names employers; all of it where none is found."""
    return "\n".join(resume.document[position.span] for position in resume.positions) or resume.document.text


def industries_of(text: str, keywords: Keywords) -> tuple[Industry, ...]:
    """Give the guide's industries that a text speaks of, those with most words first."""
    found = [industry for industry in keywords.guide.industries if has_phrase(text, industry.words)]
    return tuple(sorted(found, key=lambda industry: -len(list(find_phrases(text, industry.words)))))
