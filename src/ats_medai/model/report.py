"""What the analysis says of a résumé."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import fsum

from ats_medai.model.figures import Figure
from ats_medai.model.guide import Industry, Phase, PortfolioProject, SelfCheck, Topic
from ats_medai.model.subjects import Job, Resume
from ats_medai.model.text import Severity, Span
from ats_medai.model.wording import Impact, Proficiency


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: what (`message`), why it matters, how to mend it, and where."""

    code: str
    severity: Severity
    message: str
    fix: str = ""
    spans: tuple[Span, ...] = ()
    source: str = ""
    """The documented fact behind it."""


@dataclass(frozen=True, slots=True)
class ProficiencyEstimate:
    """A level, the markers that speak for it, and what the next one still asks for."""

    level: Proficiency
    reasons: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the résumé's text: `text` goes in at `start`, in place of what stands up to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Gain:
    """Points that a change adds to each figure, found by scoring the changed text again."""

    profile: float = 0.0
    match: float | None = None


class SuggestionKind(StrEnum):
    """How a suggestion helps: the first three only word better what the text already proves."""

    MEND = "mend"
    NAME = "name"
    FULL_FORM = "full_form"
    SHOW = "show"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to change, where, and what it is worth. `text` is advice; `edit` is the change that was scored."""

    code: str
    kind: SuggestionKind
    text: str
    where: Span | None
    edit: Edit
    pattern: str = ""
    """Wording with blanks for what only the person knows."""
    gain: Gain = Gain()


class SearchMode(StrEnum):
    """How a search engine compares words; named by what it does, not by who sells it."""

    LITERAL = "literal"
    STEMMED = "stemmed"
    ALIAS = "alias"


class Pair(StrEnum):
    """Which of full form and acronym a text has."""

    BOTH = "both"
    ACRONYM = "only acronym"
    FULL = "only full form"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Findable:
    """Words that a recruiter may search for, where each kind of search finds them, and what to add."""

    words: str
    concept: str | None
    literal: tuple[Span, ...]
    stemmed: tuple[Span, ...]
    alias: tuple[Span, ...]
    pair: Pair | None = None
    advice: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTopic:
    """A topic to learn: its hours of the phase's, the points that its gaps hold, and the gaps by name."""

    topic: Topic
    hours: float
    points: float
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """A phase of the learning path with the topics that are still open, most points an hour first."""

    phase: Phase
    topics: tuple[PlannedTopic, ...]

    @property
    def hours(self) -> float:
        return fsum(topic.hours for topic in self.topics)


@dataclass(frozen=True, slots=True)
class ProjectFit:
    """A portfolio project: what of it the résumé shows, and what doing and adding it would bring (`edit`, scored)."""

    project: PortfolioProject
    shown: tuple[str, ...]
    missing: tuple[str, ...]
    edit: Edit
    gain: Gain = Gain()


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A self-check question and why it was chosen: a claim to stand by, or a gap."""

    question: SelfCheck
    reason: str


@dataclass(frozen=True, slots=True)
class LearningPlan:
    phases: tuple[PlannedPhase, ...]
    projects: tuple[ProjectFit, ...]
    questions: tuple[AskedQuestion, ...]
    tips: tuple[str, ...] = ()
    """For the code that the résumé links to; a reminder where it links to none."""

    @property
    def hours(self) -> float:
        return fsum(phase.hours for phase in self.phases)


@dataclass(frozen=True, slots=True)
class Report:
    resume: Resume
    job: Job | None
    track: str
    as_of: date
    keywords_version: str
    profile: Figure
    match: Figure | None
    readability: Figure
    obstacles: tuple[Finding, ...]
    """What a machine may not be able to read in the file: the reasons of `readability`."""
    level: ProficiencyEstimate
    red_flags: tuple[Finding, ...] = ()
    wording: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    findability: tuple[Findable, ...] = ()
    learning: LearningPlan | None = None
    nearest_track: str = ""
    """Id of the kind of role that the résumé's keywords are nearest to; empty where none is near."""
    impact: tuple[tuple[Impact, tuple[Span, ...]], ...] = ()
    """The statements about work by the kind of change that they speak of; all kinds are there."""
    industries: tuple[Industry, ...] = ()
    """The guide's industries that the résumé's positions speak of, those with most words first."""
    job_industries: tuple[Industry, ...] = ()
    """The same of the advert."""
    nearest_profile: Figure | None = None
    """The profile against that kind of role, where it is another than `track`."""
