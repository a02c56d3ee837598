"""Measure everything in one run and write docs/benchmarks.md: python benchmarks/bench.py [--corpus FOLDER] [--quick]

Ratios come first: both sides of each were measured in the same run on the same files, taking turns, in CPU time. Clock
times depend on what else the machine does; its load stands in the page.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from made_up import SAMPLES, make_pdfs, write_folder
from many_files import Run, cpu, rate, run_batch, start_up
from one_file import Costs, load_average, make_analyzer, measure_files, measure_text, measure_warm, real_pdfs

import ats_medai

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"


@dataclass(frozen=True, slots=True)
class Line:
    """A figure beside its budget; `least` says that more is better."""

    what: str
    value: float
    unit: str
    budget: float | None = None
    least: bool = False

    @property
    def missed(self) -> bool:
        """The budget is not kept."""
        return self.budget is not None and (self.value < self.budget if self.least else self.value > self.budget)

    def __str__(self) -> str:
        digits = 0 if self.value >= 100 else 1 if self.value >= 10 else 2
        budget = f"at {'least' if self.least else 'most'} {self.budget:g} {self.unit}" if self.budget else ""
        verdict = "" if self.budget is None else "MISSED" if self.missed else "kept"
        return f"| {self.what} | {self.value:.{digits}f} {self.unit} | {budget} | {verdict} |"


def file_lines(costs: Costs, of: str) -> Iterator[Line]:
    """Give the ratios of one set of files."""
    yield Line(f"{of}: file to table row, to bare pdfium text", costs.ratio("table", "pdfium"), "times", 2.0)
    yield Line(
        f"{of}: `pdfplumber.extract_text` to our table row",
        costs.ratio("pdfplumber", "table"),
        "times",
        8.0,
        least=True,
    )
    yield Line(
        f"{of}: reading alone (text, layout, hidden text), to bare pdfium", costs.ratio("document", "pdfium"), "times"
    )
    yield Line(f"{of}: whole report with suggestions, to bare pdfium", costs.ratio("report", "pdfium"), "times")


def batch_lines(runs: dict[int, dict[int, Run]]) -> Iterator[Line]:
    """Give throughput, memory and growth of the batches; runs[workers][files]."""
    one, two = runs[1], runs[2]
    small, middle, large = sorted(two)
    yield Line(
        "two workers, to one: files a second",
        rate(two, small, middle) / rate(one, small, middle),
        "times",
        1.6,
        least=True,
    )
    yield Line("CPU for a file with two workers, to one", cpu(two, small, middle) / cpu(one, small, middle), "times")
    growth = cpu(two, middle, large) / cpu(two, small, middle)
    yield Line(f"CPU for a file from {middle} to {large} files, to that from {small} to {middle}", growth, "times", 1.1)
    parent = two[large].memory.get("parent", 0) / (two[small].memory.get("parent", 0) or 1)
    yield Line(f"memory of the parent at {large} files, to that at {small}", parent, "times", 1.1)
    most = max(run.memory.get("worker", 0) for group in runs.values() for run in group.values())
    reader = max(run.memory.get("reader", 0) for group in runs.values() for run in group.values())
    yield Line("memory of a worker, at most", most, "MiB", 350)
    yield Line("memory of its reading process, at most", reader, "MiB")
    yield Line("files a second, two workers", rate(two, small, large), "a second")
    yield Line("CPU for a file, all processes", 1000 * cpu(two, small, large), "ms")


def measure(corpus: Path | None, scratch: Path, *, quick: bool) -> Iterator[tuple[str, list[str]]]:
    """Give each section's heading and rows."""
    say("one file")
    analyzer = make_analyzer()
    made = make_pdfs(6 if quick else 24)
    sets = {"made-up files": measure_files(made, analyzer, 3 if quick else 7)}
    real = real_pdfs(corpus)[: 10 if quick else 25] if corpus else []
    if real:
        sets["real files"] = measure_files(real, analyzer, 1 if quick else 3)
    say("one text")
    text = Line("structure, matching and scoring of 700 words", measure_text(analyzer, 700, 30), "ms", 8)
    warm, warm_cpu = measure_warm(analyzer, made[1], 5)
    say("starting")
    resume, job = (str(SAMPLES / "imaging_engineer" / name) for name in ("resume.pdf", "job.txt"))
    rounds = 3
    starts = {
        "--help": start_up("--help", rounds=rounds),
        "score": start_up("score", resume, "--job", job, rounds=rounds),
    }
    runs = batches(scratch, (20, 60, 100) if quick else (200, 600, 2000))
    yield (
        "Ratios",
        [*(str(line) for of, costs in sets.items() for line in file_lines(costs, of)), *map(str, batch_lines(runs))],
    )
    yield (
        "Times",
        [
            str(text),
            str(Line("`ats-medai --help`, clock", starts["--help"][0], "s", 0.4)),
            str(Line("`ats-medai --help`, CPU", starts["--help"][1], "s")),
            str(Line("`ats-medai score` of one file with an advert, cold, clock", starts["score"][0], "s", 3)),
            str(Line("`ats-medai score`, all processes, CPU", starts["score"][1], "s")),
            str(Line("whole report with an advert and suggestions, all loaded, clock", warm, "s", 0.3)),
            str(Line("whole report, all loaded, CPU of the analysing process", warm_cpu, "s")),
        ],
    )
    yield (
        "Stages, ms of CPU a file",
        [
            f"| {of}: {step} ({costs.pages:.1f} pages a file) | {cost:.1f} ms | | |"
            for of, costs in sets.items()
            for step, cost in costs.milliseconds.items()
        ],
    )
    yield (
        "Batches",
        [
            f"| {run.files} files, workers: {run.workers} | {run.clock:.1f} s clock, {run.cpu:.1f} s CPU | "
            f"{', '.join(f'{kind} {mebibytes:.0f} MiB' for kind, mebibytes in run.memory.items())} | |"
            for group in runs.values()
            for run in group.values()
        ],
    )


