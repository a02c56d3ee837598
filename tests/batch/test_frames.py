"""pandas in, pandas out."""

import doctest

import pandas as pd
import pytest

from ats_medai.batch import frames
from ats_medai.batch.frames import evidence_frame, score_frame


@pytest.fixture
def frame(samples):
    texts = [(samples / case / "resume.txt").read_text() for case in ("imaging_engineer", "career_changer")]
    return pd.DataFrame(
        {"who": list("abcd"), "cv": [texts[0], "", texts[1], None]}, index=pd.Index([9, 3, 7, 1], name="id")
    )


def test_index_and_order_are_kept_and_errors_stay_in_a_column(frame, analyzer, samples):
    job = analyzer.read_job(samples / "imaging_engineer" / "job.txt")
    rows = score_frame(frame, "cv", job, analyzer)
    assert list(rows.index) == [9, 3, 7, 1]
    assert rows.index.name == "id"
    assert list(rows["error"].notna()) == [False, True, False, True]
    assert rows.loc[9, "profile"] > rows.loc[7, "profile"] > 0
    assert rows.loc[9, "must_met"] > rows.loc[7, "must_met"]
    assert frame.columns.tolist() == ["who", "cv"]


def test_figures_are_those_of_the_analyzer(frame, analyzer, samples):
    report = analyzer.analyze(samples / "imaging_engineer" / "resume.txt")
    assert score_frame(frame, "cv", analyzer=analyzer).loc[9, "profile"] == round(report.profile.score, 2)


def test_evidence_in_long_form(frame, analyzer):
    lines = evidence_frame(frame, "cv", analyzer=analyzer)
    assert set(lines.index) == {9, 7}
    dicom = lines[(lines["label"] == "DICOM") & (lines.index == 9)]
    assert dicom["shown"].tolist() == ["in_use"]
    assert dicom["text"].str.startswith("DICOM").all()


def test_empty_frame_and_missing_column(analyzer):
    assert score_frame(pd.DataFrame({"text": []}), analyzer=analyzer).empty
    with pytest.raises(KeyError):
        score_frame(pd.DataFrame({"x": ["a"]}), analyzer=analyzer)


INDEXES = {
    "repeated": pd.Index(["a", "b", "a", "c"], name="who"),
    "two levels": pd.MultiIndex.from_tuples([("x", 2), ("x", 1), ("y", 2), ("y", 2)], names=["site", "row"]),
    "days": pd.DatetimeIndex(["2026-01-03", "2026-01-01", "2026-01-02", "2026-01-02"], tz="UTC"),
    "range": pd.RangeIndex(10, 2, -2),
}


@pytest.mark.parametrize("index", INDEXES.values(), ids=INDEXES)
def test_any_index_is_kept(frame, analyzer, index):
    given = frame.set_axis(index)
    rows, lines = score_frame(given, "cv", analyzer=analyzer), evidence_frame(given, "cv", analyzer=analyzer)
    pd.testing.assert_index_equal(rows.index, index)
    assert rows["error"].isna().tolist() == [True, False, True, False]
    assert list(lines.index.unique()) == list(index[[0, 2]].unique())
    assert lines.index.names == index.names


@pytest.mark.parametrize("texts", [[], [None, ""], [float("nan")], [pd.NA], [7]], ids=str)
def test_types_are_the_same_for_whatever_texts(frame, analyzer, texts):
    for of in (score_frame, evidence_frame):
        usual = of(frame, "cv", analyzer=analyzer).dtypes
        pd.testing.assert_series_equal(
            of(pd.DataFrame({"cv": texts}, dtype="object"), "cv", analyzer=analyzer).dtypes, usual
        )
    rows = score_frame(pd.DataFrame({"cv": texts}, dtype="object"), "cv", analyzer=analyzer)
    assert (rows["error"] == "empty").all()
    assert str(rows["profile"].dtype) == "float64"
    assert str(rows["must_met"].dtype) == "Int64"


def test_columns_of_strings_are_read_too(frame, analyzer):
    plain, typed = frame[["cv"]], frame[["cv"]].astype("string")
    pd.testing.assert_frame_equal(
        score_frame(plain, "cv", analyzer=analyzer), score_frame(typed, "cv", analyzer=analyzer)
    )


def test_the_example_holds(analyzer, monkeypatch):
    monkeypatch.setattr(frames, "Analyzer", lambda: analyzer)
    failed, tried = doctest.testmod(frames)
    assert tried > 3
    assert not failed
