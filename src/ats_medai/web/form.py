"""The empty state: give a résumé and, if there is one, the advert; and what is said where a file cannot be used."""

from __future__ import annotations

from typing import Protocol

import streamlit as st

from ats_medai.errors import NEXT_STEP, AtsMedaiError, DocumentError, ErrorCode, KeywordsError
from ats_medai.model import Document
from ats_medai.web import words
from ats_medai.web.engine import Given, opened, pasted, sample
from ats_medai.web.safe import plain

MOST_CHARACTERS = 100_000


class Upload(Protocol):
    """A file as Streamlit hands it over."""

    name: str

    def getvalue(self) -> bytes:
        """Give the bytes."""
        ...


def show() -> None:
    """Show the form; what was given stands in the session afterwards."""
    st.title(words.EMPTY_TITLE)
    st.text(words.PRIVACY)
    left, right = st.columns(2)
    with left:
        upload = st.file_uploader(words.RESUME, max_upload_size=10, key="resume_file")
        typed = st.text_area(
            words.RESUME_PASTE, height=120, key="resume_text", placeholder=words.RESUME_HINT, max_chars=MOST_CHARACTERS
        )
    with right:
        advert = st.text_area(
            words.ADVERT, height=120, placeholder=words.ADVERT_PASTE, key="advert_text", max_chars=MOST_CHARACTERS
        )
        advert_file = st.file_uploader(words.ADVERT_FILE, max_upload_size=10, key="advert_file")
    with st.container(horizontal=True):
        ready = upload is not None or bool(typed and typed.strip())
        check = st.button(words.CHECK, type="primary", disabled=not ready)
        try_it = st.button(words.SAMPLE)
    if check:
        _take(upload, typed or "", advert_file, advert or "")
    if try_it:
        with st.spinner(words.READING):
            st.session_state["given"] = sample()
        st.rerun()
    for column, (heading, text) in zip(st.columns(3), words.PROMISES, strict=True):
        with column.container(border=True, height="stretch", gap="xxsmall"):
            st.markdown(f"**{heading}**")
            st.markdown(text)
    with st.expander("How is the score made?"):
        st.markdown(words.SCORE)


def complain(error: AtsMedaiError) -> None:
    """Say what is wrong and what to do next; the error's text may hold a file's name, so it is shown as it is."""
    if isinstance(error, DocumentError):
        st.error(plain(f"“{error.source}” {words.UNREADABLE}{reason(error)}"))
    elif isinstance(error, KeywordsError):
        st.error(plain(f"{words.NO_KEYWORDS}{error}"))
    else:
        st.error(plain(words.NOT_ADVERT + str(error) + words.OR_WITHOUT))


def reason(error: DocumentError) -> str:
    """Say why a file cannot be read and what to do next; how to get OCR is said once."""
    if error.code is ErrorCode.NO_TEXT:
        return NEXT_STEP[error.code] + words.MORE[error.code] if "pictures" in error.detail else error.message
    return error.message + words.MORE.get(error.code, "")


def _take(upload: Upload | None, typed: str, advert_file: Upload | None, advert: str) -> None:
    try:
        with st.spinner(words.READING):
            resume = _document(upload, typed, "pasted résumé.txt")
            asked = _document(advert_file, advert, "pasted advert.txt")
    except AtsMedaiError as error:
        complain(error)
        return
    if resume is not None:
        st.session_state["given"] = Given(resume, asked, upload.getvalue() if upload else None)
        st.rerun()


def _document(upload: Upload | None, typed: str, name: str) -> Document | None:
    if upload is not None:
        return opened(upload.name, upload.getvalue())
    return pasted(typed, name)
