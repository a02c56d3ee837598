"""Real résumé layouts, where they are at hand: order and words against hand-made truth, and nothing lost or raised."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from ats_medai.documents import read_document
from ats_medai.errors import DocumentError, ErrorCode

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TRUTHS = sorted((SHARED / "gold" / "layout").glob("*.json"))
FILES = sorted(path for path in (SHARED / "corpus" / "resumes").glob("*") if path.suffix in {".pdf", ".docx"})

pytestmark = pytest.mark.skipif(not TRUTHS or not FILES, reason="the measuring material is not at hand")


def tokens(text):
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower())


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.stem[:40])
def test_words_and_their_order(truth):
    wanted = json.loads(truth.read_text(encoding="utf-8"))
    path = SHARED / "corpus" / "resumes" / wanted["file"]
    want, have = tokens(wanted["reading_order_text"]), tokens(read_document(path.read_bytes(), path.name).text)
    assert sum((Counter(want) & Counter(have)).values()) / len(want) >= 0.97
    assert LCSseq.similarity(want, have) / len(want) >= 0.95


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:40])
def test_every_file_gives_text_or_a_clear_error(path):
    try:
        document = read_document(path.read_bytes(), path.name)
    except DocumentError as error:
        assert error.code in {ErrorCode.ENCRYPTED, ErrorCode.NO_TEXT}  # noqa: PT017 - either outcome is right
        return
    assert [document[line.span] for line in document.lines] == [line for line in document.text.split("\n") if line]
    if document.naive_text:
        assert Counter(tokens(document.naive_text)).total() == pytest.approx(len(tokens(document.text)), rel=0.05)
