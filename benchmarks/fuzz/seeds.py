"""What the changes of each target start from, and the words that they put in."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path

from targets import packed_part

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_resumes"

MOST = {"pdf": 20_000, "docx": 20_000, "plain": 10_000, "cleanup": 4_000, "dates": 2_000, "advert": 3_000,
        "resume": 3_000, "keywords": 4_000}  # fmt: skip
"""Bytes that a text may grow to where coverage guides: many small files show more than a few large ones."""

BY_LINES = frozenset({"plain", "dates", "advert", "resume", "keywords"})
"""Targets that read text by its lines; there lines are moved, doubled and put in too."""

DATES = [
    "Jan 2019 - Mar 2021", "03/2017-present", "Spring '18 to 2020", "2019-04 – now; since 2015; 1.2.2020", "June",
    "- 2021",
]  # fmt: skip
RESUME = [
    "Experience", "Work history", "Education", "Skills", "Publications", "Projects", "Certifications", "Summary",
    "Languages", "Ada Quist", "ada@quist.example | +1 555 010 0000 | Leeds",
    "Data Scientist, Acme Hospital, Jan 2019 - present", "Research Assistant | Quist Lab",
    "MSc Physics, University of Somewhere, 2015 - 2017", "• Built a PyTorch model for MRI (AUC 0.91)",
    "- Led 5 people; cut reading time by 30%", "Python, PyTorch, FHIR, DICOM, Docker",
    "Quist A, et al. Radiology. 2020;1(2):3-4.", "•", "", "-----", "Python    SQL    Docker",
    "No experience with SAS; learning Rust",
]  # fmt: skip
ADVERT = [
    "Requirements", "Nice to have", "Responsibilities", "About us", "What we offer", "- 3+ years of Python or R",
    "- MSc or PhD in physics", "Must have: PyTorch, TensorFlow", "Experience with DICOM and FHIR is a plus",
    "We offer 30 days of holiday.", "•", "", "Location: remote",
    "You will build models for MRI, CT, and EHR data, e.g. nnU-Net.", "No agencies", "AI/ML", "- Python (required)",
]  # fmt: skip
KEYWORDS = [
    "- id: a.b", "  label: A", "  aliases: [a, {form: b, near: [c]}]", "  category: tool", "  kinds: [data]",
    "&a [*a]", "key: 1", "...",
]  # fmt: skip
PAGE = [
    "<p>", "</p>", "<table><tr><td>", "<ul><li>A</li>", "<style>", "<!--", "--x", "Content-Transfer-Encoding: base64",
    "# A", "| a | b |",
]  # fmt: skip
PARTS = [
    "<w:p>", "</w:p>", "<w:r><w:t>", "</w:t></w:r>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:tab/>", "<w:br/>", "<w:sdt>",
    "<w:del>", "<w:txbxContent>", "<w:numPr>", "<w:vanish/>", "<mc:AlternateContent>", "<mc:Fallback>",
    "<w:hyperlink>",
]  # fmt: skip
OBJECTS = [
    "endobj", "endstream", "stream", "xref", "trailer", "startxref", "/Length", "/Filter", "/FlateDecode", "/Kids",
    "/Type /Page", "/ToUnicode", "/Encoding", "/MediaBox", "BT", "ET", "Tj", "TJ", "Tf", "Td", "Tm", "9 0 R",
    "/ObjStm", "/Encrypt",
]  # fmt: skip
CLEANUP = ["• ", "\u00ad", "ﬁ", "\u200b", "e\u0301", "-\n"]
WORDS = {
    "pdf": OBJECTS, "docx": PARTS, "plain": PAGE, "cleanup": CLEANUP, "dates": DATES, "advert": ADVERT,
    "resume": [*RESUME, *DATES], "keywords": KEYWORDS,
}  # fmt: skip


def _samples(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(SAMPLES.glob(pattern))]


def _pieces(text: bytes) -> list[bytes]:
    """Give a text, and its head with each of the other parts: short ones are read many times as fast."""
    head, *rest = text.replace(b"\r\n", b"\n").split(b"\n\n")
    return [text, *(head + b"\n\n" + part for part in rest)]


def _part() -> bytes:
    with zipfile.ZipFile(min(SAMPLES.glob("*/resume.docx"))) as package:
        return package.read("word/document.xml")[:6_000]


def _text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


@lru_cache
def seeds(name: str) -> list[bytes]:
    """Give the files that the changes of a target start from."""
    texts = _samples("*/resume.txt")
    page = b"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><h1>A</h1><p>Python</p></body></html>"
    mail = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>A\n--x--"
    )
    marks = "• A—B “c” ﬁt x\u200by\u00ad- e\u0301\u202e\U000e0041 ´e seg-\nmentation\t|   z".encode()
    rows = [(ROOT / "keywords" / path).read_bytes() for path in ("concepts/cloud.yaml", "weights.yaml")]
    return {
        "pdf": _samples("*/resume.pdf"),
        "docx": [*_samples("*/resume.docx")[:1], packed_part(_part()), _part()],
        "plain": [*texts[:1], page, mail, texts[0].decode().encode("utf-16"), marks, _text(PAGE)],
        "cleanup": [marks, texts[0]],
        "dates": [_text(DATES)],
        "advert": [*(piece for text in _samples("*/job.txt") for piece in _pieces(text)), _text(ADVERT)],
        "resume": [*(piece for text in texts for piece in _pieces(text)), _text(RESUME)],
        "keywords": [*(piece for row in rows for piece in (row[:3_000], row[:600])), _text(KEYWORDS)],
    }[name]
