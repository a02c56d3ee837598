"""Whether the person claims a keyword, wishes for it, denies it, or speaks of somebody else (after ConText)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.degrees import Titles, foreign_titles, unfinished
from ats_medai.matching.forms import Hit
from ats_medai.matching.scene import Scene
from ats_medai.matching.scopes import (
    LONGEST,
    Scope,
    find_scopes,
    name_scope,
    own_scope,
    strongest,
    suffix_scope,
    until_colon,
    venue_scope,
)
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Assertion, Category, SectionKind

_KINDS: Final = {
    "negated": Assertion.NEGATED,
    "aspired": Assertion.ASPIRED,
    "opening": Assertion.ASPIRED,
    "other": Assertion.OTHER,
    "subject": Assertion.OTHER,
    "third": Assertion.OTHER,
    "pronoun": Assertion.OTHER,
}
_OPENERS: Final = frozenset({"opening", "subject", "third", "pronoun"})
"""Kinds of cues that count only where they open a sentence."""
_JOINING: Final = frozenset({"and", "while", "where", "as", "also"})
_DETERMINERS: Final = frozenset(
    {"my", "our", "his", "her", "their", "the", "a", "an", "another", "other", "one", "some", "former", "of", "most"}
)
_DETERMINERS_AT_MOST: Final = 3
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
    said = _by_word(_said(scene, cues))
    hedged = (scope for hit in cues["weak"] for scope, _ in _reach(scene, hit, cues))
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


Said = tuple[Assertion, Scope, bool]
"""How words are meant, the cue's own words, and whether they are said to be part of a name."""


def _by_word(said: Iterable[tuple[Scope, Said]]) -> Mapping[int, list[Said]]:
    words: dict[int, list[Said]] = defaultdict(list)
    for (start, end), what in said:
        for i in range(start, end):
            words[i].append(what)
    return words


def _said(scene: Scene, cues: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Scope, Said]]:
    for kind, assertion in _KINDS.items():
        for hit in cues.get(kind, ()):
            if kind in _OPENERS and not _opens(scene, hit[0], kind):
                continue
            if kind == "pronoun" and not _of_another(scene, hit[0], cues):
                continue
            for scope, cue in _reach(scene, hit, cues):
                yield scope, (assertion, cue, False)
    yield from _own(scene, cues)
    denied = {scene.sentences.around(hit[0])[0] for hit in cues.get("negated", ())}
    for hit in cues.get("exception", ()):
        if scene.sentences.around(hit[0])[0] not in denied:  # "all but X" denies X; "none but X" has it
            for scope, cue in _reach(scene, hit, cues):
                yield until_colon(scene.words, scope), (Assertion.NEGATED, cue, False)
    names = [hit for hit in cues.get("name", ()) if scene.words.raws[hit[0]][0].isupper()]
    for hit in [*names, *cues.get("unit", ())]:
        yield name_scope(scene.words, hit), (Assertion.OTHER, hit[:2], True)


def _of_another(scene: Scene, first: int, cues: Mapping[str, Sequence[Hit]]) -> bool:
    """Tell whether a pronoun means another than the résumé's person: beside "I", or after another was named."""
    start, end = scene.sentences.around(first)
    before = scene.sentences.around(start - 1)[0] if start else start
    others = (hit[0] for kind in ("subject", "third", "other") for hit in cues.get(kind, ()))
    goes_on = end < len(scene.words.keys) and scene.words.gaps[end] == Gap.SEMICOLON
    last = scene.sentences.around(end)[1] if goes_on else end
    beside = any(start <= hit[0] < last for hit in cues.get("self", ()))
    return beside or any(before <= other < end for other in others)


def _own(scene: Scene, cues: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Scope, Said]]:
    """Give what the cues say of a few words only: "my Python skills", "Docker-free"."""
    nouns = {scene.words.keys[hit[0]] for hit in cues.get("skill", ())}
    for hit in cues.get("own", ()):
        yield own_scope(scene.words, hit, nouns), (Assertion.PRESENT, hit[:2], False)
    for hit in cues.get("suffix", ()):
        yield suffix_scope(scene.words, hit), (Assertion.NEGATED, hit[:2], False)


def _opens(scene: Scene, first: int, kind: str) -> bool:
    """Tell whether a cue of this kind opens its sentence; a subject needs a word such as "my" or "the" before it."""
    start, _ = scene.sentences.around(first)
    before = scene.words.keys[start:first]
    if before and before[0] in _JOINING:
        before = before[1:]
    if kind != "subject":
        return not before
    return 0 < len(before) <= _DETERMINERS_AT_MOST and all(key in _DETERMINERS for key in before)


def _reach(scene: Scene, hit: Hit, cues: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Scope, Scope]]:
    start, end = scene.sentences.around(hit[0])
    few = hit[2].cue is not None and hit[2].cue.reach is not None
    terminators = cues.get("end of a few words" if few else "terminator", ())
    earliest = bisect_left(terminators, max(start, hit[0] - LONGEST), key=itemgetter(0))
    latest = bisect_left(terminators, min(end, hit[1] + LONGEST), key=itemgetter(0))
    ends = [end for end in terminators[earliest:latest] if not _completes(scene.words, hit, end)]
    for scope in find_scopes(scene.words, scene.sentences, hit, ends):
        yield scope, hit[:2]


def _completes(words: Words, hit: Hit, end: Hit) -> bool:
    """Tell whether a claim only completes the cue right before it ("don't have a background in")."""
    is_claim = end[2].cue is not None and end[2].cue.kind == "claim"
    between = range(hit[1], end[0])
    return (
        is_claim
        and 0 <= len(between) <= _DETERMINERS_AT_MOST
        and not any(
            words.keys[i] in {"and", "or", "but"} or words.gaps[i] in {Gap.COMMA, Gap.OPEN} for i in [*between, end[0]]
        )
    )


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
