"""What each sentence is about: its heading says so first, its own words where they speak more plainly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ats_medai.job.lexicon import LEVELLED, ROLE, SENTENCE_KINDS, Lexicon
from ats_medai.job.segments import LISTS, Segment, Unit
from ats_medai.model import AdvertKind

BOILERPLATE = frozenset(SENTENCE_KINDS.values())
"""Kinds in which nothing is asked for; keywords there never count."""
_OPENING = 5
"""Words at the start of a line among which its quality stands ("Strong written and verbal communication")."""
_FINITE = frozenset({"is", "are", "was", "has", "we", "our", "will", "you", "they"})
_LONGEST_TITLE = 14
_SHORTEST_ASIDE = 12
_OURS = frozenset({"we", "our", "us"})
_YEARS = frozenset({"years", "yrs", "year"})
_LONGEST_QUALITY = 45
_FEWEST_IN_TAIL = 3
_TAIL_SHARE = 0.7
_TO_READER = frozenset({"you", "your", "youre"})
_SHORT = 6
"""Words: a shorter line without a verb is an item of a list."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a unit's own words say."""

    quality: bool
    strong: bool
    """A quality that opens with years or a degree."""
    duty: bool
    role: int
    asks: int
    cued: bool
    """Holds any wording that sets a level."""
    seeks: bool
    boilerplate: Counter[AdvertKind]

    @property
    def strongest(self) -> AdvertKind | None:
        """The kind of boilerplate named most; of two as often, the plainer than talk of the company."""
        plainness = {AdvertKind.COMPANY: 0}
        return max(self.boilerplate, key=lambda kind: (self.boilerplate[kind], plainness.get(kind, 1)), default=None)

    @property
    def plain(self) -> bool:
        """Says nothing of its kind."""
        return not (self.quality or self.duty or self.role or self.asks or self.boilerplate)


def shape_of(unit: Unit, lexicon: Lexicon) -> Shape:
    """Give what the unit's words say about its kind."""
    found = [hit.value for hit in lexicon.sentences.find(unit.words)]
    cues = [hit.value.kind for hit in lexicon.levels.find(unit.words)]
    duty = _is_duty(unit, lexicon)
    quality = not duty and not unit.asks and _is_quality(unit, lexicon)
    return Shape(
        quality=quality,
        strong=quality and _opens_strongly(unit, lexicon),
        duty=duty,
        role=found.count(ROLE),
        asks=sum(kind in {"ask", "seek", "must", "preferred"} for kind in cues),
        cued=bool(LEVELLED.intersection(cues)),
        seeks="seek" in cues or _turns_to_reader(unit),
        boilerplate=Counter(SENTENCE_KINDS[kind] for kind in found if kind != ROLE),
    )


def _is_title(unit: Unit, lexicon: Lexicon) -> bool:
    """Tell whether the first line is the title of the post: no sentence, with a noun of titles in it."""
    words = [word.text for word in unit.words]
    short = len(words) <= _LONGEST_TITLE and unit.heading is AdvertKind.OTHER and not _FINITE & set(words)
    return short and bool(lexicon.titles.find(unit.words)) and not lexicon.sentences.find(unit.words)


def _turns_to_reader(unit: Unit) -> bool:
    """Tell whether the sentence opens with what the reader will do."""
    return [word.text for word in unit.words[:2]] == ["you", "will"] or unit.words[0].text == "youll"


def _is_duty(unit: Unit, lexicon: Lexicon) -> bool:
    words = unit.words
    first = (
        1 if len(words) > 1 and (words[0].text in {"to", "will", "also", "and"} or words[0].text.endswith("ly")) else 0
    )
    if words[first].text not in lexicon.duties:
        return False
    return first + 1 >= len(words) or lexicon.qualities.at(words, first + 1) is None


