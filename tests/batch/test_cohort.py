"""A group of résumés summed up: the same figures from each kind of table, hostile names as plain words."""

import shutil

import pytest

from ats_medai.batch.cohort import change_of, cohort_of
from ats_medai.batch.cohort_page import cohort_html, cohort_text
from ats_medai.batch.inputs import InputError
from ats_medai.batch.tables import read_rows


def row(source, profile=50.0, **more):
    return {
        "source": source, "error": None, "profile": profile, "level": "Beginner", "missing_must_haves": ["DICOM"], **more,
    }  # fmt: skip


def test_copies_and_unread_files_are_told_apart():
    rows = [row("a"), row("b", duplicate_of="a"), {"source": "c", "error": "corrupt"}, row("d", 100.0)]
    found = cohort_of(rows)
    assert (found.scored, found.duplicates, found.unread) == (2, 1, {"corrupt": 1})
    assert found.missing == (("DICOM", 2),)
    assert found.spreads[0].middle == 75.0
    assert found.spreads[0].bins == (0, 0, 0, 0, 0, 1, 0, 0, 0, 1)


def test_the_best_advert_counts():
    rows = [row("a", match=20.0, best_job=False), row("a", match=80.0, best_job=True)]
    found = cohort_of(rows)
    assert found.scored == 1
    assert [spread.middle for spread in found.spreads if spread.name.startswith("Match")] == [80.0]


def test_before_and_after():
    before = cohort_of([row("a", 10.0), row("b", 20.0), row("c", 30.0)])
    now = cohort_of([row("a", 15.0), row("b", 20.0, missing_must_haves=[]), row("new", 90.0)])
    change = change_of(before, now)
    assert (change.rose, change.fell, change.same, change.typical) == (1, 0, 1, 2.5)
    assert change.medians[0] == ("Medical AI profile", 20.0, 20.0)
    assert change.missing[0][1] == 100.0
    assert change.missing[0][2] == pytest.approx(66.7, abs=0.1)
    assert "1 profiles rose" in cohort_text(now, change)


def test_what_is_missing_by_the_nearest_kind_of_role():
    rows = [
        row("a", nearest_track="imaging"), row("b", nearest_track="imaging", missing_must_haves=["DICOM", "FHIR"]),
        row("c", nearest_track="ehr_risk", missing_must_haves=["FHIR"]), row("d", nearest_track=None),
        row("e", nearest_track="imaging", duplicate_of="a"),
    ]  # fmt: skip
    found = cohort_of(rows)
    assert [(group.track, group.scored, group.missing) for group in found.by_track] == [
        ("imaging", 2, (("DICOM", 2), ("FHIR", 1))),
        ("ehr_risk", 1, (("FHIR", 1),)),
    ]
    assert "nearest to imaging: 2 résumés" in cohort_text(found, None)
    assert "imaging: 2 résumés" in cohort_html(found, None)


def test_words_of_a_file_stay_words():
    found = cohort_of([row("a", missing_must_haves=["<script>alert(1)</script>", "\x1b[2Jgone"])])
    page = cohort_html(found, change_of(found, found))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in cohort_text(found, None)


def test_all_tables_give_the_same_report(cli, samples, tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for case in ("imaging_engineer", "ehr_risk_modeller", "career_changer"):
        shutil.copy(samples / case / "resume.txt", place / f"{case}.txt")
    (place / "empty.txt").write_bytes(b"")
    texts = []
    for ending in ("csv", "jsonl", "parquet"):
        run = cli("batch", place, "-o", f"out.{ending}", "-j", 1, "--job", samples / "imaging_engineer" / "job.txt")
        assert run.returncode == 4, run.stderr
        texts.append(cli("cohort", f"out.{ending}").stdout)
    assert texts[0] == texts[1] == texts[2]
    assert texts[0].startswith("3 résumés scored, 0 copies left out, 1 not read")
    made = cli("cohort", "out.csv", "--before", "out.jsonl", "-o", "cohort.html")
    assert made.returncode == 0, made.stderr
    assert "0 profiles rose, 0 fell, 3 stayed" in (tmp_path / "cohort.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"), [("x.csv", "a,b\n1,2\n"), ("x.jsonl", "{}\n"), ("x.parquet", "no"), ("x.doc", "")]
)
def test_other_tables_are_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(InputError):
        cohort_of(read_rows(path))
