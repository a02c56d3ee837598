"""What the cues say of which words: had, wished for, denied, or somebody else's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final

from ats_medai.matching.forms import Hit
from ats_medai.matching.name_scopes import name_scope, own_scope, suffix_scope
from ats_medai.matching.scene import Scene
from ats_medai.matching.scopes import LONGEST, Scope, find_scopes, until_colon
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Assertion

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

Said = tuple[Assertion, Scope, bool]
"""How words are meant, the cue's own words, and whether they are said to be part of a name."""


def said_by(scene: Scene, cues: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Scope, Said]]:
    """Give each stretch of words that a cue speaks of, with what it says; `cues` are the hits by kind."""
    for kind, assertion in _KINDS.items():
        for hit in cues.get(kind, ()):
            if kind in _OPENERS and not _opens(scene, hit[0], kind):
                continue
            if kind == "pronoun" and not _of_another(scene, hit[0], cues):
                continue
            for scope, cue in reach(scene, hit, cues):
                yield scope, (assertion, cue, False)
    yield from _own(scene, cues)
    denied = {scene.sentences.around(hit[0])[0] for hit in cues.get("negated", ())}
    for hit in cues.get("exception", ()):
        if scene.sentences.around(hit[0])[0] not in denied:  # "all but X" denies X; "none but X" has it
            for scope, cue in reach(scene, hit, cues):
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


def reach(scene: Scene, hit: Hit, cues: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Scope, Scope]]:
    """Give the stretches that a cue reaches, each with the cue's own words."""
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
