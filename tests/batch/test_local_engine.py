"""Worker processes of one machine: whatever a file does to one, the others get their rows, and nothing stays behind."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from datetime import date

import pytest

from ats_medai.batch import child
from ats_medai.batch.child import Child, StartError
from ats_medai.batch.inputs import find_inputs
from ats_medai.batch.local import score_all
from ats_medai.batch.work import Settings, settings_to_json

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
SETTINGS = Settings(as_of=date(2026, 1, 15), full=False)

STAND_IN = """
import os, sys, time
def watch(event, args):
    if event == "open" and str(args[0]).endswith("hang.txt"):
        time.sleep(3600)
    if event == "open" and str(args[0]).endswith("die.txt"):
        os.kill(os.getpid(), 9)
if "ats_medai.batch.child" in sys.orig_argv:
    sys.addaudithook(watch)
"""
"""What a worker process runs first, in place of a file that no limit of ours stops."""

WITHOUT_GUARD = """
import sys
from ats_medai.batch.inputs import find_inputs
from ats_medai.batch.local import score_all
from ats_medai.batch.work import Settings
print("once")
print(len(list(score_all(find_inputs(sys.argv[1:]), Settings(full=False), 1))))
"""


@pytest.fixture
def copies(tmp_path, samples):
    """Make copies of one résumé by these names, and give them as inputs."""

    def make(*names):
        place = tmp_path / "in"
        place.mkdir()
        for name in names:
            shutil.copy(samples / "career_changer" / "resume.txt", place / name)
        return find_inputs([str(place)])

    return make


@pytest.fixture
def alone():
    """A scoring process that was started, and is ended afterwards."""
    one = Child(settings_to_json(SETTINGS))
    yield one
    one.close()


def outcomes(lines):
    records = [json.loads(line)[0] for line in lines]
    return {record["source"]: (record.get("error") or {}).get("code") for record in records}


def test_a_file_that_hangs_or_kills_costs_its_row_only(copies, tmp_path, monkeypatch):
    code = tmp_path / "code"
    code.mkdir()
    (code / "sitecustomize.py").write_text(STAND_IN)
    monkeypatch.setenv("PYTHONPATH", str(code))
    monkeypatch.setattr(child, "seconds_for", lambda _: 8.0)
    inputs = copies("a.txt", "b.txt", "die.txt", "hang.txt", "y.txt", "z.txt")
    told = outcomes(score_all(inputs, SETTINGS, 1))
    assert told == {"a.txt": None, "b.txt": None, "die.txt": "crashed", "hang.txt": "timeout"} | dict.fromkeys(
        ("y.txt", "z.txt")
    )
    assert list(told) == sorted(told)


def test_a_process_that_dies_without_work_is_replaced(copies, alone):
    inputs = copies("a.txt", "b.txt")
    first = alone.lines(inputs)
    os.kill(alone._process.pid, signal.SIGKILL)
    while alone._process.poll() is None:
        time.sleep(0.01)
    assert alone.lines(inputs) == first


def test_a_process_that_is_killed_amid_a_task_loses_no_row(copies, alone):
    inputs = copies(*(f"{number}.txt" for number in range(child.CHUNK)))
    alone.lines(inputs[:1])
    killer = threading.Timer(0.02, os.kill, (alone._process.pid, signal.SIGKILL))
    killer.start()
    assert set(outcomes(alone.lines(inputs)).values()) == {None}
    killer.join()


def test_no_process_starts(copies, tmp_path, monkeypatch):
    code = tmp_path / "code"
    code.mkdir()
    (code / "sitecustomize.py").write_text("import sys, os\nif '-m' in sys.orig_argv: os._exit(3)\n")
    monkeypatch.setenv("PYTHONPATH", str(code))
    with pytest.raises(StartError, match="does not start"):
        list(score_all(copies("a.txt"), SETTINGS, 1))


def test_who_stops_listening_leaves_no_process_and_no_folder(copies, tmp_path, monkeypatch):
    psutil = pytest.importorskip("psutil", reason="needs psutil, which comes with the extra `cluster`")
    folders = tmp_path / "temporary"
    folders.mkdir()
    monkeypatch.setenv("TMPDIR", str(folders))
    before = set(psutil.Process().children(recursive=True))
    lines = score_all(copies(*(f"{number:02}.txt" for number in range(40))), SETTINGS, 2)
    next(lines)
    started = set(psutil.Process().children(recursive=True)) - before
    assert {"ats_medai.batch.child", "-I"} <= {word for one in started for word in one.cmdline()}
    assert list(folders.iterdir())
    lines.close()
    assert not [one for one in started if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
    assert not list(folders.iterdir())


def test_a_script_without_a_guard_runs_once(copies, tmp_path):
    """Processes of multiprocessing run their parent's main script again; so would an app or a notebook be."""
    copies("a.txt", "b.txt", "c.txt")
    (tmp_path / "script.py").write_text(WITHOUT_GUARD)
    command = [sys.executable, str(tmp_path / "script.py"), str(tmp_path / "in")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (run.returncode, run.stdout.split(), run.stderr) == (0, ["once", "3"], "")
