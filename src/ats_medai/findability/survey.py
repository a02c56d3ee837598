"""Every keyword that matters, looked up as each kind of search would."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.findability.pairs import pair_state
from ats_medai.findability.search import find_term
from ats_medai.model import Concept, Findable, Job, Keywords, Pair, Resume, SearchMode, Track
from ats_medai.names import both_names


def find_findability(resume: Resume, job: Job | None, track: Track, keywords: Keywords) -> tuple[Findable, ...]:
    """Give, for each must-have of the track and each keyword of the advert, which searches find it and what to add.

    The advert's own wording is looked up where there is an advert, because that is what a recruiter types.
    """
    return tuple(_survey(words, concepts, resume) for words, concepts in _asked(job, track, keywords).items())


def _asked(job: Job | None, track: Track, keywords: Keywords) -> dict[str, tuple[Concept, ...]]:
    asked: dict[str, tuple[Concept, ...]] = {}
    seen: set[str] = set()
    for words, ids in [*_of_job(job), *_of_track(track, keywords)]:
        concepts = tuple(keywords.concept_by_id[one] for one in ids if one in keywords.concept_by_id)
        if words.casefold() not in seen and not (concepts and concepts[0].id in seen):
            asked[words] = concepts
            seen |= {words.casefold(), *(concept.id for concept in concepts[:1])}
    return asked


def _of_job(job: Job | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the advert's keywords in its own words, each of "PyTorch or TensorFlow" apart."""
    if job is None:
        return
    for requirement in job.requirements:
        named = [mention for mention in job.mentions if requirement.span.contains(mention.span)]
        own = [mention for mention in named if mention.concept in requirement.concepts]
        for mention in own:
            yield " ".join(job.document[mention.span].split()), (mention.concept,)
        if not own:
            yield requirement.terms[0] if requirement.terms else requirement.label, requirement.concepts


def _of_track(track: Track, keywords: Keywords) -> Iterator[tuple[str, tuple[str, ...]]]:
    for items in track.must.values():
        for item in items:
            first = keywords.concept_by_id.get(item.any_of[0])
            yield first.label if first else item.label, item.any_of


def _survey(words: str, concepts: tuple[Concept, ...], resume: Resume) -> Findable:
    document = resume.document
    literal = find_term(document, words, SearchMode.LITERAL)
    stemmed = find_term(document, words, SearchMode.STEMMED)
    ids = {concept.id for concept in concepts}
    named = tuple(mention.span for mention in resume.mentions if mention.concept in ids)
    alias = tuple(sorted({*literal, *named}))
    pair = pair_state(document, concepts[0]) if concepts else None
    return Findable(
        words=words,
        concept=concepts[0].id if concepts else None,
        literal=literal,
        stemmed=stemmed,
        alias=alias,
        pair=pair,
        advice=_advice(words, concepts, pair, found=bool(literal), known=bool(alias)),
    )


def _advice(words: str, concepts: tuple[Concept, ...], pair: Pair | None, *, found: bool, known: bool) -> str:
    """Say which words to add; nothing where a literal search finds what is asked, or nothing of it is there."""
    names = both_names(concepts[0]) if concepts else None
    if names and pair in {Pair.ACRONYM, Pair.FULL}:
        return f"Write both forms once: {names.full[0]} ({names.short[0]})."
    if known and not found:
        return f"Write it the way it is searched for: {words}."
    return ""
