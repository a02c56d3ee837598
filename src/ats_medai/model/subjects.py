"""The two things that are compared: a résumé and an advert."""

from __future__ import annotations

from dataclasses import dataclass, field

from ats_medai.model.keywords import Keywords
from ats_medai.model.parts import Contact, Degree, DegreeLevel, Level, Mention, Position, Section
from ats_medai.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Resume:
    document: Document
    contact: Contact
    sections: tuple[Section, ...]
    positions: tuple[Position, ...]
    degrees: tuple[Degree, ...]
    mentions: tuple[Mention, ...]
    experience_months: int = 0
    """Months covered by at least one position, education left out."""
    bullets: tuple[Span, ...] = ()
    """The statements: bullets without their signs, and sentences where there are none."""
    keywords: Keywords | None = field(default=None, repr=False, compare=False)
    """The keywords that the mentions were found with: labels for who shows them."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that an advert asks for, met by any of `concepts`; with none, `terms` are looked up literally."""

    label: str
    concepts: tuple[str, ...]
    level: Level
    span: Span
    years_min: float | None = None
    terms: tuple[str, ...] = ()
    count: int = 1
    """How often the advert names it."""


@dataclass(frozen=True, slots=True)
class YearsDemand:
    """A demand for years of experience: `of` what, as the advert words it."""

    years_min: float
    years_max: float | None
    of: str
    span: Span
    concepts: tuple[str, ...] = ()
    level: Level = Level.MUST
    with_degree: DegreeLevel | None = None
    """Holds for people with this degree ("PhD with 2 years or MS with 4"): one of such demands is enough."""


@dataclass(frozen=True, slots=True)
class DegreeDemand:
    """The lowest degree that satisfies the advert."""

    level: DegreeLevel
    span: Span
    or_equivalent: bool = False
    demand: Level = Level.MUST


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that the advert demands and no keyword shows: a licence, a permission, a check.

    `kind`: work_permission, professional_registration, board_certification, security_clearance, background_check,
    driving_licence or vaccination. It is shown for the reader to check, never scored and never read from a résumé.
    """

    kind: str
    span: Span
    level: Level = Level.MUST

    @property
    def label(self) -> str:
        """The kind in words: "Work permission"."""
        return self.kind.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Job:
    document: Document
    title: str | None
    requirements: tuple[Requirement, ...]
    years: tuple[YearsDemand, ...]
    degree: DegreeDemand | None
    mentions: tuple[Mention, ...]
    keywords: Keywords | None = field(default=None, repr=False, compare=False)
    """The keywords that the mentions were found with."""
    seniority: str | None = None
    """From the title: intern, junior, mid, senior, staff, lead or director; None where it tells nothing."""
    conditions: tuple[Condition, ...] = ()
