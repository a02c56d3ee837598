"""Targets guided by coverage, one after the other, each in a copy of this process: started by fuzz.py.

The code is loaded and prepared for counting once; a copy of the process then costs nothing to start. What libFuzzer
says goes to dist/fuzz/NAME.log, and to a person only where something was found.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random

import atheris

with contextlib.redirect_stderr(io.StringIO()), atheris.instrument_imports(include=["ats_medai", "zipfile", "email"]):
    # These are loaded late in earnest; here all of them have to be seen.
    for late in (
        "documents.docx",
        "documents.pdf",
        "documents.pdf_second",
        "documents.mime",
        "keywords.load",
        "matching",
    ):
        import_module(f"ats_medai.{late}")
    from targets import TARGETS, fuzz_pdf_apart

from mutate import mutated_lines
from outcome import Outcome, Timed, told
from seeds import BY_LINES, MOST, WORDS, seeds

_TIMEOUT = 60  # seconds for one input, by the clock: a slow and busy machine takes far less
_MEMORY = 3000  # MB; a run takes under a tenth
_MUTATIONS = 0.4  # share of changes by lines


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="+", choices=TARGETS)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--found", type=Path, required=True)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    return told([_run(name, options) for name in options.names])


def _run(name: str, options: argparse.Namespace) -> Outcome:
    """Fuzz in a copy of this process, for libFuzzer ends the process that it runs in."""
    TARGETS[name](seeds(name)[0])  # loads what is loaded once, so that no input pays for it
    target = Timed(TARGETS[name], options.found / f"slowest-{name}")
    with tempfile.TemporaryDirectory() as place:
        child = os.fork()
        if not child:
            try:
                _fuzz(name, target, options, Path(place))
            finally:
                os._exit(1)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    outcome = _outcome(name, target, status, (options.found / f"{name}.log").read_text(errors="replace"))
    print(outcome, flush=True)
    return outcome


def _fuzz(name: str, target: Timed, options: argparse.Namespace, place: Path) -> None:
    with (options.found / f"{name}.log").open("wb") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    corpus = options.found / "corpus" / name if options.keep else place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number:02}").write_bytes(seed)
    words = place / "words"
    words.write_text("".join(f'"{_quoted(word)}"\n' for word in WORDS[name] if word))
    limits = [
        f"-seed={options.seed}", f"-runs={options.runs}", f"-max_total_time={options.seconds:.0f}",
        f"-timeout={_TIMEOUT}", f"-rss_limit_mb={_MEMORY}", f"-max_len={MOST[name]}", f"-dict={words}",
        f"-artifact_prefix={options.found}/{name}-",
    ]  # fmt: skip
    own = {"custom_mutator": _by_lines(name)} if name in BY_LINES else {}
    atheris.Setup([sys.argv[0], *limits, str(corpus)], target, **own)
    atheris.Fuzz()


def _outcome(name: str, target: Timed, status: int, log: str) -> Outcome:
    edges = [int(count) for count in re.findall(r"\bcov: (\d+)", log)]
    findings = [] if not status else [_finding(log)]
    if findings and name == "pdf" and _taken_apart(log):
        print(
            f"{name}: PDFium or its time ended the process; the reading process told of it as it should: {findings[0]}"
        )
        findings = []
    return Outcome(name, target.inputs, str(target), max(edges, default=0), findings)


def _finding(log: str) -> str:
    """Give what Python or libFuzzer says from where something was found, and the file."""
    start = re.search(r"=== Uncaught Python exception|==\d+== ?ERROR|ALARM", log)
    return log[start.start() if start else -2_000 :][:4_000]


def _taken_apart(log: str) -> bool:
    """Tell whether the file that broke this process becomes an error or a text where it is read in earnest."""
    kept = re.search(r"Test unit written to (\S+)", log)
    if "Uncaught Python exception" in log or not kept:
        return False
    fuzz_pdf_apart(Path(kept[1]).read_bytes())
    return True


def _quoted(word: str) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in word.encode())


def _by_lines(name: str) -> Callable[[bytes, int, int], bytes]:
    words = WORDS[name]

    def change(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < _MUTATIONS:
            return mutated_lines(bytes(data), words, random)[:most]
        return bytes(atheris.Mutate(data, most))

    return change


if __name__ == "__main__":
    sys.exit(main())
