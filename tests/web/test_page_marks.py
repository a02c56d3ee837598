"""Boxes on the picture of a page: each lies on the words that it is about, and the list says the same."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit_pages import check, html_of, open_tab

from ats_medai.documents import text_document
from ats_medai.documents.isolation import Reader
from ats_medai.documents.picture import PagePicture
from ats_medai.model import Finding, Severity, Span
from ats_medai.web import engine
from ats_medai.web.page_marks import MIXED, Box, PageMark, boxes_of
from ats_medai.web.tabs.page import page_html

PERSON = Path(__file__).resolve().parents[2] / "sample_resumes" / "imaging_engineer"
ADVERT = (PERSON / "job.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reader():
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def marked(analyzer, reader):
    """Give report and pictures of a sample by file name."""

    def run(name):
        data = (PERSON / name).read_bytes()
        report = analyzer.analyze(reader.read(data, name), text_document(ADVERT, "job.txt"))
        return report, reader.draw(data, name)

    return run


def letters(text):
    return re.sub(r"\W", "", text).casefold()


def under(box, picture):
    """Give the words that a box lies on by half or more of their height."""
    left, top, right, bottom = box.rect
    words = [
        word
        for word in picture.words
        if word.left < right and left < word.right and top <= (word.top + word.bottom) / 2 <= bottom
    ]
    return letters("".join(word.text for word in words))


@pytest.mark.parametrize("name", ["resume.pdf", "resume_two_columns.pdf"])
def test_every_box_lies_on_its_words(marked, name):
    report, (picture,) = marked(name)
    boxes = [box for box in boxes_of(report, [picture]) if box.kind in {PageMark.USE, PageMark.LISTED}]
    claimed = [one for one in report.resume.mentions if one.assertion == "present"]
    assert len(boxes) >= len(claimed)
    whole = [box for box in boxes if letters(box.words) and letters(box.words) in under(box, picture)]
    parts = [box for box in boxes if box not in whole and under(box, picture)]
    assert len(whole) + len(parts) == len(boxes)
    assert len(whole) > 0.9 * len(boxes)  # the rest goes over the end of a line: a box for each part


def test_what_the_advert_asks_for_gets_a_box_of_its_own(marked):
    report, (picture,) = marked("resume.pdf")
    boxes = boxes_of(report, [picture])
    asked = {box.words for box in boxes if box.kind is PageMark.ASKED}
    assert {"PyTorch", "DICOM"} <= asked
    assert "fruit" not in asked
    assert not [box for box in boxes_of(replace(report, job=None), [picture]) if box.kind is PageMark.ASKED]


def test_columns_side_by_side_are_shown_as_what_may_get_lost(marked):
    report, pictures = marked("resume_two_columns.pdf")
    lost = [box for box in boxes_of(report, pictures) if box.kind is PageMark.LOST]
    assert {box.why for box in lost} == {MIXED}
    left, right = min(lost, key=lambda box: box.rect[0]), max(lost, key=lambda box: box.rect[0])
    assert left.rect[2] <= right.rect[0]
    report, pictures = marked("resume.pdf")
    assert not [box for box in boxes_of(report, pictures) if box.kind is PageMark.LOST]


def test_the_lines_of_an_obstacle_are_framed(marked):
    report, pictures = marked("resume.pdf")
    start = report.resume.document.text.index("Rotterdam")
    finding = Finding("x", Severity.WARNING, "Contact stands in the header.", spans=(Span(start, start + 9),))
    lost = [box for box in boxes_of(replace(report, obstacles=(finding,)), pictures) if box.kind is PageMark.LOST]
    assert len(lost) == 1
    assert "rotterdam" in under(lost[0], pictures[0])
    assert lost[0].why == finding.message


def test_a_page_without_words_gets_boxes_where_its_lines_were_read(marked):
    report, (picture,) = marked("resume.pdf")
    blank = replace(picture, words=())
    pytorch = next(box for box in boxes_of(report, [blank]) if box.words == "PyTorch")
    real = next(box for box in boxes_of(report, [picture]) if box.words == "PyTorch")
    assert abs(pytorch.rect[1] - real.rect[1]) < 0.02
    assert abs(pytorch.rect[0] - real.rect[0]) < 0.1


def test_words_that_stand_elsewhere_on_the_page_get_no_box(marked):
    report, (picture,) = marked("resume.pdf")
    shifted = replace(
        picture, words=tuple(word._replace(top=word.top / 20, bottom=word.bottom / 20) for word in picture.words)
    )
    assert len(boxes_of(report, [shifted])) < 0.1 * len(boxes_of(report, [picture]))


def test_reasons_are_escaped():
    picture = PagePicture(1, 10, 10, b"x", ())
    html = page_html(picture, [Box(1, PageMark.LOST, (0, 0, 1, 1), "x", "'><script>alert(1)</script>")])
    assert "<script" not in html
    assert "title='▨ may get lost: &#x27;&gt;&lt;script" in html


def test_the_tab_shows_the_page_and_lists_its_boxes():
    at = open_tab(check("resume.pdf", (PERSON / "resume.pdf").read_bytes(), ADVERT), "What a machine reads")
    html = html_of(at)
    assert html.count("data:image/png;base64,") == 1
    assert "asked for in the advert" in html.split("Page 1, from top to bottom")[1]
    at = open_tab(check("resume.docx", (PERSON / "resume.docx").read_bytes(), ADVERT), "What a machine reads")
    assert "data:image/png" not in html_of(at)


def test_a_page_that_cannot_be_drawn_is_told(monkeypatch):
    at = check("resume.pdf", (PERSON / "resume.pdf").read_bytes(), ADVERT)
    monkeypatch.setattr(engine, "pictures_of", lambda _document, _data: ())
    monkeypatch.setattr("ats_medai.web.tabs.page.pictures_of", lambda _document, _data: ())
    assert any("could not be drawn" in one.value for one in open_tab(at, "What a machine reads").text)
