"""Fuzz readers and parsers: python benchmarks/fuzz/fuzz.py [TARGET ...] [--seconds 300] [--plain] [FILE ...]

Guided by coverage where atheris is installed (Linux on x86_64; it is among the tools of development there), each target
in a process of its own. With `--plain`, or without atheris, the seeds are changed at random instead. The same seed
tries the same files; with `--runs` a fast machine tries no more of them than a slow one. What makes a target raise is
written to dist/fuzz/, as is the slowest file of each target; give such a FILE after its target to run it again. With
`--keep` what reached something new stays in dist/fuzz/corpus/, and the next such run goes on from there.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from mutate import mutated, mutated_lines
from outcome import Outcome, Timed, told
from seeds import BY_LINES, ROOT, WORDS, seeds
from targets import TARGETS, fuzz_pdf_apart

_ENOUGH = 10  # findings after which a run stops


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="TARGET or FILE", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=300, help="for each target, at most")
    parser.add_argument("--runs", type=int, default=-1, help="files for each target, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="change the seeds at random")
    parser.add_argument("--keep", action="store_true", help="keep the files that reached something new")
    parser.add_argument("--found", type=Path, default=ROOT / "dist" / "fuzz", metavar="FOLDER", help="what is found")
    options = parser.parse_args()
    names = [name for name in options.what if name in TARGETS] or list(TARGETS)
    if files := [Path(name) for name in options.what if name not in TARGETS]:
        for path in files:
            TARGETS[names[0]](path.read_bytes())
        return 0
    options.found.mkdir(parents=True, exist_ok=True)
    if not options.plain and _has_atheris():
        return _guided(names, options)
    return told([_plain(name, options) for name in names])


def _has_atheris() -> bool:
    if find_spec("atheris"):
        return True
    print("atheris is not installed: the seeds are changed at random instead", file=sys.stderr)
    return False


def _guided(names: list[str], options: argparse.Namespace) -> int:
    """Start the guided run in a process of its own: it sees the code load, and hashes words the same way each time."""
    bounds = [f"--{key}={getattr(options, key)}" for key in ("seconds", "runs", "seed", "found")]
    command = [sys.executable, str(Path(__file__).with_name("guided.py")), *names, *bounds]
    return subprocess.run(
        [*command, *["--keep"] * options.keep], env={**os.environ, "PYTHONHASHSEED": "0"}, check=False
    ).returncode


def _plain(name: str, options: argparse.Namespace) -> Outcome:
    random, sources = Random(f"{options.seed} {name}"), seeds(name)
    run = fuzz_pdf_apart if name == "pdf" else TARGETS[name]
    run(sources[0])  # loads what is loaded once, so that no file pays for it
    target = Timed(run, options.found / f"slowest-{name}")
    findings: list[str] = []
    until = time.monotonic() + options.seconds
    while time.monotonic() < until and target.inputs != options.runs and len(findings) < _ENOUGH:
        source = random.choice(sources)
        by_lines = name in BY_LINES and random.random() < 0.5
        data = mutated_lines(source, WORDS[name], random) if by_lines else mutated(source, random)
        findings.extend(_finding(target, data, options.found / name))
    outcome = Outcome(name, target.inputs, str(target), findings=findings)
    print(outcome, flush=True)
    return outcome


def _finding(target: Timed, data: bytes, place: Path) -> list[str]:
    try:
        target(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        path = place.with_name(f"{place.name}-{hashlib.sha256(data).hexdigest()[:12]}")
        path.write_bytes(data)
        return [f"{type(error).__name__}: {error}\n  {path}"]
    return []


if __name__ == "__main__":
    sys.exit(main())
