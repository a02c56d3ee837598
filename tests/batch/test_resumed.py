"""A batch that was stopped and goes on ends in the bytes of one that was not, whatever the table."""

import shutil
from datetime import date

import pytest

from ats_medai.batch import run
from ats_medai.batch.inputs import InputError, find_inputs
from ats_medai.batch.work import Scorer, Settings, to_line

TABLES = ("csv", "xlsx", "parquet", "jsonl")


@pytest.fixture(scope="module")
def settings(analyzer, samples):
    job = analyzer.read_job(samples / "imaging_engineer" / "job.txt").document
    return Settings(jobs=(("one.txt", job), ("two.txt", job)), as_of=date(2026, 1, 15), full=False)


@pytest.fixture(scope="module")
def inputs(samples, tmp_path_factory):
    place = tmp_path_factory.mktemp("in")
    for number in range(4):
        shutil.copy(samples / "career_changer" / "resume.txt", place / f"{number}.txt")
    shutil.copy(samples / "imaging_engineer" / "resume.txt", place / "a.txt")
    (place / "empty.pdf").write_bytes(b"")
    return find_inputs([str(place)])


@pytest.fixture(scope="module")
def lines(settings, inputs):
    """What the engine gives, worked out once, in whole reports that serve as both kinds of record."""
    short, whole = Scorer(settings), Scorer(Settings(jobs=settings.jobs, as_of=settings.as_of, full=True))
    return {full: [to_line(of.records(one)) for one in inputs] for full, of in ((False, short), (True, whole))}


@pytest.mark.parametrize("ending", TABLES)
def test_same_bytes_after_a_stop(ending, settings, inputs, lines, tmp_path, monkeypatch):
    settings = Settings(jobs=settings.jobs, as_of=settings.as_of, full=ending == "jsonl")

    def score_all(asked, *_, most=99):
        for one in asked[:most]:
            yield lines[settings.full][inputs.index(one)]
        if most < len(asked):
            raise KeyboardInterrupt

    monkeypatch.setattr(run, "score_all", score_all)
    whole, cut = tmp_path / f"whole.{ending}", tmp_path / f"cut.{ending}"
    run.run_batch(inputs, settings, whole, workers=1, resume=False)
    monkeypatch.setattr(run, "score_all", lambda *asked: score_all(*asked, most=3))
    with pytest.raises(KeyboardInterrupt):
        run.run_batch(inputs, settings, cut, workers=1, resume=False)
    assert not cut.exists()
    monkeypatch.setattr(run, "score_all", score_all)
    with pytest.raises(InputError):
        run.run_batch(inputs[1:], settings, cut, workers=1, resume=True)
    outcome = run.run_batch(inputs, settings, cut, workers=1, resume=True)
    assert (outcome.read, outcome.errors) == (5, {"empty": 1})
    assert cut.read_bytes() == whole.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
