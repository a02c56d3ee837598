"""Each limit of size by itself: files that only this one stops, told by the limit's name."""

import hashlib

import pytest
from hostile_set import MARKER, MIB, docx, paragraph, part

from ats_medai.documents import read_document
from ats_medai.errors import DocumentError, ErrorCode

FIRST = paragraph(MARKER)


def noise(size):
    """Give letters that hardly pack, the same at each run."""
    return hashlib.shake_256(b"noise").hexdigest(size // 2)


def elements(number):
    """Give empty elements that differ, so that they do not pack like a bomb."""
    return "".join(f"<w:p w:n='{at * 2654435761 % 2**32:x}'/>" for at in range(number))


FILES = [
    ("parts", lambda: docx(FIRST, parts={f"word/media/{at}": "" for at in range(1_001)}), "parts"),
    ("a part", lambda: docx(paragraph(noise(17 * MIB))), "bytes in a part"),
    ("all parts", lambda: docx(FIRST, parts={f"word/media/{at}": " " * 15 * MIB for at in range(5)}), "unpacked bytes"),
    ("packing", lambda: docx(paragraph(" " * 2 * MIB)), "packing ratio"),
    ("elements", lambda: docx(raw=part("document", part("body", FIRST, elements(620_000)))), "XML elements"),
    ("text", lambda: b"word\n" * (MIB // 2), "text bytes"),
    ("characters", lambda: b"words and words\n" * 30_000, "text characters"),
]


@pytest.mark.parametrize(("make", "limit"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_a_file_over_one_limit_names_it(make, limit):
    data = make()
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.docx" if data.startswith(b"PK") else "a.txt")
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED
    assert caught.value.detail.startswith(f"{limit}: ")