def _is_quality(unit: Unit, lexicon: Lexicon) -> bool:
    """Tell whether the line names something to have: early on, before any verb of a sentence, or in its last words."""
    words = unit.words
    if len(words) > _LONGEST_QUALITY:
        return False
    verb = next((place for place in range(min(_OPENING, len(words))) if words[place].text in _FINITE), _OPENING)
    near = [*range(min(verb, len(words))), *(range(max(0, len(words) - 2), len(words)) if verb == _OPENING else ())]
    return any(lexicon.qualities.at(words, place) for place in near)


def _opens_strongly(unit: Unit, lexicon: Lexicon) -> bool:
    opening = unit.words[:_OPENING]
    degree = any(lexicon.degrees.at(opening, place) for place in range(min(2, len(opening))))
    return degree or any(word.text in _YEARS for word in opening)


def settle_kinds(segments: Sequence[Segment], lexicon: Lexicon) -> tuple[Segment, ...]:
    """Give the segments with every unit's own kind."""
    settled: list[Segment] = []
    role_seen = False
    for segment in segments:
        units: list[Unit] = []
        shapes = [shape_of(unit, lexicon) for unit in segment.units]
        turned = False
        for unit, shape in zip(segment.units, shapes, strict=True):
            turned = turned or _turns(unit, shape)
            judged = replace(unit, heading=AdvertKind.OTHER) if turned else unit
            kind = _kind(judged, shape, units[-1] if units else None, role_seen=role_seen or turned)
            if not settled and not units and _is_title(unit, lexicon):
                kind = AdvertKind.OTHER
            role_seen = role_seen or bool(shape.role or shape.seeks) or segment.kind in {AdvertKind.DUTIES, *LISTS}
            units.append(replace(judged, kind=kind))
        settled.append(replace(segment, units=tuple(_with_tail(_with_even_lists(units, shapes), shapes))))
    return tuple(settled)


def _kind(unit: Unit, shape: Shape, before: Unit | None, *, role_seen: bool) -> AdvertKind:
    carried = before.kind if before and not unit.opens and before.kind in BOILERPLATE else None
    speaks = shape.role or shape.asks or shape.quality or shape.duty
    if unit.heading in BOILERPLATE:
        return unit.heading
    if _is_boilerplate(unit, shape):
        return shape.strongest or unit.heading
    if carried and not speaks and not unit.bullet:
        return carried
    if unit.heading in LISTS and _is_aside(unit, shape):
        return AdvertKind.DUTIES if shape.role else AdvertKind.COMPANY
    if unit.heading is not AdvertKind.OTHER:
        return unit.heading
    return _unheaded(unit, shape, before, role_seen=role_seen)


def _turns(unit: Unit, shape: Shape) -> bool:
    """Tell whether a text about the company turns to the post, without a heading of its own."""
    may_turn = unit.heading in {AdvertKind.COMPANY, AdvertKind.TERMS} and not unit.bullet
    return may_turn and shape.seeks and shape.boilerplate.total() <= shape.asks + shape.role


def _is_aside(unit: Unit, shape: Shape) -> bool:
    """Tell whether a paragraph below a list speaks of the employer again."""
    told = unit.gap and not unit.bullet and len(unit.words) >= _SHORTEST_ASIDE
    return told and not shape.quality and not shape.cued and bool(_OURS & {word.text for word in unit.words})


def _is_boilerplate(unit: Unit, shape: Shape) -> bool:
    strongest = shape.strongest
    if strongest is None:
        return False
    times = shape.boilerplate.total()
    if strongest is AdvertKind.COMPANY:
        told = not (unit.bullet or unit.leads or shape.quality or shape.duty)
        return told and times > shape.asks + shape.role
    if (unit.heading is AdvertKind.DUTIES and shape.duty) or len(unit.words) > _LONGEST_QUALITY:
        return times > 1 + shape.asks
    return times > 1 + shape.asks if shape.quality or shape.asks or shape.role else True


