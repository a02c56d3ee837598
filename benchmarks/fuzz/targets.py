"""What is fuzzed: for each target its seeds and a function that raises nothing on any bytes but what it may.

Everything runs in this process, without the guards: a fault should stop the fuzzer and not become an error row. The
one exception is `pdf` without coverage: pdfium is no Python and may abort, so there it is read as in earnest.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from ats_medai.analyzer import Analyzer
from ats_medai.documents import read_document, text_document
from ats_medai.documents.cleanup import clean
from ats_medai.documents.isolation import Reader
from ats_medai.errors import AtsMedaiError, DocumentError, KeywordsError
from ats_medai.model import Document
from ats_medai.resume.dates import find_dates

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_resumes"
Target = Callable[[bytes], None]


@lru_cache
def analyzer() -> Analyzer:
    return Analyzer()


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
    for packed in (data, _packed(data)):
        with suppress(DocumentError):
            hold(read_document(packed, "a.docx"))


def _packed(part: bytes) -> bytes:
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
    ends = [(date.span.start, date.span.end) for date in found]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends)), "dates overlap"


def fuzz_advert(data: bytes) -> None:
    with suppress(AtsMedaiError):
        job = analyzer().read_job(text_document(data.decode(errors="replace")))
        assert all(job.document[asked.span] for asked in job.requirements)


def fuzz_resume(data: bytes) -> None:
    """To the end of the report: every point rests on text that is there."""
    with suppress(AtsMedaiError):
        report = analyzer().analyze(text_document(data.decode(errors="replace")))
        for figure in (report.profile, report.readability):
            assert 0 <= figure.score <= 100


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


def _samples(pattern: str, most: int = 3) -> list[bytes]:
    return [path.read_bytes() for path in sorted(SAMPLES.glob(pattern))[:most]]


def _parts() -> list[bytes]:
    with zipfile.ZipFile(min(SAMPLES.glob("*/resume.docx"))) as package:
        return [package.read("word/document.xml")[:6_000]]


def seeds(name: str) -> list[bytes]:
    """Give the files that the mutations of a target start from."""
    texts = _samples("*/resume.txt")
    page = b"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>A</h1><p>Python</p></body></html>"
    mail = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>A\n--x--"
    )
    marks = "• A—B “c” ﬁt x\u200by\u00ad- e\u0301\u202e\U000e0041 ´e seg-\nmentation\t|   z".encode()
    dates = b"Jan 2019 - Mar 2021\n03/2017-present\nSpring '18 to 2020\n2019-04 \xe2\x80\x93 now; since 2015; 1.2.2020"
    rows = [(ROOT / "keywords" / name).read_bytes()[:3_000] for name in ("concepts/cloud.yaml", "weights.yaml")]
    return {
        "pdf": _samples("*/resume.pdf"),
        "docx": [*_samples("*/resume.docx", 1), *_parts()],
        "plain": [*texts[:1], page, mail, texts[0].decode().encode("utf-16"), marks],
        "cleanup": [marks, texts[0]],
        "dates": [dates],
        "advert": _samples("*/job.txt"),
        "resume": texts,
        "keywords": rows,
    }[name]


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
