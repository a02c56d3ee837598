"""What a résumé is made of, and what is found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ats_medai.model.text import Span


class SectionKind(StrEnum):
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    PUBLICATIONS = "publications"
    CERTIFICATIONS = "certifications"
    AWARDS = "awards"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """From a heading to the next one; `span` includes the heading. The text above the first has no heading."""

    kind: SectionKind
    span: Span
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    name: Span | None = None
    email: Span | None = None
    phone: Span | None = None
    links: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month, or a whole year where `month` is None."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


class Present(StrEnum):
    """The end of a position that still goes on."""

    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Position:
    title: str | None
    organisation: str | None
    start: YearMonth | None
    end: YearMonth | Present | None
    span: Span


class DegreeLevel(StrEnum):
    BACHELOR = "bachelor"
    MASTER = "master"
    PHD = "phd"
    MD = "md"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Degree:
    level: DegreeLevel
    field: str | None
    institution: str | None
    year: int | None
    span: Span


class Method(StrEnum):
    """How a mention was found."""

    PHRASE = "phrase"
    ACRONYM = "acronym"
    FUZZY = "fuzzy"


class Assertion(StrEnum):
    """Whether the person claims it: had or done, wished for, denied, or somebody else's."""

    PRESENT = "present"
    ASPIRED = "aspired"
    NEGATED = "negated"
    OTHER = "other"


class Shown(StrEnum):
    """Whether a mention stands in a sentence that shows work with it, or only in a list."""

    IN_USE = "in_use"
    LISTED = "listed"


class Level(StrEnum):
    """How much an advert asks for something."""

    MUST = "must"
    PREFERRED = "preferred"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a text. `similarity` is 1 but for typing errors; `reason` says why an unclear form counts."""

    concept: str
    span: Span
    method: Method
    similarity: float = 1.0
    assertion: Assertion = Assertion.PRESENT
    cue: Span | None = None
    weak: bool = False
    """Present, but said weakly ("familiar with")."""
    section: SectionKind = SectionKind.OTHER
    shown: Shown = Shown.LISTED
    intended: str = ""
    """For a typing error: the form that was meant."""
    reason: str = ""
    level: Level | None = None
    """In an advert only."""
