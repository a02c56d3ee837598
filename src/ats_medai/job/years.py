"""How many years of what an advert asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ats_medai.job.degree import degree_hits
from ats_medai.job.kinds import BOILERPLATE
from ats_medai.job.levels import level_at
from ats_medai.job.lexicon import LEVELLED, Lexicon
from ats_medai.job.numbers import NUMBER, number
from ats_medai.job.scopes import Scope, scopes_of
from ats_medai.job.segments import LISTS, Unit
from ats_medai.job.words import Word, words_of
from ats_medai.model import DegreeLevel, Level, Mention, Span, YearsDemand

_MORE = r"(?:\+|plus\b|or\s+more|or\s+greater|or\s+above|and\s+above|or\s+so|\(minimum\))"
_YEARS = re.compile(
    rf"(?<![\d$£€.,/_])(?P<low>{NUMBER})\s*(?P<more>{_MORE})?"
    rf"(?:\s*(?:-|–|—|to|or|and)\s*(?P<high>{NUMBER})\s*(?P<open>{_MORE})?)?"
    r"\s*(?:full|whole|solid|calendar|consecutive|total)?[\s-]*(?P<unit>years?|yrs?|yoe|months?|jahren?|années|ans)\b['’]?",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?<!\w)(?:a|one)\s+decade\b", re.IGNORECASE)
_SHORTENED = re.compile(
    rf"\b(?:with|and|plus|\+)\s*(?P<low>{NUMBER})\s*\+?(?=\s*(?:,|;|/|\)|or\b)[^.;]{{0,60}}?\b(?:with|and|plus|\+)\s*{NUMBER}\s*\+?\s*(?:years?|yrs?)\b)",
    re.IGNORECASE,
)
"""The first half of "PhD with 2 or MS with 4 years"."""
_OF = re.compile(r"\s*(?:['’]s?)?\s*(?:(?:of|in|with|as|using)\b)?\s*", re.IGNORECASE)
_OF_ENDS = re.compile(
    r"[,;:.()\n]|\s[–—-]\s|\b(?:required|preferred|or equivalent|is a|are|and a|and an)\b", re.IGNORECASE
)
_EXPERIENCE = re.compile(
    r"^(?:(?:of|in)\s+)?(?:relevant\s+|related\s+|work\s+|working\s+)*experience\s+"
    r"(?:working\s+)?(?:with|in|of|using|as|on)\s+",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[^.;:]{0,60}?(?:\b(?:with|and|plus|having)\b|\+|,|/|\()[^.;:,]{0,25}", re.IGNORECASE)
_BEFORE_DEGREE = re.compile(r"[^.;,]{0,40}\bwith\s+(?:an?\s+)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;,:)]")
_LOOSE_END = re.compile(r"(?:\s+(?:at|or|and|in|of|with|a|an|the|to|for|as|on|from|is|are))+$", re.IGNORECASE)
_LABEL = re.compile(r"([^:.;]{2,40}):\s*")
_AFTER_POST = frozenset({"doctoral", "doc", "doctorate", "graduate", "graduation", "phd", "secondary"})
_OURS = frozenset({"we", "our", "us"})
_LONGEST_OF = 90
_NEAR = 3
"""Words beside a number within which wording such as "ago" speaks of it."""
_EVIDENCE = 9
_MONTHS = 12
_MOST = 30
"""Years: a higher number is the age of something."""


def find_years(
    text: str, units: Sequence[Unit], mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[YearsDemand, ...]:
    """Give the demands for years in the order of the text; years of the company or of a contract are none."""
    return tuple(
        demand
        for unit in units
        if unit.kind not in BOILERPLATE
        for demand in _alternatives(list(_in_unit(text, unit, mentions, lexicon)))
    )


def _in_unit(text: str, unit: Unit, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[YearsDemand]:
    found = sorted(_matches(text, unit), key=lambda item: item[0].start)
    if not found:
        return
    inside = [mention for mention in mentions if unit.span.contains(mention.span)]
    places = sorted([mention.span for mention in inside] + [span for span, _, _ in found])
    scopes = scopes_of(text, unit, places, lexicon)
    for span, low, high in found:
        level = _level(span, unit, scopes)
        if level is None or low > _MOST or not _is_demand(text, span, unit, scopes, lexicon):
            continue
        end, of = _of_what(text, span, unit)
        concepts = tuple(dict.fromkeys(m.concept for m in inside if span.end <= m.span.start and m.span.end <= end))
        yield YearsDemand(low, high, of, span, concepts, level, _degree_beside(text, span, unit, lexicon))


def _matches(text: str, unit: Unit) -> Iterator[tuple[Span, float, float | None]]:
    start, end = unit.span.start, unit.span.end
    for match in _YEARS.finditer(text, start, end):
        if not _begins(text, match.start("low")):
            continue
        scale = _MONTHS if match["unit"].lower().startswith("month") else 1
        low = number(match["low"]) / scale
        high = number(match["high"]) / scale if match["high"] and not match["open"] else None
        if high is not None and high < low:
            low, high = high, None
        yield Span(*match.span()), low, high
    for match in _DECADE.finditer(text, start, end):
        yield Span(*match.span()), 10.0, None
    for match in _SHORTENED.finditer(text, start, end):
        yield Span(match.start("low"), match.end("low")), number(match["low"]), None


def _begins(text: str, start: int) -> bool:
    """Tell whether a number begins here; a scrape may have glued its digits to the word before."""
    before = text[start - 1 : start]
    return not before.isalnum() or (before.islower() and text[start].isdigit())


def _level(span: Span, unit: Unit, scopes: Sequence[Scope]) -> Level | None:
    """Give the level of a demand: who names years asks for them, unless the wording says otherwise."""
    level = level_at(span, unit.kind, scopes)
    reached = any(scope.kind == "context" and scope.holds(span) for scope in scopes)
    if level is not Level.CONTEXT:
        return level
    return None if reached else Level.MUST


def _is_demand(text: str, span: Span, unit: Unit, scopes: Sequence[Scope], lexicon: Lexicon) -> bool:
    """Tell years of experience from the age of a company, of a person, or the length of a contract."""
    before = words_of(text, unit.span.start, span.start)
    clause = _CLAUSE_END.search(text, span.end, unit.span.end)
    after = words_of(text, span.end, clause.start() if clause else unit.span.end)
    if lexicon.years_not_before.find(before[-_NEAR:]) or lexicon.lieu.find(after[:_EVIDENCE]):
        return False
    near = [place for place in range(min(_NEAR, len(after))) if not _is_postdoctoral(after, place)]
    if any(lexicon.years_not_after.at(after, place) for place in near):
        return False
    if unit.kind in LISTS or any(scope.kind in LEVELLED and scope.holds(span) for scope in scopes):
        return True
    named = lexicon.years_of.find(after[:_EVIDENCE]) or lexicon.years_of.find(before[-_NEAR:])
    return bool(named) and not any(word.text in _OURS for word in before)


def _is_postdoctoral(words: Sequence[Word], place: int) -> bool:
    """Tell "post-doctoral" and "post-graduate" from a post."""
    return words[place].text == "post" and place + 1 < len(words) and words[place + 1].text in _AFTER_POST


def _of_what(text: str, span: Span, unit: Unit) -> tuple[int, str]:
    """Give where the words end that say of what the years are, and the words."""
    opened = _OF.match(text, span.end, unit.span.end)
    start = opened.end() if opened else span.end
    closed = _OF_ENDS.search(text, start, unit.span.end)
    end = min(closed.start() if closed else unit.span.end, start + _LONGEST_OF)
    said = text[start:end]
    if not said.strip(" ()") and (label := _LABEL.fullmatch(text, unit.span.start, span.start)):
        return max(end, span.end), "experience" if label[1].lower().startswith("exp") else label[1]
    name = said[len(plain[0]) :] if (plain := _EXPERIENCE.match(said)) else said
    return max(end, span.end), " ".join(_LOOSE_END.sub("", name.rstrip()).split()) or "experience"


def _degree_beside(text: str, span: Span, unit: Unit, lexicon: Lexicon) -> DegreeLevel | None:
    """Give the degree that the years go with: "PhD with 2 years", "4 years with a Master's"."""
    before = [hit for hit in degree_hits(text, unit, lexicon) if hit.span.end <= span.start]
    if before and _BESIDE.fullmatch(text, before[-1].span.end, span.start):
        return before[-1].level
    after = [hit for hit in degree_hits(text, unit, lexicon) if hit.span.start >= span.end]
    if after and _BEFORE_DEGREE.search(text, span.end, after[0].span.start):
        return after[0].level
    return None


def _alternatives(demands: list[YearsDemand]) -> list[YearsDemand]:
    """Keep the degrees where there is a choice: years that go with the only degree named hold for everybody."""
    degrees = {demand.with_degree for demand in demands if demand.with_degree}
    return demands if len(degrees) > 1 else [replace(demand, with_degree=None) for demand in demands]
