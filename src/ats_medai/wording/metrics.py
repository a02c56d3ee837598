"""Measures of models, used so that a clinician would not stumble over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_medai.model import Category, Finding, Keywords, Mention, Metric, Resume, Severity, Span, Wording
from ats_medai.phrases import find_phrases, has_phrase
from ats_medai.places import Places
from ats_medai.wording.statements import Statement

_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)")
_VALUE = re.compile(r"(?<![\w.])(?:0?\.\d+|\d+(?:\.\d+)?\s?(?:%|percent\b|per cent\b)|1\.0+)(?!\w)")
NEAR = 30
"""Characters between a metric and its number."""


DATA = frozenset({Category.DATA_SET, Category.MODALITY, Category.DATA_STANDARD})
"""Kinds of keyword that say on which data."""
_ON_A_NAME = re.compile(r"\b(?:on|over|across) (?:the )?[A-Z]\w+")


def lint_metrics(claims: tuple[Statement, ...], resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Give what to mend where a statement reports a measure with its value."""
    wording = keywords.wording
    mentions = Places(resume.mentions, lambda mention: mention.span)
    for claim in claims:
        named = {metric.id: place for metric in wording.metrics for place in _places(metric, claim) if metric}
        if not named or not _VALUE.search(claim.text):
            continue
        yield from _lonely(claim, named, wording)
        yield from _percent(claim, wording)
        if not _names_data(claim, mentions, keywords):
            yield from _without_data(claim, named, wording)


def _names_data(claim: Statement, mentions: Places[Mention], keywords: Keywords) -> bool:
    inside = (keywords.concept_by_id.get(one.concept) for one in mentions.inside(claim.span))
    return any(concept and concept.category in DATA for concept in inside) or bool(_ON_A_NAME.search(claim.text))


def _places(metric: Metric, claim: Statement) -> list[Span]:
    return list(find_phrases(claim.text, metric.forms, claim.span.start))


def _lonely(claim: Statement, named: dict[str, Span], wording: Wording) -> Iterator[Finding]:
    """Accuracy alone, where most cases are healthy: who calls all of them healthy is right most of the time."""
    lonely = {metric.id for metric in wording.metrics if metric.lonely}
    if set(named) <= lonely and has_phrase(claim.text, wording.screening):
        yield Finding(
            "metric.accuracy_alone",
            Severity.INFO,
            "Accuracy alone says little where few are ill: calling everyone healthy is right most of the time.",
            "Add sensitivity and specificity, or the area under the curve, where you have them.",
            tuple(named.values()),
            "guide, line 372",
        )


def _percent(claim: Statement, wording: Wording) -> Iterator[Finding]:
    """An area under the curve lies between 0 and 1. The guide's own example has it as a percentage."""
    forms = next((metric.forms for metric in wording.metrics if metric.id == "auc"), ())
    for place in find_phrases(claim.text, forms):
        around = claim.text[max(0, place.start - NEAR) : place.end + NEAR]
        near = next((match for match in _PERCENT.finditer(around)), None)
        if near and not re.search(r"\b0?\.\d", around):
            yield Finding(
                "metric.auc_percent",
                Severity.INFO,
                f"{claim.text[place.start : place.end]} lies between 0 and 1; here it stands beside “{near[0]}”.",
                "Write it as 0.__, or name the measure that the percentage is of.",
                (Span(claim.span.start + place.start, claim.span.start + place.end),),
                "guide, line 413",
            )
            return


def _without_data(claim: Statement, named: dict[str, Span], wording: Wording) -> Iterator[Finding]:
    if not has_phrase(claim.text, wording.data_words):
        yield Finding(
            "metric.no_data",
            Severity.INFO,
            "A measure without the data that it was measured on cannot be judged.",
            "Say on what: “on ____ held-out ____ from ____”, “in ____ validation”.",
            tuple(named.values()),
            "guide, line 375",
        )
