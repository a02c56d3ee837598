"""Every keyword that matters, looked up as each kind of search would."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.findability.pairs import pair_state
from ats_medai.findability.search import find_term
from ats_medai.model import Category, Concept, Findable, Job, Keywords, Pair, Resume, SearchMode, Track
from ats_medai.names import both_names


def find_findability(resume: Resume, job: Job | None, track: Track, keywords: Keywords) -> tuple[Findable, ...]:
    """Give, for each keyword of the advert and each must-have of the track, which searches find it and what to add.

    The advert's own wording is looked up where there is an advert, because that is what a recruiter types. Of a
    must-have that several keywords meet, the one counts that the résumé names.
    """
    found: list[Findable] = []
    seen: set[str] = set()
    for words, concept, advised in [*_of_job(job), *_of_track(track, resume, keywords)]:
        if not seen & {words.casefold(), concept or ""}:
            seen |= {words.casefold(), *([concept] if concept else [])}
            found.append(_survey(words, keywords.concept_by_id.get(concept or ""), resume, advised=advised))
    return tuple(found)


Asked = tuple[str, str | None, bool]
"""Words to look up, the keyword that they stand for, and whether to advise these very words."""


def _of_job(job: Job | None) -> Iterator[Asked]:
    """Give the advert's keywords in its own words, each of "PyTorch or TensorFlow" apart."""
    if job is None:
        return
    for requirement in job.requirements:
        named = [mention for mention in job.mentions if requirement.span.contains(mention.span)]
        own = [mention for mention in named if mention.concept in requirement.concepts]
        for mention in own:
            yield " ".join(job.document[mention.span].split()), mention.concept, True
        if not own:
            concept = requirement.concepts[0] if requirement.concepts else None
            yield requirement.terms[0] if requirement.terms else requirement.label, concept, True


def _of_track(track: Track, resume: Resume, keywords: Keywords) -> Iterator[Asked]:
    named = [mention.concept for mention in resume.mentions]
    for items in track.must.values():
        for item in items:
            own = next((concept for concept in named if concept in item.any_of), None)
            concept = keywords.concept_by_id.get(own or item.any_of[0])
            yield (concept.label if own and concept else item.label), own, False


def _survey(words: str, concept: Concept | None, resume: Resume, *, advised: bool) -> Findable:
    document = resume.document
    literal = find_term(document, words, SearchMode.LITERAL)
    named = {mention.span for mention in resume.mentions if concept and mention.concept == concept.id}
    alias = tuple(sorted({*literal, *named}))
    pair = pair_state(document, concept) if concept else None
    return Findable(
        words=words,
        concept=concept.id if concept else None,
        literal=literal,
        stemmed=find_term(document, words, SearchMode.STEMMED),
        alias=alias,
        pair=pair,
        advice=_advice(
            words, concept, pair, missed=advised and bool(alias) and not literal and _is_name(words, concept)
        ),
    )


def _is_name(words: str, concept: Concept | None) -> bool:
    """Tell whether people search for these words: a keyword's usual name or an acronym, no turn of phrase."""
    if concept is None:
        return True
    if concept.category is Category.SOFT_SKILL:
        return False
    names = {concept.label.casefold(), *(acronym.form.casefold() for acronym in concept.acronyms)}
    return concept.category in NAMED or words.casefold() in names or words.casefold().removesuffix("s") in names


NAMED = frozenset({Category.TOOL, Category.LANGUAGE, Category.DATA_STANDARD, Category.DATA_SET, Category.REGULATION})
"""Kinds of keyword of which every form is a name."""


def _advice(words: str, concept: Concept | None, pair: Pair | None, *, missed: bool) -> str:
    """Say which words to add; nothing where a literal search finds what is asked, or nothing of it is there."""
    names = both_names(concept) if concept else None
    if names and pair in {Pair.ACRONYM, Pair.FULL}:
        return f"Write both forms once: {names.full[0]} ({names.short[0]})."
    return f"Write it the way it is searched for: {words}." if missed else ""
