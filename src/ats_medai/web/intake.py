"""Files and adverts for the coach: taken in, and waiting for their turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from ats_medai.errors import AtsMedaiError, DocumentError
from ats_medai.model import Job, Resume
from ats_medai.shipped import shipped
from ats_medai.web import words
from ats_medai.web.cohort import Cohort
from ats_medai.web.engine import opened, pasted, read_job, read_resume
from ats_medai.web.form import MOST_CHARACTERS, Upload, complain

MOST_FILES = 500
"""Files of a session; `ats-medai batch` has no such limit."""
MOST_ADVERTS = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits for its turn."""

    name: str
    data: bytes

    def read(self) -> Resume | DocumentError:
        """Give what is found in the file, or why it cannot be read."""
        try:
            return read_resume(opened(self.name, self.data))
        except DocumentError as error:
            return error


def show(cohort: Cohort) -> None:
    """Show the form; folded where there are results."""
    with st.expander("Files and adverts", expanded=not cohort.candidates):
        st.text(words.PRIVACY)
        left, right = st.columns(2)
        with left:
            files = st.file_uploader(
                "1 · Résumés (PDF, DOCX, TXT or MD)", accept_multiple_files=True, max_upload_size=10, key="coach_files"
            )
            folder = st.file_uploader(
                "or a whole folder", accept_multiple_files="directory", max_upload_size=10, key="coach_folder"
            )
        with right:
            text = st.text_area(
                "2 · A job advert, if there is one",
                height=120, placeholder=words.ADVERT_PASTE, key="coach_advert", max_chars=MOST_CHARACTERS,
            )  # fmt: skip
            adverts = st.file_uploader(
                "or one or several files", accept_multiple_files=True, max_upload_size=10, key="coach_adverts"
            )
        uploads = [*(files or ()), *(folder or ())]
        with st.container(horizontal=True):
            count = f"{len(uploads)} file{'s' * (len(uploads) != 1)}" if uploads else "the files"
            go = st.button(f"Score {count}", type="primary", disabled=not uploads, key="coach_go")
            sample = st.button("Try it with samples", key="coach_sample")
    if st.session_state.get("coach_too_many"):
        st.warning(f"Only {MOST_FILES} files are taken here; `ats-medai batch` has no such limit.")
    if go:
        _take(cohort, [Waiting(one.name, one.getvalue()) for one in uploads], text or "", adverts or [])
    if sample:
        _take(cohort, _samples(), _sample_advert(), [])


def stop() -> None:
    """Leave off; what is done is kept, and what waits can go on later."""
    st.session_state["coach_running"] = False


def go_on() -> None:
    """Go on with what waits."""
    st.session_state["coach_running"] = True


def leave_out() -> None:
    """Forget what waits."""
    st.session_state["coach_waiting"] = []


def queue(cohort: Cohort, files: Iterable[Waiting]) -> None:
    """Let files wait for their turn to join a group; those that it has are left out, and what no group has room for."""
    seen = {one.name for one in cohort.candidates}
    hidden = (one for one in files if not one.name.rsplit("/", 1)[-1].startswith("."))
    fresh = {one.name: one for one in hidden if one.name not in seen}
    room = MOST_FILES - len(cohort.candidates)
    waiting = sorted(fresh.values(), key=lambda one: one.name)[:room]
    st.session_state.update(
        coach_waiting=waiting, coach_into=cohort, coach_running=True, coach_too_many=len(fresh) > room
    )


def _take(cohort: Cohort, files: Iterable[Waiting], text: str, adverts: Iterable[Upload]) -> None:
    try:
        jobs = list(_jobs(text, adverts))
    except AtsMedaiError as error:
        complain(error)
        return
    for group in (cohort, st.session_state.get("coach_before", Cohort())):
        for one in group.candidates:
            one.records.clear()
    st.session_state["coach_jobs"] = jobs
    queue(cohort, files)
    st.rerun()


def _jobs(text: str, adverts: Iterable[Upload]) -> Iterable[tuple[str, Job]]:
    document = pasted(text, "pasted advert.txt")
    named = [("pasted advert", document)] if document else []
    named += [(one.name, opened(one.name, one.getvalue())) for one in list(adverts)[:MOST_ADVERTS]]
    for name, advert in named:
        job = read_job(advert)
        yield job.title or name, job


def _samples() -> list[Waiting]:
    folder = shipped("sample_resumes")
    people = ("imaging_engineer", "ehr_risk_modeller", "career_changer")
    files = ("resume.pdf", "resume.docx", "resume_two_columns.pdf")
    return [Waiting(f"{who}/{file}", (folder / who / file).read_bytes()) for who in people for file in files]


def _sample_advert() -> str:
    return (shipped("sample_resumes") / "imaging_engineer" / "job.txt").read_text(encoding="utf-8")
