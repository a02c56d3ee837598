"""What is fuzzed: for each target a function that raises nothing on any bytes but what it may.

Everything runs in this process, without the guards: a fault should stop the fuzzer and not become an error row. The
one exception is `pdf` without coverage: pdfium is no Python and may abort, so there it is read as in earnest.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from ats_medai.analyzer import Analyzer
from ats_medai.documents import read_document, text_document
from ats_medai.documents.cleanup import clean
from ats_medai.documents.isolation import Reader
from ats_medai.errors import AtsMedaiError, DocumentError, KeywordsError
from ats_medai.model import Document, Job, Report
from ats_medai.render import report_text, to_dict
from ats_medai.render.html import report_html
from ats_medai.render.markdown import report_markdown
from ats_medai.resume.dates import find_dates

Target = Callable[[bytes], None]

WHOLE = 16
"""One résumé in so many is followed to its suggestions and the written report, which cost ten times the rest."""


@lru_cache
def analyzer() -> Analyzer:
    """Give the one analyzer; its day is fixed, so that the same bytes do the same work on each day."""
    return Analyzer(as_of=date(2026, 1, 1))


@lru_cache
def _reader() -> Reader:
    return Reader()


def hold(document: Document) -> None:
    """Check what holds of every Document."""
    lines = [document[line.span] for line in document.lines]
    assert lines == [line for line in document.text.split("\n") if line], "lines do not slice to the text"
    assert "\x00" not in document.text


def fuzz_pdf(data: bytes) -> None:
    with suppress(DocumentError):
        hold(read_document(data, "a.pdf"))


def fuzz_pdf_apart(data: bytes) -> None:
    with suppress(DocumentError):
        hold(_reader().read(data, "a.pdf"))


def fuzz_docx(data: bytes) -> None:
    """The bytes are first a file, then the document part of a sound one."""
    for packed in (data, packed_part(data)):
        with suppress(DocumentError):
            hold(read_document(packed, "a.docx"))


def packed_part(part: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", part)
    return out.getvalue()


def fuzz_plain(data: bytes) -> None:
    for name in ("a.txt", "a.md", "a.html", "a"):
        with suppress(DocumentError):
            hold(read_document(data, name))


def fuzz_cleanup(data: bytes) -> None:
    lines = data.decode(errors="replace").split("\n")
    cleaned = clean(lines).lines
    assert len(cleaned) == len(lines)
    assert all("\n" not in line and line == line.strip() for line in cleaned)


def fuzz_dates(data: bytes) -> None:
    text = data.decode(errors="replace")
    found = find_dates(text, analyzer().keywords.entries)
    ends = [(one.span.start, one.span.end) for one in found]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends)), "dates overlap"


def fuzz_advert(data: bytes) -> None:
    with suppress(AtsMedaiError):
        job = analyzer().read_job(text_document(data.decode(errors="replace")))
        assert all(job.document[asked.span] for asked in job.requirements)


def fuzz_resume(data: bytes) -> None:
    """To the report's figures, and for some to its end: every point rests on text that is there."""
    with suppress(AtsMedaiError):
        resume = analyzer().read_resume(text_document(data.decode(errors="replace")))
        whole = crc32(data) % WHOLE == 0
        report = analyzer().analyze(resume, _advert()) if whole else analyzer().score(resume)
        for figure in filter(None, (report.profile, report.match, report.readability)):
            assert 0 <= figure.score <= 100
        if whole:
            _write(report)


@lru_cache
def _advert() -> Job:
    return analyzer().read_job(
        text_document("Data Scientist\nRequirements\n- 3+ years of Python\n- MSc in physics\n- MRI")
    )


def _write(report: Report) -> None:
    for written in (report_text(report, explain=True), report_markdown(report), report_html(report)):
        assert "\x00" not in written
    json.dumps(to_dict(report), allow_nan=False)


def fuzz_keywords(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("concepts/extra.yaml", "weights.yaml", "readability.yaml"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
            with suppress(KeywordsError):
                _load_alone(folder)
            (folder / name).unlink()


def _load_alone(folder: Path) -> None:
    """Load the folder's own files: with ours before them a run takes half a second."""
    from ats_medai.keywords.load import CONCEPTS, Check, Concept, Weight, _entries  # noqa: PLC0415

    _entries([folder], CONCEPTS, Concept)
    _entries([folder], "weights.yaml", Weight, key="key")
    _entries([folder], "readability.yaml", Check)


TARGETS: dict[str, Target] = {
    "pdf": fuzz_pdf,
    "docx": fuzz_docx,
    "plain": fuzz_plain,
    "cleanup": fuzz_cleanup,
    "dates": fuzz_dates,
    "advert": fuzz_advert,
    "resume": fuzz_resume,
    "keywords": fuzz_keywords,
}
