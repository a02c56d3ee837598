"""Whether the person claims a keyword, wishes for it, denies it, or speaks of somebody else (after ConText)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.degrees import foreign_titles, unfinished
from ats_medai.matching.lexicon import Hit
from ats_medai.matching.scene import Scene
from ats_medai.matching.scopes import Scope, find_scopes, name_scope, strongest
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Assertion, Category, SectionKind

_KINDS: Final = {
    "negated": Assertion.NEGATED,
    "aspired": Assertion.ASPIRED,
    "opening": Assertion.ASPIRED,
    "other": Assertion.OTHER,
    "subject": Assertion.OTHER,
}
_ORDER: Final = (Assertion.NEGATED, Assertion.ASPIRED, Assertion.OTHER)
_TRANSPARENT: Final = frozenset({"name", "unit", "degree", "entry", "person", "terminator"})
"""Kinds of cues that work also from inside a mention."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a candidate is meant, and the words that say so."""

    assertion: Assertion = Assertion.PRESENT
    cue: Scope | None = None
    weak: bool = False


def judge(scene: Scene, candidates: Sequence[Candidate], hits: Iterable[Hit], held: Collection[str]) -> list[Verdict]:
    """Give a verdict for each candidate; `hits` are the places of the cues' forms, `held` the ids of degrees."""
    words = scene.words
    taken = [False] * len(words)
    for candidate in candidates:
        if candidate.concept.category is not Category.SOFT_SKILL:  # "eager to learn" is a trait and a cue
            taken[candidate.first : candidate.after] = [True] * (candidate.after - candidate.first)
    cues: dict[str, list[Hit]] = defaultdict(list)
    for hit in strongest(hits, taken, _TRANSPARENT):
        cues[hit[2].cue.kind if hit[2].cue else ""].append(hit)
    said = list(_said(scene, cues))
    weak = [scope for hit in cues["weak"] for scope, _ in _reach(scene, hit, cues["terminator"])]
    titles = {i for i, candidate in enumerate(candidates) if candidate.concept.id in held}
    fixed = {i: Verdict(Assertion.OTHER, cue) for i, cue in foreign_titles(scene, candidates, titles, cues["person"])}
    unfinished_cues = sorted(cues["degree"] + cues["entry"], key=lambda hit: hit[0])
    fixed |= {i: Verdict(Assertion.ASPIRED, cue) for i, cue in unfinished(scene, candidates, titles, unfinished_cues)}
    return [
        fixed.get(i) or _verdict(scene, candidate, said, weak)
        for i, candidate in enumerate(candidates)
    ]  # fmt: skip


Said = tuple[Scope, Assertion, Scope]
"""The words in reach, how they are meant, and the cue's own words."""


def _said(scene: Scene, cues: dict[str, list[Hit]]) -> Iterator[Said]:
    for kind, assertion in _KINDS.items():
        for hit in cues[kind]:
            if kind in {"opening", "subject"} and not _opens(scene, hit[0]):
                continue
            for scope, cue in _reach(scene, hit, cues["terminator"]):
                yield scope, assertion, cue
    for hit in cues["name"] + cues["unit"]:
        if scene.words.raws[hit[0]][0].isupper() or hit in cues["unit"]:
            yield name_scope(scene.words, hit), Assertion.OTHER, (hit[0], hit[1])


def _opens(scene: Scene, first: int) -> bool:
    start, _ = scene.sentences.around(first)
    return first == start or (first == start + 1 and scene.words.keys[start] in {"and", "while", "where", "as"})


def _reach(scene: Scene, hit: Hit, terminators: Sequence[Hit]) -> Iterator[tuple[Scope, Scope]]:
    start, end = scene.sentences.around(hit[0])
    ends = [other for other in terminators if start <= other[0] < end]
    for scope in find_scopes(scene.words, scene.sentences, hit, ends):
        yield scope, (hit[0], hit[1])


def _verdict(scene: Scene, candidate: Candidate, said: Iterable[Said], weak: Iterable[Scope]) -> Verdict:
    first, after = candidate.first, candidate.after
    if scene.heading(first):
        return Verdict(Assertion.OTHER)
    near = [
        (_distance(cue, first, after), _ORDER.index(assertion), cue, assertion)
        for (start, end), assertion, cue in said
        if start < after and first < end and not (first <= cue[0] and cue[1] <= after)
    ]
    if near:
        _, _, cue, assertion = min(near)
        return Verdict(assertion, cue)
    if scene.of_interest(first):
        return Verdict(Assertion.ASPIRED)
    if _is_label(scene, first, after):
        return Verdict(Assertion.OTHER)
    return Verdict(weak=any(start < after and first < end for start, end in weak))


def _distance(cue: Scope, first: int, after: int) -> int:
    return max(first - cue[1], cue[0] - after, 0)


def _is_label(scene: Scene, first: int, after: int) -> bool:
    """Tell whether the words are a heading of their own inside an experience or project ("Software Development:")."""
    words = scene.words
    if scene.section(first) not in {SectionKind.EXPERIENCE, SectionKind.PROJECTS} or after == len(words):
        return False
    gap = words.gap_text(after)
    return gap.lstrip().startswith(":") and "\n" in gap and _starts_line(words, first)


def _starts_line(words: Words, first: int) -> bool:
    return first == 0 or "\n" in words.gap_text(first) or words.gaps[first] == Gap.BLOCK
