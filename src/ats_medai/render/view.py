"""What every form of the report says, before it is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ats_medai.language import KNOWN_IN_ENGLISH, NOT_ENGLISH
from ats_medai.model import Band, Factor, Figure, Impact, Item, LearningPlan, Level, Report, Suggestion, SuggestionKind
from ats_medai.render.account import one_decimal, quote, section_of, whole

STATUS = (
    ("match.none", "not found"),
    ("assertion.negated", "denied"),
    ("assertion.aspired", "wished for"),
    ("assertion.other", "somebody else's"),
    ("match.fuzzy", "with a typing error"),
    ("match.implied", "implied, not named"),
    ("assertion.weak", "said weakly"),
    ("shown.studied", "from a course"),
    ("shown.crowded", "in a crowded sentence"),
    ("shown.listed", "only listed"),
    ("shown.in_use", "shown at work"),
    ("shown.held", "held"),
)
"""What a row says about an item: the first rule that it has, the one that weighs most."""

KINDS = {
    SuggestionKind.MEND: "mend a typing error",
    SuggestionKind.NAME: "name what the text implies",
    SuggestionKind.FULL_FORM: "write both forms",
    SuggestionKind.SHOW: "move from list to use",
    SuggestionKind.ADD: "add if true",
}
LIMITS = (
    "The figures show how well keywords are covered and shown in this text. No recruiting system uses them, "
    "and they do not predict a decision."
)
BOTH = "Write both forms once: "
"""How the advice on full form and acronym begins, so that a list says it once."""
QUOTE = 72
"""Characters of a quote in a row."""
DAMAGED = "The file is damaged: the figures count only what could be read. Save or download it again, if you can."
UNREAD = "Parts of the file may be hard to read for a machine, so the other figures may be too low."


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a person reads it: what is asked, how it stands, and the words that say so."""

    label: str
    code: str
    level: str
    status: str
    earned: bool
    quote: str
    section: str


def figures(report: Report) -> tuple[Figure, ...]:
    """Give the figures that the report has, the profile first."""
    return (report.profile, *((report.match,) if report.match else ()), report.readability)


def name_of(figure: Figure, report: Report) -> str:
    """Give the figure's name as people read it."""
    return "Machine readability" if figure is report.readability else figure.name


def role(report: Report) -> str:
    """Name the kind of role that the profile is measured against."""
    known = report.resume.keywords.track_by_id if report.resume.keywords else {}
    return f"The profile is for the kind of role: {known[report.track].label}." if report.track in known else ""


def nearest(report: Report) -> str:
    """Name the kind of role that the keywords are nearest to, where it is another than the one measured against."""
    known = report.resume.keywords.track_by_id if report.resume.keywords else {}
    track = known.get(report.nearest_track)
    if track is None or track.id == report.track:
        return ""
    there = report.nearest_profile
    score = f"; the profile is {whole(there.score)} of 100 there ({there.band})" if there else ""
    return f"Nearest kind of role: {track.label}{score}. Measure against it with --track {track.id}."


CHANGED = {
    Impact.CLINICAL: "for patients",
    Impact.OPERATIONAL: "in the day's work",
    Impact.REGULATORY: "towards an approval",
    Impact.SCIENTIFIC: "in research",
}
"""What a statement says was changed, as people read it."""


def impact(report: Report) -> tuple[tuple[str, int, str], ...]:
    """Give what the work changed: the kind, how many statements say so, and the first; kinds without any stay out."""
    document = report.resume.document
    return tuple(
        (CHANGED[kind], len(spans), quote(document, spans[0], QUOTE)) for kind, spans in report.impact if spans
    )


def industries(report: Report) -> str:
    """Name the industries of the positions and of the advert; empty where neither speaks of one."""
    parts = (("industries of your positions", report.industries), ("of the advert", report.job_industries))
    said = (f"{words}: {', '.join(one.label.lower() for one in found)}" for words, found in parts if found)
    return "; ".join(said)


def note_on(report: Report) -> str:
    """Give the warning that belongs beside the figures, where the file is damaged or hard to read."""
    if any(issue.code == "damaged" for issue in report.resume.document.issues):
        return DAMAGED
    return UNREAD if report.readability.band in {Band.POOR, Band.FAIR} else ""


def language(report: Report) -> str:
    """Say which of the texts does not look like English; empty where both do."""
    foreign = [
        name
        for name, document in (("résumé", report.resume.document), ("advert", report.job and report.job.document))
        if document and any(issue.code == NOT_ENGLISH for issue in document.issues)
    ]
    return f"Not English, it seems: {' and '.join(foreign)}. {KNOWN_IN_ENGLISH}" if foreign else ""


