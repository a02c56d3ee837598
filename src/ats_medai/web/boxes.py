"""The four boxes on top: the three figures, and the must-haves that are not found, by name."""

from __future__ import annotations

from html import escape

import streamlit as st

from ats_medai.model import Figure, Report
from ats_medai.render.account import whole
from ats_medai.render.view import missing, must_haves, requirements
from ats_medai.web import words

PROFILE, MATCH, READ = "Medical AI profile", "Match with this job", "Machine readability"


def show(report: Report, changed: Report) -> None:
    """Show the boxes; what the ticked fixes bring stands below each figure."""
    boxes = st.columns([2, 2, 2, 4])
    with boxes[0]:
        _figure(PROFILE, report.profile, changed.profile, str(changed.profile.band), words.PROFILE_HELP)
    with boxes[1]:
        _match(report, changed)
    with boxes[2]:
        count = len(report.obstacles)
        note = f"{count} thing{'s' * (count != 1)} to look at" if count else "nothing in the way"
        _figure(READ, report.readability, report.readability, note, words.READ_HELP)
    with boxes[3].container(border=True, height="stretch", gap="xsmall"):
        absent = missing(must_haves(changed))
        st.markdown(f"**{len(absent)} must-have{'s' * (len(absent) != 1)} not found**")
        items = "".join(f"<li>{escape(one)}</li>" for one in absent)
        st.html(f"<ul class='am-musts'>{items}</ul>" if absent else "<p class='am-text'>All of them are there.</p>")


def _match(report: Report, changed: Report) -> None:
    if report.match is None or changed.match is None:
        st.metric(
            MATCH, "–", "give an advert to see it", delta_color="off", delta_arrow="off", border=True, height="stretch"
        )
        return
    rows = requirements(changed)
    note = f"{sum(row.earned for row in rows)} of {len(rows)} are there"
    _figure(MATCH, report.match, changed.match, note, words.MATCH_HELP)


def _figure(name: str, before: Figure, after: Figure, note: str, how: str) -> None:
    gain = after.score - before.score
    changed = abs(gain) >= 0.05
    st.metric(
        name,
        f"{whole(after.score)} of 100",
        f"{gain:+.1f} with the ticked fixes" if changed else note,
        delta_color=("normal" if changed else "off"),
        delta_arrow=("auto" if changed else "off"),
        border=True,
        height="stretch",
        help=how,
    )
