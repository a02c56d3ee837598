"""The analyser behind the pages, loaded once for the server; uploads live in their person's session only."""

from __future__ import annotations

import copy
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from ats_medai.analyzer import Analyzer
from ats_medai.documents import text_document
from ats_medai.documents.isolation import MOST_BYTES, ReaderPool
from ats_medai.documents.picture import PagePicture
from ats_medai.errors import DocumentError, ErrorCode, KeywordsError
from ats_medai.model import BEST_TRACK, Assertion, Document, Job, Keywords, Report, Resume, Suggestion
from ats_medai.shipped import shipped

READERS = 2
"""Files that are opened at the same time; more visitors wait for their turn."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave: the résumé and, perhaps, the advert."""

    resume: Document
    advert: Document | None = None
    original: bytes | None = None
    """The résumé's bytes, where it is a file: a PDF is shown, a DOCX handed back with comments."""


@st.cache_resource(show_spinner=False)
def _pool() -> ReaderPool:
    return ReaderPool(READERS)


@st.cache_resource(show_spinner=False)
def _loading() -> Future[Analyzer]:
    return ThreadPoolExecutor(1).submit(Analyzer, reader=_pool())


@st.cache_resource(show_spinner=False)
def _turn() -> threading.Lock:
    return threading.Lock()


def warm_up() -> None:
    """Start loading keywords and tokenizer without waiting, so that the first page is there at once."""
    _loading()


def _loaded() -> Analyzer:
    """Wait for the analyser. A mistake in a keyword file is raised, and the next one to ask loads again."""
    try:
        return _loading().result()
    except KeywordsError:
        _loading.clear()
        raise


def keywords() -> Keywords:
    """Give the keywords; waits until they are loaded. Raises KeywordsError for a mistake in a keyword file."""
    return _loaded().keywords


def analyzer(track: str = BEST_TRACK) -> Analyzer:
    """Give an analyser of a track for today; all share the loaded keywords and hold no visitor's text."""
    one = copy.copy(_loaded())
    one.track = track
    one.as_of = datetime.now(UTC).date()
    return one


def opened(name: str, data: bytes) -> Document:
    """Give the Document of an upload. Raises DocumentError; the size is checked here as well as in the browser."""
    if len(data) > MOST_BYTES:
        raise DocumentError(name, ErrorCode.LIMIT_EXCEEDED, f"over {MOST_BYTES >> 20} MiB")
    return _pool().read(data, name)


def pictures_of(document: Document, data: bytes) -> tuple[PagePicture, ...]:
    """Give pictures of a PDF's first pages, from this session's memory where they were made; none where that fails."""
    kept = st.session_state.get("pictures")
    if kept is None or kept[0] != document.sha256:
        try:
            drawn = _pool().draw(data, document.source)
        except DocumentError:
            drawn = ()
        st.session_state["pictures"] = kept = (document.sha256, drawn)
    pictures: tuple[PagePicture, ...] = kept[1]
    return pictures


def commented(request: bytes, name: str) -> bytes:
    """Give a DOCX with comments, made in a process of its own. Raises DocumentError."""
    return _pool().comment(request, name)


def pasted(text: str, name: str) -> Document | None:
    """Give the Document of pasted text; None where nothing was pasted."""
    return text_document(text, name) if text.strip() else None


def sample() -> Given:
    """Give the made-up sample."""
    folder = shipped("sample_resumes") / "imaging_engineer"
    data, advert = ((folder / name).read_bytes() for name in ("resume.pdf", "job.txt"))
    return Given(opened("resume.pdf", data), opened("job.txt", advert), data)


def report_of(given: Given, track: str) -> Report:
    """Give the report, from this session's memory where it was made before. Raises AtsMedaiError."""
    key = (given.resume.sha256, given.resume.source, given.advert.sha256 if given.advert else "", track)
    kept = st.session_state.get("report")
    if kept is None or kept[0] != key:
        one = analyzer(track)
        with _turn():
            job = one.read_job(given.advert) if given.advert else None
            st.session_state["report"] = kept = (key, one.analyze(given.resume, job))
    report: Report = kept[1]
    return report


def read_resume(document: Document) -> Resume:
    """Give what is found in a text."""
    one = analyzer()
    with _turn():
        return one.read_resume(document)


def read_job(document: Document) -> Job:
    """Give what an advert asks for. Raises JobError."""
    one = analyzer()
    with _turn():
        return one.read_job(document)


def score(resume: Resume, job: Job | None, track: str) -> Report:
    """Give the figures without suggestions: for many files."""
    one = analyzer(track)
    with _turn():
        return one.score(resume, job)


def analyze(resume: Resume, job: Job | None, track: str) -> Report:
    """Give the whole report."""
    one = analyzer(track)
    with _turn():
        return one.analyze(resume, job)


def what_if(report: Report, chosen: Sequence[Suggestion], track: str) -> Report:
    """Give the report as it would be with the chosen changes made."""
    one = analyzer(track)
    with _turn():
        return one.what_if(report, chosen)


def lost_by_naive_reading(report: Report) -> tuple[str, ...]:
    """Name the keywords that a strict left-to-right, line-by-line reading of the page no longer finds."""
    document = report.resume.document
    if document.naive_text is None:
        return ()
    naive = read_resume(text_document(document.naive_text, "naive.txt"))
    lost = _claimed(report.resume) - _claimed(naive)
    known = keywords().concept_by_id
    return tuple(sorted(known[one].label for one in lost if one in known))


def _claimed(resume: Resume) -> set[str]:
    return {one.concept for one in resume.mentions if one.assertion is Assertion.PRESENT}
