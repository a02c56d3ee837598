"""The one place that knows which renderer makes which format."""

from __future__ import annotations

import json

from ats_medai.model import Job, Report, Resume
from ats_medai.render.json import to_dict
from ats_medai.render.parts import job_text, resume_text
from ats_medai.render.text import report_text


def render_report(report: Report, form: str, *, explain: bool = False) -> str:
    """Give the report as text, json, md or html. Raises KeyError for another form."""
    if form == "html":
        from ats_medai.render.html import report_html  # noqa: PLC0415 - the template engine only where it is wanted

        return report_html(report)
    if form == "md":
        from ats_medai.render.markdown import report_markdown  # noqa: PLC0415

        return report_markdown(report)
    return {"text": lambda: report_text(report, explain=explain), "json": lambda: to_json(report)}[form]()


def render_resume(resume: Resume, form: str) -> str:
    """Give what a machine reads in the résumé as text or json."""
    return {"text": lambda: resume_text(resume), "json": lambda: to_json(resume)}[form]()


def render_job(job: Job, form: str) -> str:
    """Give what the advert asks for as text or json."""
    return {"text": lambda: job_text(job), "json": lambda: to_json(job)}[form]()


def to_json(value: Resume | Job | Report) -> str:
    """Give the wire form as indented JSON, the same bytes for the same value."""
    return json.dumps(to_dict(value), ensure_ascii=False, indent=1)
