"""The report as Markdown: headings, lists and tables that any viewer shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ats_medai.model import Finding, Report
from ats_medai.render import view
from ats_medai.render.account import SUBSKILL_NAMES, by_subskill, exact, one_decimal, plain, quote, total, whole
from ats_medai.render.account import earned as earned_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def report_markdown(report: Report) -> str:
    """Give the report as Markdown. Words of the résumé are escaped: none of them is taken for markup or HTML."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    job = f" for {_safe(report.job.title)}" if report.job and report.job.title else ""
    yield f"# {_safe(report.resume.document.source)}{job}"
    yield ""
    yield from _table(
        ("Figure", "Score", "Band"),
        ((view.name_of(one, report), f"{whole(one.score)} of 100", str(one.band)) for one in view.figures(report)),
    )
    for note in filter(None, (view.note_on(report), view.language(report), view.role(report), view.nearest(report))):
        yield from ("", note)
    yield from _points(report)
    yield from _gaps(report)
    yield from _fixes(report)
    for heading, findings in _finding_lists(report):
        yield from _section(heading, _findings(findings, report))
    yield from _section("What your work changed", _changed(report))
    yield from _rows("The job and the résumé", view.requirements(report))
    yield from _rows("Must-have keywords", view.must_haves(report))
    yield from _rows("Good-to-have keywords", view.good_to_haves(report))
    yield from _searches(report)
    yield from _level(report)
    yield from _learning(report)
    yield from _account(report)
    yield ""
    yield f"As of {report.as_of.isoformat()}, track {report.track}, keywords {report.keywords_version}. {view.LIMITS}"


def _finding_lists(report: Report) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    return (
        ("Red flags", report.red_flags),
        ("Wording", report.wording),
        ("Hard to read for a machine", report.obstacles),
    )


def _points(report: Report) -> Iterator[str]:
    rows = (
        (SUBSKILL_NAMES[subskill], one_decimal(float(sums.earned)), plain(sums.possible))
        for subskill, sums in by_subskill(report.profile)
    )
    yield from _section("Where the points are", _table(("Sub-skill", "Points", "of"), rows))


def _gaps(report: Report) -> Iterator[str]:
    for heading, labels in view.gaps(report):
        yield from _section(heading, (f"- {_safe(label)}" for label in labels))


def _fixes(report: Report) -> Iterator[str]:
    rows = (
        (view.gain_of(one), view.KINDS[one.kind], _safe(one.text), _safe(one.pattern)) for one in report.suggestions
    )
    yield from _section("Next fixes: add only what is true of you", _table(("Points", "Kind", "What", "Pattern"), rows))


def _findings(findings: Iterable[Finding], report: Report) -> Iterator[str]:
    for finding in findings:
        yield f"- {_safe(f'{finding.message} {finding.fix}')}"
        for span in finding.spans[:5]:
            yield f"    - “{_safe(quote(report.resume.document, span))}”"


def _changed(report: Report) -> Iterator[str]:
    for words, number, first in view.impact(report):
        yield f"- {words} ({number}): “{_safe(first)}”"
    if view.industries(report):
        yield f"- {_safe(view.industries(report))}"


def _rows(heading: str, rows: tuple[view.Row, ...]) -> Iterator[str]:
    body = ((_safe(row.label), row.level, row.status, row.section, _safe(row.quote)) for row in rows)
    yield from _section(heading, _table(("Asked", "How much", "Stands", "Where", "Words"), body))


def _searches(report: Report) -> Iterator[str]:
    rows = (
        (
            _safe(one.words),
            *("yes" if found else "no" for found in (one.literal, one.stemmed, one.alias)),
            _safe(one.advice),
        )
        for one in report.findability
    )
    heading = ("Searched for", "Literal", "Stemmed", "Alias-aware", "What to write")
    yield from _section("What a recruiter's search finds", _table(heading, rows))


def _level(report: Report) -> Iterator[str]:
    reasons = [f"- {_safe(reason.message)}" for reason in report.level.reasons]
    missing = [f"- for the next level: {_safe(label)}" for label in report.level.missing]
    yield from _section(f"Level: {report.level.level}", [*reasons, *missing])


def _learning(report: Report) -> Iterator[str]:
    plan = report.learning
    if plan is None:
        return
    yield from _section(f"Learn next: {whole(plan.hours)} hours in all", ())
    rows = (map(_safe, row) for row in view.topics(plan))
    yield from _table(("Topic", "Phase", "Hours", "Points", "Gaps"), rows)
    projects = (map(_safe, row) for row in view.projects(plan))
    yield from _section("Projects", _table(("Project", "Would bring", "Shown", "Open"), projects))
    questions = (f"- {_safe(one.question.text)} ({_safe(one.reason)})" for one in plan.questions)
    yield from _section("Questions to answer aloud", questions)


def _account(report: Report) -> Iterator[str]:
    for figure in view.figures(report):
        rows = [
            (
                _safe(item.label),
                plain(earned_of(item)),
                plain(exact(item.possible)),
                ", ".join(f"{factor.rule} {plain(exact(factor.value))}" for factor in item.factors),
            )
            for item in figure.items
        ]
        sums = total(figure.items)
        rows.append(("sum", plain(sums.earned), plain(sums.possible), f"{one_decimal(figure.score)} of 100"))
        yield from _section(
            f"Account: {view.name_of(figure, report)}", _table(("Item", "Points", "of", "Factors"), rows)
        )


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body or heading.startswith("Learn next"):
        yield from ("", f"## {heading}", "", *body)


def _table(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    body = [f"| {' | '.join(row)} |" for row in rows]
    if body:
        names = tuple(heading)
        yield f"| {' | '.join(names)} |"
        yield f"|{' --- |' * len(names)}"
        yield from body


def _safe(text: str) -> str:
    """Escape what Markdown or HTML would take for markup; a line break becomes a space."""
    line = " ".join(text.split())
    return _LEADING.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", line).replace("&", "&amp;"))
