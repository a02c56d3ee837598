"""Coverage-guided fuzzing of readers, dates and adverts: python benchmarks/fuzz/fuzz.py TARGET [-max_total_time=60].

atheris is no part of the lock files; without it, Hypothesis runs the same targets over random bytes.
"""

from __future__ import annotations

import os
import sys

# One process, without the guards: a fault should stop the fuzzer here and not be turned into an error row.
from ats_medai.analyzer import Analyzer
from ats_medai.documents import read_document, text_document
from ats_medai.errors import AtsMedaiError

ANALYZER = Analyzer()


def fuzz_reader(data: bytes) -> None:
    for name in ("a.txt", "a.docx"):
        try:
            read_document(data, name)
        except AtsMedaiError:
            continue


def fuzz_resume(data: bytes) -> None:
    try:
        ANALYZER.read_resume(text_document(data.decode(errors="replace")))
    except AtsMedaiError:
        return


def fuzz_advert(data: bytes) -> None:
    try:
        ANALYZER.read_job(text_document(data.decode(errors="replace")))
    except AtsMedaiError:
        return


TARGETS = {"reader": fuzz_reader, "resume": fuzz_resume, "advert": fuzz_advert}


def main() -> None:
    target = TARGETS[sys.argv.pop(1)]
    try:
        import atheris  # noqa: PLC0415 - an optional tool
    except ImportError:
        print("atheris is not installed: Hypothesis tries random bytes instead", file=sys.stderr)
        from hypothesis import given, settings  # noqa: PLC0415
        from hypothesis import strategies as st  # noqa: PLC0415

        examples = int(os.environ.get("EXAMPLES", "2000"))
        settings(max_examples=examples, deadline=None)(given(st.binary(max_size=400))(target))()
        return
    atheris.instrument_all()
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
