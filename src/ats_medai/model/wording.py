"""The words of good and weak wording: wording.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ats_medai.model.concepts import STRICT, Category, Subskill


class Proficiency(StrEnum):
    BEGINNER = "Beginner"
    INTERMEDIATE = "Intermediate"
    ADVANCED = "Advanced"
    EXPERT = "Expert"


class Origin(StrEnum):
    """Whether the user's skill guide says it (then with its line), or we do."""

    GUIDE = "guide"
    CURATED = "curated"


@dataclass(frozen=True, slots=True)
class Hint:
    """Wording that a reader may stumble over, why, and what to write instead."""

    __pydantic_config__ = STRICT

    id: str
    forms: tuple[str, ...]
    message: str
    fix: str
    line: int = 0
    """Line of the guide behind it, 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure of a model. A `share` lies between 0 and 1; `lonely` ones say little without a second one."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    forms: tuple[str, ...]
    share: bool = False
    lonely: bool = False


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One of the guide's red flags.

    It is raised where one statement holds a word of each group of `calls`, and nothing in the résumé is one of
    `remedies` or a claimed keyword of `categories`.
    """

    __pydantic_config__ = STRICT

    id: str
    label: str
    calls: tuple[tuple[str, ...], ...]
    remedies: tuple[str, ...]
    message: str
    fix: str
    line: int
    categories: tuple[Category, ...] = ()


class Impact(StrEnum):
    """What a piece of work changed."""

    CLINICAL = "clinical"
    OPERATIONAL = "operational"
    REGULATORY = "regulatory"
    SCIENTIFIC = "scientific"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Wording for a bullet: `{keyword}` is put in, `____` stays for the person."""

    __pydantic_config__ = STRICT

    id: str
    text: str
    subskills: tuple[Subskill, ...] = ()
    categories: tuple[Category, ...] = ()
    origin: Origin = Origin.CURATED
    line: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by which the wording of a résumé is judged. A star at the end of a word is any ending."""

    __pydantic_config__ = STRICT

    verbs: tuple[str, ...] = ()
    """Action verbs in their base form."""
    nouns_too: tuple[str, ...] = ()
    """Verbs whose base form is a noun as well."""
    irregular: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Past forms that are not base + ed."""
    weak_openings: tuple[Hint, ...] = ()
    phrases: tuple[Hint, ...] = ()
    """Claims that the guide names as misconceptions."""
    first_person: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    screening: tuple[str, ...] = ()
    """Words for work where most cases are healthy, so that accuracy alone misleads."""
    data_words: tuple[str, ...] = ()
    """Words that tell on which data a metric was measured."""
    setting: tuple[str, ...] = ()
    """Words that tell where and how a result was tried, kept to or used."""
    clinical: tuple[str, ...] = ()
    """Words of care."""
    units: tuple[str, ...] = ()
    """Nouns that make a number an amount."""
    number_words: tuple[str, ...] = ()
    not_figures: tuple[str, ...] = ()
    """Words after which a number is a name: versions, standards, diseases."""
    courses: tuple[str, ...] = ()
    named_after: tuple[str, ...] = ()
    """First words of keywords that are a person's name and keep their capital in a sentence."""
    plain_acronyms: tuple[str, ...] = ()
    """Short forms that everybody knows."""
    title_words: Mapping[str, str] = field(default_factory=dict)
    """Words of job titles by the word that they are compared as."""
    title_noise: tuple[str, ...] = ()
    """Words of job titles that say nothing about the work."""
    misspellings: Mapping[str, str] = field(default_factory=dict)
    red_flags: tuple[RedFlag, ...] = ()
    impact: Mapping[Impact, tuple[str, ...]] = field(default_factory=dict)
    patterns: tuple[Pattern, ...] = ()
