"""pandas in, pandas out."""

import pandas as pd
import pytest

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
