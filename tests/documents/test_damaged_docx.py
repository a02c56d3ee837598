"""DOCX files whose container or text breaks off: what is there is read and said to be damaged, within every limit."""

import hashlib
import io
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from docx_maker import TYPES, docx, paragraph, part, table
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_medai.documents import limits, package_repair, read_document
from ats_medai.errors import DocumentError, ErrorCode

LINES = [f"Line {number}: " + hashlib.sha256(bytes([number])).hexdigest()[:50] for number in range(40)]
BODY = part("document", part("body", *map(paragraph, LINES)))
FILE = docx(raw=BODY, parts={"word/media/image1.png": bytes(range(256)) * 8, "docProps/app.xml": "<Properties/>"})
TEXT = b"word/document.xml"


def read(data):
    document = read_document(data, "a.docx")
    return document.text.splitlines(), [issue for issue in document.issues if issue.code == "damaged"]


def without_table(data):
    return data[: data.index(b"PK\x01\x02")]


def until(data, what, extra=0):
    return data[: data.index(what) + extra]


def as_stream(members):
    """A container as programs write that cannot go back: sizes and sums follow each member."""
    out = b""
    for name, content in members.items():
        pack = zlib.compressobj(wbits=-15)
        packed = pack.compress(content.encode()) + pack.flush()
        out += struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 8, 8, 0, 0, 0, 0, 0, len(name), 0) + name.encode() + packed
        out += struct.pack("<4s3I", b"PK\x07\x08", zlib.crc32(content.encode()), len(packed), len(content))
    return out


