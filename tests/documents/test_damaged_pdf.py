"""PDFs whose end or table of objects is lost: what is there is read, said to be damaged, and never guessed at."""

import re
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_maker import Sheet

from ats_medai.documents import pdf_repair, read_document
from ats_medai.documents.pdf_notes import is_language
from ats_medai.documents.pdf_objects import MOST_OBJECTS, find_objects
from ats_medai.errors import DocumentError, ErrorCode

LINES = [f"Line {number}: trained a network that finds nodules, {number * number} scans" for number in range(20)]
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
MAP = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <00ff> <0000> endbfrange"


def stream(content, head=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(content), content)


def drawing(font=b"F1", lines=LINES):
    shown = b"".join(b"(%s)Tj T*\n" % line.encode() for line in lines)
    return b"BT /%s 10 Tf 12 TL 60 700 Td\n%sET" % (font, shown)


def page(content, resources=b"<</Font<</F1 5 0 R>>>>"):
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources %s>>" % (content, resources)


def pdf(objects):
    """Objects as they stand in a file whose end, with the table of them, is missing."""
    return b"%PDF-1.5\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in objects.items())


WHOLE = {
    1: b"<</Type/Catalog/Pages 2 0 R>>",
    2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    3: page(4),
    4: stream(drawing()),
    5: HELVETICA,
}


def without(*numbers, **others):
    return {number: text for number, text in (WHOLE | others).items() if number not in numbers}


def packed(objects):
    """The same objects in one packed stream."""
    table, body = b"", b""
    for number, text in objects.items():
        table += b"%d %d " % (number, len(body))
        body += text + b" "
    head = b"/Type/ObjStm/Filter/FlateDecode/N %d/First %d" % (len(objects), len(table))
    return stream(zlib.compress(table + body), head)


DAMAGED = [
    pytest.param(pdf(WHOLE), id="no table"),
    pytest.param(pdf(without(1)), id="no catalogue"),
    pytest.param(pdf(without(2)), id="no list of pages"),
    pytest.param(pdf(without(1, 2)), id="neither"),
    pytest.param(b"HTTP/1.1 200 OK\r\n\r\n" + pdf(WHOLE), id="after other bytes"),
    pytest.param(pdf(WHOLE).replace(b"endobj\n", b""), id="objects without their end"),
    pytest.param(pdf({3: b"<</Type/Page>>"} | without(3, 1) | {3: page(4)}), id="changed later on"),
    pytest.param(pdf({4: WHOLE[4], 6: packed(without(4))}), id="packed objects"),
    pytest.param(pdf({4: WHOLE[4], 6: packed(without(4, 1, 2))}), id="packed objects, no catalogue"),
    pytest.param(pdf(WHOLE)[:-20] + b"0000000016 00000 n \ntrailer <</Ro", id="broken off in the table"),
]


def read(data):
    document = read_document(data, "a.pdf")
    return document.text.splitlines(), [issue.code for issue in document.issues]


@pytest.mark.parametrize("data", DAMAGED)
def test_what_is_there_is_read_and_said_to_be_damaged(data):
    lines, codes = read(data)
    assert lines == LINES
    assert codes.count("damaged") == 1


def test_the_reader_says_what_to_do_about_a_missing_end():
    message = next(issue.message for issue in read_document(pdf(WHOLE), "a.pdf").issues if issue.code == "damaged")
    assert "end of the file is missing" in message
    assert "Download" in message


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_a_real_file_gives_the_lines_before_the_cut(share):
    sheet = Sheet()
    sheet.lines(60, 60, [*LINES, *LINES])
    for _ in range(3):
        sheet.page().lines(60, 60, [*LINES, *LINES])
    data = sheet.data()
    lines, codes = read(data[: int(share * len(data))])
    assert lines[: len(LINES)] == LINES
    assert set(lines[:-1]) <= set(LINES)
    assert "damaged" in codes


def test_little_text_is_no_text():
    data = pdf(WHOLE | {4: stream(drawing(lines=LINES[:2]))})
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.pdf")
    assert caught.value.code is ErrorCode.CORRUPT
    assert "end is missing" in caught.value.message