def _unheaded(unit: Unit, shape: Shape, before: Unit | None, *, role_seen: bool) -> AdvertKind:
    """Judge a unit that no heading speaks for."""
    if shape.quality and not shape.role and (unit.bullet or unit.opens):
        return AdvertKind.REQUIRED
    if shape.duty or shape.role or shape.asks or (unit.asks and _TO_READER & {word.text for word in unit.words}):
        return AdvertKind.DUTIES
    if before and not unit.opens:
        return before.kind
    if before and before.kind not in BOILERPLATE and (unit.bullet or len(unit.words) < _SHORT):
        return before.kind
    if unit.bullet or len(unit.words) < _SHORT:
        return AdvertKind.REQUIRED if role_seen else AdvertKind.OTHER
    return AdvertKind.DUTIES if role_seen else AdvertKind.COMPANY


def _with_even_lists(units: Sequence[Unit], shapes: Sequence[Shape]) -> list[Unit]:
    """Give the items of a list without a heading the kind that most of the others show."""
    even: list[Unit] = []
    for bullet, run in groupby(zip(units, shapes, strict=True), key=lambda pair: pair[0].bullet):
        items = list(run)
        kind = _list_kind(items, even[-1] if even else None) if bullet else None
        plain = [kind if shape.plain and unit.heading is AdvertKind.OTHER else None for unit, shape in items]
        even += [replace(unit, kind=new) if new else unit for (unit, _), new in zip(items, plain, strict=True)]
    return even


def _list_kind(items: Sequence[tuple[Unit, Shape]], before: Unit | None) -> AdvertKind | None:
    qualities = sum(shape.quality for _, shape in items)
    duties = sum(shape.duty or shape.role > 0 for _, shape in items)
    if qualities or duties:
        return AdvertKind.REQUIRED if qualities >= duties else AdvertKind.DUTIES
    short = sum(len(unit.words) for unit, _ in items) <= _SHORT * len(items)
    return AdvertKind.REQUIRED if short and before and not before.leads else None


def _with_tail(units: Sequence[Unit], shapes: Sequence[Shape]) -> Sequence[Unit]:
    """Take the qualifications at the end of another list for requirements: their heading is missing or unknown."""
    asked = set(range(_tail_start(units, shapes), len(units))) | set(_asked_blocks(units, shapes))
    return [
        replace(unit, kind=AdvertKind.REQUIRED) if number in asked and _may_be_asked(unit, shape) else unit
        for number, (unit, shape) in enumerate(zip(units, shapes, strict=True))
    ]


def _may_be_asked(unit: Unit, shape: Shape) -> bool:
    return unit.kind is AdvertKind.DUTIES or (unit.kind in BOILERPLATE and not shape.boilerplate)


def _share(units: Sequence[Unit], shapes: Sequence[Shape]) -> float:
    """Give the share of qualities among the units that may be asked for; 0 where they are too few."""
    asked = [shape for unit, shape in zip(units, shapes, strict=True) if _may_be_asked(unit, shape)]
    return sum(shape.quality for shape in asked) / len(asked) if len(asked) >= _FEWEST_IN_TAIL else 0.0


def _tail_start(units: Sequence[Unit], shapes: Sequence[Shape]) -> int:
    for number, unit in enumerate(units):
        duties = unit.heading is AdvertKind.DUTIES and unit.gap and shapes[number].quality
        opens = duties or (unit.heading not in LISTS and shapes[number].strong)
        if opens and _share(units[number:], shapes[number:]) >= _TAIL_SHARE:
            return number
    return len(units)


def _asked_blocks(units: Sequence[Unit], shapes: Sequence[Shape]) -> Iterator[int]:
    """Give the units below headings that we do not know, inside a list of tasks, where they name qualities."""
    starts = [
        number for number, unit in enumerate(units) if unit.after_break and number and unit.heading is AdvertKind.DUTIES
    ]
    for first, last in pairwise([*starts, len(units)]):
        if _share(units[first:last], shapes[first:last]) >= _TAIL_SHARE:
            yield from range(first, last)
