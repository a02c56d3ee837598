"""The second try at a PDF may hang: what it costs is bounded, and what the first one found is kept."""

import sys

import pytest
from pdf_maker import Sheet

from ats_medai.documents import budget, pdf_second

pytestmark = pytest.mark.usefixtures("bounded")
posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no timer of work on Windows")


@posix
def test_work_that_goes_on_is_stopped():
    def go_on():
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001 - as libraries do
                continue

    with pytest.raises(budget.OutOfTimeError), budget.at_most(0.05):
        go_on()


@posix
def test_work_that_ends_is_left_alone():
    with budget.at_most(30):
        assert sum(range(1000)) == 499_500


@posix
def test_pages_read_in_time_are_kept(monkeypatch):
    def turn(page):
        if page.page_number == 2:
            while True:
                pass
        return whole(page)

    whole = pdf_second._read
    monkeypatch.setattr(pdf_second, "_read", turn)
    monkeypatch.setattr(pdf_second, "SECOND_TRY_SECONDS", 2)
    data = Sheet().text(60, 100, "Seen").page().text(60, 100, "Lost").page().data()
    pages, locked = pdf_second.read_pages(data, 10)
    assert [[word.text for word in page.words] for page in pages] == [["Seen"]]
    assert not locked
