"""The match with a job: one item for every requirement, demand for years, degree and title of the advert."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ats_medai.model import Figure, Item, Job, Keywords, Requirement, Resume
from ats_medai.scoring.credit import Credits
from ats_medai.scoring.demands import degree_item, title_item, years_items
from ats_medai.scoring.literal import literal_factors
from ats_medai.scoring.points import bands


def match_figure(resume: Resume, job: Job, keywords: Keywords, as_of: date) -> Figure:
    """Give the match: what the advert asks for, weighed by how strongly, with the credit that the résumé earns.

    `as_of` is the day that "present" means in the résumé's dates.
    """
    credits_ = Credits(resume, keywords)
    items = [
        *(_requirement(requirement, resume, credits_, keywords) for requirement in job.requirements),
        *years_items(resume, job, credits_, keywords, as_of),
        *degree_item(resume, job, keywords, as_of),
        *title_item(resume, job, keywords),
    ]
    return Figure("Match with this job", tuple(_unique(items)), bands("match", keywords))


def _requirement(requirement: Requirement, resume: Resume, credits_: Credits, keywords: Keywords) -> Item:
    if requirement.concepts:
        factors = credits_.of(requirement.concepts)
    else:
        factors = literal_factors(requirement.terms or (requirement.label,), resume, keywords)
    concept = keywords.concept_by_id.get(requirement.concepts[0]) if requirement.concepts else None
    return Item(
        code=f"{requirement.level}.{_slug(requirement.label)}",
        label=requirement.label,
        possible=keywords.weight(f"level.{requirement.level}"),
        factors=factors,
        subskill=concept.subskill if concept else None,
        asked=requirement.span,
    )


def _slug(label: str) -> str:
    return re.sub(r"[^\w+#]+", "-", label.lower()).strip("-")


def _unique(items: Iterable[Item]) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.code] += 1
        number = seen[item.code]
        yield item if number == 1 else replace(item, code=f"{item.code}.{number}")
