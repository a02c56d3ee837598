"""The whole report on every sample file, byte for byte as it was last looked at.

A change that moves a report is looked at in the difference and kept with `pytest tests/golden --update-golden`. The
JSON leaves out the boxes of the lines (tests/documents measures those), and the version of the keywords, which says only
that some file of theirs was touched.
"""

import difflib
import json
from dataclasses import replace
from pathlib import Path

import pytest

import ats_medai
from ats_medai.render.formats import render_report

GOLDEN = Path(__file__).parent / "reports"
SAMPLES = Path(__file__).resolve().parents[2] / "sample_resumes"
KEPT = "of the day"
WIDTH = 140
MOST_LINES = 60


def cases():
    """Every résumé file of every sample, alone and, where there is one, with its advert."""
    for path in sorted(SAMPLES.glob("*/resume*.*")):
        yield path, None
        if path.with_name("job.txt").exists():
            yield path, path.with_name("job.txt")


CASES = tuple(cases())


def name_of(path, advert):
    return f"{path.parent.name}/{path.name}{' with job' if advert else ''}"


def golden_of(path, advert, form):
    return GOLDEN / path.parent.name / f"{path.name}{'.job' if advert else ''}.{form}"


def json_text(value, indent=0):
    """JSON in which what fits a line stands on one, so that a difference shows whole entries."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= WIDTH or not value or not isinstance(value, list | dict):
        return line
    if isinstance(value, list):
        inner, ends = [json_text(one, indent + 1) for one in value], "[]"
    else:
        inner, ends = [f"{json.dumps(key)}: {json_text(one, indent + 1)}" for key, one in value.items()], "{}"
    pad = "\n" + " " * indent
    return f"{ends[0]}{pad} {f',{pad} '.join(inner)}{pad}{ends[1]}"


def renderings(analyzer, path, advert):
    report = replace(analyzer.analyze(path, advert), keywords_version=KEPT)
    wire = ats_medai.to_dict(report)
    del wire["resume"]["lines"]
    return {"txt": render_report(report, "text", explain=advert is not None), "json": json_text(wire) + "\n"}


def difference(old, new, name):
    lines = list(
        difflib.unified_diff(old.splitlines(), new.splitlines(), f"{name} kept", f"{name} now", lineterm="", n=1)
    )
    rest = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"... and {rest} lines more"] if rest > 0 else [])])


@pytest.mark.parametrize(("path", "advert"), CASES, ids=[name_of(*case) for case in CASES])
def test_report_is_as_it_was(analyzer, path, advert, request):
    update = request.config.getoption("--update-golden")
    changed = []
    for form, now in renderings(analyzer, path, advert).items():
        golden = golden_of(path, advert, form)
        if update:
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(now.encode())
        kept = golden.read_bytes().decode() if golden.exists() else ""
        if kept != now:
            changed.append(difference(kept, now, golden.name))
    assert not changed, "\n".join([*changed, "If this is meant: pytest tests/golden --update-golden"])


def test_every_sample_has_its_report_and_every_report_its_sample():
    wanted = {golden_of(*case, form) for case in CASES for form in ("txt", "json")}
    assert len(wanted) >= 40
    assert {path for path in GOLDEN.glob("*/*") if path.is_file()} == wanted
