"""Scans: made here from words that are drawn, rendered, turned and roughened."""

import io
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_maker import Sheet

from ats_medai.documents import ocr_data
from ats_medai.documents.isolation import READ_SCAN, Reader
from ats_medai.documents.load import read_document
from ats_medai.documents.look_alikes import mend_line
from ats_medai.documents.ocr_lines import Seen, SeenLine, find_skew, level_words
from ats_medai.documents.process import Limits
from ats_medai.errors import DocumentError, ErrorCode

needs_ocr = pytest.mark.skipif(not ocr_data.is_installed(), reason="the extra ocr is not installed")

LEFT = ["SKILLS", "Python, PyTorch, MONAI", "SQL and Docker", "LANGUAGES", "English, Portuguese"]
RIGHT = [
    "EXPERIENCE",
    "Imaging engineer, Example Hospital",
    "Jan 2020 - Present",
    "• Trained segmentation models on MRI and CT.",
    "• Deployed AI triage with three radiologists.",
    "• Wrote the validation plan for the notified body.",
    "Data analyst, Example Insurance",
    "Jul 2017 - Dec 2019",
]
WHOLE = ["Ana Example", "ana.example@example.com | +351 555 0142", *RIGHT, *LEFT]


def page_of_text(*, columns=False, size=10):
    sheet = Sheet()
    if columns:
        sheet.lines(60, 80, WHOLE[:2])
        sheet.lines(60, 140, LEFT)
        sheet.lines(240, 140, RIGHT)
    else:
        sheet.lines(60, 80, WHOLE, size=size, step=1.3 * size)
    return sheet.data()


def scan(data, dpi=150, angle=0.0, grain=0, turn=0):
    """The first page as a scanner gives it, as one picture on a page."""
    import numpy as np
    import pypdfium2 as pdfium
    from PIL import Image

    with pdfium.PdfDocument(data) as pdf:
        picture = pdf[0].render(scale=dpi / 72, grayscale=True).to_pil()
    picture = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if grain:
        noise = np.random.default_rng(1).normal(-10, grain, (picture.height, picture.width))
        picture = Image.fromarray((np.asarray(picture) + noise).clip(0, 255).astype("uint8"))
    return as_pdf(picture.rotate(turn, expand=True), dpi)


def as_pdf(picture, dpi=150):
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=dpi)
    return out.getvalue()


def likeness(found, expected):
    return SequenceMatcher(None, found.split(), expected.split(), autojunk=False).ratio()


@pytest.fixture(scope="module")
def reader():
    reader = Reader()
    yield reader
    reader.close()


@needs_ocr
@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="clean"),
        pytest.param({"angle": 1.0}, id="turned left by a degree"),
        pytest.param({"angle": -1.0}, id="turned right by a degree"),
        pytest.param({"grain": 15}, id="grain"),
        pytest.param({"angle": 1.0, "grain": 15, "dpi": 200}, id="both"),
        pytest.param({"turn": 90}, id="on its side"),
        pytest.param({"turn": 180}, id="upside down"),
    ],
)
def test_a_scan_reads_as_its_page(reader, change):
    document = reader.read(scan(page_of_text(), **change), "scan.pdf")
    assert likeness(document.text, "\n".join(WHOLE)) > 0.95
    assert document.reader == "ocr"
    assert "ocr" in {issue.code for issue in document.issues}


@needs_ocr
def test_small_print_is_looked_at_again(reader):
    text = reader.read(scan(page_of_text(size=6), dpi=200), "scan.pdf").text
    assert likeness(text, "\n".join(WHOLE)) > 0.95


@needs_ocr
@pytest.mark.parametrize("angle", [0.0, 1.0])
def test_columns_of_a_scan_are_read_one_after_the_other(reader, angle):
    page = page_of_text(columns=True)
    text = reader.read(scan(page, angle=angle), "scan.pdf").text
    assert likeness(text, read_document(page, "page.pdf").text) > 0.95


@needs_ocr
def test_lines_of_a_scan_stand_where_the_page_shows_them(reader):
    page = page_of_text()
    shown = read_document(page, "page.pdf")
    boxes = {shown.text[line.span.start : line.span.end]: line.bbox for line in shown.lines}
    document = reader.read(scan(page), "scan.pdf")
    same = [line for line in document.lines if document.text[line.span.start : line.span.end] in boxes]
    assert len(same) >= len(WHOLE) - 3
    for line in same:
        assert line.bbox == pytest.approx(boxes[document.text[line.span.start : line.span.end]], abs=3)


@needs_ocr
def test_only_the_pictures_of_a_file_are_recognised(reader):
    import pypdfium2 as pdfium

    out = io.BytesIO()
    with pdfium.PdfDocument.new() as both:
        for data in (page_of_text(), scan(page_of_text(columns=True))):
            with pdfium.PdfDocument(data) as part:
                both.import_pages(part)
        both.save(out)
    document = reader.read(out.getvalue(), "both.pdf")
    assert document.reader == "pdfium"
    notes = [issue for issue in document.issues if issue.code == "ocr"]
    assert [note.message for note in notes] == ["Text recognised in a scan: page 2."]
    assert {line.page for line in document.lines} == {1, 2}


