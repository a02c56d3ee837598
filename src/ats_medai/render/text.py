"""The report for a terminal or a text file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from textwrap import wrap

from ats_medai.model import Finding, Item, Report
from ats_medai.render import view
from ats_medai.render.account import (
    SUBSKILL_NAMES,
    by_subskill,
    earned,
    exact,
    formula,
    one_decimal,
    plain,
    quote,
    total,
    whole,
)

WIDTH = 100
MOST_FIXES = 5
BAR = 20


def report_text(report: Report, *, explain: bool = False) -> str:
    """Give the report as plain text; with `explain` every item with its factors and the quoted evidence."""
    lines = [*_summary(report), *(_account(report) if explain else ()), *_foot(report, explain=explain)]
    return "\n".join(lines) + "\n"


def _summary(report: Report) -> Iterator[str]:
    yield from _head(report)
    yield from _points(report)
    yield from _gaps(report)
    yield from _fixes(report)
    yield from _block("Red flags", _findings(report.red_flags, report))
    yield from _block("Wording", _findings(report.wording, report))
    yield from _block("What your work changed", _changed(report))
    yield from _block("Hard to read for a machine", _findings(report.obstacles, report))
    yield from _block("What a recruiter's search finds", _searches(report))
    yield from _block("Where the evidence stands", _evidence(report))
    yield from _block(f"Level: {report.level.level}", _level(report))
    yield from _block("Learn next", _learning(report))


def _head(report: Report) -> Iterator[str]:
    title = f" for {report.job.title}" if report.job and report.job.title else ""
    yield f"{report.resume.document.source}{title}"
    yield ""
    for figure in view.figures(report):
        yield f"{view.name_of(figure, report):22}{whole(figure.score):>4} of 100  {figure.band}"
    for note in filter(None, (view.note_on(report), view.language(report), view.role(report), view.nearest(report))):
        yield ""
        yield from wrap(note, WIDTH)


def _points(report: Report) -> Iterator[str]:
    yield ""
    yield "Where the points are"
    for subskill, sums in by_subskill(report.profile):
        share = float(sums.earned / sums.possible) if sums.possible else 0.0
        filled = round(share * BAR)
        bar = "#" * filled + "." * (BAR - filled)
        yield f"  {SUBSKILL_NAMES[subskill]:28}{bar}  {one_decimal(float(sums.earned)):>5} of {plain(sums.possible)}"


def _gaps(report: Report) -> Iterator[str]:
    for heading, labels in view.gaps(report):
        yield from _named(heading, labels)


def _named(heading: str, labels: tuple[str, ...]) -> Iterator[str]:
    if labels:
        yield ""
        yield f"{heading} ({len(labels)})"
        yield from _indented(", ".join(labels))


def _fixes(report: Report) -> Iterator[str]:
    if not report.suggestions:
        return
    yield ""
    yield "Next fixes: add only what is true of you"
    for number, suggestion in enumerate(report.suggestions[:MOST_FIXES], 1):
        gain = view.gain_of(suggestion)
        yield from _indented(f"{number}. {suggestion.text}{f' [{gain}]' if gain else ''}")
        if suggestion.pattern:
            yield from _indented(f"   e.g. {suggestion.pattern}", 5)
    rest = len(report.suggestions) - MOST_FIXES
    if rest > 0:
        yield f"  and {rest} more (--format json, md or html shows all)"


def _block(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", heading, *found)


def _findings(findings: tuple[Finding, ...], report: Report) -> Iterator[str]:
    for finding in findings:
        where = f" “{quote(report.resume.document, finding.spans[0], 60)}”" if finding.spans else ""
        yield from _indented(f"- {finding.message} {finding.fix}{where}")


def _changed(report: Report) -> Iterator[str]:
    for words, number, first in view.impact(report):
        yield from _indented(f"- {words} ({number}): “{first}”")
    if view.industries(report):
        yield from _indented(f"- {view.industries(report)}")


def _searches(report: Report) -> Iterator[str]:
    both = []
    for one in report.findability:
        if one.advice and one.literal:
            both.append(one.advice.removeprefix(view.BOTH).removesuffix("."))
        elif one.advice:
            yield from _indented(f"- {one.words}: a literal search does not find it. {one.advice}")
    if both:
        yield from _indented(f"- Found as they stand. {view.BOTH}{', '.join(both)}.")


def _evidence(report: Report) -> Iterator[str]:
    rows = (*view.requirements(report), *view.must_haves(report), *view.good_to_haves(report))
    seen: set[str] = set()
    for row in rows:
        if row.quote and row.label not in seen:
            seen.add(row.label)
            yield f"  {row.label[:32]:34}{row.status:24}{row.section}: {row.quote}"


def _level(report: Report) -> Iterator[str]:
    for reason in report.level.reasons:
        yield from _indented(f"- {reason.message}")
    if report.level.missing:
        yield from _indented(f"For the next level: {'; '.join(report.level.missing)}.")


def _learning(report: Report) -> Iterator[str]:
    plan = report.learning
    if plan is None or not plan.phases:
        return
    yield f"  {whole(plan.hours)} hours in all"
    for phase in plan.phases:
        topics = [topic for topic in phase.topics if topic.gaps]
        names = "; ".join(f"{topic.topic.label} ({', '.join(topic.gaps[:4])})" for topic in topics)
        if names:
            yield from _indented(f"- {phase.phase.label}: {names}")
    best = plan.projects[0] if plan.projects else None
    if best:
        gain = view.gain_text(best.gain.profile, best.gain.match)
        yield from _indented(f"- A project that would close most: {best.project.label}{f' [{gain}]' if gain else ''}")


def _account(report: Report) -> Iterator[str]:
    yield ""
    yield "Account: points = possible × every factor; the sums are exact"
    for figure in view.figures(report):
        sums = total(figure.items)
        yield ""
        sums_up = f"{plain(sums.earned)} of {plain(sums.possible)} = {one_decimal(figure.score)} of 100"
        yield f"{view.name_of(figure, report)}: {sums_up}"
        for item in figure.items:
            yield from _item(item, report)
        yield f"  {plain(sums.earned):>10} of {plain(sums.possible):>7}  sum"


def _item(item: Item, report: Report) -> Iterator[str]:
    points: Decimal = earned(item)
    reasons = ", ".join(f"{factor.rule} {plain(exact(factor.value))}" for factor in item.factors)
    yield f"  {plain(points):>10} of {plain(exact(item.possible)):>7}  {item.label}  ({reasons or formula(item)})"
    document = report.resume.document
    for factor in item.factors:
        for span in factor.evidence[:3]:
            yield f"{'':25}“{document[span]}” in: {quote(document, span)}"
    if item.asked and report.job:
        yield f"{'':25}asked: {quote(report.job.document, item.asked)}"


def _foot(report: Report, *, explain: bool) -> Iterator[str]:
    yield ""
    yield f"As of {report.as_of.isoformat()} · track {report.track} · keywords {report.keywords_version}"
    yield from wrap(
        view.LIMITS,
        WIDTH,
    )
    if not explain:
        yield "--explain accounts for every point."


def _indented(text: str, by: int = 2) -> list[str]:
    return wrap(text, WIDTH, initial_indent=" " * by, subsequent_indent=" " * (by + 3))
