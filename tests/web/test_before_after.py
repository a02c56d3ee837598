"""Before and after: people are matched by file name, and what moved is told for those in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_pages import button, coach_page, html_of, metric, opened, said

from ats_medai.batch.inputs import InputError
from ats_medai.web.cohort import Cohort, to_file
from ats_medai.web.compare import compare, keys_of, rows_in, rows_of

WEAK = """Ada Vance
ada@example.com

EXPERIENCE
Data Scientist, Northfield Clinic
Jan 2020 - Present
- Trained models in Python on hospital admissions

SKILLS
Python, SQL
"""
STRONG = (
    WEAK
    + """
PROJECTS
- Built a deep learning model with PyTorch on DICOM images of CT and MRI and measured sensitivity and specificity
- Wrote the bias audit and the de-identification of electronic health records under HIPAA with FHIR
- Deployed the model with Docker and watched it for drift in production
"""
)


def row(source, profile, missing=(), **more):
    return {"source": source, "profile": profile, "level": "beginner", "missing_must_haves": list(missing), **more}


@pytest.mark.parametrize(
    ("names", "keys"),
    [
        (["Anna.PDF", "ben.docx"], ["anna", "ben"]),
        (["spring/anna.pdf", "spring/ben.pdf"], ["anna", "ben"]),
        (["autumn\\anna.pdf", "autumn\\x\\ben.pdf"], ["anna", "x/ben"]),
        (["a/resume.pdf", "b/resume.pdf"], ["a/resume", "b/resume"]),
        (["anna.pdf", "anna.docx"], ["anna.pdf", "anna.docx"]),
        (["one/anna.pdf"], ["anna"]),
    ],
    ids=["ending and capitals", "one folder", "backslashes", "a folder each", "two of one name", "alone"],
)
def test_files_are_matched_by_name(names, keys):
    assert list(keys_of(names).values()) == keys


@given(st.lists(st.text(alphabet="ab./\\C-01", min_size=1, max_size=8), unique=True, max_size=8))
def test_different_files_are_matched_by_different_keys(names):
    keys = keys_of(names)
    assert set(keys) == set(names)
    folded = {name.replace("\\", "/").casefold() for name in names}
    assert len(set(keys.values())) <= len(folded)


def test_what_moved_is_told_for_those_in_both():
    before = [row("old/a.docx", 40, ["fhir", "bias"]), row("old/b.docx", 50, ["fhir"]), row("old/gone.docx", 90)]
    now = [row("new/a.pdf", 55, ["fhir"]), row("new/b.pdf", 45, []), row("new/c.pdf", 10, ["bias"])]
    found = compare(before, now)
    assert [(one.source, one.change) for one in found.people] == [("new/a.pdf", 15), ("new/b.pdf", -5)]
    assert (found.change.rose, found.change.fell, found.change.same) == (1, 1, 0)
    assert (found.only_before, found.only_now) == (1, 1)
    assert found.learnt == (("bias", 50.0, 0.0), ("fhir", 100.0, 50.0))
    assert not found.whole


def test_ids_for_hidden_names_match_nobody():
    found = compare([row("C-001", 40)], [row("C-001", 50)])
    assert found.whole
    assert not found.people
    assert found.change.medians[0][1:] == (40.0, 50.0)


def test_of_several_adverts_the_best_counts_and_copies_count_once():
    rows = [row("a.pdf", 40, best_job=False), row("a.pdf", 40, best_job=True), row("b.pdf", 1, duplicate_of="a.pdf")]
    assert len(compare(rows, rows).people) == 1


def test_a_table_that_was_made_here_is_read_again():
    records = [[{**row("a.pdf", 40.0, ["fhir"]), "readability": 90.0, "error": None}]]
    assert rows_in(to_file(records, ".csv"), "Table.CSV")[0]["missing_must_haves"] == ["fhir"]


@pytest.mark.parametrize(("name", "data"), [("x.csv", b"a,b\n1,2\n"), ("x.jsonl", b"{"), ("x.xlsx", b"PK")])
def test_another_table_is_refused(name, data):
    with pytest.raises(InputError):
        rows_in(data, name)


def test_errors_become_their_code():
    assert rows_of([{"source": "a", "error": {"code": "empty", "message": "m"}}])[0]["error"] == "empty"


# --- the page --------------------------------------------------------------------------------------------------------


def files(text, *more):
    return [("ada.txt", text.encode(), "text/plain"), *more]


@pytest.fixture
def group():
    at = opened(coach_page)
    at.file_uploader(key="coach_files").set_value(files(STRONG, ("new.txt", WEAK.encode() + b"x", "text/plain")))
    at.run()
    button(at, "Score 2 files").click().run()
    at.session_state["group"] = "Before and after"
    at.run()
    assert not at.exception
    return at


def test_earlier_files_are_scored_and_compared(group):
    assert button(group, "Compare").disabled
    group.file_uploader(key="coach_files_before").set_value(files(WEAK, ("lost.txt", b"", "text/plain"))).run()
    button(group, "Compare").click().run()
    assert not group.exception
    assert metric(group, "In both groups").value == "1"
    assert metric(group, "Profiles that rose").value == "1"
    assert float(metric(group, "Typical change of a profile").value) > 5
    table = group.dataframe[0].value
    assert list(table["Candidate"]) == ["C-001"]
    assert "fewer lack now" in " ".join(one.value for one in group.header)
    assert "→ 0 %" in html_of(group)
    button(group, "Clear").click().run()
    assert "coach_before" not in group.session_state


def test_an_earlier_table_is_compared_and_another_file_refused(group):
    cohort: Cohort = group.session_state["cohort"]
    records = [list(one.records.values()) for one in cohort.candidates]
    group.file_uploader(key="coach_old_table").set_value(("old.csv", to_file(records, ".csv"), "text/csv")).run()
    button(group, "Compare").click().run()
    assert not group.exception
    assert metric(group, "Profiles that rose").value == "0"
    group.file_uploader(key="coach_old_table").set_value(("old.csv", b"a,b\n1,2\n", "text/csv")).run()
    button(group, "Compare").click().run()
    assert "no table that was made here" in said(group.error)