@needs_ocr
def test_a_photograph_holds_no_text(reader):
    from PIL import Image

    with pytest.raises(DocumentError) as caught:
        reader.read(as_pdf(Image.linear_gradient("L").resize((800, 1000))), "photo.pdf")
    assert caught.value.code is ErrorCode.NO_TEXT
    assert "OCR found no words" in caught.value.detail


@needs_ocr
def test_ocr_that_takes_too_long_costs_one_file():
    reader = Reader(scan_limits=Limits(wall_seconds=0.01))
    try:
        with pytest.raises(DocumentError) as caught:
            reader.read(scan(page_of_text()), "scan.pdf")
        assert caught.value.code is ErrorCode.TIMEOUT
        assert reader.read(page_of_text(), "page.pdf").text
    finally:
        reader.close()


def test_without_ocr_the_error_says_how_to_get_it(monkeypatch):
    from PIL import Image

    monkeypatch.setattr(ocr_data, "is_installed", lambda: False)
    with pytest.raises(DocumentError) as caught:
        read_document(as_pdf(Image.new("L", (600, 800), 200)), "scan.pdf")
    assert caught.value.code is ErrorCode.NO_TEXT
    assert "pip install 'ats_medai[ocr]'" in caught.value.detail


def test_the_model_is_found_beside_the_packages(monkeypatch, tmp_path):
    folder = tmp_path / "share" / "tessdata"
    folder.mkdir(parents=True)
    (folder / "eng.traineddata").touch()
    monkeypatch.setattr("sys.path", [str(tmp_path / "lib" / "python3.12" / "site-packages")])
    assert ocr_data.find_model() == Path(folder)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Al in radiology", "AI in radiology"),
        ("(Al)", "(AI)"),
        ("Al-based MRl", "AI-based MRI"),
        ("REST APls", "REST APIs"),
        ("Phase Il", "Phase II"),
        ("Cl/CD", "CI/CD"),
        ("¢ Built models", "• Built models"),
        ("© 2020 to 2021", "• 2020 to 2021"),
        ("e Built models", "• Built models"),
        ("* Built models", "• Built models"),
        ("e coli cultures", "e coli cultures"),
        ("Omar Al-Hassan", "Omar Al-Hassan"),
        ("All Clinical Leads et al.", "All Clinical Leads et al."),
        ("ml and dL", "ml and dL"),
        ("HL7 ALS", "HL7 ALS"),
        ("¢", "¢"),
    ],
)
def test_look_alikes_are_mended(seen, meant):
    assert mend_line(seen.split()) == meant.split()


def line_at(y, words, slope=0.0, height=20.0):
    """A line of (text, left, right) in pixels whose baseline falls by `slope` a pixel."""
    seen = [Seen(text, left, right, 95.0) for text, left, right in words]
    left, right = words[0][1], words[-1][2]
    return SeenLine(seen, (left, y + slope * left), (right, y + slope * right), height)


@given(slope=st.floats(-0.05, 0.05), ys=st.lists(st.integers(50, 900), min_size=1, max_size=8, unique=True))
@settings(deadline=None)
def test_words_of_a_turned_page_end_up_level(slope, ys):
    lines = [line_at(y, [("one", 50, 100), ("two", 110, 170), ("three", 480, 600)], slope) for y in ys]
    assert find_skew(lines) == pytest.approx(slope, abs=1e-4)
    words = list(level_words(lines, 0.5, (150, 250)))
    bases = sorted({round(word.base, 6) for word in words})
    assert len(bases) == len({line.start[1] for line in lines})
    assert [word.order for word in words] == list(range(3 * len(ys)))


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        pytest.param([[("a@", 0, 20), ("b.org", 24, 60)]], ["a@b.org"], id="the gap behind an at sign closes"),
        pytest.param([[("a", 0, 20), ("@b.org", 24, 60)]], ["a@b.org"], id="the gap before an at sign closes"),
        pytest.param([[("a@", 0, 20), ("b.org", 84, 120)]], ["a@", "b.org"], id="a wide gap stays"),
        pytest.param([[("one", 0, 60), ("|", 50, 66)]], ["one", "|"], id="overlapping boxes"),
    ],
)
def test_words_of_a_line(lines, texts):
    words = list(level_words([line_at(100, words) for words in lines], 1.0, (0, 0)))
    assert [word.text for word in words] == texts
    assert all(before.x1 <= after.x0 for before, after in pairwise(words))


def test_two_parts_of_a_line_are_one_again():
    lines = [line_at(100, [("one", 0, 60)]), line_at(150, [("below", 0, 60)]), line_at(102, [("two", 68, 90)])]
    words = list(level_words(lines, 1.0, (0, 100)))
    assert [word.text for word in words] == ["one", "two", "below"]
    assert words[0].base == words[1].base


def test_an_uncertain_sign_is_a_bullet_before_words_and_dirt_behind_them():
    line = line_at(100, [("%", 0, 10), ("Built", 20, 60), ("~", 70, 80)])
    doubtful = [word if word.text == "Built" else word._replace(confidence=10.0) for word in line.words]
    words = list(level_words([line._replace(words=doubtful)], 1.0, (0, 0)))
    assert [word.text for word in words] == ["•", "Built"]


def test_the_reader_for_scans_is_named_as_it_is():
    from importlib import import_module

    module, _, name = READ_SCAN.partition(":")
    assert callable(getattr(import_module(module), name))
