"""The wire form: plain dicts whose keys are stable; new keys may be added."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from ats_medai.model import (
    Degree,
    Document,
    Edit,
    Factor,
    Figure,
    Findable,
    Finding,
    Gain,
    Issue,
    Item,
    Job,
    Keywords,
    LearningPlan,
    Line,
    Mention,
    PlannedTopic,
    Position,
    ProficiencyEstimate,
    ProjectFit,
    Report,
    Requirement,
    Resume,
    Section,
    Span,
    Suggestion,
    YearsDemand,
)
from ats_medai.version import __version__

SCHEMA = 1
TOOL = f"ats_medai {__version__}"
DIGITS = 8  # possible points and factors have two decimals each: a product of three factors is exact

Wire = dict[str, Any]


@singledispatch
def to_dict(value: Resume | Job | Report) -> Wire:
    """Give the wire form of a résumé, an advert or a report: only str, int, float, bool, None, lists and dicts.

    Raises TypeError for anything else.
    """
    raise TypeError(f"no wire form for {type(value).__name__}")


@to_dict.register
def _(resume: Resume) -> Wire:
    return _head(resume.keywords) | _resume(resume)


@to_dict.register
def _(job: Job) -> Wire:
    return _head(job.keywords) | _job(job)


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
        "resume": _resume(report.resume),
        "job": _job(report.job) if report.job else None,
        "profile": _figure(report.profile, document),
        "match": _figure(report.match, document) if report.match else None,
        "readability": _figure(report.readability, document),
        "obstacles": _findings(report.obstacles, document),
        "level": _level(report.level, document),
        "red_flags": _findings(report.red_flags, document),
        "wording": _findings(report.wording, document),
        "suggestions": [_suggestion(suggestion, document) for suggestion in report.suggestions],
        "findability": [_findable(one, document) for one in report.findability],
        "learning": _learning(report.learning) if report.learning else None,
    }


def _head(keywords: Keywords | None) -> Wire:
    return {"schema": SCHEMA, "tool": TOOL, "keywords": keywords.version if keywords else None}


# --- Résumé and advert -----------------------------------------------------------------------------------------------


def _resume(resume: Resume) -> Wire:
    document, contact = resume.document, resume.contact
    return {
        "source": document.source,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "reader": document.reader,
        "pages": document.pages,
        "text": document.text,
        "lines": [_line(line) for line in document.lines],
        "issues": [_issue(issue) for issue in document.issues],
        "contact": {
            "name": _quote(contact.name, document),
            "email": _quote(contact.email, document),
            "phone": _quote(contact.phone, document),
            "links": _quotes(contact.links, document),
        },
        "sections": [_section(section) for section in resume.sections],
        "positions": [_position(position) for position in resume.positions],
        "degrees": [_degree(degree) for degree in resume.degrees],
        "experience_years": round(resume.experience_months / 12, 2),
        "mentions": [_mention(mention, document, resume.keywords) for mention in resume.mentions],
    }


def _job(job: Job) -> Wire:
    document = job.document
    mentions = [_mention(mention, document, job.keywords) | {"level": mention.level} for mention in job.mentions]
    return {
        "source": document.source,
        "sha256": document.sha256,
        "text": document.text,
        "title": job.title,
        "requirements": [_requirement(requirement) for requirement in job.requirements],
        "years": [_years(years) for years in job.years],
        "degree": str(job.degree.level) if job.degree else None,
        "mentions": [mention | {"level": _text(mention["level"])} for mention in mentions],
    }


def _line(line: Line) -> Wire:
    return _span(line.span) | {"page": line.page, "bbox": list(line.bbox) if line.bbox else None}


def _issue(issue: Issue) -> Wire:
    place = _span(issue.span) if issue.span else {"start": None, "end": None}
    return {"code": issue.code, "severity": str(issue.severity), "message": issue.message} | place


def _section(section: Section) -> Wire:
    heading = _span(section.heading) if section.heading else None
    return {"kind": str(section.kind)} | _span(section.span) | {"heading": heading}


def _position(position: Position) -> Wire:
    return {
        "title": position.title,
        "organisation": position.organisation,
        "start": _text(position.start),
        "end": _text(position.end),
        "span": _span(position.span),
    }


def _degree(degree: Degree) -> Wire:
    return {
        "level": str(degree.level),
        "field": degree.field,
        "institution": degree.institution,
        "year": degree.year,
        "span": _span(degree.span),
    }


def _mention(mention: Mention, document: Document, keywords: Keywords | None) -> Wire:
    concept = keywords.concept_by_id.get(mention.concept) if keywords else None
    return {
        "concept": mention.concept,
        "label": concept.label if concept else mention.concept,
        "subskill": _text(concept and concept.subskill),
        "category": _text(concept and concept.category),
        **_span(mention.span),
        "text": document[mention.span],
        "method": str(mention.method),
        "similarity": mention.similarity,
        "assertion": str(mention.assertion),
        "cue": _quote(mention.cue, document),
        "weak": mention.weak,
        "section": str(mention.section),
        "shown": str(mention.shown),
    }


def _requirement(requirement: Requirement) -> Wire:
    return {
        "label": requirement.label,
        "concepts": list(requirement.concepts),
        "terms": list(requirement.terms),
        "level": str(requirement.level),
        **_span(requirement.span),
        "years_min": requirement.years_min,
        "count": requirement.count,
    }


def _years(years: YearsDemand) -> Wire:
    return {
        "years_min": years.years_min,
        "years_max": years.years_max,
        "of": years.of,
        "concepts": list(years.concepts),
        "level": str(years.level),
        **_span(years.span),
    }


# --- Report ----------------------------------------------------------------------------------------------------------


def _figure(figure: Figure, document: Document) -> Wire:
    return {
        "name": figure.name,
        "score": round(figure.score, DIGITS),
        "band": str(figure.band),
        "earned": round(figure.earned, DIGITS),
        "possible": round(figure.possible, DIGITS),
        "items": [_item(item, document) for item in figure.items],
    }


def _item(item: Item, document: Document) -> Wire:
    return {
        "code": item.code,
        "label": item.label,
        "subskill": _text(item.subskill),
        "possible": round(item.possible, DIGITS),
        "earned": round(item.earned, DIGITS),
        "factors": [_factor(factor, document) for factor in item.factors],
        "asked": _span(item.asked) if item.asked else None,
    }


def _factor(factor: Factor, document: Document) -> Wire:
    return {"rule": factor.rule, "value": factor.value, "evidence": _quotes(factor.evidence, document)}


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
            "spans": _quotes(finding.spans, document),
            "source": finding.source,
        }
        for finding in findings
    ]


def _suggestion(suggestion: Suggestion, document: Document) -> Wire:
    return {
        "code": suggestion.code,
        "kind": str(suggestion.kind),
        "text": suggestion.text,
        "where": _quote(suggestion.where, document),
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
        "literal": _quotes(one.literal, document),
        "stemmed": _quotes(one.stemmed, document),
        "alias": _quotes(one.alias, document),
        "pair": _text(one.pair),
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


def _span(span: Span) -> Wire:
    return {"start": span.start, "end": span.end}


def _quote(span: Span | None, document: Document) -> Wire | None:
    return _span(span) | {"text": document[span]} if span else None


def _quotes(spans: Iterable[Span], document: Document) -> list[Wire]:
    return [_span(span) | {"text": document[span]} for span in spans]


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
