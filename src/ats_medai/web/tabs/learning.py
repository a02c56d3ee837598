"""What to learn next: plan, projects, questions, quiz. None of it touches a figure."""

from __future__ import annotations

from functools import partial

import streamlit as st

from ats_medai.model import LearningPlan, QuizQuestion, Report
from ats_medai.render.account import whole
from ats_medai.render.view import projects, topics
from ats_medai.web import words
from ats_medai.web.safe import line, paragraph, plain, table


def show(report: Report) -> None:
    """Show the tab."""
    plan = report.learning
    if plan is None:
        return
    _plan(plan)
    _questions(plan)
    guide = report.resume.keywords.guide if report.resume.keywords else None
    if guide and guide.quiz:
        _quiz(guide.quiz)


def _plan(plan: LearningPlan) -> None:
    st.header(f"The plan: about {whole(plan.hours)} hours")
    table("Most points an hour first, phase by phase", ("topic", "phase", "hours", "points", "what is open"),
          [row for row in topics(plan) if row[4]])  # fmt: skip
    if plan.projects:
        st.header("Projects that would show it")
        table("Points that doing one and adding it would bring", ("project", "would bring", "you show", "still open"),
              list(projects(plan)))  # fmt: skip
    st.html("".join(line(f"• {tip}", "am-soft") for tip in plan.tips) or "<p></p>")


def _questions(plan: LearningPlan) -> None:
    if not plan.questions:
        return
    st.header("Questions to be ready for")
    pairs = (
        line(one.question.text, "am-line") + line(f"Asked because {one.reason}.", "am-soft") for one in plan.questions
    )
    st.html("".join(f"<div class='am-question'>{pair}</div>" for pair in pairs))


@st.fragment
def _quiz(questions: tuple[QuizQuestion, ...]) -> None:
    st.header(words.QUIZ)
    st.caption(words.QUIZ_HELP)
    right = 0
    for one in questions:
        chosen = st.radio(
            plain(one.text), range(len(one.options)), index=None, key=f"quiz {one.id}",
            format_func=partial(_option, one),
        )  # fmt: skip
        if chosen is None:
            continue
        right += chosen == one.answer
        verdict = "Right." if chosen == one.answer else f"It is {one.options[one.answer]}."
        paragraph(f"{verdict} {one.why}", "am-soft")
    paragraph(f"{right} of {len(questions)} right so far.")


def _option(question: QuizQuestion, at: int) -> str:
    return plain(question.options[at])
