"""Résumé, advert and their parts as plain dicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ats_medai.model import (
    Condition,
    Degree,
    DegreeDemand,
    Document,
    Issue,
    Job,
    Keywords,
    Line,
    Mention,
    Position,
    Requirement,
    Resume,
    Section,
    Span,
    YearsDemand,
)

Wire = dict[str, Any]


def resume_wire(resume: Resume) -> Wire:
    """Give a résumé: its text, places as offsets into it, and what was found."""
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
            "name": quote_wire(contact.name, document),
            "email": quote_wire(contact.email, document),
            "phone": quote_wire(contact.phone, document),
            "links": quotes_wire(contact.links, document),
        },
        "sections": [_section(section) for section in resume.sections],
        "positions": [_position(position) for position in resume.positions],
        "degrees": [_degree(degree) for degree in resume.degrees],
        "experience_years": round(resume.experience_months / 12, 2),
        "mentions": [_mention(mention, document, resume.keywords) for mention in resume.mentions],
    }


def job_wire(job: Job) -> Wire:
    """Give an advert and what it asks for."""
    document = job.document
    mentions = [_mention(mention, document, job.keywords) | {"level": mention.level} for mention in job.mentions]
    return {
        "source": document.source,
        "sha256": document.sha256,
        "text": document.text,
        "title": job.title,
        "seniority": job.seniority,
        "requirements": [_requirement(requirement) for requirement in job.requirements],
        "years": [_years(years) for years in job.years],
        "conditions": [_condition(condition, document) for condition in job.conditions],
        "degree": str(job.degree.level) if job.degree else None,
        "degree_demand": _degree_demand(job.degree) if job.degree else None,
        "mentions": [mention | {"level": text_wire(mention["level"])} for mention in mentions],
    }


def _condition(condition: Condition, document: Document) -> Wire:
    said = {"kind": condition.kind, "label": condition.label, "level": str(condition.level)}
    return said | {"text": document[condition.span]} | span_wire(condition.span)


def _line(line: Line) -> Wire:
    return span_wire(line.span) | {"page": line.page, "bbox": list(line.bbox) if line.bbox else None}


def _issue(issue: Issue) -> Wire:
    place = span_wire(issue.span) if issue.span else {"start": None, "end": None}
    return {"code": issue.code, "severity": str(issue.severity), "message": issue.message} | place


def _section(section: Section) -> Wire:
    heading = span_wire(section.heading) if section.heading else None
    return {"kind": str(section.kind)} | span_wire(section.span) | {"heading": heading}


def _position(position: Position) -> Wire:
    return {
        "title": position.title,
        "organisation": position.organisation,
        "start": text_wire(position.start),
        "end": text_wire(position.end),
        "span": span_wire(position.span),
    }


def _degree(degree: Degree) -> Wire:
    return {
        "level": str(degree.level),
        "field": degree.field,
        "institution": degree.institution,
        "year": degree.year,
        "span": span_wire(degree.span),
    }


def _mention(mention: Mention, document: Document, keywords: Keywords | None) -> Wire:
    concept = keywords.concept_by_id.get(mention.concept) if keywords else None
    return {
        "concept": mention.concept,
        "label": concept.label if concept else mention.concept,
        "subskill": text_wire(concept and concept.subskill),
        "category": text_wire(concept and concept.category),
        **span_wire(mention.span),
        "text": document[mention.span],
        "method": str(mention.method),
        "similarity": mention.similarity,
        "assertion": str(mention.assertion),
        "cue": quote_wire(mention.cue, document),
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
        **span_wire(requirement.span),
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
        "with_degree": text_wire(years.with_degree),
        **span_wire(years.span),
    }


def _degree_demand(degree: DegreeDemand) -> Wire:
    return {
        "level": str(degree.level),
        "or_equivalent": degree.or_equivalent,
        "demand": str(degree.demand),
        **span_wire(degree.span),
    }


def span_wire(span: Span) -> Wire:
    """Give a place."""
    return {"start": span.start, "end": span.end}


def quote_wire(span: Span | None, document: Document) -> Wire | None:
    """Give a place with its words; None where there is none."""
    return span_wire(span) | {"text": document[span]} if span else None


def quotes_wire(spans: Iterable[Span], document: Document) -> list[Wire]:
    """Give places with their words."""
    return [span_wire(span) | {"text": document[span]} for span in spans]


def text_wire(value: object | None) -> str | None:
    """Give a value as text; None stays None."""
    return None if value is None else str(value)