def stored(members, packing=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def with_wrong_sum(data):
    sums = data.index(b"PK\x03\x04", 4) + 14, data.rindex(TEXT) - 30
    changed = bytearray(data)
    for at in sums:
        changed[at] ^= 0xFF
    return bytes(changed)


MEMBERS = {"[Content_Types].xml": TYPES, "word/document.xml": BODY}
WHOLE = [
    pytest.param(without_table(FILE), id="no table"),
    pytest.param(FILE[:-30], id="table cut"),
    pytest.param(FILE[:-10], id="last bytes missing"),
    pytest.param(until(FILE, b"word/media", 60), id="cut in a picture"),
    pytest.param(as_stream(MEMBERS), id="sizes after the members, no table"),
    pytest.param(without_table(stored(MEMBERS)), id="stored, no table"),
    pytest.param(without_table(docx(raw=BODY, parts={"word/a.docx": stored({"b": "c"})})), id="a container in it"),
]


@pytest.mark.parametrize("data", WHOLE)
def test_a_container_without_its_table_is_read_from_its_members(data):
    lines, damage = read(data)
    assert lines == LINES
    assert "container is damaged" in damage[0].message


def halved(data):
    start, end = data.index(TEXT) + len(TEXT), data.index(b"PK\x03\x04", data.index(TEXT))
    return data[: (start + end) // 2]


def overwritten(data):
    at = len(halved(data))
    return data[:at] + b"\xff" * 20 + data[at + 20 :]


BROKEN = [
    pytest.param(halved(FILE), id="cut within the text"),
    pytest.param(overwritten(FILE), id="the text cannot be unpacked to its end"),
    pytest.param(docx(raw=BODY[: len(BODY) // 2]), id="XML that breaks off"),
    pytest.param(docx(raw=BODY[: BODY.index("Line 30") + 3]), id="XML that breaks off within a word"),
    pytest.param(docx(raw=BODY[: len(BODY) // 2].encode("utf-16")), id="UTF-16 that breaks off"),
    pytest.param(without_table(stored(MEMBERS))[:-900], id="stored and cut"),
]


@pytest.mark.parametrize("data", BROKEN)
def test_text_that_breaks_off_is_read_up_to_there(data):
    lines, damage = read(data)
    assert len(lines) > 8
    assert lines[:-1] == LINES[: len(lines) - 1]
    assert "breaks off" in damage[0].message
    assert len(damage) == 1


def test_a_wrong_sum_is_told():
    lines, damage = read(with_wrong_sum(docx(raw=BODY)))
    assert lines == LINES
    assert "damaged" in damage[0].message


WELL = [
    pytest.param(BODY, id="as usual"),
    pytest.param(BODY.replace("Line 3:", "Line\x01 3:"), id="a control character"),
    pytest.param(BODY + "\n\n", id="white space at the end"),
]


@pytest.mark.parametrize("raw", WELL)
def test_a_whole_text_is_not_called_damaged(raw):
    assert read(docx(raw=raw))[1] == []


FORMS = [
    pytest.param(docx(raw=BODY.encode("utf-16")), id="UTF-16"),
    pytest.param(docx(raw='<?xml version="1.0" encoding="UTF-16"?>' + BODY), id="UTF-8 that calls itself UTF-16"),
    pytest.param(
        docx(raw=BODY.replace("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main")),
        id="strict Open XML",
    ),
    pytest.param(stored({"word/document.xml": BODY}), id="no table of content types"),
    pytest.param(b"junk before it " + docx(raw=BODY), id="bytes before the container"),
    pytest.param(docx(raw=BODY) + b"\x00" * 500, id="bytes behind the container"),
]  # fmt: skip


@pytest.mark.parametrize("data", FORMS)
def test_unusual_forms_are_read(data):
    assert read(data)[0] == LINES


def test_tables_are_read_up_to_the_break():
    cut = part("document", part("body", *map(paragraph, LINES[:9]), table([[paragraph("seen")], [paragraph("gone")]])))
    lines, damage = read(docx(raw=cut[: cut.index("gone")]))
    assert lines == [*LINES[:9], "seen"]
    assert damage


FAILURES = [
    pytest.param(without_table(docx(paragraph("Jane Doe"))), ErrorCode.CORRUPT, id="too little to be worth it"),
    pytest.param(until(FILE, TEXT, 40), ErrorCode.CORRUPT, id="no text left"),
    pytest.param(without_table(stored({"xl/workbook.xml": BODY})), ErrorCode.CORRUPT, id="another kind of file"),
    pytest.param(
        as_stream({f"{i}.xml": "" for i in range(limits.ZIP_MEMBERS + 1)}), ErrorCode.LIMIT_EXCEEDED, id="many parts"
    ),
    pytest.param(
        as_stream({"word/document.xml": " " * (limits.PART_BYTES + 9)}), ErrorCode.LIMIT_EXCEEDED, id="a large part"
    ),
    pytest.param(as_stream({"word/document.xml": " " * (3 << 20)}), ErrorCode.LIMIT_EXCEEDED, id="packed too well"),
]


@pytest.mark.parametrize(("data", "code"), FAILURES)
def test_what_cannot_be_mended_says_so(data, code):
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.docx")
    assert caught.value.code is code


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "LZMA"])
def test_other_ways_of_packing_are_read_and_may_be_damaged(packing):
    data = stored(MEMBERS, packing)
    assert read(data)[0] == LINES
    with pytest.raises(DocumentError) as caught:
        read(data[: data.index(TEXT) + 60] + bytes(60) + data[data.index(TEXT) + 120 :])
    assert caught.value.code is ErrorCode.CORRUPT


def test_all_parts_together_are_limited(monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 3 * len(BODY))
    with pytest.raises(limits.LimitExceededError, match="unpacked"):
        package_repair.mended(as_stream({f"{i}.xml": BODY for i in range(4)}))


def test_a_table_that_names_an_unknown_way_of_packing_is_believed():
    data = bytearray(docx(raw=BODY))
    data[data.rindex(TEXT) - 36] = 77
    with pytest.raises(DocumentError) as caught:
        read_document(bytes(data), "a.docx")
    assert caught.value.code is ErrorCode.CORRUPT


@given(st.integers(0, len(FILE)), st.integers(0, len(FILE)), st.binary(max_size=40))
@settings(deadline=None, max_examples=60)
def test_any_damage_ends_in_text_or_a_clear_error(length, place, noise):
    data = (FILE[:place] + noise + FILE[place + len(noise) :])[: max(length, 4)]
    with suppress(DocumentError):
        read_document(b"PK\x03\x04" + data[4:], "a.docx")
