"""The guards around the reading process, tried on readers that misbehave."""

import os
import signal
import subprocess
import sys
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest

from ats_medai.documents import text_document
from ats_medai.documents.isolation import Reader, ReaderPool
from ats_medai.documents.process import Limits
from ats_medai.documents.wire import from_json, to_json
from ats_medai.errors import DocumentError, ErrorCode

LIMITS = Limits(memory=400 << 20, cpu_seconds=2, wall_seconds=5.0, answer=1 << 20, files=3)

pytestmark = pytest.mark.usefixtures("bounded")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the limits of the system are set on Linux")


@pytest.fixture
def reader(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    reader = Reader(LIMITS, target="bad_reader:read")
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        ("hang", ErrorCode.TIMEOUT),
        pytest.param("burn", ErrorCode.TIMEOUT, marks=linux_only),
        pytest.param("eat", ErrorCode.LIMIT_EXCEEDED, marks=linux_only),
        ("abort", ErrorCode.CRASHED),
        ("flood", ErrorCode.LIMIT_EXCEEDED),
        ("flood_bytes", ErrorCode.LIMIT_EXCEEDED),
        ("answer_garbage", ErrorCode.CRASHED),
        ("quit", ErrorCode.CRASHED),
        ("raise", ErrorCode.CRASHED),
        ("recurse", ErrorCode.CORRUPT),
        ("write", ErrorCode.CRASHED),
        ("connect", ErrorCode.CRASHED),
    ],
)
def test_misbehaviour_costs_one_file(reader, behaviour, code):
    with pytest.raises(DocumentError) as caught:
        reader.read(b"", behaviour)
    assert caught.value.code == code
    assert reader.read(b"still here", "echo").text == "still here"


def test_no_text_of_an_exception_gets_out(reader):
    with pytest.raises(DocumentError) as caught:
        reader.read(b"", "raise")
    assert "Jane" not in str(caught.value)


@linux_only
def test_a_file_cannot_be_written_even_past_the_audit_hook(reader):
    with pytest.raises(DocumentError):
        reader.read(b"", "write_quietly")


@linux_only
def test_children_of_the_reader_die_with_it(reader):
    reader.start()
    folder = reader._process._folder.name
    assert len(living_in(folder)) == 1
    with pytest.raises(DocumentError):
        reader.read(b"", "spawn")
    left = living_in(folder)
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert not left


def living_in(folder):
    """Give the processes that work in the folder, also when it is gone; those that have ended do not count."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):
            if link.readlink().name.removesuffix(" (deleted)") == Path(folder).name:
                found.append(int(link.parent.name))
    return found


def test_an_answer_that_is_too_long_takes_no_memory_here(reader):
    reader.start()
    tracemalloc.start()
    with pytest.raises(DocumentError):
        reader.read(b"", "flood_bytes")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 << 20


def test_what_a_library_prints_is_no_answer(reader):
    for text in ("first", "second"):
        assert reader.read(text.encode(), "chat").text == text


def test_surroundings_are_empty(reader):
    os.environ["ATS_MEDAI_SECRET"] = "x"
    try:
        assert "ATS_MEDAI_SECRET" not in reader.read(b"", "tell_surroundings").text
    finally:
        del os.environ["ATS_MEDAI_SECRET"]
    assert reader.read(b"", "tell_surroundings").text.endswith("[])")


def test_process_is_replaced_after_its_share_of_files(reader):
    seen = set()
    for i in range(7):
        assert reader.read(b"%d" % i, "echo").text == str(i)
        seen.add(reader._process._popen.pid)
    assert len(seen) == 3


def test_real_reader_keeps_every_field():
    document = text_document("Skills\nPython\n")
    assert from_json(to_json(document)) == document
    assert ReaderPool(1).read(b"Skills\nPython\n", "a.txt").text.split() == ["Skills", "Python"]


@linux_only
def test_an_abort_for_want_of_memory_is_a_limit():
    """In a small process of its own: a child's peak begins at its parent's, and this one holds much."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from ats_medai.documents.isolation import Reader; from ats_medai.documents.process import Limits\n"
        "try: Reader(Limits(memory=400 << 20), 'bad_reader:read').read(b'', 'eat_and_abort')\n"
        "except Exception as error: print(error.code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    assert run.stdout.strip() == ErrorCode.LIMIT_EXCEEDED
