"""Whether the person claims a keyword, wishes for it, denies it, or speaks of somebody else (after ConText)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.degrees import Titles, foreign_titles, unfinished
from ats_medai.matching.forms import Hit
from ats_medai.matching.name_scopes import venue_scope
from ats_medai.matching.said import Said, reach, said_by
from ats_medai.matching.scene import Scene
from ats_medai.matching.scopes import Scope, strongest
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Assertion, Category, SectionKind

_ORDER: Final = (Assertion.PRESENT, Assertion.NEGATED, Assertion.ASPIRED, Assertion.OTHER)
_ENDS: Final = ("terminator", "claim", "exception", "inclusion")
"""Kinds of cues that end the reach of others."""
_ALSO_INSIDE: Final = ("skill", "self")
"""Kinds of words that count inside other cues as well."""
_NEVER_IN_CUES: Final = frozenset({Gap.STOP, Gap.BLOCK, Gap.SEMICOLON, Gap.BAR, Gap.COLON, Gap.COMMA})
_ABBREVIATED: Final = frozenset({"dept", "div", "inst", "univ", "assoc"})
"""Words whose full stop does not part a cue ("Dept. of Neurology")."""
_TRANSPARENT: Final = frozenset({"name", "unit", "degree", "entry", "person", "terminator", "claim", "subject"})
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
    hits = [hit for hit in hits if _in_one_piece(words, hit)]
    inside = {kind: [hit for hit in hits if hit[2].cue and hit[2].cue.kind == kind] for kind in _ALSO_INSIDE}
    cues = (
        _by_kind(strongest((hit for hit in hits if hit[2].cue and hit[2].cue.kind != "self"), taken, _TRANSPARENT))
        | inside
    )
    said = _by_word(said_by(scene, cues))
    hedged = (scope for hit in cues["weak"] for scope, _ in reach(scene, hit, cues))
    weak = {i for start, end in hedged for i in range(start, end)}
    titles = Titles(candidates, held, words)
    fixed = {i: Verdict(Assertion.OTHER, cue) for i, cue in foreign_titles(scene, titles, cues["person"])}
    unfinished_cues = sorted(cues["degree"] + cues["entry"], key=lambda hit: hit[0])
    fixed |= {i: Verdict(Assertion.ASPIRED, cue) for i, cue in unfinished(scene, titles, unfinished_cues)}
    return [
        fixed.get(i) or _verdict(scene, candidate, said, weak, is_title=candidate.concept.id in held)
        for i, candidate in enumerate(candidates)
    ]


def _in_one_piece(words: Words, hit: Hit) -> bool:
    return not any(
        words.gaps[i] in _NEVER_IN_CUES and not (words.keys[i - 1] in _ABBREVIATED and words.gap_text(i).strip() == ".")
        for i in range(hit[0] + 1, hit[1])
    )


def _by_kind(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    cues: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        cues[hit[2].cue.kind if hit[2].cue else ""].append(hit)
    ends = sorted((hit for kind in _ENDS for hit in cues[kind]), key=itemgetter(0))
    cues["terminator"] = ends
    cues["end of a few words"] = sorted([*ends, *cues["means"]], key=itemgetter(0))
    return cues


def _by_word(said: Iterable[tuple[Scope, Said]]) -> Mapping[int, list[Said]]:
    words: dict[int, list[Said]] = defaultdict(list)
    for (start, end), what in said:
        for i in range(start, end):
            words[i].append(what)
    return words


def _verdict(
    scene: Scene, candidate: Candidate, said: Mapping[int, list[Said]], weak: Collection[int], *, is_title: bool
) -> Verdict:
    """`is_title`: a degree by level is never part of a name."""
    first, after = candidate.first, candidate.after
    if scene.heading(first):
        return Verdict(Assertion.OTHER)
    near = [
        (_distance(cue, first, after), _ORDER.index(assertion), cue, assertion)
        for i in range(first, after)
        for assertion, cue, named in said.get(i, ())
        if not (first <= cue[0] and cue[1] <= after) and not (named and is_title)
    ]
    if near:
        _, _, cue, assertion = min(near)
        return Verdict(assertion, cue)
    if scene.of_interest(first):
        return Verdict(Assertion.ASPIRED)
    if scene.section(first) is SectionKind.PUBLICATIONS and (venue := venue_scope(scene.words, first)):
        return Verdict(Assertion.OTHER, venue)
    if _is_label(scene, first, after):
        return Verdict(Assertion.OTHER)
    return Verdict(weak=any(i in weak for i in range(first, after)))


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
