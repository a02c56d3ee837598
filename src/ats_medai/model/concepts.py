"""The keywords themselves and the roles that ask for them: keywords/concepts/*.yaml and tracks.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

STRICT = {"extra": "forbid"}  # for values read from YAML: an unknown key is an error, not a silent loss


class Subskill(StrEnum):
    """The guide's five sub-skills; `general` belongs to none and earns no profile points by itself."""

    MODELING = "modeling"
    DATA = "data"
    DOMAIN = "domain"
    ETHICS = "ethics"
    DEPLOYMENT = "deployment"
    GENERAL = "general"


class Category(StrEnum):
    METHOD = "method"
    TOOL = "tool"
    LANGUAGE = "language"
    DATA_STANDARD = "data_standard"
    DATA_SET = "data_set"
    REGULATION = "regulation"
    CLINICAL_DOMAIN = "clinical_domain"
    MODALITY = "modality"
    METRIC = "metric"
    INFRASTRUCTURE = "infrastructure"
    DEGREE = "degree"
    CERTIFICATE = "certificate"
    COURSE = "course"
    VENUE = "venue"
    SOFT_SKILL = "soft_skill"


class SourceKind(StrEnum):
    GUIDE = "guide"
    ADVERTS = "adverts"
    STANDARD = "standard"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Source:
    """Why we believe that a keyword matters. `share` and `lift` are of job adverts; `note` names the rest."""

    __pydantic_config__ = STRICT

    kind: SourceKind
    note: str = ""
    share: float | None = None
    """Share of the Medical AI adverts that name it, 0 to 1."""
    lift: float | None = None
    """That share divided by the share among other data roles' adverts."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """A form that counts in exactly this case; where no word is like it, in small letters too.

    Where `near` is given, it counts only with one of these words close by.
    """

    __pydantic_config__ = STRICT

    form: str
    near: tuple[str, ...] = ()
    exact: bool = False
    """In small letters, or with a capital only, it is a word of some language or somebody's name ("Ich", "Cade")."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Forms of two parts with a few words between them: "worked with", four senior, "radiologists"."""

    __pydantic_config__ = STRICT

    first: tuple[str, ...]
    last: tuple[str, ...]
    between: tuple[str, ...] = ()
    """Words that may stand between the two, beside numbers; none need to."""


@dataclass(frozen=True, slots=True)
class Examples:
    __pydantic_config__ = STRICT

    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One keyword with all its surface forms. Ids never change; labels may."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    subskill: Subskill
    category: Category
    definition: str
    aliases: tuple[str, ...] = ()
    """Any case; whole words. Hyphen, space, plural and spelling variants are made by rule."""
    acronyms: tuple[Acronym, ...] = ()
    not_when: tuple[str, ...] = ()
    """Phrases in which a form of this concept means something else."""
    fuzzy: bool = True
    """Whether a typing error of a form still counts."""
    implies: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    examples: Examples = field(default_factory=Examples)
    joined: tuple[Joined, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackItem:
    """One line of a track: met by any of its concepts. `importance` 1 to 3."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    any_of: tuple[str, ...]
    importance: int = 1
    sources: tuple[Source, ...] = ()
    note: str = ""


BEST_TRACK = "best"
"""Stands for the kind of role in which a person's profile is highest."""


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of role: its must-have and good-to-have items by sub-skill."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    description: str
    must: Mapping[Subskill, tuple[TrackItem, ...]]
    good: Mapping[Subskill, tuple[TrackItem, ...]]
