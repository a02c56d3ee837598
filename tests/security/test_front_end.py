"""R17 to R19 in the front end: nothing of a text in its log, none shared between people, few files open at a time."""

import sys
import threading
import traceback

import pytest
from test_reading_process import children

from ats_medai.documents.isolation import MOST_BYTES, ReaderPool
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.shipped import PACKAGE
from ats_medai.web import engine, pages


def test_a_mistake_of_ours_is_logged_without_the_text_that_it_met(monkeypatch):
    class Navigation:
        def run(self):
            raise KeyError("Jane Doe, 555-0100")

    monkeypatch.setattr(pages.st, "navigation", lambda *_, **__: Navigation())
    with pytest.raises(pages.UnexpectedError) as caught:
        pages.main()
    told = "".join(traceback.format_exception(caught.value))
    assert "KeyError at pages.py:" in told
    assert "Jane" not in told


def test_no_text_is_kept_for_others():
    """What Streamlit caches is shared by all visitors: only the readers, the keywords and a lock are."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in (PACKAGE / "web").rglob("*.py")}
    assert len(sources) > 10
    assert not [name for name, text in sources.items() if "cache_data" in text]
    assert {name: text.count("@st.cache_resource") for name, text in sources.items() if "cache_resource" in text} == {
        "engine.py": 3
    }


def test_size_is_checked_by_the_server_too():
    with pytest.raises(DocumentError) as caught:
        engine.opened("a.pdf", b"%PDF-" + bytes(MOST_BYTES))
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted on Linux")
def test_many_visitors_share_two_readers():
    others, most, pool = len(children()), [], ReaderPool(engine.READERS)

    def read(at):
        assert pool.read(b"Skills\nPython %d" % at, "a.txt").text.endswith(str(at))
        most.append(len(children()) - others)

    visitors = [threading.Thread(target=read, args=(at,)) for at in range(6)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join(100)
    assert len(most) == 6
    assert max(most) <= 2
