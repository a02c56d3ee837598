"""The wire form: plain dicts whose keys are stable; new keys may be added."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ats_medai import __version__
from ats_medai.model import (
    Document,
    Edit,
    Factor,
    Figure,
    Findable,
    Finding,
    Gain,
    Item,
    Job,
    Keywords,
    LearningPlan,
    PlannedTopic,
    ProficiencyEstimate,
    ProjectFit,
    Report,
    Resume,
    Suggestion,
)
from ats_medai.render.wire import Wire, job_wire, quote_wire, quotes_wire, resume_wire, span_wire, text_wire

SCHEMA = 1
TOOL = f"ats_medai {__version__}"
DIGITS = 8  # possible points and factors have two decimals each: a product of three factors is exact


@singledispatch
def to_dict(value: Resume | Job | Report) -> Wire:
    """Give the wire form of a résumé, an advert or a report: only str, int, float, bool, None, lists and dicts.

    Raises TypeError for anything else.
    """
    raise TypeError(f"no wire form for {type(value).__name__}")


@to_dict.register
def _(resume: Resume) -> Wire:
    return _head(resume.keywords) | resume_wire(resume)


@to_dict.register
def _(job: Job) -> Wire:
    return _head(job.keywords) | job_wire(job)


@to_dict.register
def _(report: Report) -> Wire:
    document = report.resume.document
    return {
        "schema": SCHEMA,
        "tool": TOOL,
        "keywords": report.keywords_version,
        "as_of": report.as_of.isoformat(),
        "track": report.track,
        "nearest_track": report.nearest_track or None,
        "nearest_profile": _brief(report.nearest_profile) if report.nearest_profile else None,
        "resume": resume_wire(report.resume),
        "job": job_wire(report.job) if report.job else None,
        "profile": _figure(report.profile, document),
        "match": _figure(report.match, document) if report.match else None,
        "readability": _figure(report.readability, document),
        "obstacles": _findings(report.obstacles, document),
        "level": _level(report.level, document),
        "red_flags": _findings(report.red_flags, document),
        "wording": _findings(report.wording, document),
        "impact": {str(kind): quotes_wire(spans, document) for kind, spans in report.impact},
        "industries": [industry.id for industry in report.industries],
        "job_industries": [industry.id for industry in report.job_industries],
        "suggestions": [_suggestion(suggestion, document) for suggestion in report.suggestions],
        "findability": [_findable(one, document) for one in report.findability],
        "learning": _learning(report.learning) if report.learning else None,
    }


def _head(keywords: Keywords | None) -> Wire:
    return {"schema": SCHEMA, "tool": TOOL, "keywords": keywords.version if keywords else None}


def _figure(figure: Figure, document: Document) -> Wire:
    return {
        "name": figure.name,
        "score": round(figure.score, DIGITS),
        "band": str(figure.band),
        "earned": round(figure.earned, DIGITS),
        "possible": round(figure.possible, DIGITS),
        "items": [_item(item, document) for item in figure.items],
    }


def _brief(figure: Figure) -> Wire:
    return {"score": round(figure.score, DIGITS), "band": str(figure.band)}


def _item(item: Item, document: Document) -> Wire:
    return {
        "code": item.code,
        "label": item.label,
        "subskill": text_wire(item.subskill),
        "possible": round(item.possible, DIGITS),
        "earned": round(item.earned, DIGITS),
        "factors": [_factor(factor, document) for factor in item.factors],
        "asked": span_wire(item.asked) if item.asked else None,
    }


def _factor(factor: Factor, document: Document) -> Wire:
    return {"rule": factor.rule, "value": factor.value, "evidence": quotes_wire(factor.evidence, document)}


def _level(level: ProficiencyEstimate, document: Document) -> Wire:
    return {
        "level": str(level.level),
        "reasons": _findings(level.reasons, document),
        "missing": list(level.missing),
    }


def _findings(findings: Iterable[Finding], document: Document) -> list[Wire]:
    return [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "message": finding.message,
            "fix": finding.fix,
            "spans": quotes_wire(finding.spans, document),
            "source": finding.source,
        }
        for finding in findings
    ]


def _suggestion(suggestion: Suggestion, document: Document) -> Wire:
    return {
        "code": suggestion.code,
        "kind": str(suggestion.kind),
        "text": suggestion.text,
        "where": quote_wire(suggestion.where, document),
        "pattern": suggestion.pattern,
        "edit": _edit(suggestion.edit),
        "gain": _gain(suggestion.gain),
    }


def _edit(edit: Edit) -> Wire:
    return {"start": edit.start, "end": edit.end, "text": edit.text}


def _gain(gain: Gain) -> Wire:
    return {"profile": round(gain.profile, DIGITS), "match": None if gain.match is None else round(gain.match, DIGITS)}


def _findable(one: Findable, document: Document) -> Wire:
    return {
        "words": one.words,
        "concept": one.concept,
        "literal": quotes_wire(one.literal, document),
        "stemmed": quotes_wire(one.stemmed, document),
        "alias": quotes_wire(one.alias, document),
        "pair": text_wire(one.pair),
        "advice": one.advice,
    }


def _learning(plan: LearningPlan) -> Wire:
    return {
        "hours": round(plan.hours, 1),
        "phases": [
            {
                "phase": phase.phase.id,
                "label": phase.phase.label,
                "hours": round(phase.hours, 1),
                "topics": [_topic(topic) for topic in phase.topics],
                "actions": list(phase.phase.actions),
                "deliverables": list(phase.phase.deliverables),
            }
            for phase in plan.phases
        ],
        "projects": [_project(fit) for fit in plan.projects],
        "questions": [{"text": asked.question.text, "reason": asked.reason} for asked in plan.questions],
        "tips": list(plan.tips),
    }


def _topic(planned: PlannedTopic) -> Wire:
    return {
        "topic": planned.topic.id,
        "label": planned.topic.label,
        "hours": round(planned.hours, 1),
        "points": round(planned.points, 2),
        "gaps": list(planned.gaps),
    }


def _project(fit: ProjectFit) -> Wire:
    return {
        "project": fit.project.id,
        "label": fit.project.label,
        "shown": list(fit.shown),
        "missing": list(fit.missing),
        "edit": _edit(fit.edit),
        "gain": _gain(fit.gain),
    }
