"""What the reading process may do, told by itself; and what reading many files costs the process that asks."""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ats_medai.documents.isolation import Reader, ReaderPool
from ats_medai.documents.process import Limits
from ats_medai.errors import DocumentError

resource = pytest.importorskip("resource")
pytestmark = [
    pytest.mark.usefixtures("bounded"),
    pytest.mark.skipif(sys.platform != "linux", reason="the limits of the system are set and told on Linux"),
]


@pytest.fixture
def probe(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    reader = Reader(target="probe_reader:read")
    yield lambda name, data=b"": json.loads(reader.read(data, name).text)
    reader.close()


def test_limits_hold_inside(probe):
    limits = Limits()
    told = probe("limits")
    assert told["RLIMIT_AS"] == limits.memory == 1 << 30
    assert told["RLIMIT_FSIZE"] == 0
    assert told["RLIMIT_NOFILE"] <= 64
    assert limits.cpu_seconds <= told["RLIMIT_CPU"] <= limits.cpu_seconds + 3
    assert limits.wall_seconds == 60


@pytest.fixture
def cores_allowed():
    """Allow ourselves images of broken processes, which many systems forbid to begin with."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    if before[1] == 0:
        pytest.skip("this system forbids core files to us too, so the limit shows nothing")
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, before)


@pytest.mark.usefixtures("cores_allowed")
def test_a_crash_leaves_no_image_of_the_memory(probe):
    assert probe("limits")["RLIMIT_CORE"] == 0


def test_each_file_has_its_own_allowance_of_work(probe):
    assert probe("limits")["RLIMIT_CPU"] <= probe("limits")["RLIMIT_CPU"] < 20


def test_surroundings_are_bare(probe, monkeypatch):
    for name in ("CMAP_PATH", "PYTHONPATH", "HTTPS_PROXY", "HOME", "ATS_MEDAI_SECRET"):
        monkeypatch.setenv(name, "/nowhere")
    told = probe("surroundings")
    assert set(told["environment"]) <= {"LC_CTYPE"}  # which Python sets itself
    assert told["inside"] == []
    assert Path(told["folder"]) != Path.cwd()
    assert told["isolated"] == 1
    assert told["group"]
    assert told["session"]
    assert set(told["open_files"]) <= {"/dev/null"}
    assert told["heavy"] == []


def test_nothing_can_be_written_started_or_called(probe, tmp_path):
    target = tmp_path / "precious"
    target.write_text("mine")
    assert probe("attempts", str(target).encode()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["precious"]
    assert target.read_text() == "mine"


def test_code_outside_python_can_write_no_byte_either(probe, tmp_path):
    assert probe("write_in_c", str(tmp_path / "left").encode()) == -1
    assert not any(path.stat().st_size for path in tmp_path.iterdir())


def test_the_folder_goes_with_the_process():
    reader = Reader()
    reader.start()
    folder = Path(f"/proc/{reader._process._popen.pid}/cwd").readlink()
    assert folder.is_dir()
    assert folder.parent == Path(tempfile.gettempdir()).resolve()
    assert folder.stat().st_mode & 0o077 == 0
    reader.close()
    assert not folder.exists()


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_three_hundred_files_leave_no_memory_and_no_process_behind():
    """Good and bad files by turns, across several replacements of the reading process."""
    others = children()  # those that other tests of this process have left running
    reader = Reader(Limits(files=100))
    pages = (b"Skills\nPython\n" * 2_000, b"%PDF-1.7 nothing", b"", b"PK\3\4 nothing", b"Skills\nPyTorch\n")

    def turn(times):
        for at in range(times):
            try:
                reader.read(pages[at % len(pages)], "a.txt")
            except DocumentError:
                continue

    turn(60)
    gc.collect()
    before = resident()
    turn(300)
    gc.collect()
    assert resident() - before < 24 << 20
    process = reader._process._popen.pid
    reader.close()
    assert not Path(f"/proc/{process}").exists()
    assert children() == others


def test_a_pool_that_is_dropped_leaves_no_process():
    others = children()
    pool = ReaderPool(2)
    pool.read(b"Skills", "a.txt")
    assert len(children()) == len(others) + 1
    del pool
    gc.collect()
    assert set(children()) <= set(others)


def test_a_killed_parent_leaves_no_reading_process():
    """The reading process ends with its standard input."""
    code = (
        "import os, signal; from ats_medai.documents.isolation import Reader; reader = Reader(); reader.start();"
        "reader.read(b'Skills', 'a.txt'); print(reader._process._popen.pid, reader._process._folder.name, flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=100)
    process, folder = (Path("/proc", part) for part in run.stdout.split())
    for _ in range(200):
        if not folder.exists() and (not process.exists() or " Z " in process.joinpath("stat").read_text()):
            return
        time.sleep(0.05)
    pytest.fail("the reading process or its folder is still there")


def children():
    """Give the reading processes that this process has started and that still run."""
    mine = str(os.getpid())
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            command = stat.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if parent == mine and state != "Z" and b"documents.worker" in command:
            found.append(stat.parent.name)
    return found
