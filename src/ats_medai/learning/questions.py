"""Self-check questions, chosen by what the person claims and by what is missing."""

from __future__ import annotations

from ats_medai.learning.gaps import Asked, is_one_of
from ats_medai.model import AskedQuestion, Assertion, Keywords, Report, SelfCheck


def choose_questions(report: Report, keywords: Keywords, asked: tuple[Asked, ...]) -> tuple[AskedQuestion, ...]:
    """Give the questions that claims or gaps call for: claims first, because an interviewer asks about those."""
    claims, gaps = [], []
    for question in keywords.guide.questions:
        claim = _claim(question, report, keywords)
        gap = _gap(question, asked)
        if claim:
            claims.append(AskedQuestion(question, f"the résumé names {claim}"))
        elif gap:
            gaps.append(AskedQuestion(question, f"{gap} is a gap"))
    return (*claims, *gaps)


def _claim(question: SelfCheck, report: Report, keywords: Keywords) -> str | None:
    for mention in report.resume.mentions:
        if mention.assertion is Assertion.PRESENT and is_one_of(mention.concept, question.concepts):
            concept = keywords.concept_by_id.get(mention.concept)
            return concept.label if concept else report.resume.document[mention.span]
    return None


def _gap(question: SelfCheck, asked: tuple[Asked, ...]) -> str | None:
    open_ones = [one for one in asked if one.is_gap]
    named = [one for one in open_ones if any(is_one_of(concept, question.concepts) for concept in one.concepts)]
    near = [one for one in open_ones if one.subskill in question.subskills]
    return next((one.label for one in (*named, *near)), None)