def must_haves(report: Report) -> tuple[Row, ...]:
    """Give the track's must-haves as rows, in the order of the figure."""
    return tuple(_row(item, "must", report) for item in report.profile.items if ".good." not in item.code)


def good_to_haves(report: Report) -> tuple[Row, ...]:
    """Give the good-to-have items that fill a slot."""
    rows = (_row(item, "good", report) for item in report.profile.items if ".good." in item.code)
    return tuple(row for row in rows if row.quote)


def requirements(report: Report) -> tuple[Row, ...]:
    """Give what the advert asks for as rows: what is missing first, the conditions before the wishes."""
    if report.match is None:
        return ()
    rows = [_row(item, _level(item, report), report) for item in report.match.items]
    order = {level: number for number, level in enumerate([*map(str, Level), ""])}
    return tuple(sorted(rows, key=lambda row: (row.earned, order.get(row.level, 9))))


def missing(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Give the labels of rows that earn nothing, each once."""
    return tuple(dict.fromkeys(row.label for row in rows if not row.earned))


def listed_only(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Give the labels of rows that stand in lists only, each once."""
    thin = {"only listed", "in a crowded sentence", "from a course"}
    return tuple(dict.fromkeys(row.label for row in rows if row.status in thin))


def gain_of(suggestion: Suggestion) -> str:
    """Write the points that a suggestion brings; empty where it brings none."""
    return gain_text(suggestion.gain.profile, suggestion.gain.match)


def gain_text(profile: float, match: float | None) -> str:
    """Write points of both figures: +5.2 profile, +6.0 job."""
    parts = [("profile", profile), ("job", match or 0.0)]
    return ", ".join(f"{points:+.1f} {name}" for name, points in parts if one_decimal(points) not in {"0.0", "-0.0"})


def status_of(factors: tuple[Factor, ...]) -> str:
    """Say in a word or two how an item stands."""
    named = {factor.rule: factor.value for factor in factors}
    shares = [f"{value:.0%} of it" for rule, value in named.items() if rule.endswith(".share")]
    if shares:
        return shares[0]
    degrees = [rule.removeprefix("degree.").replace("_", " ") for rule in named if rule.startswith("degree.")]
    return degrees[-1] if degrees else next((words for rule, words in STATUS if rule in named), "found")


def _row(item: Item, level: str, report: Report) -> Row:
    document = report.resume.document
    spans = [span for factor in item.factors for span in factor.evidence]
    first = spans[0] if spans else None
    return Row(
        label=item.label,
        code=item.code,
        level=level,
        status=status_of(item.factors),
        earned=item.earned > 0,
        quote=quote(document, first, QUOTE) if first else "",
        section=section_of(report.resume, first) if first else "",
    )


def _level(item: Item, report: Report) -> str:
    """Give how strongly the advert asks: from the item's code, or from the demand for years or a degree."""
    first = item.code.split(".", 1)[0]
    if first in set(Level):
        return first
    return next(iter(_demands(item, report)), str(Level.PREFERRED))


def _demands(item: Item, report: Report) -> Iterator[str]:
    if report.job is not None:
        for years in report.job.years:
            if years.span == item.asked:
                yield str(years.level)
        if report.job.degree and item.code == "degree":
            yield str(report.job.degree.demand)


def gaps(report: Report) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give what is not found and what is only listed, by name, under the headings that say so."""
    asked, musts = requirements(report), must_haves(report)
    return (
        ("Must-haves not found", missing(musts)),
        ("The job requires, not found", missing(tuple(row for row in asked if row.level == "must"))),
        ("The job prefers, not found", missing(tuple(row for row in asked if row.level == "preferred"))),
        ("Only listed, not shown at work", listed_only((*asked, *musts))),
        ("The job also asks for, check yourself", tuple(conditions(report))),
    )


def conditions(report: Report) -> Iterator[str]:
    """Give the advert's conditions that no résumé is read for, as the advert words them."""
    for one in report.job.conditions if report.job else ():
        wished = "" if one.level is Level.MUST else f", {one.level}"
        yield f"{one.label} (“{report.job.document[one.span]}”{wished})" if report.job else one.label


def topics(plan: LearningPlan) -> Iterator[tuple[str, str, str, str, str]]:
    """Give the plan's topics: topic, phase, hours, points, gaps."""
    for phase in plan.phases:
        for one in phase.topics:
            hours, points = one_decimal(one.hours), one_decimal(one.points)
            yield one.topic.label, phase.phase.label, hours, points, ", ".join(one.gaps)


def projects(plan: LearningPlan) -> Iterator[tuple[str, str, str, str]]:
    """Give the projects: name, what it would bring, what of it is shown, what is open."""
    for fit in plan.projects:
        gain = gain_text(fit.gain.profile, fit.gain.match)
        yield fit.project.label, gain, ", ".join(fit.shown), ", ".join(fit.missing)
