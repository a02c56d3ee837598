"""Whole runs of the command: batches of many files with the memory of each process, and starting up."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

COMMAND = (sys.executable, "-m", "ats_medai")
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


@dataclass(slots=True)
class Run:
    """One batch: seconds on the clock and of CPU, and the most memory (MiB) that a process of each kind held."""

    files: int
    workers: int
    clock: float = 0.0
    cpu: float = 0.0
    memory: dict[str, float] = field(default_factory=dict)


def run_batch(folder: Path, files: int, workers: int, output: Path) -> Run:
    """Run `ats-medai batch` over a folder and watch it."""
    run = Run(files, workers)
    used = _children_cpu()
    began = time.perf_counter()
    command = [*COMMAND, "batch", str(folder), "-o", str(output), "-j", str(workers), "-q", "--force"]
    with subprocess.Popen(command, env=ENVIRONMENT) as process:
        while process.poll() is None:
            for kind, mebibytes in _memory(process.pid):
                run.memory[kind] = max(run.memory.get(kind, 0.0), mebibytes)
            time.sleep(0.2)
    if process.returncode:
        raise SystemExit(f"the batch ended with {process.returncode}")
    if "parent" in run.memory and "worker" not in run.memory:
        raise SystemExit("no worker was seen: its memory was not measured")
    run.clock = time.perf_counter() - began
    run.cpu = _children_cpu() - used
    return run


def rate(runs: dict[int, Run], small: int, large: int) -> float:
    """Give files a second between two runs: what starting costs is in neither."""
    return (large - small) / (runs[large].clock - runs[small].clock)


def cpu(runs: dict[int, Run], small: int, large: int) -> float:
    """Give seconds of CPU for a file, all processes, between two runs."""
    return (runs[large].cpu - runs[small].cpu) / (large - small)


def start_up(*arguments: str, rounds: int) -> tuple[float, float]:
    """Give the seconds (clock, CPU) of one run of the command, medians; byte code is written by a first run."""
    clock, cpu = [], []
    for number in range(rounds + 1):
        used, began = _children_cpu(), time.perf_counter()
        subprocess.run([*COMMAND, *arguments], env=ENVIRONMENT, check=True, capture_output=True)
        if number:
            clock.append(time.perf_counter() - began)
            cpu.append(_children_cpu() - used)
    return median(clock), median(cpu)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(parent: int) -> Iterator[tuple[str, float]]:
    """Give (parent, worker or reader; MiB in memory) of each process of the batch; nothing where there is no /proc."""
    yield "parent", _resident(parent)
    for worker in _children(parent):
        if "ats_medai.batch.child" in _command(worker):
            yield "worker", _resident(worker)
            yield from (("reader", _resident(one)) for one in _children(worker) if "documents.worker" in _command(one))


def _children(pid: int) -> list[int]:
    """Give the children of a process, whichever of its threads started them."""
    found: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*"):
        with suppress(OSError):
            found += map(int, (thread / "children").read_text(encoding="ascii").split())
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def _resident(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)