def composite(*, mapped, map_there):
    """A font of two-byte codes, as Chromium's and Word's are; its codes are those of the letters plus 29 or so."""
    fonts = {
        5: b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
        % (b"/ToUnicode 8 0 R" if mapped else b""),
        6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 7 0 R/DW 500>>",
        7: b"<</Type/FontDescriptor/FontName/A/Flags 32/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/StemV 1>>",
    }
    return fonts | ({8: stream(MAP)} if map_there else {})


def wide(lines=LINES):
    shown = b"".join(b"<%s>Tj T*\n" % line.encode("utf-16-be").hex().encode() for line in lines)
    return stream(b"BT /F2 10 Tf 12 TL 60 400 Td\n%sET" % shown)


TWO_FONTS = page(4, b"<</Font<</F1 15 0 R/F2 5 0 R>>>>").replace(b"4 0 R", b"[4 0 R 14 0 R]", 1)


def two_fonts(fonts):
    objects = without(5) | {3: TWO_FONTS, 14: wide([line.upper() for line in LINES]), 15: HELVETICA}
    return pdf(objects | fonts)


def test_a_font_that_is_whole_keeps_its_letters():
    lines, _ = read(two_fonts(composite(mapped=True, map_there=True)))
    assert lines[: len(LINES)] == LINES
    assert "NODULES" in " ".join(lines[len(LINES) :])


LOST = [
    pytest.param(composite(mapped=True, map_there=False), id="its map"),
    pytest.param({5: composite(mapped=True, map_there=True)[5]}, id="all but its first object"),
    pytest.param({}, id="all of it"),
]


@pytest.mark.parametrize("fonts", LOST)
def test_letters_of_a_lost_font_are_left_out_rather_than_guessed(fonts):
    assert read(two_fonts(fonts))[0] == LINES


def test_simple_fonts_that_are_lost_keep_letters_that_make_words():
    assert read(pdf(without(5)))[0] == LINES


def test_simple_fonts_that_are_lost_give_no_nonsense():
    shifted = ["".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in line) for line in LINES]
    with pytest.raises(DocumentError):
        read(pdf(without(5) | {4: stream(drawing(lines=[re.sub(r"[()\\]", "_", line) for line in shifted]))}))


LANGUAGES = [
    pytest.param(
        "Trained and validated segmentation networks on hospital data for eight years. " * 4, True, id="English"
    ),
    pytest.param("Entwicklung und Pruefung von Verfahren zur Auswertung klinischer Bilddaten. " * 4, True, id="German"),
    pytest.param("WUDLQHG DQG YDOLGDWHG VHJPHQWDWLRQ QHWZRUNV RQ KRVSLWDO GDWD IRU HLJKW. " * 4, False, id="shifted"),
    pytest.param("12 34 56 78 " * 40, False, id="figures"),
    pytest.param("too short", False, id="too short to tell"),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_language_is_told_from_nonsense(text, expected):
    assert is_language(text) is expected


UNLISTED = [
    pytest.param(b"[]", ErrorCode.NO_TEXT, "no pages", id="an empty list"),
    pytest.param(b"[2 0 R]", ErrorCode.CORRUPT, "leads nowhere", id="a list of itself"),
]


@pytest.mark.parametrize(("kids", "code", "detail"), UNLISTED)
def test_a_page_that_nobody_sees_is_not_read(kids, code, detail):
    data = pdf(WHOLE | {2: b"<</Type/Pages/Count 1/Kids%s>>" % kids})
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.pdf")
    assert caught.value.code is code
    assert detail in caught.value.detail


def test_an_encrypted_file_is_not_mended():
    assert pdf_repair.rebuilt(pdf(WHOLE | {6: b"<</Encrypt 7 0 R>>"})) == ()


def test_objects_are_found_up_to_a_number():
    data = b"%PDF-1.4\n" + b"".join(b"%d 0 obj 0 endobj\n" % number for number in range(1, MOST_OBJECTS + 50))
    assert len(find_objects(data).heads) == MOST_OBJECTS


@given(st.integers(0, 3_000), st.binary(max_size=60))
@settings(deadline=None, max_examples=60)
def test_any_damage_ends_in_text_or_a_clear_error(place, noise):
    data = pdf({4: WHOLE[4], 6: packed(without(4))})
    with suppress(DocumentError):
        read(data[:place] + noise + data[place + len(noise) :])
