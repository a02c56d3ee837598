"""My résumé: bytes in, figures out; a tick raises them by what is printed; every file that cannot be read says why."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from streamlit_pages import button, check, html_of, metric, open_tab, opened, said, seeker_page

from ats_medai.errors import NEXT_STEP, DocumentError, ErrorCode
from ats_medai.web import engine

SAMPLES = Path(__file__).resolve().parents[2] / "sample_resumes"
PERSON = SAMPLES / "imaging_engineer"
ADVERT = (PERSON / "job.txt").read_text(encoding="utf-8")


def gained(text):
    found = re.search(r"([+-]\d+\.\d)", text)
    return float(found[1]) if found else 0.0


def pdf(**options):
    out = io.BytesIO()
    canvas = Canvas(out, **options)
    canvas.drawString(72, 720, "Trained deep learning models on CT scans")
    canvas.save()
    return out.getvalue()


def picture_only():
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)
    canvas.save()
    return out.getvalue()


@pytest.fixture
def result():
    return check("resume.pdf", (PERSON / "resume.pdf").read_bytes(), ADVERT)


def test_the_first_page_waits_for_a_file():
    seeker = opened(seeker_page)
    assert button(seeker, "Check my résumé").disabled
    assert not seeker.metric


def test_upload_gives_the_figures_and_the_missing_must_haves_by_name(result):
    labels = [one.label for one in result.metric]
    assert labels == ["Medical AI profile", "Match with this job", "Machine readability"]
    assert all(one.value.endswith(" of 100") for one in result.metric)
    assert any("not found" in one.value for one in result.markdown)
    assert "am-musts" in html_of(result)


@pytest.mark.parametrize(("name", "figure"), [("profile", "Medical AI profile"), ("job", "Match with this job")])
def test_a_tick_raises_the_figure_by_the_printed_points(result, name, figure):
    box = next(one for one in result.checkbox if name in one.label)
    points = re.search(rf"([+-]\d+\.\d) {name}", box.label.replace("\\", ""))[1]
    box.check().run()
    assert not result.exception
    assert gained(metric(result, figure).delta) == float(points)


def test_no_fix_is_ticked_beforehand(result):
    assert result.checkbox
    assert not any(one.value for one in result.checkbox)


def test_all_fixes_can_be_ticked_together(result):
    for box in result.checkbox:
        box.check()
    result.run()
    assert not result.exception
    assert gained(metric(result, "Medical AI profile").delta) > 0


def test_fixes_are_named_by_label_not_by_code(result):
    assert not any(re.search(r"\*\*\w+\\_\w+", one.label) for one in result.checkbox)


def test_requirements_stand_with_the_missing_first(result):
    open_tab(result, "Résumé vs job")
    table = next(part for part in html_of(result).split("<table") if "Required and missing" in part)
    states = re.findall(r"am-chip am-(none|half|good)", table)
    assert states == sorted(states, key=lambda state: state != "none")
    assert "none" in states


def test_without_an_advert_the_job_box_says_so():
    at = check("resume.txt", (PERSON / "resume.txt").read_bytes())
    box = metric(at, "Match with this job")
    assert box.value == "–"
    assert "advert" in box.delta


def test_an_advert_can_be_added_to_a_result():
    at = open_tab(check("resume.txt", (PERSON / "resume.txt").read_bytes()), "Résumé vs job")
    at.text_area(key="late_advert").set_value("Engineer wanted.").run()
    button(at, "Compare with this advert").click().run()
    assert "Paste the whole advert" in said(at.error)
    at.text_area(key="late_advert").set_value(ADVERT).run()
    button(at, "Compare with this advert").click().run()
    assert not at.exception
    assert metric(at, "Match with this job").value.endswith(" of 100")
    assert "Required and missing" in html_of(at)


def test_conditions_that_no_resume_is_read_for_are_shown_beside_the_requirements():
    advert = ADVERT + "\nYou must be authorised to work in the United Kingdom.\n"
    at = open_tab(check("resume.txt", (PERSON / "resume.txt").read_bytes(), advert), "Résumé vs job")
    assert not at.exception
    assert "Check yourself" in [one.value for one in at.header]
    assert "authorised to work" in html_of(at)


def test_pasted_text_is_enough():
    seeker = opened(seeker_page)
    seeker.text_area(key="resume_text").set_value((PERSON / "resume.txt").read_text(encoding="utf-8")).run()
    button(seeker, "Check my résumé").click().run()
    assert not seeker.exception
    assert len(seeker.metric) == 3


def test_clear_forgets_everything(result):
    button(result, "Clear").click().run()
    assert not result.metric
    assert not [key for key in ("given", "report") if key in result.session_state]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("locked.pdf", lambda: pdf(encrypt="secret"), ErrorCode.ENCRYPTED),
        ("scan.pdf", picture_only, ErrorCode.NO_TEXT),
        ("empty.txt", lambda: b"", ErrorCode.EMPTY),
        ("blank.txt", lambda: b" \n \n", ErrorCode.EMPTY),
        ("picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200), ErrorCode.UNSUPPORTED_FORMAT),
        ("broken.pdf", lambda: b"%PDF-1.7\n" + bytes(300), ErrorCode.CORRUPT),
        ("huge.txt", lambda: b"a " * (6 << 20), ErrorCode.LIMIT_EXCEEDED),
    ],
    ids=["encrypted", "scan", "empty", "blank", "picture", "broken", "too-big"],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(name, data, code):
    at = check(name, data())
    told = said(at.error)
    assert NEXT_STEP[code] in told
    assert not at.metric
    assert button(at, "Try it with a sample")


def test_a_scan_is_told_once_how_to_get_text_recognition():
    told = said(check("scan.pdf", picture_only()).error)
    assert told.count("pip install 'ats_medai[ocr]'") == 1
    assert "export the original again" in told


@pytest.mark.parametrize("code", [ErrorCode.CRASHED, ErrorCode.TIMEOUT])
def test_a_lost_reading_process_is_told_kindly(monkeypatch, code):
    class Broken:
        def read(self, _data, name):
            raise DocumentError(name, code)

    monkeypatch.setattr(engine, "_pool", Broken)
    at = check("resume.pdf", b"%PDF")
    assert NEXT_STEP[code] in said(at.error)


def test_a_short_advert_asks_for_the_whole():
    at = check("resume.txt", (PERSON / "resume.txt").read_bytes(), "ML engineer wanted.")
    told = said(at.error)
    assert "Paste the whole advert" in told
    assert "leave the advert out" in told


def test_another_language_gets_a_note_and_a_result():
    german = "Ich entwickle seit drei Jahren Modelle und werte Bilder aus Kliniken aus. " * 12
    at = check("lebenslauf.txt", german.encode())
    assert any("English" in one.value for one in at.info)
    assert at.metric


def test_what_a_left_to_right_reader_loses_is_named():
    at = open_tab(check("resume.pdf", (PERSON / "resume_two_columns.pdf").read_bytes()), "What a machine reads")
    assert any("left-to-right" in one.value for one in at.header)
    assert "such a reader loses" in html_of(at).lower()


def test_the_quiz_tells_right_from_wrong_and_moves_no_figure(result):
    before = [one.value for one in open_tab(result, "Learn next").metric]
    for radio in result.radio:
        radio.set_value(0)
    result.run()
    assert not result.exception
    assert "right so far" in html_of(result)
    assert [one.value for one in result.metric] == before


def test_a_search_is_answered_and_a_mistake_in_it_is_named(result):
    open_tab(result, "Be found")
    result.text_input(key="query").set_value("DICOM AND PyTorch").run()
    assert any("is found" in one.value for one in result.text)
    result.text_input(key="query").set_value("DICOM AND (").run()
    assert not result.exception
    assert result.warning


def test_another_resume_begins_without_ticks(result):
    result.checkbox[0].check().run()
    button(result, "Change files").click().run()
    result.file_uploader(key="resume_file").set_value(("b.docx", (PERSON / "resume.docx").read_bytes(), "x/y")).run()
    button(result, "Check my résumé").click().run()
    assert result.checkbox
    assert not any(one.value for one in result.checkbox)


def test_another_kind_of_role_measures_anew(result):
    before = metric(result, "Medical AI profile").value
    assert result.selectbox(key="track").value == "best"
    result.selectbox(key="track").select("genomics").run()
    assert not result.exception
    assert metric(result, "Medical AI profile").value != before
