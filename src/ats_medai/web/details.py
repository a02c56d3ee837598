"""The tabs beside the figures: the evidence, requirement by requirement and word by word."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from ats_medai.model import Report
from ats_medai.render.formats import render_report, to_json
from ats_medai.render.marks import LEGEND, MarkKind, marked_html, marks_of
from ats_medai.render.view import requirements
from ats_medai.web.safe import paragraph, plain


def show(report: Report) -> None:
    """Show the tabs."""
    names = [
        "Résumé with marks",
        "Résumé vs job",
        "What a machine reads",
        "Wording and red flags",
        "Learn next",
        "Export",
    ]
    shows = [_marks, _versus, _machine, _wording, _learn, _export]
    for tab, tell in zip(st.tabs(names), shows, strict=True):
        with tab:
            tell(report)


def _marks(report: Report) -> None:
    counts = {kind: sum(mark.kind is kind for mark in marks_of(report)) for kind in MarkKind}
    kinds = [kind for kind in MarkKind if counts[kind]]
    wanted = st.pills(
        "Show", kinds, selection_mode="multi", default=kinds,
        format_func=lambda kind: f"{LEGEND[kind]} ({counts[kind]})",
        label_visibility="collapsed",
    )  # fmt: skip
    st.html(f"<div class='am-resume' tabindex='0'>{marked_html(report, wanted)}</div>")


def _versus(report: Report) -> None:
    if report.job is None:
        st.text("Give the advert as well, and every requirement stands here beside the sentence that counts for it.")
        return
    rows = [
        {
            "job asks for": row.label,
            "level": row.level,
            "status": row.status,
            "found in": row.section,
            "the words": row.quote,
        }
        for row in requirements(report)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=620)


def _machine(report: Report) -> None:
    for obstacle in report.obstacles:
        paragraph(f"{obstacle.message} {obstacle.fix}")
    contact, document = report.resume.contact, report.resume.document
    fields = {"name": contact.name, "e-mail": contact.email, "phone": contact.phone}
    rows = [{"field": name, "read as": document[span] if span else "not found"} for name, span in fields.items()]
    rows += [{"field": "link", "read as": document[link]} for link in contact.links]
    rows += [
        {
            "field": "position",
            "read as": f"{one.title or '?'}, {one.organisation or '?'}, {one.start or '?'} to {one.end or '?'}",
        }
        for one in report.resume.positions
    ]
    rows += [{"field": "degree", "read as": document[one.span]} for one in report.resume.degrees]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    st.code(document.text, language=None, wrap_lines=True, height=420)


def _wording(report: Report) -> None:
    if not report.red_flags and not report.wording:
        st.text("Nothing to mend here.")
    for heading, findings in (("Red flags", report.red_flags), ("Wording", report.wording)):
        if findings:
            st.subheader(heading)
        for finding in findings:
            with st.container(border=True):
                paragraph(finding.message)
                paragraph(finding.fix)
                for span in finding.spans[:3]:
                    paragraph(f"“{' '.join(report.resume.document[span].split())}”", "am-soft")


def _learn(report: Report) -> None:
    plan = report.learning
    if plan is None:
        return
    for phase in plan.phases:
        if phase.topics:
            st.markdown(f"**{plain(phase.phase.label)}**")
        for one in phase.topics:
            paragraph(f"{one.topic.label}: {', '.join(one.gaps)}", "am-soft")


def _export(report: Report) -> None:
    stem = report.resume.document.source.rsplit(".", 1)[0]
    forms = (("Report (HTML, to print)", "html"), ("Report (Markdown)", "md"), ("Report (text)", "txt"))
    for label, ending in forms:
        form = "text" if ending == "txt" else ending
        st.download_button(label, render_report(report, form), f"{stem} report.{ending}", on_click="ignore")
    st.download_button("Data (JSON)", to_json(report), f"{stem} report.json", "application/json", on_click="ignore")
