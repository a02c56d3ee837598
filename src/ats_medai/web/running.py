"""Reading many files one after the other: rows as they come, a stop that keeps what is done, and going on."""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st

from ats_medai.web import intake
from ats_medai.web.cohort import Candidate, Cohort

REDRAW = 1.5
"""Seconds between two pictures of the growing table."""


def run(cohort: Cohort, score: Callable[[Candidate], None], draw: Callable[[], None]) -> None:
    """Read and score what waits; the person sees how far it is, and what is done is kept when they stop."""
    waiting: list[intake.Waiting] = st.session_state["coach_waiting"]
    total = len(waiting) + len(cohort.candidates)
    bar, stop = st.columns([6, 1], vertical_alignment="center")
    progress = bar.progress(len(cohort.candidates) / max(1, total), text="Loading the keywords …")
    stop.button("Stop", on_click=intake.stop, key="coach_stop", width="stretch")
    place, drawn = st.empty(), 0.0
    while waiting:
        one = cohort.add(waiting[0].name, waiting[0].read(), waiting[0].data)
        waiting.pop(0)
        score(one)
        done = len(cohort.candidates)
        progress.progress(done / total, text=f"{done} of {total} read")
        if time.monotonic() - drawn > REDRAW:
            with place:
                draw()
            drawn = time.monotonic()
    intake.stop()
    st.rerun()


def left_over() -> None:
    """Say what was not read because the person stopped, and offer to go on."""
    waiting: list[intake.Waiting] = st.session_state.get("coach_waiting", [])
    if not waiting:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        many = len(waiting) != 1
        st.text(f"Stopped. {len(waiting)} file{'s' * many} {'are' if many else 'is'} not read.", width="content")
        st.button("Go on", on_click=intake.go_on, key="coach_go_on")
        st.button("Leave them out", on_click=intake.leave_out, key="coach_leave", type="tertiary")
