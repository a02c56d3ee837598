"""The words that rules go by: headings, cues, entries, checks, adverts and weights, as read from keywords/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ats_medai.model.concepts import STRICT
from ats_medai.model.parts import DegreeLevel, SectionKind
from ats_medai.model.text import Severity


class AdvertKind(StrEnum):
    """What a part of an advert is about."""

    COMPANY = "company"
    DUTIES = "duties"
    REQUIRED = "required"
    PREFERRED = "preferred"
    EDUCATION = "education"
    BENEFITS = "benefits"
    PAY = "pay"
    LEGAL = "legal"
    TERMS = "terms"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Headings:
    """Words of headings, lower case, by what stands below them."""

    __pydantic_config__ = STRICT

    resume: Mapping[SectionKind, tuple[str, ...]]
    advert: Mapping[AdvertKind, tuple[str, ...]]
    resume_modifiers: tuple[str, ...] = ()
    """Words that may stand beside the words of a résumé's heading without changing what it is."""
    resume_unsure: tuple[str, ...] = ()
    """Headings that are everyday words: only where the line stands out."""
    resume_working: tuple[str, ...] = ()
    """Words of headings below which positions may stand whatever the words beside them are."""


@dataclass(frozen=True, slots=True)
class EntryWords:
    """Words by which a résumé's entries and dates are taken apart, lower case but for `degree_acronyms`."""

    __pydantic_config__ = STRICT

    titles: tuple[str, ...] = ()
    """Nouns that make a phrase a job title."""
    organisations: tuple[str, ...] = ()
    """Words in the names of employers."""
    legal_forms: tuple[str, ...] = ()
    """Endings that only employers' names have."""
    schools: tuple[str, ...] = ()
    """Words in the names of places of study."""
    places: tuple[str, ...] = ()
    """Countries, states and words such as "remote" that stand for the place of work."""
    not_names: tuple[str, ...] = ()
    """Words that are never part of a person's name."""
    name_particles: tuple[str, ...] = ()
    """Words of names that are written small: van, de la."""
    name_titles: tuple[str, ...] = ()
    """What stands before a name without belonging to it."""
    name_letters: tuple[str, ...] = ()
    """What stands behind a name, in exactly this case but for full stops: Jr, PhD."""
    phone_labels: tuple[str, ...] = ()
    cell_labels: tuple[str, ...] = ()
    """Words that label a cell of an entry, or stand there alone, and name nothing."""
    months: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    seasons: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """First and last month of what people call a season or a quarter."""
    present: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    degrees: Mapping[DegreeLevel, tuple[str, ...]] = field(default_factory=dict)
    degree_acronyms: Mapping[DegreeLevel, tuple[str, ...]] = field(default_factory=dict)
    """Letters of degrees without full stops, in exactly this case."""
    openings: tuple[str, ...] = ()
    """Words that lead up to a title in a sentence."""
    degree_remarks: tuple[str, ...] = ()
    """Words between a degree and its field: honours, candidate."""
    majors: tuple[str, ...] = ()
    """Words before the field proper: majoring in, specialisation."""
    faculties: tuple[str, ...] = ()
    """What a degree is "of" without that being its field: science, arts."""
    no_degrees: tuple[str, ...] = ()
    """School-leaving certificates and the like, which hold words of degrees."""
    notes: tuple[str, ...] = ()
    """First words of lines that tell about an entry without naming it: supervisor, thesis, grade."""


@dataclass(frozen=True, slots=True)
class Check:
    """Something in a file that a machine may not be able to read, and the documented fact behind it."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    severity: Severity
    message: str
    why: str
    fix: str
    source: str
    evidence: str
    """How sure the fact is: documented by a vendor, by a partner, or measured by us."""
    blocks: bool = False
    """While this is found, nothing else in the file can be read either."""


class Direction(StrEnum):
    """Which mentions a cue speaks of: those after it, those before it, or both."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Cue:
    """Wording that changes how the mentions in its reach are meant (ConText: Harkema et al. 2009).

    `kind` is an assertion (negated, aspired, other), `weak`, `pseudo` (looks like a cue, is none), `terminator`
    (ends the reach of the cues around it) or one of those that cues.yaml explains; for adverts must, preferred,
    context or boilerplate.
    """

    __pydantic_config__ = STRICT

    kind: str
    forms: tuple[str, ...]
    direction: Direction = Direction.FORWARD
    reach: int | None = None
    """How many words the cue reaches; None is to the end of the sentence."""


@dataclass(frozen=True, slots=True)
class Cues:
    __pydantic_config__ = STRICT

    resume: tuple[Cue, ...]
    advert: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class AdvertWords:
    """Words by which an advert is read beyond its headings and cues; what each list is for stands in the file."""

    __pydantic_config__ = STRICT

    fillers: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    degrees: Mapping[DegreeLevel, tuple[str, ...]] = field(default_factory=dict)
    plain_degrees: tuple[str, ...] = ()
    not_degrees: tuple[str, ...] = ()
    students: tuple[str, ...] = ()
    enrolled: tuple[str, ...] = ()
    degree_holders: tuple[str, ...] = ()
    equivalent: tuple[str, ...] = ()
    years_of: tuple[str, ...] = ()
    years_not_before: tuple[str, ...] = ()
    years_not_after: tuple[str, ...] = ()
    lieu: tuple[str, ...] = ()
    seniority: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title_leads: tuple[str, ...] = ()
    title_stops: tuple[str, ...] = ()
    any_before: tuple[str, ...] = ()
    any_after: tuple[str, ...] = ()
    lead_ins: tuple[str, ...] = ()
    conditions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind of condition -> phrases that state it."""
    person_has: tuple[str, ...] = ()
    advert_signs: tuple[str, ...] = ()
    resume_signs: tuple[str, ...] = ()
    other_signs: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    """Words of ordinary adverts, which are no names of tools even with a capital."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A number that a score depends on. `key` is also the rule's name in a Factor."""

    __pydantic_config__ = STRICT

    key: str
    value: float
    reason: str
