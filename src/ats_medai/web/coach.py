"""The page for many résumés: files in, rows as they come, the group at a glance, one opened below."""

from __future__ import annotations

from functools import partial
from statistics import median, quantiles

import streamlit as st

from ats_medai.batch.record import Record
from ats_medai.model import BEST_TRACK, Job, Report, Resume
from ats_medai.render.account import whole
from ats_medai.web import before as before_page
from ats_medai.web import charts, details, intake, running, sheet, words
from ats_medai.web.cohort import (
    HARD_TO_READ,
    NEARLY,
    Candidate,
    Cohort,
    best_job,
    record_of,
    state_of,
    to_file,
    what_to_teach,
    without_name,
)
from ats_medai.web.engine import analyze, keywords, score
from ats_medai.web.form import reason
from ats_medai.web.safe import one_line, paragraph, plain, table

NOW, BEFORE = "The group now", "Before and after"
READY = 60
PROBLEMS = "File problems"
VIEWS = ("All", "Ready", "Nearly", "Needs work", PROBLEMS)
NO_JOB = ""


def show() -> None:
    """Show the page."""
    st.title("How does the group stand?")
    cohort: Cohort = st.session_state.setdefault("cohort", Cohort())
    intake.show(cohort)
    jobs: list[tuple[str, Job]] = st.session_state.get("coach_jobs", [])
    if st.session_state.get("coach_running"):
        into: Cohort = st.session_state["coach_into"]
        running.run(into, lambda one: _records(one, jobs, BEST_TRACK), lambda: _growing(into, jobs))
    running.left_over()
    if cohort.candidates:
        _result(cohort, jobs)


def _growing(cohort: Cohort, jobs: list[tuple[str, Job]]) -> None:
    st.dataframe(sheet.frame(cohort.candidates, _first(jobs), BEST_TRACK, hidden=True), hide_index=True)


def _result(cohort: Cohort, jobs: list[tuple[str, Job]]) -> None:
    hidden, track, job = _controls(cohort, jobs)
    records = _scored(cohort, jobs, job, track)
    read = [record for record in records if not record.get("error")]
    ready = int(st.session_state.get("ready", READY))
    now, before_after = st.tabs([NOW, BEFORE], key="group", bind="query-params")
    if before_after.open:
        before: Cohort | None = st.session_state.get("coach_before")
        earlier = _scored(before, jobs, job, track) if before else None
        with before_after:
            before_page.show(cohort, records, earlier, hidden=hidden)
        return
    with now:
        _boxes(cohort, read, ready)
        left, right = st.columns([14, 6], gap="medium")
        with left:
            chosen = _table(cohort, job, track, hidden=hidden, ready=ready)
        with right:
            _lessons(read)
        if chosen:
            _open(chosen, jobs, job, track, hidden=hidden)


def _scored(cohort: Cohort, jobs: list[tuple[str, Job]], job: str, track: str) -> list[Record]:
    for one in cohort.candidates:
        _records(one, jobs, track)
    return [one.records[job, track] for one in cohort.candidates]


def _controls(cohort: Cohort, jobs: list[tuple[str, Job]]) -> tuple[bool, str, str]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        tracks = keywords().track_by_id
        track = st.selectbox(
            "Kind of role", [BEST_TRACK, *tracks], width=260,
            format_func=lambda one: tracks[one].label if one in tracks else words.OWN_ROLE,
            key="role", bind="query-params",
        )  # fmt: skip
        job = _first(jobs)
        if len(jobs) > 1:
            job = st.selectbox("Advert", [name for name, _ in jobs], format_func=one_line, width=260)
        st.number_input("Ready from", 0, 100, READY, 5, key="ready", bind="query-params", width=120)
        hidden = st.toggle("Hide names", value=True, key="coach_hidden")
        names = {one.name: one.id for one in cohort.candidates} if hidden else None
        for label, ending in (("Excel", ".xlsx"), ("CSV", ".csv")):
            st.download_button(
                label, partial(_file, cohort, jobs, track or BEST_TRACK, ending, names),
                f"résumés{ending}", on_click="ignore",
            )  # fmt: skip
        st.download_button(
            "Feedback letters", partial(_letters, cohort, jobs, job, track or BEST_TRACK, hidden=hidden),
            "feedback letters.zip", "application/zip", on_click="ignore",
            help="One DOCX for each résumé: figures, what is missing, what to do next",
        )  # fmt: skip
        st.button("Clear", on_click=_forget, key="coach_clear")
    return hidden, track or BEST_TRACK, job


def _file(cohort: Cohort, jobs: list[tuple[str, Job]], track: str, ending: str, names: dict[str, str] | None) -> bytes:
    return to_file(_groups(cohort, jobs, track), ending, names)


def _letters(cohort: Cohort, jobs: list[tuple[str, Job]], job: str, track: str, *, hidden: bool) -> bytes:
    from ats_medai.web.letters import letters  # noqa: PLC0415 - python-docx only where it is wanted

    read = ((one, one.resume) for one in cohort.candidates if one.resume and not one.duplicate_of)
    return letters((one.shown(hidden=hidden), _report(one, resume, dict(jobs).get(job), track, hidden=hidden))
                   for one, resume in read)  # fmt: skip


def _report(one: Candidate, resume: Resume, job: Job | None, track: str, *, hidden: bool) -> Report:
    report = analyze(resume, job, track)
    return without_name(report, one.id) if hidden else report


