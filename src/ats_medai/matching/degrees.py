"""Degrees that are not yet had, and degrees of other people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.forms import Hit
from ats_medai.matching.scene import Scene
from ats_medai.matching.scopes import Scope, find_scopes
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Category, Direction, Keywords, SectionKind

_ENTRY: Final = 30
"""Words from "expected" back to the degree that it speaks of, at most."""
_OWN_NAME_LINES: Final = 4
"""Lines at the top where a name with a degree is the person's own."""
_FIELDS: Final = 4
"""Keywords that may name one degree's field together."""
_EDUCATION: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.OTHER})
_CERTIFICATES: Final = frozenset({"certification", "certifications", "certificate"})
_OF_PLACES: Final = frozenset(
    {"university", "college", "institute", "school", "academy", "hospital", "center", "centre"}
)


def title_ids(keywords: Keywords) -> frozenset[str]:
    """Give the ids of the concepts that are degrees by level, or certificates: what a person can be said to hold."""
    phrases = [f" {phrase} " for group in keywords.entries.degrees.values() for phrase in group]
    acronyms = {acronym for group in keywords.entries.degree_acronyms.values() for acronym in group}
    return frozenset(
        concept.id
        for concept in keywords.concepts
        if concept.category is Category.CERTIFICATE
        or (
            concept.category is Category.DEGREE
            and (acronyms & set(concept.label.split()) or any(p in f" {concept.label.lower()} " for p in phrases))
        )
    )


class Titles:
    """The candidates that are degrees or certificates, in the order of the text."""

    def __init__(self, candidates: Sequence[Candidate], held: Collection[str], words: Words) -> None:
        self.candidates = candidates
        self.numbers = [
            i
            for i, candidate in enumerate(candidates)
            if candidate.concept.id in held or _is_certified(words, candidate.after)
        ]
        self._starts = [candidates[i].first for i in self.numbers]

    def between(self, start: int, end: int) -> list[int]:
        """Give the numbers of those whose first word is at `start` or later and before `end`."""
        return self.numbers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _is_certified(words: Words, after: int) -> bool:
    """Tell whether the words right behind make a certificate of a keyword: "Kubernetes certification"."""
    return after < len(words) and words.gaps[after] == Gap.SPACE and words.keys[after] in _CERTIFICATES


def unfinished(scene: Scene, titles: Titles, cues: Iterable[Hit]) -> Iterator[tuple[int, Scope]]:
    """Give the candidates that a cue ("expected", "candidate") says are not yet had: a degree with its field."""
    for hit in cues:
        spoken_of = _beside(scene, titles, hit)
        if spoken_of is None:
            continue
        yield spoken_of, hit[:2]
        for i in _field(scene, titles.candidates, spoken_of):
            yield i, hit[:2]


def _beside(scene: Scene, titles: Titles, hit: Hit) -> int | None:
    """Give the degree that the cue speaks of: in its sentence, else the last one of the same entry."""
    first, after, form = hit
    reach = (form.cue.reach if form.cue else None) or 0
    start, end = scene.sentences.around(first)
    before = titles.between(max(start, first - reach), first + 1)
    if before:
        return _level(scene, titles, before)
    behind = titles.between(after, min(end, after + reach))
    if behind:
        return min(behind)
    if (form.cue and form.cue.kind != "entry") or scene.section(first) not in _EDUCATION:
        return None
    near = titles.between(first - _ENTRY, first)
    entry = [i for i in near if _same_entry(scene, titles.candidates[i].after, first)]
    return _level(scene, titles, entry) if entry else None


def _level(scene: Scene, titles: Titles, numbers: Sequence[int]) -> int:
    """Give the first degree on the line of the last one: the level stands before its field."""
    start, _ = scene.sentences.line(titles.candidates[numbers[-1]].first)
    return next(i for i in numbers if titles.candidates[i].first >= start)


def _same_entry(scene: Scene, after: int, first: int) -> bool:
    words = scene.words
    if any(words.gaps[i] == Gap.BLOCK and "\n\n" in words.gap_text(i) for i in range(after, first + 1)):
        return False
    return not any(scene.heads(start) for start in scene.sentences.begun(after, first + 1))


def _field(scene: Scene, candidates: Sequence[Candidate], degree: int) -> Iterator[int]:
    """Give what follows the degree on its line up to a comma: its field of study."""
    _, end = scene.sentences.line(candidates[degree].first)
    at = candidates[degree].after
    for i in range(degree + 1, min(degree + 1 + _FIELDS, len(candidates))):
        other = candidates[i]
        parted = any(_parts(scene.words, j) for j in range(at, min(other.first + 1, len(scene.words))))
        if other.first >= end or other.first - at > 4 or parted:
            return
        at = other.after
        yield i


def _parts(words: Words, i: int) -> bool:
    """Tell whether the gap before word `i` ends a degree's field; the stop of "Ph.D. in" does not."""
    return words.gaps[i] in {Gap.COMMA, Gap.BLOCK, Gap.BAR} or (
        words.gaps[i] == Gap.STOP and words.raws[i][0].isupper()
    )


def foreign_titles(scene: Scene, titles: Titles, cues: Iterable[Hit]) -> Iterator[tuple[int, Scope | None]]:
    """Give the degrees that a cue ("supervisor", "students") or a name before them says are somebody else's."""
    for hit in cues:
        for start, end in _person_scopes(scene, hit):
            for i in titles.between(start, end):
                yield i, hit[:2]
    own = _own_name_end(scene.words.plain.text)
    for i in titles.numbers:
        if scene.words.starts[titles.candidates[i].first] >= own and _after_name(scene, titles.candidates[i]):
            yield i, None


def _own_name_end(text: str) -> int:
    """Give the place where the lines at the top end, in which a name with a degree is the person's own."""
    end = 0
    for _ in range(_OWN_NAME_LINES):
        end = text.find("\n", end) + 1
        if not end:
            return len(text)
    return end


def _person_scopes(scene: Scene, hit: Hit) -> list[Scope]:
    first, _, form = hit
    if form.cue is None or (form.cue.direction is Direction.BACKWARD and scene.words.gaps[first] not in {" ", "-"}):
        return []
    return find_scopes(scene.words, scene.sentences, hit, ())


def _after_name(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a name stands before the degree ("Robert Tyler, PhD"), below the person's own at the top."""
    words, at = scene.words, candidate.first
    if at < 2 or words.gaps[at] != Gap.COMMA or words.gaps[at - 1] not in {Gap.SPACE, Gap.STOP, Gap.LINE}:
        return False
    section = scene.section(at)
    if section in {SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.SKILLS, SectionKind.CONTACT}:
        return False
    names = words.raws[at - 2 : at]
    return all(name.istitle() and len(name) > 1 for name in names) and not {name.lower() for name in names} & _OF_PLACES
