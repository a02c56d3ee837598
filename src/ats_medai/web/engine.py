"""The analyser behind the pages, loaded once for the server; uploads live in their person's session only."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ats_medai.analyzer import Analyzer
from ats_medai.documents import text_document
from ats_medai.documents.isolation import MOST_BYTES, ReaderPool
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document, Report
from ats_medai.shipped import shipped

READERS = 2
"""Files that are opened at the same time; more visitors wait for their turn."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave: the résumé and, perhaps, the advert."""

    resume: Document
    advert: Document | None = None


@st.cache_resource(show_spinner="Loading the keywords …")
def pool() -> ReaderPool:
    """Give the reading processes, shared by all sessions."""
    return ReaderPool(READERS)


@st.cache_resource(show_spinner="Loading the keywords …", max_entries=12)
def analyzer(track: str) -> Analyzer:
    """Give the analyser of a track; it holds no visitor's text."""
    return Analyzer(track=track, reader=pool())


def opened(name: str, data: bytes) -> Document:
    """Give the Document of an upload. Raises DocumentError; the size is checked here as well as in the browser."""
    if len(data) > MOST_BYTES:
        raise DocumentError(name, ErrorCode.LIMIT_EXCEEDED, f"over {MOST_BYTES >> 20} MiB")
    return pool().read(data, name)


def pasted(text: str, name: str) -> Document | None:
    """Give the Document of pasted text; None where nothing was pasted."""
    return text_document(text, name) if text.strip() else None


def sample() -> Given:
    """Give the made-up sample."""
    folder = shipped("sample_resumes") / "imaging_engineer"
    return Given(*(opened(name, (folder / name).read_bytes()) for name in ("resume.pdf", "job.txt")))


def report_of(given: Given, track: str) -> Report:
    """Give the report, from this session's memory where it was made before. Raises AtsMedaiError."""
    key = (given.resume.sha256, given.advert.sha256 if given.advert else "", track)
    kept = st.session_state.get("report")
    if kept is None or kept[0] != key:
        st.session_state["report"] = kept = (
            key,
            analyzer(track).analyze(given.resume, given.advert and analyzer(track).read_job(given.advert)),
        )
    report: Report = kept[1]
    return report
