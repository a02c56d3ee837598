"""What is seen on a page is read, what is not is named; odd and broken files."""

import io

import pytest
from pdf_maker import HEIGHT, WIDTH, Sheet
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from ats_medai.documents import limits, read_document
from ats_medai.errors import DocumentError, ErrorCode

SEEN = "Built a model for chest radiographs"


def read(sheet):
    return read_document(sheet.data(), "made.pdf")


def codes(document):
    return {issue.code for issue in document.issues}


HIDDEN = [
    pytest.param({"color": (1, 1, 1)}, {}, "background", id="white on white"),
    pytest.param({"mode": 3}, {}, "invisibly", id="drawn invisibly"),
    pytest.param({"size": 1}, {}, "points", id="tiny"),
    pytest.param({}, {"x": WIDTH + 50}, "off the page", id="right of the page"),
    pytest.param({}, {"y": -40}, "off the page", id="above the page"),
]


@pytest.mark.parametrize(("look", "place", "reason"), HIDDEN)
def test_hidden_words_are_left_out_and_named(look, place, reason):
    sheet = Sheet().text(60, 100, SEEN)
    sheet.text(**{"x": 60, "y": 120, **place, "text": "Kubernetes FHIR expert", **look})
    document = read(sheet)
    assert document.text == SEEN
    (issue,) = document.issues
    assert issue.code == "hidden_text"
    assert "Kubernetes FHIR expert" in issue.message
    assert reason in issue.message


SHOWN = [
    pytest.param((0.1, 0.2, 0.5), (1, 1, 1), id="white on a dark banner"),
    pytest.param((0.9, 0.9, 0.9), (1, 1, 1), id="white on grey"),
    pytest.param((1, 1, 1), (0.85, 0.85, 0.85), id="light grey on white"),
]


@pytest.mark.parametrize(("ground", "color"), SHOWN)
def test_light_words_that_are_seen_are_read(ground, color):
    sheet = Sheet().box(0, 0, WIDTH, 60, ground)
    assert read(sheet.text(60, 40, SEEN, 20, color=color)).text == SEEN


def test_words_in_the_colour_of_a_box_are_hidden():
    sheet = Sheet().box(0, 0, WIDTH, 60, (0.9, 0.9, 0.9)).text(60, 100, SEEN)
    assert read(sheet.text(60, 40, "Kubernetes", color=(0.9, 0.9, 0.9))).text == SEEN


def test_white_words_under_a_later_box_stay_hidden():
    sheet = Sheet().text(60, 100, SEEN).text(60, 40, "Kubernetes", color=(1, 1, 1))
    assert read(sheet.box(0, 0, WIDTH, 60, (0.1, 0.2, 0.5))).text == SEEN


SPACED = [
    pytest.param("JORDAN", 6, "JORDAN", id="one word"),
    pytest.param("JORDAN REYES", 6, "JORDAN REYES", id="two words"),
    pytest.param("Jordan Reyes", 8, "Jordan Reyes", id="mixed case"),
    pytest.param("E X P E R I E N C E", 0, "EXPERIENCE", id="typed with spaces"),
]


@pytest.mark.parametrize(("text", "space", "joined"), SPACED)
def test_letter_spaced_words_are_joined(text, space, joined):
    document = read(Sheet().text(60, 60, text, 16, space=space).text(60, 100, SEEN))
    assert document.text == f"{joined}\n{SEEN}"
    (issue,) = document.issues
    assert (issue.code, document[issue.span]) == ("letter_spaced", joined)


def test_a_scale_is_not_a_letter_spaced_word():
    assert read(Sheet().text(60, 60, "1 2 3 4 5")).text == "1 2 3 4 5"


def test_turned_words_are_left_out():
    assert read(Sheet().text(60, 100, SEEN).turned(40, 400, "Draft of a resume", 90)).text == SEEN


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(rotation):
    sheet = Sheet(rotation=rotation)
    middle = {90: (100, 700), 180: (500, 700), 270: (500, 300)}[rotation]
    down = {90: (1, 0), 180: (0, -1), 270: (-1, 0)}[rotation]
    for i, line in enumerate(("First line", "Second line", "Third line")):
        sheet.turned(middle[0] + 14 * i * down[0], middle[1] + 14 * i * down[1], line, rotation)
    document = read(sheet)
    assert document.text == "First line\nSecond line\nThird line"
    assert document.lines[0].bbox[0] < WIDTH


