"""Hold the accuracy reached so far: python benchmarks/floors.py --eval FOLDER

Runs the evaluation scripts of FOLDER, prints every figure that floors.toml names beside its floor, and fails when one
is below. A floor is raised when a change reaches more; it is never lowered to let a change pass.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.toml")


def number(value: Any) -> float:  # noqa: ANN401 - whatever the script printed
    """Give 12/16 as 0.75, true as 1 and a number as it is."""
    if isinstance(value, str):
        part, _, whole = value.partition("/")
        return float(part) / float(whole or 1)
    return float(value)


def figures(folder: Path, script: str) -> dict[str, dict[str, Any]]:
    """Run one evaluation script and give its figures by the evaluation's name."""
    run = subprocess.run([sys.executable, str(folder / script), "--json"], capture_output=True, text=True, check=False)
    rows = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    if run.returncode or not rows:
        raise SystemExit(f"{script} ended with {run.returncode} and gave {len(rows)} results\n{run.stderr[-2000:]}")
    return {row["evaluation"]: row for row in rows}


def compare(folder: Path) -> Iterator[tuple[str, float, float, bool]]:
    """Give (figure's name, value, floor, whether a higher value is better) for every floor."""
    for script, evaluations in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items():
        got = figures(folder, f"{script}.py")
        for evaluation, floors in evaluations.items():
            for path, floor in floors.items():
                name, most = path.removesuffix(" at most"), path.endswith(" at most")
                value: Any = got[evaluation]
                for key in name.split("."):
                    value = value[key]
                yield f"{evaluation}: {name}", number(value), float(floor), not most


def main() -> None:
    """Print the table; exit 1 where a figure misses its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, required=True)
    rows = list(compare(parser.parse_args().eval))
    missed = 0
    for name, value, floor, higher in rows:
        fine = value >= floor if higher else value <= floor
        missed += not fine
        print(f"{name:60} {value:8.4f}  {'floor' if higher else 'at most'} {floor:.4f}  {'' if fine else 'MISSED'}")
    print(f"{len(rows) - missed} passed, {missed} failed")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
