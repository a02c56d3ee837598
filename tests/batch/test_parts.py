"""Parts in a folder: the rows of a single table, stable names, nothing twice after a stop."""

import json
import shutil
from datetime import date

import pandas as pd
import pytest

from ats_medai.batch import parts, run
from ats_medai.batch.inputs import InputError, find_inputs
from ats_medai.batch.places import Place, place_of
from ats_medai.batch.work import Scorer, Settings, to_line

SETTINGS = Settings(as_of=date(2026, 1, 15), full=False)


@pytest.fixture(scope="module")
def folder(samples, tmp_path_factory):
    place = tmp_path_factory.mktemp("in")
    for number in range(9):
        shutil.copy(samples / "career_changer" / "resume.txt", place / f"{number}.txt")
    shutil.copy(samples / "imaging_engineer" / "resume.pdf", place / "a.pdf")
    (place / "empty.pdf").write_bytes(b"")
    return place


@pytest.fixture(scope="module")
def scorer():
    return Scorer(SETTINGS)


@pytest.fixture
def asked(scorer, monkeypatch):
    """Score in this process, which starts faster; the inputs that were asked for."""
    asked = []

    def score_all(inputs, *_):
        asked.extend(inputs)
        return (to_line(scorer.records(one)) for one in inputs)

    monkeypatch.setattr(run, "score_all", score_all)
    return asked


def table(path):
    return pd.read_parquet(path).reset_index(drop=True)


def test_parts_hold_the_rows_of_a_single_table(cli, folder, tmp_path):
    day = ("--as-of", "2026-01-15", "-j", 1)
    assert cli("batch", folder, "-o", "one.parquet", *day).returncode == 4
    made = cli("batch", folder, "-o", "many/", *day)
    assert made.returncode == 4, made.stderr
    assert "10 scored, 1 not read (1 empty)" in made.stderr
    pd.testing.assert_frame_equal(table(tmp_path / "many" / "rows"), table(tmp_path / "one.parquet"))
    pd.testing.assert_frame_equal(table(tmp_path / "many" / "evidence"), table(tmp_path / "one.evidence.parquet"))
    names = sorted(path.name for path in (tmp_path / "many" / "rows").iterdir())
    assert names == [f"part-{number:05}.parquet" for number in range(4)]
    assert cli("cohort", "many").stdout == cli("cohort", "one.parquet").stdout != ""
    refused = cli("batch", folder, "-o", "many", *day)
    assert refused.returncode == 2
    assert "--force" in refused.stderr


def test_a_stopped_batch_keeps_its_parts(folder, tmp_path, asked):
    inputs, place = find_inputs([str(folder)]), Place(str(tmp_path / "out"))
    run.run_parts(inputs, SETTINGS, place, workers=1, resume=False)
    whole = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")}
    (tmp_path / "out" / "rows" / "part-00002.parquet").unlink()
    (tmp_path / "out" / "_done.json").unlink()
    asked.clear()
    run.run_parts(inputs, SETTINGS, place, workers=1, resume=True)
    assert asked == list(parts.read_plan(place).of_part(inputs, 2))
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")} == whole


@pytest.mark.usefixtures("asked")
def test_other_files_or_settings_are_refused(folder, tmp_path):
    inputs, place = find_inputs([str(folder)])[:2], Place(str(tmp_path / "out"))
    run.run_parts(inputs, SETTINGS, place, workers=1, resume=False)
    for others, settings in ((inputs[:1], SETTINGS), (inputs, Settings(as_of=date(2026, 1, 16), full=False))):
        with pytest.raises(InputError):
            run.run_parts(others, settings, place, workers=1, resume=True)


@pytest.mark.usefixtures("asked")
def test_a_batch_begun_again_leaves_no_part_of_the_earlier_one(folder, tmp_path):
    inputs, place = find_inputs([str(folder)]), Place(str(tmp_path / "out"))
    run.run_parts(inputs, SETTINGS, place, workers=1, resume=False)
    (tmp_path / "out" / "rows" / "mine.txt").write_text("keep")
    run.run_parts(inputs[:1], SETTINGS, place, workers=1, resume=False)
    assert place.names("rows") == ["mine.txt", "part-00000.parquet"]
    assert place.names("evidence") == ["part-00000.parquet"]
    assert json.loads(place.read("_done.json")) == {"read": 1, "errors": {}}


def test_a_chunk_that_runs_twice_writes_the_same_part(tmp_path):
    place = Place(str(tmp_path))
    records = [[{"source": "a", "sha256": "1", "profile": 1.0, "missing_must_haves": ["x"], "warnings": []}]]
    told = [parts.write_part(place, 0, records) for _ in range(2)]
    assert told[0] == told[1] == parts.read_told(place, 0) == [("a", "1", None)]
    assert place.names("rows") == ["part-00000.parquet"]


@pytest.mark.parametrize(
    ("output", "address"), [("s3://b/out/", "s3://b/out"), ("x.csv", None), ("no/such.parquet", None)]
)
def test_which_outputs_are_places(output, address):
    place = place_of(output)
    assert (place and place.address) == address


@pytest.mark.parametrize("output", ["https://host/out/", "ftp://host/out/"])
def test_nothing_is_written_to_other_addresses(output):
    with pytest.raises(InputError):
        place_of(output)