def test_a_broken_word_at_a_lines_end_is_joined():
    sheet = Sheet()
    sheet.lines(60, 100, ["Worked on medical image seg-", "mentation of the brain"])
    assert read(sheet).text == "Worked on medical image segmentation\nof the brain"


def test_small_print_is_noticed():
    sheet = Sheet().text(60, 100, SEEN).text(60, 120, "Small print that says a good deal about the work", 7)
    document = read(sheet)
    (issue,) = document.issues
    assert (issue.code, document[issue.span][:11]) == ("small_text", "Small print")


def test_a_running_head_is_marked_and_a_page_number_too():
    sheet = Sheet()
    for page in (1, 2):
        sheet.text(60, 30, "Ada Quist, Curriculum Vitae").text(60, 200 + page, f"{SEEN} {page}")
        sheet.text(300, 770, f"Page {page} of 2").page()
    places = [line.place for line in read(sheet).lines]
    assert places == ["header", "body", "footer"] * 2


def test_a_name_at_the_top_of_one_page_is_no_running_head():
    assert read(Sheet().text(60, 30, "Ada Quist").text(60, 200, SEEN)).lines[0].place == "body"


def test_a_password_is_an_error_and_an_owner_lock_is_none():
    assert read(Sheet(owner="boss").text(60, 100, SEEN)).text == SEEN
    with pytest.raises(DocumentError) as caught:
        read(Sheet(password="secret").text(60, 100, SEEN))
    assert caught.value.code is ErrorCode.ENCRYPTED


def test_a_page_without_words_is_named():
    document = read(Sheet().text(60, 100, SEEN).page().box(10, 10, 5, 5, (0, 0, 0)))
    assert document.text == SEEN
    assert codes(document) == {"blank_page"}
    assert document.pages == 2


def outlines(number):
    sheet = Sheet()
    for place in range(number):
        sheet.canvas.circle(60 + place, 700, 3)
    return sheet


WORDLESS = [
    pytest.param(Sheet().page(), "blank", id="nothing"),
    pytest.param(Sheet().box(10, 10, 5, 5, (0, 0, 0)), "blank", id="a box"),
    pytest.param(Sheet().page().page(), "blank", id="two blank pages"),
    pytest.param(outlines(60), "outlines", id="letters drawn as shapes"),
    pytest.param(Sheet().text(60, 100, SEEN, color=(1, 1, 1)), "invisible", id="white letters"),
]


@pytest.mark.parametrize(("sheet", "detail"), WORDLESS)
def test_a_file_without_words_is_an_error_that_says_what_it_shows(sheet, detail):
    with pytest.raises(DocumentError) as caught:
        read(sheet)
    assert caught.value.code is ErrorCode.NO_TEXT
    assert detail in caught.value.detail
    assert "picture" not in caught.value.message


def test_a_picture_of_a_page_is_an_error_that_says_so(tmp_path):
    from PIL import Image

    picture = tmp_path / "scan.png"
    Image.new("L", (60, 80), 200).save(picture)
    sheet = Sheet()
    sheet.canvas.drawImage(str(picture), 0, 0, WIDTH, HEIGHT)
    with pytest.raises(DocumentError) as caught:
        read(sheet)
    assert caught.value.code is ErrorCode.NO_TEXT
    assert "picture" in caught.value.detail


def test_a_scan_in_strips_is_a_picture_too(tmp_path):
    from PIL import Image

    picture = tmp_path / "strip.png"
    Image.new("L", (60, 8), 200).save(picture)
    sheet = Sheet()
    for strip in range(10):
        sheet.canvas.drawImage(str(picture), 0, strip * HEIGHT / 10, WIDTH, HEIGHT / 10)
    with pytest.raises(DocumentError, match="pictures"):
        read(sheet)


def test_invisible_words_over_a_scan_are_its_text(tmp_path):
    from PIL import Image

    picture = tmp_path / "scan.png"
    Image.new("L", (60, 80), 200).save(picture)
    sheet = Sheet()
    sheet.canvas.drawImage(str(picture), 0, 0, WIDTH, HEIGHT)
    document = read(sheet.text(60, 100, SEEN, mode=3))
    assert document.text == SEEN
    assert codes(document) == {"ocr"}


def outcome(data):
    """The text, or the code of the error."""
    try:
        return read_document(data, "odd.pdf").text
    except DocumentError as error:
        return error.code


