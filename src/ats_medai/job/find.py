"""From an advert and the concepts named in it to what the advert asks for: the order of the steps."""

from __future__ import annotations

from ats_medai.errors import JobError
from ats_medai.job.degree import find_degree
from ats_medai.job.kinds import settle_kinds
from ats_medai.job.levels import set_levels
from ats_medai.job.lexicon import lexicon_of
from ats_medai.job.segments import find_segments
from ats_medai.job.years import find_years
from ats_medai.model import Document, Job, Keywords, Mention, Requirement

FEWEST_WORDS = 30


def find_requirements(document: Document, mentions: tuple[Mention, ...], keywords: Keywords) -> Job:
    """Give the job that the advert describes; `mentions` are the concepts found in its text.

    Raises JobError for a text that is empty or under 30 words.
    """
    if len(document.text.split()) < FEWEST_WORDS:
        raise JobError(document.source, "The advert is shorter than 30 words.")
    lexicon = lexicon_of(keywords)
    segments = settle_kinds(find_segments(document, lexicon), lexicon)
    units = [unit for segment in segments for unit in segment.units]
    kept = set_levels(document.text, units, sorted(mentions, key=lambda m: m.span), lexicon)
    requirements = tuple(
        Requirement(keywords.concept_by_id[m.concept].label, (m.concept,), m.level, m.span) for m in kept if m.level
    )
    years = find_years(document.text, units, kept, lexicon)
    degree = find_degree(document.text, units, lexicon)
    return Job(document, document.text.strip().splitlines()[0], requirements, years, degree, kept, keywords)
