"""How much of its points each keyword earns in a résumé: the best mention wins, repeats add nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import prod
from operator import itemgetter

from ats_medai.model import (
    Assertion,
    Category,
    DegreeLevel,
    Factor,
    Keywords,
    Mention,
    Method,
    Resume,
    SectionKind,
    Shown,
    Span,
)
from ats_medai.phrases import has_phrase

Factors = tuple[Factor, ...]
_Worth = tuple[float, Factors]

NONE: Factors = (Factor("match.none", 0.0),)
HELD = frozenset({Category.DEGREE, Category.CERTIFICATE, Category.COURSE})
STUDY = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS})


def worth(factors: Factors) -> float:
    """Give the share of an item's points that these factors leave."""
    return prod([factor.value for factor in factors])


class Credits:
    """The best factors of every concept that the résumé names or implies."""

    def __init__(self, resume: Resume, keywords: Keywords) -> None:
        self._resume = resume
        self._keywords = keywords
        self._wider: dict[str, tuple[str, ...]] = {}
        self._within: dict[str, frozenset[str]] = {}
        self._crowds = _crowds(resume)
        self._fields = tuple(_fields(resume))
        self._courses: dict[Span | None, bool] = {}
        self._plain: dict[str, Factor] = {}
        self._best = self._find()

    def of(self, concepts: Iterable[str]) -> Factors:
        """Give the best factors of any of the concepts; `match.none` where none of them is there."""
        found = [self._best[concept] for concept in concepts if concept in self._best]
        return max(found, key=itemgetter(0), default=(0.0, NONE))[1]

    def worths(self) -> Iterator[tuple[str, float]]:
        """Give the concepts that are there, each with the share of an item's points that it earns."""
        yield from ((concept, share) for concept, (share, _) in self._best.items())

    def named(self, mention: Mention) -> frozenset[str]:
        """Give the concepts that a mention stands for: its own and all that it implies."""
        return frozenset({mention.concept, *self._implied(mention.concept)})

    def _find(self) -> Mapping[str, _Worth]:
        best: dict[str, _Worth] = {}
        for mention in self._resume.mentions:
            own = self._factors(mention, implied=False)
            _keep(best, mention.concept, own)
            wider = self._implied(mention.concept)
            if wider:
                factors = self._factors(mention, implied=True)
                named = self._named_within(mention, wider)
                for concept in wider:
                    _keep(best, concept, own if concept in named else factors)
        return best

    def _named_within(self, mention: Mention, wider: tuple[str, ...]) -> frozenset[str]:
        """Give the wider keywords whose name the mention's words hold: "supervised machine learning" names one."""
        words = self._resume.document[mention.span].lower()
        if " " not in words:
            return frozenset()
        if words not in self._within:
            known = (self._keywords.concept_by_id[one] for one in wider if one in self._keywords.concept_by_id)
            self._within[words] = frozenset(
                concept.id for concept in known if has_phrase(words, (concept.label, *concept.aliases))
            )
        return self._within[words]

    def _implied(self, concept: str) -> tuple[str, ...]:
        if concept not in self._wider:
            self._wider[concept] = tuple(_closure(concept, self._keywords))
        return self._wider[concept]

    def _factors(self, mention: Mention, *, implied: bool) -> Factors:
        match = "match.fuzzy" if mention.method is Method.FUZZY else "match.found"
        found = self._factor(match, mention.span)
        wider = (self._factor("match.implied"),) if implied else ()
        shown = self._factor(self._shown(mention, implied=implied))
        is_weak = mention.weak and mention.assertion is Assertion.PRESENT
        said = self._factor(f"assertion.{'weak' if is_weak else mention.assertion}", mention.cue)
        return (found, *wider, shown, said)

    def _factor(self, rule: str, evidence: Span | None = None) -> Factor:
        if evidence:
            return Factor(rule, self._keywords.weight(rule), (evidence,))
        if rule not in self._plain:
            self._plain[rule] = Factor(rule, self._keywords.weight(rule))
        return self._plain[rule]

    def _shown(self, mention: Mention, *, implied: bool) -> str:
        concept = self._keywords.concept_by_id.get(mention.concept)
        if concept and concept.category in HELD:
            return "shown.studied" if implied else "shown.held"
        if self._is_course(mention):
            return "shown.listed" if self._is_field(mention) else "shown.studied"
        if mention.shown is Shown.LISTED:
            return "shown.listed"
        crowd = self._crowds.size(mention.span)
        return "shown.crowded" if crowd > self._keywords.weight("limit.sentence_keywords") else "shown.in_use"

    def _is_course(self, mention: Mention) -> bool:
        """Tell whether the words around speak of lessons: a line of courses, or a list among degrees."""
        if mention.shown is not Shown.LISTED:
            return False
        return mention.section in STUDY or self._speaks_of_courses(self._crowds.unit(mention.span))

    def _is_field(self, mention: Mention) -> bool:
        """Tell whether the mention stands in the field of a degree: years of study, not a course."""
        return any(field.contains(mention.span) for field in self._fields)

    def _speaks_of_courses(self, around: Span | None) -> bool:
        if around not in self._courses:  # once a statement: a long one may hold thousands of mentions
            text = self._resume.document[around] if around else ""
            self._courses[around] = has_phrase(text, self._keywords.wording.courses)
        return self._courses[around]


