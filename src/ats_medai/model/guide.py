"""The user's skill guide as data: guide.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ats_medai.model.concepts import STRICT, Category, Subskill
from ats_medai.model.parts import SectionKind
from ats_medai.model.wording import Impact, Origin, Proficiency


@dataclass(frozen=True, slots=True)
class SubskillFact:
    """A part of the guide's breakdown with its two example tasks."""

    __pydantic_config__ = STRICT

    subskill: Subskill
    label: str
    share: int
    tasks: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that speaks for a level: a statement with a word of each group, or a claimed keyword in use."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    words: tuple[tuple[str, ...], ...] = ()
    concepts: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    sections: tuple[SectionKind, ...] = ()
    """A section of this kind with a line in it speaks for the marker too."""
    without: tuple[str, ...] = ()
    """Keywords of `categories` that do not speak for it."""
    line: int = 0
    origin: Origin = Origin.GUIDE


@dataclass(frozen=True, slots=True)
class GuideLevel:
    """A proficiency level: its months of practice and what people at it can do."""

    __pydantic_config__ = STRICT

    level: Proficiency
    months_min: int
    months_max: int | None
    summary: str
    line: int
    markers: tuple[Marker, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the learning path and the keywords that one learns with it."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    concepts: tuple[str, ...] = ()
    subskills: tuple[Subskill, ...] = ()
    """Where a keyword stands under no topic by name, the first topic of its sub-skill takes it."""
    line: int = 0
    origin: Origin = Origin.GUIDE


@dataclass(frozen=True, slots=True)
class Phase:
    __pydantic_config__ = STRICT

    id: str
    label: str
    hours: int
    topics: tuple[Topic, ...]
    actions: tuple[str, ...]
    deliverables: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class ProjectPart:
    """A part of a portfolio project: a tool of its stack, or something that recruiters notice."""

    __pydantic_config__ = STRICT

    label: str
    concepts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PortfolioProject:
    __pydantic_config__ = STRICT

    id: str
    label: str
    level: Proficiency
    summary: str
    stack: tuple[ProjectPart, ...]
    notices: tuple[ProjectPart, ...]
    line: int
    origin: Origin = Origin.GUIDE


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """A question to answer aloud, for who claims or lacks one of `concepts`."""

    __pydantic_config__ = STRICT

    id: str
    text: str
    concepts: tuple[str, ...]
    subskills: tuple[Subskill, ...] = ()
    line: int = 0
    origin: Origin = Origin.GUIDE


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question with our own options; `answer` counts from 0. The quiz never touches a figure."""

    __pydantic_config__ = STRICT

    id: str
    text: str
    options: tuple[str, ...]
    answer: int
    why: str
    line: int = 0
    origin: Origin = Origin.CURATED
    """Where options and answer come from."""


@dataclass(frozen=True, slots=True)
class UseCase:
    __pydantic_config__ = STRICT

    id: str
    label: str
    level: Proficiency
    text: str
    track: str
    line: int


@dataclass(frozen=True, slots=True)
class Industry:
    __pydantic_config__ = STRICT

    id: str
    label: str
    words: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Guide:
    """The user's skill guide as data. Facts carry the guide's line; what we added says so."""

    __pydantic_config__ = STRICT

    hours: int = 0
    subskills: tuple[SubskillFact, ...] = ()
    levels: tuple[GuideLevel, ...] = ()
    phases: tuple[Phase, ...] = ()
    projects: tuple[PortfolioProject, ...] = ()
    portfolio_tips: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    """The three phrasing examples, quoted."""
    outcomes: Mapping[Impact, tuple[str, ...]] = field(default_factory=dict)
    use_cases: tuple[UseCase, ...] = ()
    industries: tuple[Industry, ...] = ()
    questions: tuple[SelfCheck, ...] = ()
    quiz: tuple[QuizQuestion, ...] = ()
