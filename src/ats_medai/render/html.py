"""The report as one HTML file: no script, nothing from outside, readable on paper and in the dark."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from ats_medai.model import Figure, Finding, Item, Report
from ats_medai.render import view
from ats_medai.render.account import SUBSKILL_NAMES, by_subskill, earned, exact, one_decimal, plain, quote, total, whole
from ats_medai.render.marks import LEGEND, marked_html
from ats_medai.version import __version__

Context = dict[str, Any]
MOST_QUOTES = 3


def report_html(report: Report) -> str:
    """Give the report as a page of its own. All text is escaped; the policy in the page allows only its own style."""
    style = _read("report.css")
    return _template().render(style=Markup(style), style_hash=_hash(style), **_context(report))  # noqa: S704 - our file


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_read("report.html.j2"))


@cache
def _read(name: str) -> str:
    return files("ats_medai.render").joinpath(name).read_text(encoding="utf-8")


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _context(report: Report) -> Context:
    title = f" for {report.job.title}" if report.job and report.job.title else ""
    return {
        "title": f"{report.resume.document.source}{title}",
        "tool": f"ats_medai {__version__}",
        "figures": [_figure(figure, report) for figure in view.figures(report)],
        "level": str(report.level.level),
        "notes": tuple(filter(None, (view.note_on(report), view.language(report)))),
        "role": view.role(report),
        "nearest": view.nearest(report),
        "bars": _bars(report),
        "gaps": view.gaps(report),
        "fixes": [(view.gain_of(one), view.KINDS[one.kind], one.text, one.pattern) for one in report.suggestions],
        "red_flags": _findings(report.red_flags, report),
        "wording": _findings(report.wording, report),
        "impact": view.impact(report),
        "industries": view.industries(report),
        "obstacles": _findings(report.obstacles, report),
        "asked": _rows(view.requirements(report)),
        "musts": _rows(view.must_haves(report)),
        "goods": _rows(view.good_to_haves(report)),
        "searches": _searches(report),
        "reasons": _findings(report.level.reasons, report),
        "level_missing": report.level.missing,
        "plan": _plan(report),
        "legend": [(str(kind), words) for kind, words in LEGEND.items()],
        "marked": Markup(marked_html(report)),  # noqa: S704 - escaped piece by piece
        "as_of": report.as_of.isoformat(),
        "track": report.track,
        "keywords": report.keywords_version,
        "limits": view.LIMITS,
    }


def _figure(figure: Figure, report: Report) -> Context:
    sums = total(figure.items)
    return {
        "name": view.name_of(figure, report),
        "score": whole(figure.score),
        "band": str(figure.band),
        "sum": f"{plain(sums.earned)} of {plain(sums.possible)} = {one_decimal(figure.score)} of 100",
        "account": [_account(item, report) for item in figure.items],
    }


def _account(item: Item, report: Report) -> tuple[str, ...]:
    factors = ", ".join(f"{factor.rule} {plain(exact(factor.value))}" for factor in item.factors)
    quotes = "; ".join(f"“{report.resume.document[span]}”" for span in item.evidence[:MOST_QUOTES])
    return item.label, plain(earned(item)), plain(exact(item.possible)), factors, quotes


def _bars(report: Report) -> list[Context]:
    """The frame's length is the weight of the sub-skill, its filling what is earned."""
    sums = by_subskill(report.profile)
    widest = max((one.possible for _, one in sums), default=exact(1.0))
    return [
        {
            "name": SUBSKILL_NAMES[subskill],
            "share": whole(float(100 * one.earned / one.possible)) if one.possible else "0",
            "frame": one_decimal(float(100 * one.possible / widest)),
            "width": one_decimal(float(100 * one.earned / widest)),
            "earned": one_decimal(float(one.earned)),
            "possible": plain(one.possible),
        }
        for subskill, one in sums
    ]


def _findings(found: tuple[Finding, ...], report: Report) -> list[Context]:
    document = report.resume.document
    return [
        {
            "message": finding.message,
            "fix": finding.fix,
            "quotes": list(dict.fromkeys(quote(document, span) for span in finding.spans[:MOST_QUOTES])),
        }
        for finding in found
    ]


def _rows(rows: tuple[view.Row, ...]) -> list[tuple[str, ...]]:
    return [(row.label, row.level, row.status, row.section, row.quote) for row in rows]


def _searches(report: Report) -> list[tuple[str, ...]]:
    return [
        (
            one.words,
            *("found" if places else "not found" for places in (one.literal, one.stemmed, one.alias)),
            one.advice,
        )
        for one in report.findability
    ]


def _plan(report: Report) -> Context | None:
    plan = report.learning
    if plan is None:
        return None
    return {
        "hours": whole(plan.hours),
        "topics": list(view.topics(plan)),
        "projects": list(view.projects(plan)),
        "questions": [(one.question.text, one.reason) for one in plan.questions],
        "tips": plan.tips,
    }
