"""Fuzz readers and parsers: python benchmarks/fuzz/fuzz.py [TARGET ...] [--seconds 300] [--seed 1] [--plain] [FILE ...]

Guided by coverage where atheris is installed (pip install atheris: Linux), one process a target. With `--plain`, or
without atheris, the seeds are changed at random instead, all targets by turns in one process; a seed tries the same
files. What makes a target raise is written to dist/fuzz/ (--plain) or to the folder that libFuzzer names; give that
FILE after its target to see it raise again.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from mutate import mutated

if "--guided" in sys.argv:
    import atheris

    with atheris.instrument_imports(include=["ats_medai", "zipfile", "email"]):
        import_module("ats_medai.documents.docx")  # these two are loaded late
        import_module("ats_medai.documents.pdf")
        from targets import ROOT, TARGETS, Target, fuzz_pdf_apart, seeds
else:
    from targets import ROOT, TARGETS, Target, fuzz_pdf_apart, seeds

FOUND = ROOT / "dist" / "fuzz"
_ENOUGH = 10  # findings after which a run stops


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="TARGET or FILE", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=300, help="for each target; with --plain, for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="change the seeds at random")
    parser.add_argument("--guided", choices=TARGETS, help=argparse.SUPPRESS)  # one target, in a process of its own
    options = parser.parse_args()
    if options.guided:
        return _guided(options.guided, options.seconds)
    names = [name for name in options.what if name in TARGETS] or list(TARGETS)
    if files := [Path(name) for name in options.what if name not in TARGETS]:
        for path in files:
            TARGETS[names[0]](path.read_bytes())
        return 0
    if not options.plain and _has_atheris():
        return max(_apart(name, options.seconds) for name in names)
    return _plain(names, options.seconds, options.seed)


def _has_atheris() -> bool:
    if find_spec("atheris"):
        return True
    print("atheris is not installed: the seeds are changed at random instead", file=sys.stderr)
    return False


def _plain(names: list[str], seconds: float, seed: int) -> int:
    """Give each target the same share of the time."""
    targets = {**TARGETS, "pdf": fuzz_pdf_apart}
    chances = {name: Random(f"{seed} {name}") for name in names}
    sources = {name: seeds(name) for name in names}
    tried = dict.fromkeys(names, 0)
    spent = dict.fromkeys(names, 0.0)
    slowest = dict.fromkeys(names, 0.0)
    failed = 0
    until = time.monotonic() + seconds
    while (began := time.monotonic()) < until and failed < _ENOUGH:
        name = min(names, key=spent.__getitem__)
        data = mutated(chances[name].choice(sources[name]), chances[name])
        failed += _fails(name, targets[name], data)
        took = time.monotonic() - began
        tried[name] += 1
        spent[name] += took
        slowest[name] = max(slowest[name], took)
    for name in names:
        print(f"{name:10} {tried[name]:6} files, the slowest {slowest[name]:.2f} s")
    return 1 if failed else 0


def _fails(name: str, target: Target, data: bytes) -> bool:
    try:
        target(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        FOUND.mkdir(parents=True, exist_ok=True)
        path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        print(f"{name}: {type(error).__name__}: {error}\n  {path}", file=sys.stderr)
        return True
    return False


def _apart(name: str, seconds: float) -> int:
    return subprocess.run(
        [sys.executable, __file__, "--guided", name, "--seconds", str(seconds)], check=False
    ).returncode


def _guided(name: str, seconds: float) -> int:
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(name)):
            (Path(corpus) / str(number)).write_bytes(seed)
        FOUND.mkdir(parents=True, exist_ok=True)
        limits = [f"-max_total_time={seconds:g}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=100000"]
        atheris.Setup(
            [sys.argv[0], *limits, "-print_final_stats=1", f"-artifact_prefix={FOUND}/{name}-", corpus], TARGETS[name]
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
