"""One résumé's outcome as plain data: what the tables and the JSONL rows are made of."""

from __future__ import annotations

from typing import Any

from ats_medai.errors import DocumentError
from ats_medai.language import NOT_ENGLISH
from ats_medai.model import Assertion, Document, Figure, Item, Level, Report, Requirement, Resume, Subskill
from ats_medai.render import to_dict

Record = dict[str, Any]


def full_record(source: str, report: Report, job: str | None) -> Record:
    """Give the whole report: the JSONL row."""
    document = report.resume.document
    named = {"job": job} if job is not None else {}
    return {
        "source": source,
        **named,
        "sha256": document.sha256,
        "characters": len(document.text),
        "report": to_dict(report),
    }


def short_record(source: str, report: Report, job: str | None) -> Record:
    """Give the columns of a table row, and under `evidence` one line for each concept that the résumé claims."""
    document, resume = report.resume.document, report.resume
    return {
        "source": source,
        "job": job,
        "error": None,
        "profile": round(report.profile.score, 2),
        "match": round(report.match.score, 2) if report.match else None,
        "readability": round(report.readability.score, 2),
        "level": str(report.level.level),
        "track": report.track,
        "nearest_track": report.nearest_track or None,
        **{f"{skill}": _share(report.profile, skill) for skill in Subskill if skill is not Subskill.GENERAL},
        "missing_must_haves": [item.label for item in _missing(report.profile)],
        **_counts(report),
        "experience_years": round(resume.experience_months / 12, 2),
        "warnings": [finding.code for finding in (*report.obstacles, *report.red_flags)] + _foreign(document),
        "characters": len(document.text),
        "sha256": document.sha256,
        "evidence": [] if job is not None and report.match is None else _evidence(resume),
    }


def _foreign(document: Document) -> list[str]:
    return [issue.code for issue in document.issues if issue.code == NOT_ENGLISH]


def error_record(source: str, error: DocumentError, job: str | None) -> Record:
    """Give the row of a file that could not be read."""
    named = {"job": job} if job is not None else {}
    return {"source": source, **named, "error": {"code": str(error.code), "message": error.message}}


def _share(figure: Figure, skill: Subskill) -> float | None:
    """Give the sub-skill's earned part of what is possible, in percent."""
    items = [item for item in figure.items if item.subskill is skill]
    possible = sum(item.possible for item in items)
    return round(100 * sum(item.earned for item in items) / possible, 2) if possible else None


def _missing(figure: Figure) -> list[Item]:
    return [item for item in figure.missing if ".good." not in item.code]


def _counts(report: Report) -> Record:
    if report.job is None or report.match is None:
        return {"must_met": None, "must_asked": None, "preferred_met": None, "preferred_asked": None}
    met = {item.asked: item.earned > 0 for item in report.match.items if item.asked is not None}
    rows: Record = {}
    for level in (Level.MUST, Level.PREFERRED):
        asked: list[Requirement] = [one for one in report.job.requirements if one.level is level]
        rows[f"{level}_met"] = sum(met.get(one.span, False) for one in asked)
        rows[f"{level}_asked"] = len(asked)
    return rows


def _evidence(resume: Resume) -> list[Record]:
    """Give one line for each claimed concept: how it is shown, and the first words that show it best."""
    best: dict[str, Record] = {}
    assert resume.keywords is not None
    for mention in resume.mentions:
        if mention.assertion is not Assertion.PRESENT:
            continue
        concept = resume.keywords.concept_by_id[mention.concept]
        row = best.setdefault(
            mention.concept,
            {
                "concept": concept.id,
                "label": concept.label,
                "subskill": str(concept.subskill),
                "mentions": 0,
                "shown": "",
            },
        )
        row["mentions"] += 1
        if row["shown"] != "in_use" and row["shown"] != str(mention.shown):
            row.update(shown=str(mention.shown), section=str(mention.section), text=resume.document[mention.span])
    return list(best.values())
