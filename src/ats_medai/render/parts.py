"""A résumé or an advert alone as text: what a machine reads in it."""

from __future__ import annotations

from collections.abc import Iterable

from ats_medai.model import Document, Job, Keywords, Level, Mention, Position, Resume, Span

WIDTH = 100
"""Characters of a quoted sentence."""


def resume_text(resume: Resume) -> str:
    """Give contact, sections, positions, degrees, keywords and what was noticed, then the text in reading order."""
    document = resume.document
    blocks = [
        ("Contact", _contact(resume)),
        ("Sections", [f"{section.kind:16}{_quoted(document, section.heading)}" for section in resume.sections]),
        ("Positions", [_position(position) for position in resume.positions]),
        ("Degrees", [f"{degree.level:16}{_quoted(document, degree.span)}" for degree in resume.degrees]),
        ("Experience", [f"{resume.experience_months / 12:.1f} years, overlaps counted once"]),
        ("Keywords", _mentions(resume.mentions, resume.keywords)),
        ("Noticed while reading", [f"{issue.severity}: {issue.message}" for issue in document.issues]),
        ("Text in reading order", document.text.split("\n")),
    ]
    return _blocks(blocks)


def job_text(job: Job) -> str:
    """Give title, years, degree and the requirements by level, each with the sentence it comes from."""
    document = job.document
    blocks = [("Title", [job.title or "not found"])]
    for level, heading in ((Level.MUST, "Must have"), (Level.PREFERRED, "Preferred"), (Level.CONTEXT, "Context")):
        asked = [one for one in job.requirements if one.level is level]
        blocks.append((heading, [f"{one.label:34}{sentence(document, one.span)}" for one in asked]))
    blocks.append(
        ("Years", [f"{years.years_min:g} of {years.of:30}{sentence(document, years.span)}" for years in job.years])
    )
    if job.conditions:
        rows = [f"{one.label:34}{sentence(document, one.span)}" for one in job.conditions]
        blocks.append(("Check yourself", rows))
    if job.degree:
        blocks.append(("Degree", [f"{job.degree.level:34}{sentence(document, job.degree.span)}"]))
    return _blocks(blocks)


def sentence(document: Document, span: Span) -> str:
    """Give the line that the span stands in, shortened around it."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end].strip()
    if len(line) <= WIDTH:
        return line
    left = max(0, min(span.start - start - WIDTH // 3, len(line) - WIDTH))
    return ("… " if left else "") + line[left : left + WIDTH].strip() + (" …" if left + WIDTH < len(line) else "")


def _contact(resume: Resume) -> list[str]:
    found, document = resume.contact, resume.document
    rows = [("name", found.name), ("e-mail", found.email), ("phone", found.phone)]
    lines = [f"{label:16}{_quoted(document, span) or 'not found'}" for label, span in rows]
    return [*lines, *(f"{'link':16}{document[link]}" for link in found.links)]


def _position(position: Position) -> str:
    when = f"{position.start or '?'} to {position.end or '?'}"
    return f"{when:22}{position.title or '?'}, {position.organisation or '?'}"


def _mentions(mentions: Iterable[Mention], keywords: Keywords | None) -> list[str]:
    lines: dict[str, None] = {}
    for mention in mentions:
        label = keywords.concept_by_id[mention.concept].label if keywords else mention.concept
        lines[f"{label:34}{mention.assertion:10}{mention.shown}"] = None
    return list(lines)


def _quoted(document: Document, span: Span | None) -> str:
    return " ".join(document[span].split())[:WIDTH] if span else ""


def _blocks(blocks: Iterable[tuple[str, list[str]]]) -> str:
    shown = [f"{heading}\n" + "\n".join(f"  {line}" for line in lines) for heading, lines in blocks if lines]
    return "\n\n".join(shown) + "\n"
