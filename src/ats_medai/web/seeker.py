"""The page of a person with one résumé: give the files, see the figures and their reasons, tick what is true."""

from __future__ import annotations

import streamlit as st

from ats_medai.errors import AtsMedaiError, DocumentError
from ats_medai.model import Document, Report
from ats_medai.render.account import whole
from ats_medai.render.view import missing, must_haves, name_of, note_on
from ats_medai.web import details, fixes, words
from ats_medai.web.engine import Given, analyzer, opened, pasted, report_of, sample
from ats_medai.web.safe import paragraph, plain
from ats_medai.web.style import STYLE


def show() -> None:
    """Show the form, or the result where files were given."""
    st.html(STYLE)
    given: Given | None = st.session_state.get("given")
    if given is None:
        _form()
        return
    try:
        report = report_of(given, st.session_state.get("track", "general"))
    except AtsMedaiError as error:
        st.session_state.pop("given", None)
        _complain(error)
        _form()
        return
    _result(report)


def _form() -> None:
    st.title(words.EMPTY_TITLE)
    st.text(words.PRIVACY)
    left, right = st.columns(2)
    with left:
        upload = st.file_uploader(words.RESUME, type=["pdf", "docx", "txt", "md"], max_upload_size=10)
        typed = st.text_area(words.RESUME_PASTE, height=120, key="resume_text")
    with right:
        advert = st.text_area(words.ADVERT, height=190, placeholder=words.ADVERT_PASTE, key="advert_text")
        advert_file = st.file_uploader(
            words.ADVERT_FILE, type=["pdf", "docx", "txt", "md", "html", "htm"], max_upload_size=10
        )
    check, try_it, _ = st.columns([1, 1, 2])
    ready = upload is not None or bool(typed.strip())
    if check.button(words.CHECK, type="primary", disabled=not ready, width="stretch"):
        _take(upload, typed, advert_file, advert)
    if try_it.button(words.SAMPLE, width="stretch"):
        st.session_state["given"] = sample()
        st.rerun()
    for column, (heading, text) in zip(st.columns(3), words.PROMISES, strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{heading}**")
            st.markdown(text)
    with st.expander("How is the score made?"):
        st.markdown(words.SCORE)


def _take(upload: object, typed: str, advert_file: object, advert: str) -> None:
    try:
        resume = _document(upload, typed, "pasted résumé.txt")
        assert resume is not None
        st.session_state["given"] = Given(resume, _document(advert_file, advert, "pasted advert.txt"))
    except AtsMedaiError as error:
        _complain(error)
        return
    st.rerun()


def _document(upload: object, typed: str, name: str) -> Document | None:
    if upload is not None:
        return opened(upload.name, upload.getvalue())  # type: ignore[attr-defined]
    return pasted(typed, name)


def _complain(error: AtsMedaiError) -> None:
    """Say what is wrong and what to do next; the error's text may hold a file's name, so it is shown as it is."""
    if isinstance(error, DocumentError):
        st.error(plain(words.UNREADABLE + error.message))
    else:
        st.error(plain(words.NOT_ADVERT + str(error)))


def _result(report: Report) -> None:
    _head(report)
    chosen = fixes.chosen(report)
    changed = analyzer(report.track).what_if(report, chosen) if chosen else report
    _boxes(report, changed)
    left, right = st.columns([5, 7])
    with left:
        fixes.show(report, changed)
    with right:
        details.show(report)


def _head(report: Report) -> None:
    line, track, change = st.columns([5, 3, 2], vertical_alignment="center")
    job = f" → {report.job.title or report.job.document.source}" if report.job else ""
    with line:
        paragraph(f"{report.resume.document.source}{job}")
    tracks = analyzer(report.track).keywords.track_by_id
    track.selectbox("Kind of role", list(tracks), key="track", format_func=lambda name: tracks[name].label)
    if change.button(words.CHANGE, width="stretch"):
        for key in ("given", "report"):
            st.session_state.pop(key, None)
        st.rerun()


def _boxes(report: Report, changed: Report) -> None:
    boxes = st.columns([2, 2, 2, 3])
    figures = [
        (report.profile, changed.profile),
        (report.match, changed.match),
        (report.readability, report.readability),
    ]
    for box, (before, after) in zip(boxes, figures, strict=False):
        if before is None or after is None:
            box.metric(
                "Match with this job",
                "–",
                "give an advert to see it",
                delta_color="off",
                delta_arrow="off",
                border=True,
            )
            continue
        gain = after.score - before.score
        note = f"{gain:+.1f} with the ticked fixes" if gain else str(after.band)
        box.metric(
            name_of(before, report),
            f"{whole(after.score)} of 100",
            note,
            delta_color="off",
            delta_arrow="off",
            border=True,
        )
    absent = missing(must_haves(changed))
    with boxes[3].container(border=True, height="stretch"):
        st.markdown(f"**{len(absent)} must-haves not found**")
        paragraph(" · ".join(absent) or "All of them are there.")
    if note := note_on(report):
        st.warning(note)
