"""The values that the stages share: frozen, standard library only, no I/O, no logic beyond a line or two.

Positions are half-open code point offsets into `Document.text`, which never changes once a Document exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from math import fsum, prod

STRICT = {"extra": "forbid"}  # for values read from YAML: an unknown key is an error, not a silent loss


# --- Text and places in it -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`: code points `start` to `end`, half-open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something noticed while reading that did not stop the reading."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


class Place(StrEnum):
    """Where in the file a line of text stood."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text_box"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line: its place on the page in PDF points (origin top left) where the format tells."""

    span: Span
    page: int = 1
    bbox: tuple[float, float, float, float] | None = None
    font_size: float | None = None
    bold: bool = False
    place: Place = Place.BODY
    block: int = 0
    """Number of the column or block that the line belongs to, in reading order."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file's text, cleaned once, and where its lines stood."""

    source: str
    sha256: str
    media_type: str
    text: str
    lines: tuple[Line, ...]
    issues: tuple[Issue, ...] = ()
    reader: str = "plain"
    """Which engine read the text: pdfium, pdfplumber, ocr, docx, html or plain."""
    pages: int = 1
    size: int = 0
    """Bytes of the file."""
    naive_text: str | None = None
    """What a strict left-to-right, line-by-line reading of the pages gives; None where the order is the same."""

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


# --- The résumé's parts ----------------------------------------------------------------------------------------------


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


# --- Keywords: read from keywords/*.yaml -----------------------------------------------------------------------------


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
    """A form that counts only in exactly this case. Where `near` is given, only with one of these words close by."""

    __pydantic_config__ = STRICT

    form: str
    near: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of role: its must-have and good-to-have items by sub-skill."""

    __pydantic_config__ = STRICT

    id: str
    label: str
    description: str
    must: Mapping[Subskill, tuple[TrackItem, ...]]
    good: Mapping[Subskill, tuple[TrackItem, ...]]


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


# --- Wording and guide: read from wording.yaml and guide.yaml --------------------------------------------------------


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
    title_words: Mapping[str, str] = field(default_factory=dict)
    """Words of job titles by the word that they are compared as."""
    title_noise: tuple[str, ...] = ()
    """Words of job titles that say nothing about the work."""
    misspellings: Mapping[str, str] = field(default_factory=dict)
    red_flags: tuple[RedFlag, ...] = ()
    impact: Mapping[Impact, tuple[str, ...]] = field(default_factory=dict)
    patterns: tuple[Pattern, ...] = ()


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


@dataclass(frozen=True)
class Keywords:
    """All data that the analysis rests on. `version` is a hash of the files and stands in every report."""

    concepts: tuple[Concept, ...]
    tracks: tuple[Track, ...]
    headings: Headings
    cues: Cues
    weights: Mapping[str, Weight]
    version: str
    entries: EntryWords = field(default_factory=EntryWords)
    checks: Mapping[str, Check] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    guide: Guide = field(default_factory=Guide)
    advert_words: AdvertWords = field(default_factory=AdvertWords)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each alias with the forms that rules make of it, itself first."""
    english: frozenset[str] = frozenset()
    """Ordinary English words, which are never typing errors; regular endings left out."""

    @cached_property
    def concept_by_id(self) -> Mapping[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def track_by_id(self) -> Mapping[str, Track]:
        return {track.id: track for track in self.tracks}

    def weight(self, key: str) -> float:
        """Give the number of this key in weights.yaml; KeyError where there is none."""
        return self.weights[key].value


# --- Findings --------------------------------------------------------------------------------------------------------


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


# --- Figures: the explanation is the score ---------------------------------------------------------------------------


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