def _groups(cohort: Cohort, jobs: list[tuple[str, Job]], track: str) -> list[list[Record]]:
    names = [name for name, _ in jobs] or [NO_JOB]
    groups = []
    for one in cohort.candidates:
        best = best_job(one, jobs, track)
        marks = [{"best_job": name == best} if best else {} for name in names]
        rows = [one.records[name, track] for name in names]
        groups.append(
            [{**row, "job": name or None, **mark} for row, name, mark in zip(rows, names, marks, strict=True)]
        )
    return groups


def _records(one: Candidate, jobs: list[tuple[str, Job]], track: str) -> None:
    """Score a candidate against every advert, where that was not done before."""
    asked: list[tuple[str, Job | None]] = [*jobs] if jobs else [(NO_JOB, None)]
    for name, job in asked:
        if (name, track) not in one.records:
            report = score(one.resume, job, track) if one.resume else None
            one.records[name, track] = record_of(one, report, name or None)


def _first(jobs: list[tuple[str, Job]]) -> str:
    return jobs[0][0] if jobs else NO_JOB


def _boxes(cohort: Cohort, read: list[Record], ready: int) -> None:
    profiles = sorted(record["profile"] for record in read)
    low, _, high = quantiles(profiles, n=4, method="inclusive") if len(profiles) > 1 else (profiles or [0.0]) * 3
    absent = [len(record["missing_must_haves"]) for record in read]
    unread = len(cohort.candidates) - len(read)
    values = (
        ("Résumés read", f"{len(read)} of {len(cohort.candidates)}", f"{unread} not read" if unread else "all of them"),
        ("Median profile", whole(median(profiles)) if profiles else "–", f"middle half {whole(low)} to {whole(high)}"),
        (f"Ready ({ready} or more)", str(sum(one >= ready for one in profiles)), f"of {len(read)}"),
        ("Must-haves missing", f"{median(absent):g}" if absent else "–", "median of a résumé"),
        ("Hard for a machine to read", str(sum(record["readability"] < HARD_TO_READ for record in read)),
         f"readability under {HARD_TO_READ:g}"),
    )  # fmt: skip
    for column, (label, value, note) in zip(st.columns(5), values, strict=True):
        column.metric(label, value, note, delta_color="off", delta_arrow="off", border=True, height="stretch")


def _table(cohort: Cohort, job: str, track: str, *, hidden: bool, ready: int) -> Candidate | None:
    st.header("Who needs what")
    view = st.segmented_control(
        "Which", VIEWS, default="All", label_visibility="collapsed", required=True, key="view", bind="query-params"
    )
    wanted = [one for one in cohort.candidates if _belongs(one, one.records[job, track], str(view), ready)]
    wanted.sort(key=lambda one: -one.records[job, track].get("profile", -1.0))
    if not wanted:
        st.text("Nobody.")
        return None
    if view == PROBLEMS:
        told = [(one_line(one.shown(hidden=hidden)), state_of(one), _problem(one)) for one in wanted]
        table("Files that could not be read, and copies", ("candidate", "file", "what to do"), told)
        return None
    chosen = st.dataframe(
        sheet.styled(sheet.frame(wanted, job, track, hidden=hidden)),
        column_config=sheet.columns(hidden=hidden),
        hide_index=True,
        width="stretch",
        height=min(38 + 35 * len(wanted), 560),
        on_select="rerun",
        selection_mode="single-row",
        placeholder="",
        key=f"coach_table {view} {hidden}",
        alt="Table of the résumés: profile, match, must-haves missing, five sub-skills in percent, readability, file",
    )
    st.caption("Choose a row to open that résumé below. Percent of each sub-skill: red under 30, green from 60.")
    rows = chosen["selection"]["rows"] if chosen else []
    return wanted[rows[0]] if rows and rows[0] < len(wanted) else None


def _problem(one: Candidate) -> str:
    return reason(one.error) if one.error else "The text is the same; it counts in the figures as often as it is there."


def _belongs(one: Candidate, record: Record, view: str, ready: int) -> bool:
    if view in {"All", PROBLEMS}:
        return view == "All" or one.error is not None or bool(one.duplicate_of)
    profile = record.get("profile")
    if profile is None:
        return False
    at = "Ready" if profile >= ready else "Nearly" if profile >= ready - NEARLY else "Needs work"
    return at == view


def _lessons(read: list[Record]) -> None:
    st.header("What to teach: most often missing")
    charts.lessons(what_to_teach(read)[:8], len(read))
    st.header("Spread of profiles")
    charts.histogram([record["profile"] for record in read])


def _open(one: Candidate, jobs: list[tuple[str, Job]], job: str, track: str, *, hidden: bool) -> None:
    st.header(plain(one.shown(hidden=hidden)))
    if one.resume is None:
        assert one.error is not None
        st.error(plain(reason(one.error)))
        return
    kept = st.session_state.get("coach_open")
    key = (one.id, job, track)
    if kept is None or kept[0] != key:
        st.session_state["coach_open"] = kept = (key, analyze(one.resume, dict(jobs).get(job), track))
    report = without_name(kept[1], one.id) if hidden else kept[1]
    if not hidden:
        paragraph(one_line(one.name), "am-soft")
    details.show(report, None if hidden else one.original)


def _forget() -> None:
    for key in [key for key in st.session_state if str(key).startswith("coach") or key in {"cohort", "pictures"}]:
        del st.session_state[key]
