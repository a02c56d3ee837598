"""Where the points are, and the fixes that a person ticks."""

from __future__ import annotations

from html import escape

import streamlit as st

from ats_medai.model import Report, Suggestion
from ats_medai.render.account import SUBSKILL_NAMES, by_subskill, one_decimal
from ats_medai.render.account import plain as number
from ats_medai.render.view import gain_of
from ats_medai.web import words
from ats_medai.web.safe import paragraph, plain

FIRST = 5


def chosen(report: Report) -> list[Suggestion]:
    """Give the suggestions that are ticked."""
    return [one for one in report.suggestions if st.session_state.get(_key(one))]


def show(report: Report, changed: Report) -> None:
    """Show the bars and the list of fixes."""
    st.subheader("Where the points are")
    st.html(bars(report, changed))
    st.subheader(words.FIXES)
    if not report.suggestions:
        st.text(words.NO_FIXES)
        return
    st.caption(words.FIXES_HELP)
    for one in report.suggestions[:FIRST]:
        _fix(one)
    if rest := report.suggestions[FIRST:]:
        with st.expander(f"Show {len(rest)} more"):
            for one in rest:
                _fix(one)
    st.caption(words.ADD_ONLY_TRUE)


def bars(report: Report, changed: Report) -> str:
    """Give a table of bars: the frame's length is the weight, the fill what is earned, yellow what ticked fixes add."""
    after = dict(by_subskill(changed.profile))
    widest = max((float(total.possible) for _, total in by_subskill(report.profile)), default=1.0)
    rows = []
    for subskill, total in by_subskill(report.profile):
        possible, earned = float(total.possible), float(total.earned)
        gained = max(0.0, float(after[subskill].earned) - earned)
        frame, fill, extra = 100 * possible / widest, 100 * earned / possible, 100 * gained / possible
        value = f"{one_decimal(earned + gained)} of {number(total.possible)}"
        rows.append(
            f"<tr><th scope='row'>{escape(SUBSKILL_NAMES[subskill])}</th>"
            f"<td><div class='am-frame' style='width:{frame:.1f}%'>"
            f"<div class='am-earned' style='width:{fill:.1f}%'></div>"
            f"<div class='am-gained' style='width:{extra:.1f}%'></div></div></td><td>{value}</td></tr>"
        )
    return f"<table class='am-bars' aria-label='Points by sub-skill'><tbody>{''.join(rows)}</tbody></table>"


def _fix(one: Suggestion) -> None:
    st.checkbox(plain(f"{one.code.rsplit('.', 1)[-1].replace('_', ' ')}  {gain_of(one)}"), key=_key(one))
    paragraph(one.text, "am-soft")
    if one.pattern:
        paragraph(f"e.g. {one.pattern}", "am-soft")


def _key(one: Suggestion) -> str:
    return f"fix {one.code}"
