"""Coach: every file keeps its row, names stay hidden, the tables that go out are safe."""

import csv
import io
import re
import zipfile
from pathlib import Path

import docx
import pandas as pd
import pytest
from streamlit_pages import button, coach_page, html_of, opened

from ats_medai.documents import text_document
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.web.cohort import Cohort, best_job, record_of, spread, state_of, to_file, what_to_teach, without_name
from ats_medai.web.letters import letters
from ats_medai.web.sheet import columns, styled

SAMPLES = Path(__file__).resolve().parents[2] / "sample_resumes"
PEOPLE = ("imaging_engineer", "ehr_risk_modeller", "career_changer")
FILES = [(f"{who}.txt", (SAMPLES / who / "resume.txt").read_bytes(), "text/plain") for who in PEOPLE]
ADVERT = (SAMPLES / "imaging_engineer" / "job.txt").read_text(encoding="utf-8")


@pytest.fixture
def coach():
    return opened(coach_page)


@pytest.fixture
def scored(coach):
    odd = [
        ("again.txt", FILES[0][1], "text/plain"),
        ("empty.txt", b"", "text/plain"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "image/png"),
    ]
    coach.file_uploader(key="coach_files").set_value([*FILES, *odd])
    coach.text_area(key="coach_advert").set_value(ADVERT)
    coach.run()
    button(coach, "Score 6 files").click().run()
    assert not coach.exception
    return coach


def rows(at):
    return at.dataframe[0].value


def test_every_file_keeps_its_row_with_its_reason(scored):
    table = rows(scored)
    assert len(table) == 6
    assert sorted(table["File"])[:2] == ["not read: empty", "not read: unsupported format"]
    assert [state for state in table["File"] if state.startswith("same as C-00")]
    assert table["Profile"].notna().sum() == 4
    assert table["Job"].notna().sum() == 4


def test_the_table_rounds_as_the_report_does():
    html = styled(pd.DataFrame([{"Candidate": "C-001", "Profile": 82.6, "Job": 74.5, "Missing": 3}])).to_html()
    assert ">75<" in html
    assert columns(hidden=True)["Profile"]["type_config"]["format"] == "%.0f"  # %d would cut 82.6 off to 82


def test_names_are_hidden_until_asked_for(scored):
    assert all(name.startswith("C-0") and "." not in name for name in rows(scored)["Candidate"])
    scored.toggle(key="coach_hidden").set_value(False).run()
    assert any("imaging_engineer.txt" in name for name in rows(scored)["Candidate"])


def test_boxes_count_the_group(scored):
    values = {one.label: one.value for one in scored.metric}
    assert values["Résumés read"] == "4 of 6"
    scored.number_input(key="ready").set_value(0).run()
    assert next(one.value for one in scored.metric if one.label.startswith("Ready")) == "4"


def test_the_view_filters(scored):
    scored.segmented_control[0].set_value("File problems").run()
    assert not scored.dataframe
    table = html_of(scored).split("Files that could not be read, and copies")[1].split("</table>")[0]
    assert table.count("<tr>") == 4
    assert "The file is empty. Choose another one." in table


def test_clear_forgets_the_group(scored):
    button(scored, "Clear").click().run()
    assert not scored.exception
    assert not scored.metric


def test_a_bad_advert_stops_before_the_files(coach):
    coach.file_uploader(key="coach_files").set_value(FILES[:1])
    coach.text_area(key="coach_advert").set_value("Engineer wanted.")
    coach.run()
    button(coach, "Score 1 file").click().run()
    assert coach.error
    assert not coach.metric


# --- what stands behind the page -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reports(analyzer):
    job = analyzer.read_job(text_document(ADVERT, "job.txt"))
    return {
        name: analyzer.score(analyzer.read_resume(text_document(data.decode(), name)), job) for name, data, _ in FILES
    }


def test_ids_go_on_and_the_same_text_is_told(reports):
    resumes = [report.resume for report in reports.values()]
    cohort = Cohort()
    for resume in (*resumes, resumes[1]):
        cohort.add(resume.document.source, resume)
    cohort.add("lost.pdf", DocumentError("lost.pdf", ErrorCode.NO_TEXT))
    assert [one.id for one in cohort.candidates] == ["C-001", "C-002", "C-003", "C-004", "C-005"]
    assert [state_of(one) for one in cohort.candidates] == ["ok", "ok", "ok", "same as C-002", "not read: no text"]


def test_hidden_names_are_nowhere_in_the_opened_report(reports):
    for report in reports.values():
        document, contact = report.resume.document, report.resume.contact
        masked = without_name(report, "C-001").resume.document
        assert len(masked.text) == len(document.text)
        for span in (contact.name, contact.email, contact.phone, *contact.links):
            assert span is None or document[span] not in masked.text
        for name in document[contact.name].split():
            assert name.casefold() not in re.split(r"\W+", masked.text.casefold())
        assert masked.source == "C-001"


def test_files_out_hold_ids_for_names_and_no_formula(reports):
    cohort = Cohort()
    groups = []
    for name, report in reports.items():
        one = cohort.add(f"=evil {name}", report.resume)
        groups.append([record_of(one, report, None)])
    shown = to_file(groups, ".csv").decode("utf-8-sig")
    assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(shown)) for cell in row)
    names = {one.name: one.id for one in cohort.candidates}
    hidden = to_file(groups, ".csv", names).decode("utf-8-sig")
    assert "evil" not in hidden
    assert "C-003" in hidden
    workbook = zipfile.ZipFile(io.BytesIO(to_file(groups, ".xlsx", names)))
    assert not any(b"evil" in workbook.read(name) for name in workbook.namelist())


def test_what_to_teach_counts_the_missing():
    records = [{"missing_must_haves": ["a", "b"]}, {"missing_must_haves": ["b"]}, {"error": {}}]
    assert what_to_teach(records) == [("b", 2), ("a", 1)]


@pytest.mark.parametrize(("score", "low"), [(0, 0), (9.99, 0), (10, 10), (99.5, 90), (100, 90)])
def test_the_spread_counts_every_score_once(score, low):
    counts = dict(spread([score]))
    assert counts[low] == 1
    assert sum(counts.values()) == 1


def test_the_best_advert_is_named_only_among_several(reports):
    cohort = Cohort()
    one = cohort.add("a", next(iter(reports.values())).resume)
    jobs = [("first", None), ("second", None)]
    one.records = {("first", "general"): {"match": 20.0}, ("second", "general"): {"match": 40.0}}
    assert best_job(one, jobs, "general") == "second"
    assert best_job(one, jobs[:1], "general") == ""


def test_letters_name_figures_and_steps_under_safe_file_names(analyzer):
    report = analyzer.analyze(text_document(FILES[0][1].decode(), "a.txt"), text_document(ADVERT, "job.txt"))
    archive = zipfile.ZipFile(io.BytesIO(letters([("C-001 ../../etc/x\u202e.pdf", report), ("C-002", report)])))
    names = archive.namelist()
    assert len(names) == 2
    assert all(re.fullmatch(r"[\w-]+\.docx", name) for name in names)
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(archive.read("C-002.docx"))).paragraphs)
    assert "Medical AI profile: " in text
    assert all(one.text in text for one in report.suggestions[:5])
    assert "do not predict a decision" in text
