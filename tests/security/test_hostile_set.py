"""Every hostile file has its outcome, alone and in a batch without network; nothing it says gets out."""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hostile_set import LIMIT, MARKER, MIB, TIMEOUT, all_files

from ats_medai.documents.isolation import Reader
from ats_medai.documents.process import Limits
from ats_medai.errors import DocumentError

FILES = all_files()
SLOW = {"pages by the milliard.pdf"}
"""Ends at the limit of work only."""
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the limits of the system are set on Linux")


@pytest.fixture(scope="module")
def reader():
    reader = Reader(Limits(cpu_seconds=6))
    yield reader
    reader.close()


@linux_only
@pytest.mark.parametrize("name", sorted(FILES.keys() - SLOW), ids=lambda name: name.encode("unicode_escape").decode())
def test_outcome(reader, name):
    data, right = FILES[name]
    try:
        outcome, said = "text", ""
        reader.read(data, name)
    except DocumentError as error:
        outcome, said = str(error.code), error.message
    assert outcome in right
    assert MARKER.split()[1] not in said
    assert not [word for word in ("Error", "Traceback", "libxml", "XML_PARSE", "<string>") if word in said]


@linux_only
def test_outcome_at_the_limit_of_work():
    reader = Reader(Limits(cpu_seconds=1))
    for name in SLOW:
        with pytest.raises(DocumentError) as caught:
            reader.read(FILES[name][0], name)
        assert caught.value.code == TIMEOUT
    reader.close()


@linux_only
def test_a_parent_keeps_nothing_of_hostile_files(reader):
    """The first round loads what is loaded once; another leaves next to nothing. What ends at a limit takes too long."""
    quick = [data for data, right in FILES.values() if not right & {LIMIT, TIMEOUT}]
    assert len(quick) > 40
    held = []
    for _ in range(3):
        for data in quick:
            with suppress(DocumentError):
                reader.read(data, "a.pdf")
        gc.collect()
        held.append(resident())
    assert min(held[1] - held[0], held[2] - held[1]) < 4 * MIB


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    for name, (data, _) in FILES.items():
        if name not in SLOW:
            (place / name).write_bytes(data)
    return place


def without_network(command):
    """Give the command in a network of its own that leads nowhere, where the system lets us make one."""
    alone = ["unshare", "-rn"]
    if shutil.which("unshare") and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0:
        return [*alone, *command]
    return None


@linux_only
def test_whole_set_in_a_batch_without_network(folder, tmp_path):
    command = without_network([sys.executable, "-X", "dev", "-W", "always", "-m", "ats_medai", "batch", str(folder)])
    if command is None:
        pytest.skip("this system lets nobody make a network of their own")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    output = tmp_path / "rows.jsonl"
    run = subprocess.run(
        [*command, "--output", str(output), "--all-files", "--jobs", "2"],
        cwd=tmp_path, capture_output=True, check=False, timeout=500,
    )  # fmt: skip
    assert run.returncode == 4, run.stderr
    rows = {row["source"]: row for row in map(json.loads, output.read_text(encoding="utf-8").splitlines())}
    assert set(rows) == set(before)
    wrong = {
        name: row["error"]["code"] if "error" in row else "text"
        for name, row in rows.items()
        if (row["error"]["code"] if "error" in row else "text") not in FILES[name][1]
    }
    assert not wrong
    for secret in (MARKER.split()[0].encode(), MARKER.split()[1].encode(), b"Traceback", b"\x1b", "\u202e".encode()):
        assert secret not in run.stderr + run.stdout
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]
    assert not left_behind()


def left_behind():
    """Give the reading processes of this installation whose parent is gone."""
    found, ours = [], os.fsencode(sys.executable)
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
            command = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == "1" and b"ats_medai.documents.worker" in command and command.startswith(ours):
            found.append(command)
    return found


NEEDED = ("good.pdf", "good.docx", "script and launch.pdf", "entity from a file.docx", "entity from the network.docx",
          "picture elsewhere.docx", "names that climb.docx", "orders.txt", "noise.pdf", "password.pdf")  # fmt: skip

IPV6_TRIED = re.compile(r"socket\(AF_INET6, SOCK_STREAM|bind\(\d+, .*::1")
"""urllib3, which spaCy imports, asks the system once whether it knows IPv6; nothing is sent and nobody is called."""
WRITTEN = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)]*\) = \d')


@linux_only
def test_no_socket_and_no_file_but_the_output(folder, tmp_path):
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    log, output, mixed, temporary = (tmp_path / name for name in ("calls", "rows.csv", "in", "temporary"))
    mixed.mkdir()
    temporary.mkdir()
    for name in NEEDED:
        shutil.copy(folder / name, mixed / name)
    traced = ["strace", "-f", "-e", "trace=network,open,openat,creat,rename,unlink,mkdir", "-o", str(log)]
    run = subprocess.run(
        [*traced, sys.executable, "-B", "-m", "ats_medai", "batch", str(mixed), "--output", str(output), "--jobs", "1"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=500,
        env={**os.environ, "TMPDIR": str(temporary)},
    )  # fmt: skip
    if "ptrace" in run.stderr:
        pytest.skip("this system lets no program be traced")
    assert run.returncode == 4, run.stderr
    calls = log.read_text(errors="replace").splitlines()
    assert len(calls) > 100
    assert not [call for call in calls if "AF_INET" in call and not IPV6_TRIED.search(call)]
    assert not [call for call in calls if "/etc/passwd" in call or "climbed" in call]
    written = {found[1] for call in calls if (found := WRITTEN.search(call))}
    assert not [path for path in written if not path.startswith((str(tmp_path), "/dev/"))]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["calls", "in", "rows.csv", "temporary"]
    assert list(temporary.iterdir()) == []
