"""Figures: the explanation is the score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import fsum, prod

from ats_medai.model.concepts import Subskill
from ats_medai.model.text import Span


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason: the rule's name (its key in weights.yaml), its value 0 to 1, and the words in the résumé."""

    rule: str
    value: float
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Something worth points. `asked` is where the advert asks for it."""

    code: str
    label: str
    possible: float
    factors: tuple[Factor, ...]
    subskill: Subskill | None = None
    asked: Span | None = None

    @property
    def earned(self) -> float:
        """Points: what is possible times every factor."""
        return self.possible * prod(factor.value for factor in self.factors)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Places in the résumé that speak for the item, in the order of the text."""
        return tuple(sorted({span for factor in self.factors for span in factor.evidence}))


class Band(StrEnum):
    POOR = "Poor"
    FAIR = "Fair"
    GOOD = "Good"
    STRONG = "Strong"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure is the sum of its items; nothing else is stored. `bands`: lowest score of Fair, Good and Strong."""

    name: str
    items: tuple[Item, ...]
    bands: tuple[float, float, float] = (40.0, 60.0, 80.0)

    @property
    def earned(self) -> float:
        return fsum(item.earned for item in self.items)

    @property
    def possible(self) -> float:
        return fsum(item.possible for item in self.items)

    @property
    def score(self) -> float:
        """0 to 100; 0 where nothing is possible."""
        return 100.0 * self.earned / self.possible if self.possible else 0.0

    @property
    def band(self) -> Band:
        return list(Band)[sum(self.score >= least for least in self.bands)]

    @property
    def missing(self) -> tuple[Item, ...]:
        """Items that earn nothing, in the order of the figure."""
        return tuple(item for item in self.items if not item.earned)