@pytest.mark.parametrize("keep", [0.3, 0.5, 0.9])
def test_a_cut_off_file_gives_text_or_a_clear_error(keep):
    sheet = Sheet()
    sheet.lines(60, 100, [SEEN] * 20)
    data = sheet.data()
    found = outcome(data[: int(keep * len(data))])
    assert found in {ErrorCode.CORRUPT, ErrorCode.NO_TEXT} or SEEN in found


@pytest.mark.parametrize("place", range(8, 900, 97))
def test_a_damaged_byte_gives_text_or_a_clear_error(place):
    data = bytearray(Sheet().text(60, 100, SEEN).data())
    data[place] ^= 0x55
    found = outcome(bytes(data))
    assert found in {ErrorCode.CORRUPT, ErrorCode.NO_TEXT} or isinstance(found, str)


def test_too_many_characters_on_a_page_are_refused():
    sheet = Sheet()
    sheet.lines(10, 10, ["x" * 1000] * (limits.PAGE_CHARACTERS // 1000 + 1), size=4)
    with pytest.raises(DocumentError) as caught:
        read(sheet)
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED
    assert "characters on a page" in caught.value.detail


def test_too_many_pages_are_refused():
    sheet = Sheet()
    for _ in range(limits.PDF_PAGES + 1):
        sheet.text(60, 100, SEEN).page()
    with pytest.raises(DocumentError) as caught:
        read(sheet)
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED


def test_the_same_bytes_give_the_same_document():
    data = Sheet().text(60, 100, SEEN).data()
    assert read_document(data, "a.pdf") == read_document(data, "a.pdf")


def test_a_superscript_stays_with_its_word():
    sheet = Sheet().text(60, 100, "Placed 1").text(60 + 38.7, 96, "st", 6).text(106.5, 100, "of 120")
    assert read(sheet.text(60, 120, SEEN)).text == f"Placed 1st of 120\n{SEEN}"


def test_a_wrong_map_is_noticed():
    sheet = Sheet()
    sheet.lines(60, 100, [SEEN.translate({c: c + 3 for c in range(65, 123)})] * 12)
    assert "garbled_text" in codes(read(sheet))
    sheet = Sheet()
    sheet.lines(60, 100, [SEEN] * 12)
    assert codes(read(sheet)) == set()


@pytest.mark.parametrize(("may_copy", "told"), [(0, ["secured"]), (1, [])])
def test_a_file_that_forbids_copying_is_read_and_named(may_copy, told):
    out = io.BytesIO()
    sheet = canvas.Canvas(out, encrypt=StandardEncryption("", ownerPassword="owner", canCopy=may_copy))
    sheet.drawString(72, 700, "Seen")
    sheet.save()
    document = read_document(out.getvalue(), "a.pdf")
    assert document.text == "Seen"
    assert [issue.code for issue in document.issues] == told


def damaged(data):
    """Give the file with the middle of its first packed stream overwritten."""
    start, end = data.index(b"stream\n") + 7, data.index(b"endstream")
    middle = (start + end) // 2
    return data[:middle] + b"!" * 40 + data[middle + 40 :]


def test_a_page_that_breaks_off_is_told():
    sheet = Sheet()
    sheet.lines(60, 60, [f"Line {number} of some length, {number * number}" for number in range(40)])
    document = read_document(damaged(sheet.data()), "a.pdf")
    assert "Line 0" in document.text
    assert "Line 39" not in document.text
    assert "damaged" in [issue.code for issue in document.issues]


def test_a_page_that_is_lost_among_others_is_told():
    sheet = Sheet()
    for page in range(3):
        sheet.lines(60, 60, [f"Page {page}, line {number}, {number * number}" for number in range(40)])
        sheet.page()
    data = sheet.data()
    second = data.index(b"stream", data.index(b"endstream") + 9) + 8
    document = read_document(data[:second] + b"!" * 60 + data[second + 60 :], "a.pdf")
    assert "Page 0, line 39" in document.text
    assert "Page 2, line 39" in document.text
    assert len(document.text) > 1_000
    assert "damaged" in [issue.code for issue in document.issues]


NOTHING = [
    pytest.param(Sheet().page().data(), ErrorCode.NO_TEXT, id="a blank page"),
    pytest.param(
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</S/Named>>endobj",
        ErrorCode.CORRUPT,
        id="no page at all",
    ),
]


@pytest.mark.parametrize(("data", "code"), NOTHING)
def test_a_file_without_pages_is_damaged_and_one_without_text_is_not(data, code):
    with pytest.raises(DocumentError) as caught:
        read_document(data, "a.pdf")
    assert caught.value.code is code
