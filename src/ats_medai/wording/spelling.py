"""Typing errors, and acronyms that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_medai.model import Assertion, Finding, Keywords, Method, Resume, Severity, Span
from ats_medai.names import both_names
from ats_medai.phrases import find_phrases, has_phrase

_LINK = re.compile(r"@|://|www\.|\.com|\.org|\.net|\.io")
_WORD = re.compile(r"\S+")


def lint_spelling(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Give typing errors of keywords and of words that are often mistyped in résumés."""
    for text, meant, spans in _errors(resume, keywords):
        yield Finding(
            "typing",
            Severity.WARNING,
            f"“{text}” looks like a typing error.",
            f"Write {meant}.",
            spans,
            "a literal search does not find a word with a typing error",
        )


def _errors(resume: Resume, keywords: Keywords) -> list[tuple[str, str, tuple[Span, ...]]]:
    document = resume.document
    places: dict[tuple[str, str], list[Span]] = {}
    for mention in resume.mentions:
        if mention.method is Method.FUZZY:
            label = keywords.concept_by_id[mention.concept].label
            meant = label if mention.intended.casefold() in {"", label.casefold()} else mention.intended
            places.setdefault((document[mention.span], meant), []).append(mention.span)
    known = keywords.wording.misspellings
    taken = [span for spans in places.values() for span in spans]
    links = [Span(*match.span()) for match in _WORD.finditer(document.text) if _LINK.search(match[0])]
    for span in find_phrases(document.text, known):
        if not any(span.overlaps(other) for other in (*taken, *links)):
            places.setdefault((document[span], known[document[span].lower()]), []).append(span)
    return [(text, meant, tuple(spans)) for (text, meant), spans in sorted(places.items())]


def lint_acronyms(resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Give the acronyms whose full form stands nowhere in the résumé."""
    document = resume.document
    alone: dict[str, tuple[str, Span]] = {}
    seen: set[tuple[str, str]] = set()
    for mention in resume.mentions:
        concept = keywords.concept_by_id.get(mention.concept)
        names = both_names(concept) if concept and mention.assertion is Assertion.PRESENT else None
        form = document[mention.span].removesuffix("s")
        if not names or form not in names.short or (mention.concept, form) in seen:
            continue
        seen.add((mention.concept, form))
        if not has_phrase(document.text, _with_plurals(names.full)):
            alone.setdefault(form, (names.full[0], mention.span))
    if alone:
        pairs = ", ".join(f"{full} ({form})" for form, (full, _) in alone.items())
        yield Finding(
            "acronym.alone",
            Severity.INFO,
            f"The full form is nowhere: {', '.join(alone)}.",
            f"Write both once: {pairs}.",
            tuple(span for _, span in alone.values()),
            "guide, line 420",
        )


def _with_plurals(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for form in forms for one in (form, f"{form}s"))
