"""Where candidates share words, the longest stays, then the leftmost, then the best founded."""

from __future__ import annotations

from collections.abc import Iterable

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.words import Words


def settle(words: Words, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give candidates of which no two share a word, in the order of the text."""

    def worth(candidate: Candidate) -> tuple[int, int, int, str]:
        length = words.ends[candidate.after - 1] - words.starts[candidate.first]
        return -length, candidate.first, candidate.rank, candidate.concept.id

    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=worth):
        places = range(candidate.first, candidate.after)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.first)
