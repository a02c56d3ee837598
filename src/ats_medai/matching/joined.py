"""Forms of two parts: "worked with", a few words that say how many or of what kind, "radiologists"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ats_medai.matching.candidate import Candidate, Rank
from ats_medai.matching.edges import has_edges
from ats_medai.matching.forms import Hit, Kind, concept_of
from ats_medai.matching.scene import Scene
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Joined, Method

_MOST_BETWEEN: Final = 6
_GAPS: Final = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.COMMA, Gap.SLASH, Gap.GLUED})


def find_joined(scene: Scene, hits: Sequence[Hit], sure: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give each first part with the nearest last part behind it, where only words of the form stand between.

    What is a keyword by itself ("radiologists") stays one: the candidate ends before it.
    """
    firsts = [hit for hit in hits if hit[2].kind is Kind.FIRST]
    if not firsts:
        return
    lasts = {(hit[0], id(hit[2].joined)): hit for hit in hits if hit[2].kind is Kind.LAST}
    for start, at, form in firsts:
        if form.joined is None:
            continue
        last = _last(scene.words, at, form.joined, lasts)
        if last is None:
            continue
        after = min((one.first for one in sure if at <= one.first < last[1]), default=last[1])
        if has_edges(scene.words, start, after):
            yield Candidate(start, after, concept_of(form), Method.PHRASE, Rank.SPELLED)


def _last(words: Words, at: int, joined: Joined, lasts: dict[tuple[int, int], Hit]) -> Hit | None:
    between = _as_set(joined.between)
    for i in range(at, min(at + _MOST_BETWEEN + 1, len(words))):
        if words.gaps[i] not in _GAPS:
            return None
        if last := lasts.get((i, id(joined))):
            return last
        if words.keys[i] not in between and not words.keys[i].isdigit():
            return None
    return None


@lru_cache(maxsize=32)
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)
