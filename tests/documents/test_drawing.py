"""Pictures of pages: drawn in the reading process, with every word where a person sees it."""

import io
import json

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ats_medai.documents import drawing
from ats_medai.documents.isolation import DRAW, Reader, ReaderPool
from ats_medai.documents.picture import PAGES, from_answer
from ats_medai.documents.process import Limits
from ats_medai.errors import DocumentError, ErrorCode


def pdf(pages=1, size=(595, 842), turned=0, **options):
    """Give a PDF with one word near the top left corner, as the file counts, of each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, **options)
    high = size[0] if turned % 180 else size[1]  # reportlab swaps the sides of the box of a page that lies
    for _ in range(pages):
        canvas.setPageRotation(turned)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(60, high - 100, "Radiology")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def reader():
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def drawn(reader):
    (page,) = reader.draw(pdf(), "a.pdf")
    return page


def test_the_word_stands_on_its_ink(drawn):
    picture = Image.open(io.BytesIO(drawn.png)).convert("L")
    (word,) = drawn.words
    assert word.text == "Radiology"
    ink = picture.point(lambda light: 255 * (light < 128)).getbbox()
    left, top, right, bottom = (
        place * side for place, side in zip(word[1:], (picture.width, picture.height) * 2, strict=True)
    )
    assert left - 2 <= ink[0]
    assert ink[2] <= right + 2
    assert top - 2 <= ink[1]
    assert ink[3] <= bottom + 2


@pytest.mark.parametrize(("turned", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))])
def test_words_turn_with_the_page(turned, corner):
    (page,) = from_answer(drawing.draw_pages(pdf(turned=turned), "a.pdf"))
    (word,) = page.words
    assert (round(word.left), round(word.top)) == corner
    assert (page.width, page.height) == (595, 842)


def test_only_the_first_pages_are_drawn(reader):
    assert [page.number for page in reader.draw(pdf(pages=PAGES + 2), "a.pdf")] == list(range(1, PAGES + 1))


def test_a_huge_page_is_drawn_small(reader):
    (page,) = reader.draw(pdf(size=(14_400, 14_400)), "a.pdf")
    assert Image.open(io.BytesIO(page.png)).size[0] ** 2 <= 1.01 * drawing.MOST_PIXELS


def test_a_picture_that_does_not_pack_is_made_smaller(monkeypatch):
    monkeypatch.setattr(drawing, "MOST_BYTES", 2_000)
    (page,) = from_answer(drawing.draw_pages(pdf(), "a.pdf"))
    assert len(page.png) <= 2_000


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n" + bytes(300), b"", pdf(encrypt="secret")], ids=["broken", "empty", "locked"]
)
def test_what_does_not_open_is_told(reader, data):
    with pytest.raises(DocumentError) as caught:
        reader.draw(data, "a.pdf")
    assert caught.value.code is ErrorCode.CORRUPT


def test_a_pool_draws_and_reads():
    pool = ReaderPool(1)
    assert pool.draw(pdf(), "a.pdf")[0].words[0].text in pool.read(pdf(), "a.pdf").text


def test_a_drawing_that_takes_too_long_costs_one_file():
    reader = Reader(Limits(wall_seconds=0.0), DRAW)
    with pytest.raises(DocumentError) as caught:
        reader.draw(pdf(pages=PAGES), "a.pdf")
    assert caught.value.code is ErrorCode.TIMEOUT
    reader.close()


@pytest.mark.parametrize(
    "answer",
    ["[[1,2,3]]", '[[1,2,3,"iVBOR",[]]]', '[[1,2,3,"AAAA",[]]]', "{", '[[1,2,3,"iVBORw0KGgo=",[["a",1]]]]', "[[1]]"],
)
def test_an_answer_that_makes_no_sense_is_refused(answer):
    with pytest.raises((ValueError, TypeError)):
        from_answer(answer.encode())


def test_places_off_the_page_are_brought_to_its_edge():
    row = [1, 10, 10, "iVBORw0KGgo=", [["a", -1, 0.5, 7, float("nan")]]]
    (page,) = from_answer(json.dumps([row]).encode())
    assert page.words[0] == ("a", 0.0, 0.5, 1.0, 0.0)
