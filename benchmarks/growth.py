"""Batches of any size, to see what grows: python benchmarks/growth.py 2000 20000 100000 [--workers 2] [--output KIND]

Made-up one-page PDFs, about 3 KB each, in a temporary folder; the sizes run one after another, smallest first. What is
printed between two sizes is free of what starting costs. 100,000 files take some 20 minutes on two cores.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from itertools import pairwise
from pathlib import Path

from made_up import write_folder
from many_files import Run, cpu, rate, run_batch

KINDS = {"csv": "rows.csv", "parquet": "rows.parquet", "jsonl": "rows.jsonl", "xlsx": "rows.xlsx", "parts": "parts"}


def main() -> None:
    """Run the sizes and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="+", help="files a batch")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--output", choices=KINDS, default="parquet")
    parser.add_argument("--scratch", type=Path, help="folder in which the files are made")
    args = parser.parse_args()
    scratch, runs = Path(tempfile.mkdtemp(dir=args.scratch)), {}
    output = scratch / KINDS[args.output]
    if args.output == "parts":
        output.mkdir()
    try:
        print("| files | clock | CPU | most memory |\n|---|---|---|---|")
        for size in sorted(args.sizes):
            runs[size] = run_batch(write_folder(scratch / f"{size}", size), size, args.workers, output)
            print(line(runs[size]), flush=True)
    finally:
        shutil.rmtree(scratch)
    for small, large in pairwise(sorted(runs)):
        each = f"{1000 * cpu(runs, small, large):.1f} ms of CPU a file"
        print(f"from {small} to {large} files: {rate(runs, small, large):.0f} a second, {each}")


def line(run: Run) -> str:
    """Give a row of the table."""
    memory = ", ".join(f"{kind} {mebibytes:.0f} MiB" for kind, mebibytes in run.memory.items())
    return f"| {run.files} | {run.clock:.0f} s | {run.cpu:.0f} s | {memory} |"


if __name__ == "__main__":
    main()
