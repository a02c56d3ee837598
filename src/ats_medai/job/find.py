"""From an advert and the concepts named in it to what the advert asks for: the order of the steps."""

from __future__ import annotations

from ats_medai.job.conditions import condition_spans, find_conditions
from ats_medai.job.degree import degree_spans, find_degree
from ats_medai.job.kinds import settle_kinds
from ats_medai.job.levels import set_levels
from ats_medai.job.lexicon import lexicon_of
from ats_medai.job.refuse import check_is_advert, check_length
from ats_medai.job.requirements import build_requirements, in_order
from ats_medai.job.segments import find_segments
from ats_medai.job.title import find_title
from ats_medai.job.unlisted import find_unlisted
from ats_medai.job.years import find_years
from ats_medai.model import Document, Job, Keywords, Level, Mention
from ats_medai.places import Places


def find_requirements(document: Document, mentions: tuple[Mention, ...], keywords: Keywords) -> Job:
    """Give the job that the advert describes; `mentions` are the concepts found in its text.

    Raises JobError for a text that is empty, under 30 words, or plainly no advert.
    """
    check_length(document)
    lexicon = lexicon_of(keywords)
    segments = settle_kinds(find_segments(document, lexicon), lexicon)
    check_is_advert(document, segments, keywords, lexicon)
    text = document.text
    units = [unit for segment in segments for unit in segment.units]
    kept = set_levels(text, units, sorted(mentions, key=lambda mention: mention.span), lexicon)
    years = find_years(text, units, kept, lexicon)
    degree = find_degree(text, units, lexicon)
    named = degree_spans(text, units, lexicon)
    degrees = Places(named, lambda span: span)
    asked = [m for m in kept if not degree or m.level is not Level.MUST or not degrees.around(m.span)]
    known = [*(mention.span for mention in mentions), *named, *condition_spans(units, lexicon)]
    requirements = build_requirements(text, asked, years, keywords, lexicon)
    title, seniority = find_title(text, lexicon)
    return Job(
        document=document,
        title=title,
        requirements=in_order((*requirements, *find_unlisted(text, units, known, lexicon))),
        years=years,
        degree=degree,
        mentions=kept,
        keywords=keywords,
        seniority=seniority,
        conditions=find_conditions(text, units, lexicon),
    )
