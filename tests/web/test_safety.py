"""What documents say is shown, never run: no Markdown, no HTML, no formula, no link."""

import csv
import io
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit_pages import check, html_of, open_tab, read_as_markdown

from ats_medai.documents import text_document
from ats_medai.render.marks import marks_of
from ats_medai.web.details import TABS
from ats_medai.web.safe import LIVE, one_line, plain, table_html
from ats_medai.web.tabs.export import table_csv
from ats_medai.web.tabs.marked import text_html

SHOW_TEXT = {"Résumé with marks", "What a machine reads"}
HOSTILE = (
    "![x](http://evil.example/x.png) **bold** $x^2$ :material/home: <img src=x onerror=alert(1)> <script>x</script>"
)
RESUME = f"""Eve <script>alert(1)</script>
eve@example.com

EXPERIENCE
{HOSTILE}
=HYPERLINK("http://evil.example") with Python and PyTorch
- Trained deep learning models with PyTorch {HOSTILE}
- Responsible for DICOM {HOSTILE}

SKILLS
=cmd|' /C calc'!A0, Python, FHIR
"""
ADVERT = f"""Medical AI engineer {HOSTILE}

Requirements
- Experience with {HOSTILE} and Zorbatron 9000
- Strong Python, PyTorch and DICOM
- Knowledge of FHIR and HIPAA
- 3+ years of experience with machine learning in hospitals, with radiologists and clinicians
"""


@pytest.fixture(scope="module", params=[name for name, _ in TABS])
def shown(request):
    at = check(f"{HOSTILE}.txt", RESUME.encode(), ADVERT)
    assert at.metric
    return open_tab(at, request.param)


def test_nothing_of_it_is_html(shown):
    html = html_of(shown)
    assert "<img" not in html
    assert "<script" not in html
    assert "&lt;img src=x" in html or shown.session_state["tab"] not in SHOW_TEXT


def test_nothing_of_it_is_markdown(shown):
    for text in read_as_markdown(shown):
        assert not [live for live in ("](http", "**bold**", "$x^2$", ":material/", "<img", "<script") if live in text]


def test_the_marked_text_is_the_text_with_its_headings_in_bold(analyzer, samples):
    for path in sorted(samples.glob("*/resume.txt")):
        report = analyzer.analyze(text_document(path.read_text(encoding="utf-8") + "\n<b>&amp;", "x.txt"))
        marked = text_html(report, marks_of(report))
        shown = unescape(re.sub(r"</?(b|mark)\b[^>]*>", "", marked))
        assert shown.replace("\n", "") == report.resume.document.text.replace("\n", "")
        assert marked.count("<b>") == marked.count("</b>") == sum(bool(one.heading) for one in report.resume.sections)


@given(st.text(alphabet="ab *_`[]()<>$:!#-\\/.@\n\u202e\u200b", max_size=60))
def test_every_live_character_is_escaped_and_nothing_else_changes(text):
    escaped = plain(text)
    assert "\n" not in escaped
    assert escaped == LIVE.sub(r"\\\1", one_line(text))
    assert "\u202e" not in escaped


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=4))
def test_cells_hold_no_markup(rows):
    html = table_html("c", ("a", "b"), [tuple(f"<{cell}>" for cell in row) for row in rows])
    assert html.count("<tr>") == len(rows) + 1
    assert html.count("<td") == len(rows)


def test_no_cell_of_the_table_is_a_formula(analyzer):
    report = analyzer.analyze(text_document(RESUME, "x.txt"), text_document(ADVERT, "a.txt"))
    rows = list(csv.reader(io.StringIO(table_csv(report))))
    assert len(rows) > 5
    assert not any(cell.lstrip(" ").startswith(tuple("=+-@")) for row in rows for cell in row)
