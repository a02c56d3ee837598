"""The guide's portfolio projects: what of each the résumé shows, and which would close most."""

from __future__ import annotations

from ats_medai.learning.gaps import Asked, is_one_of
from ats_medai.model import (
    Assertion,
    Edit,
    Keywords,
    PortfolioProject,
    ProjectFit,
    ProjectPart,
    Report,
    SectionKind,
)
from ats_medai.phrases import has_phrase


def fit_projects(report: Report, keywords: Keywords, asked: tuple[Asked, ...]) -> tuple[ProjectFit, ...]:
    """Give all projects, the one whose missing parts hold most open points first; gains are not filled in.

    A tie goes to the project with more missing parts.
    """
    text = _claims(report, keywords)
    fits = [(_open_points(one, report, asked, text), _fit(one, report, text)) for one in keywords.guide.projects]
    ordered = sorted(fits, key=lambda pair: (-pair[0], -len(pair[1].missing), pair[1].project.id))
    return tuple(fit for _, fit in ordered)


def _claims(report: Report, keywords: Keywords) -> str:
    """Give the text without the lines that deny something or wish for it."""
    doubts = tuple(form for cue in keywords.cues.resume if cue.kind in {"negated", "aspired"} for form in cue.forms)
    return "\n".join(line for line in report.resume.document.text.split("\n") if not has_phrase(line, doubts))


def _fit(project: PortfolioProject, report: Report, text: str) -> ProjectFit:
    parts = (*project.stack, *project.notices)
    shown = tuple(part.label for part in parts if _shows(part, report, text))
    missing = tuple(part.label for part in parts if part.label not in shown)
    return ProjectFit(project, shown, missing, _edit(project, report))


def _shows(part: ProjectPart, report: Report, text: str) -> bool:
    claimed = any(
        is_one_of(mention.concept, part.concepts) and mention.assertion is Assertion.PRESENT
        for mention in report.resume.mentions
    )
    return claimed or has_phrase(text, part.words)


def _open_points(project: PortfolioProject, report: Report, asked: tuple[Asked, ...], text: str) -> float:
    patterns = tuple(
        pattern
        for part in (*project.stack, *project.notices)
        if not _shows(part, report, text)
        for pattern in part.concepts
    )
    return sum(one.open for one in asked if any(is_one_of(concept, patterns) for concept in one.concepts))


def _edit(project: PortfolioProject, report: Report) -> Edit:
    """Give the text that who has done the project could add: its stack and what recruiters notice, in sentences."""
    stack = ", ".join(part.label for part in project.stack)
    notices = "".join(f"\n- Worked on {part.label} and measured ____." for part in project.notices)
    entry = f"{project.label}\n- Built it with {stack} for ____.{notices}"
    section = next((one for one in report.resume.sections if one.kind is SectionKind.PROJECTS), None)
    if section is not None:
        end = section.span.start + len(report.resume.document[section.span].rstrip())
        return Edit(end, end, f"\n\n{entry}")
    end = len(report.resume.document.text.rstrip())
    return Edit(end, end, f"\n\nPROJECTS\n{entry}\n")
