"""What may be a mention, before overlaps are settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ats_medai.model import Concept, Method


class Rank(IntEnum):
    """How strongly something speaks for a candidate; the lower wins over another concept at the same words."""

    SPELLED = 0
    DEFINED = 1
    FULL_FORM = 2
    SENTENCE = 3
    LIST = 4
    NEARBY = 5
    ELSEWHERE = 6
    SLIP = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """The words `first` up to `after` may be a mention of the concept."""

    first: int
    after: int
    concept: Concept
    method: Method
    rank: Rank = Rank.SPELLED
    similarity: float = 1.0
    intended: str = ""
    reason: str = ""