def batches(scratch: Path, sizes: tuple[int, int, int]) -> dict[int, dict[int, Run]]:
    """Run each size with two workers, all but the largest with one."""
    folders = {size: write_folder(scratch / f"{size}", size) for size in sizes}
    runs: dict[int, dict[int, Run]] = {1: {}, 2: {}}
    for workers, size in [*((2, size) for size in sizes), *((1, size) for size in sizes[:2])]:
        say(f"{size} files, workers: {workers}")
        runs[workers][size] = run_batch(folders[size], size, workers, scratch / "rows.csv")
    return runs


def machine(before: float) -> str:
    """Describe the machine, and how busy it was with other things."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [
            line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")
        ]
        name = f"{models[0]}, {len(models)} cores" if models else name
    return (
        f"{name}; {platform.system()} {platform.release().split('-')[0]}; Python {platform.python_version()}; "
        f"ats_medai {ats_medai.__version__}; {datetime.now(UTC):%Y-%m-%d}; load average {before:.1f} before the run "
        f"and {load_average():.1f} after it (the run itself makes about 2)."
    )


def say(what: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {what}", file=sys.stderr)


def main() -> None:
    """Measure, write the page, print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a folder of real PDF résumés, measured beside the made-up ones")
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of the work: to try the command, not to believe it"
    )
    parser.add_argument("--output", type=Path, default=PAGE)
    args = parser.parse_args()
    before, scratch = load_average(), Path(tempfile.mkdtemp())
    try:
        corpus = args.corpus if args.corpus and args.corpus.is_dir() else None
        sections = list(measure(corpus, scratch, quick=args.quick))
    finally:
        shutil.rmtree(scratch)
    tables = "\n".join(
        f"\n## {heading}\n\n| what | figure | budget | |\n|---|---|---|---|\n" + "\n".join(rows)
        for heading, rows in sections
    )
    page = Path(__file__).with_name("benchmarks_head.md").read_text(encoding="utf-8")
    args.output.write_text(page.replace("MACHINE", machine(before)) + tables + "\n", encoding="utf-8")
    print(tables)


if __name__ == "__main__":
    main()
