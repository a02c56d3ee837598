"""From an advert and the concepts named in it to what the advert asks for: the order of the steps."""

from __future__ import annotations

from dataclasses import replace

from ats_medai.errors import JobError
from ats_medai.model import Document, Job, Keywords, Level, Mention, Requirement

FEWEST_WORDS = 30


def find_requirements(document: Document, mentions: tuple[Mention, ...], keywords: Keywords) -> Job:
    """Give the job that the advert describes; `mentions` are the concepts found in its text.

    Raises JobError for a text that is empty or under 30 words.
    """
    if len(document.text.split()) < FEWEST_WORDS:
        raise JobError(document.source, "The advert is shorter than 30 words.")
    kept = tuple(replace(mention, level=Level.MUST) for mention in mentions)
    requirements = tuple(
        Requirement(keywords.concept_by_id[m.concept].label, (m.concept,), Level.MUST, m.span) for m in kept
    )
    return Job(document, document.text.strip().splitlines()[0], requirements, (), None, kept)
