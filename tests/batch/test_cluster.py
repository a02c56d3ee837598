"""A real cluster of separate processes on this machine: the same rows as without it, also when a worker is killed."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date

import pyarrow.parquet as pq
import pytest

pytest.importorskip("distributed", reason="needs the extra `cluster`")

from ats_medai.batch.cluster import score_all
from ats_medai.batch.inputs import find_inputs
from ats_medai.batch.local import score_all as score_here
from ats_medai.batch.places import Place
from ats_medai.batch.run import run_parts
from ats_medai.batch.work import Settings

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals differ"),
    pytest.mark.filterwarnings("ignore"),  # what distributed says while workers die is its own
]
SETTINGS = Settings(as_of=date(2026, 1, 15), full=False)
COPIES = 30


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory, store):
    """A scheduler and two workers with nannies, each a process of its own on the loopback interface."""
    place = tmp_path_factory.mktemp("cluster")
    command = (sys.executable, "-m", "distributed.cli.dask_scheduler")
    address_file = place / "scheduler.json"
    local = ("--host", "127.0.0.1", "--no-dashboard")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": place, "env": {**os.environ, **store}}
    started = [subprocess.Popen([*command, *local, "--port", "0", "--scheduler-file", str(address_file)], **quiet)]
    try:
        deadline = time.monotonic() + 60
        while not address_file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        worker = (sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(address_file))
        options = (*local, "--nworkers", "2", "--nthreads", "1", "--memory-limit", "0", "--local-directory", str(place))
        started.append(subprocess.Popen([*worker, *options], **quiet))
        from distributed import Client

        with Client(scheduler_file=str(address_file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            yield client
    finally:
        for process in reversed(started):
            process.terminate()
        for process in reversed(started):
            process.wait(30)


@pytest.fixture(scope="module")
def folder(samples, tmp_path_factory):
    place = tmp_path_factory.mktemp("in")
    for number in range(COPIES):
        shutil.copy(samples / "career_changer" / "resume.txt", place / f"{number:02}.txt")
    shutil.copy(samples / "imaging_engineer" / "resume.pdf", place / "a.pdf")
    (place / "empty.pdf").write_bytes(b"")
    return place


@pytest.fixture(scope="module")
def inputs(folder):
    return find_inputs([str(folder)])


@pytest.fixture(scope="module")
def here(inputs):
    """The lines of this machine's own engine."""
    return list(score_here(inputs, SETTINGS, 1))


def test_same_lines_as_here(scheduler, inputs, here):
    assert list(score_all(inputs, SETTINGS, scheduler.scheduler.address)) == here


def test_a_killed_worker_costs_no_row_and_doubles_none(scheduler, inputs, here):
    lines = score_all(inputs * 6, SETTINGS, scheduler.scheduler.address)
    got = [next(lines)]  # the chunks of the others are on their way
    os.kill(next(iter(scheduler.run(os.getpid).values())), signal.SIGKILL)
    got += list(lines)
    assert got == here * 6


def test_the_command_takes_paths_of_here(scheduler, cli, folder, here, tmp_path):
    place = tmp_path / "near"
    place.mkdir()
    for path in sorted(folder.iterdir())[-6:]:
        shutil.copy(path, place)
    address = scheduler.scheduler.address
    run = cli("batch", "near", "--as-of", "2026-01-15", "-q", "-o", "there.csv", "--cluster", address)
    assert run.returncode == 4, run.stderr
    table = (tmp_path / "there.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.partition(",")[0] for line in table[1:]] == [json.loads(line)[0]["source"] for line in here[-6:]]


def test_workers_read_a_bucket_and_write_parts_once_though_one_is_killed(scheduler, bucket, folder, here, tmp_path):
    for path in folder.iterdir():
        bucket.put_file(str(path), f"people/cv/{path.name}")
    inputs, place = find_inputs(["s3://people/cv/"]), Place("s3://made/parts")
    address = scheduler.scheduler.address

    def kill_one(_, killed=[]):  # noqa: B006 - one for the test
        if not killed:
            killed.append(next(iter(scheduler.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    outcome = run_parts(inputs, SETTINGS, place, workers=1, resume=False, cluster=address, progress=kill_one)
    assert (outcome.read, outcome.errors) == (COPIES + 1, {"empty": 1})
    there = Place(str(tmp_path / "parts"))
    run_parts(find_inputs([str(folder)]), SETTINGS, there, workers=1, resume=False)
    assert read_back(place) == read_back(there)
    assert [row["source"] for row in read_back(place)["rows"]] == [json.loads(line)[0]["source"] for line in here]


def read_back(place):
    """Give the rows of all parts, and the evidence."""
    tables = {
        folder: [pq.read_table(io.BytesIO(place.read(f"{folder}/{name}"))) for name in place.names(folder)]
        for folder in ("rows", "evidence")
    }
    return {folder: [row for table in of for row in table.to_pylist()] for folder, of in tables.items()}


def test_no_cluster_there(cli, samples):
    run = cli(
        "batch",
        samples,
        "-o",
        "x.csv",
        "--cluster",
        "tcp://127.0.0.1:9",
        env={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"},
    )
    assert run.returncode == 2
    assert "does not answer" in run.stderr
    assert "Traceback" not in run.stderr
