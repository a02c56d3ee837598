"""Demands of an advert that are no keyword: years, a degree, a title near to its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import floor

from ats_medai.model import (
    Assertion,
    Degree,
    DegreeDemand,
    DegreeLevel,
    Factor,
    Item,
    Job,
    Keywords,
    Level,
    Position,
    Present,
    Resume,
    Span,
    YearMonth,
    YearsDemand,
)
from ats_medai.phrases import find_phrases, plain_words
from ats_medai.scoring.credit import NONE, Credits, Factors, worth

RANK = {DegreeLevel.OTHER: 0, DegreeLevel.BACHELOR: 1, DegreeLevel.MASTER: 2, DegreeLevel.PHD: 3, DegreeLevel.MD: 3}


# --- Years -----------------------------------------------------------------------------------------------------------


def years_items(resume: Resume, job: Job, credits_: Credits, keywords: Keywords, as_of: date) -> Iterator[Item]:
    """Give an item for each demand for years: the share of them that the résumé's dated positions show."""
    for demand in _for_this_person(resume, job):
        if demand.years_min <= 0:
            continue
        months, evidence = _months(demand, resume, credits_, as_of)
        of = f" of {demand.of}" if demand.of else " of experience"
        yield Item(
            code=f"years.{demand.years_min:g}",
            label=f"{demand.years_min:g} years{of}",
            possible=keywords.weight(f"level.{demand.level}"),
            factors=_years_factors(months / (12 * demand.years_min), evidence),
            asked=demand.span,
        )


def _for_this_person(resume: Resume, job: Job) -> Iterator[YearsDemand]:
    """Give the demands that hold: of those tied to degrees only the one for the highest degree that is held."""
    yield from (demand for demand in job.years if demand.with_degree is None)
    tied = [(RANK[demand.with_degree], demand) for demand in job.years if demand.with_degree is not None]
    if tied:
        held = max((RANK[degree.level] for degree in resume.degrees), default=0)
        within = [(rank, demand) for rank, demand in tied if rank <= held]
        yield max(within, key=lambda one: one[0])[1] if within else max(tied, key=lambda one: one[1].years_min)[1]


def _years_factors(share: float, evidence: tuple[Span, ...]) -> Factors:
    if not evidence or share <= 0:
        return NONE
    return (Factor("years.share", min(1.0, floor(100 * share + 1e-9) / 100), evidence),)


def _months(demand: YearsDemand, resume: Resume, credits_: Credits, as_of: date) -> tuple[int, tuple[Span, ...]]:
    """Give the months that count and the first lines of the positions that they come from."""
    positions = [position for position in resume.positions if position.start]
    wanted = frozenset(demand.concepts)
    if wanted:
        positions = [position for position in positions if _uses(position, wanted, resume, credits_)]
    evidence = tuple(_first_line(position, resume) for position in positions)
    if not wanted:
        return resume.experience_months, evidence
    return len({month for position in positions for month in _covered(position, as_of)}), evidence


def _uses(position: Position, wanted: frozenset[str], resume: Resume, credits_: Credits) -> bool:
    return any(
        position.span.contains(mention.span)
        and mention.assertion is Assertion.PRESENT
        and wanted & credits_.named(mention)
        for mention in resume.mentions
    )


def _covered(position: Position, as_of: date) -> range:
    """Give the months of a position, counted from year 0; a year alone is January to December."""
    if position.start is None:
        return range(0)
    today = 12 * as_of.year + as_of.month - 1
    end = today if position.end in {None, Present.PRESENT} else _month(position.end, last=True)
    return range(_month(position.start, last=False), min(end, today) + 1)


def _month(when: YearMonth | Present | None, *, last: bool) -> int:
    if not isinstance(when, YearMonth):
        return 0
    return 12 * when.year + (when.month or (12 if last else 1)) - 1


def _first_line(position: Position, resume: Resume) -> Span:
    text = resume.document[position.span]
    line = text.lstrip().split("\n", 1)[0].rstrip()
    start = position.span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(line)) if line else position.span


# --- Degree ----------------------------------------------------------------------------------------------------------


def degree_item(resume: Resume, job: Job, keywords: Keywords, as_of: date) -> Iterator[Item]:
    """Give the item for the lowest degree that satisfies the advert, where it names one."""
    demand = job.degree
    if demand is None:
        return
    ways = [_degree_factors(degree, demand, keywords, as_of) for degree in resume.degrees]
    if demand.or_equivalent:
        ways.append(_equivalent(resume, keywords))
    yield Item(
        code="degree",
        label=f"degree: {demand.level}{' or equivalent' if demand.or_equivalent else ''}",
        possible=keywords.weight(f"level.{demand.demand}"),
        factors=max(ways, key=worth, default=NONE),
        asked=demand.span,
    )


def _degree_factors(degree: Degree, demand: DegreeDemand, keywords: Keywords, as_of: date) -> Factors:
    rule = _degree_rule(degree.level, demand.level)
    if rule is None:
        return NONE
    factors = (Factor(rule, keywords.weight(rule), (degree.span,)),)
    if degree.year is not None and degree.year > as_of.year:
        return (*factors, Factor("degree.running", keywords.weight("degree.running")))
    return factors


def _degree_rule(have: DegreeLevel, want: DegreeLevel) -> str | None:
    """Name the rule for a degree against a demand: other doctorates count half, one level below counts some."""
    if DegreeLevel.OTHER in {have, want}:
        return "degree.held" if want is DegreeLevel.OTHER else None
    if want is DegreeLevel.MD:
        return "degree.held" if have is DegreeLevel.MD else "degree.other_doctorate" if RANK[have] == 3 else None
    below = RANK[want] - RANK[have]
    if want is DegreeLevel.PHD and have is DegreeLevel.MD:
        return "degree.other_doctorate"
    return "degree.held" if below <= 0 else "degree.one_below" if below == 1 else None


def _equivalent(resume: Resume, keywords: Keywords) -> Factors:
    if resume.experience_months < keywords.weight("limit.equivalent_months") or not resume.positions:
        return NONE
    evidence = tuple(_first_line(position, resume) for position in resume.positions)
    return (Factor("degree.equivalent", keywords.weight("degree.equivalent"), evidence),)


# --- Title -----------------------------------------------------------------------------------------------------------


def title_item(resume: Resume, job: Job, keywords: Keywords) -> Iterator[Item]:
    """Give the item for how near the nearest title in the résumé comes to the advert's, word by word."""
    wanted = _title_words(job.title or "", keywords)
    if not wanted:
        return
    best: Factors = NONE
    for position in resume.positions:
        shared = wanted & _title_words(position.title or "", keywords)
        share = floor(100 * len(shared) / len(wanted)) / 100
        factors = (Factor("title.share", share, (_title_span(position, resume),)),) if share else NONE
        best = max(best, factors, key=worth)
    asked = next(find_phrases(job.document.text, [job.title or ""]), None)
    yield Item("title", f"title: {job.title}", keywords.weight(f"level.{Level.PREFERRED}"), best, None, asked)


def _title_words(title: str, keywords: Keywords) -> frozenset[str]:
    same, noise = keywords.wording.title_words, keywords.wording.title_noise
    words = plain_words(title)
    wide = [part for word in words for part in same.get(word, word).split()]
    return frozenset(word for word in wide if word not in noise)


def _title_span(position: Position, resume: Resume) -> Span:
    title = position.title or ""
    places = find_phrases(resume.document[position.span], [title] if title else [], position.span.start)
    return next(places, None) or _first_line(position, resume)