def _fields(resume: Resume) -> Iterator[Span]:
    """Give the place of each degree's field, where it is written first in the degree's lines."""
    for degree in resume.degrees:
        if degree.field is None or degree.level is DegreeLevel.OTHER:
            continue
        start = resume.document.text.find(degree.field, degree.span.start, degree.span.end)
        if start >= 0:
            yield Span(start, start + len(degree.field))


def _keep(best: dict[str, _Worth], concept: str, factors: Factors) -> None:
    value = worth(factors)
    if concept not in best or value > best[concept][0]:
        best[concept] = value, factors


class _Crowds:
    """The statements and lines of a résumé, and how many different keywords stand in each."""

    def __init__(self, units: list[Span], sizes: Mapping[Span, int]) -> None:
        self._units = units
        self._starts = [unit.start for unit in units]
        self._sizes = sizes

    def unit(self, span: Span) -> Span | None:
        """Give the statement or line around a mention."""
        place = bisect_right(self._starts, span.start) - 1
        if place < 0 or span.start >= self._units[place].end:
            return None
        return self._units[place]

    def size(self, span: Span) -> int:
        """Give how many different keywords stand in the statement or line around a mention."""
        unit = self.unit(span)
        return self._sizes.get(unit, 0) if unit else 0


def _crowds(resume: Resume) -> _Crowds:
    units = sorted([*resume.bullets, *_lines_between(resume)])
    places = _Crowds(units, {})
    named: defaultdict[Span, set[str]] = defaultdict(set)
    for mention in resume.mentions:
        unit = places.unit(mention.span)
        if unit:
            named[unit].add(mention.concept)
    return _Crowds(units, {unit: len(concepts) for unit, concepts in named.items()})


def _lines_between(resume: Resume) -> Iterator[Span]:
    """Give the lines of the text that are no part of a statement."""
    text, bullets = resume.document.text, sorted(resume.bullets)
    starts = [bullet.start for bullet in bullets]
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        place = bisect_right(starts, end) - 1
        if line.strip() and (place < 0 or bullets[place].end <= start):
            yield Span(start, end)
        start = end + 1


def _closure(concept: str, keywords: Keywords) -> Iterator[str]:
    """Give all that a concept implies, step by step, each once."""
    seen = {concept}
    waiting = [concept]
    while waiting:
        known = keywords.concept_by_id.get(waiting.pop(0))
        for wider in known.implies if known else ():
            if wider not in seen:
                seen.add(wider)
                waiting.append(wider)
                yield wider
