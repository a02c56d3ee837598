import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_medai.documents import text_document
from ats_medai.keywords import load_keywords
from ats_medai.model import Document, Line, Span
from ats_medai.resume import find_sections, read_structure

PLAIN = """Ada Muster
ada@example.com

Summary
Physicist who builds models for radiology.

WORK EXPERIENCE
Data Scientist, Spital AG
Jan 2020 - Present
- Projects with three hospitals
- Education of new staff

Education
MSc Physics, ETH Zurich, 2018

Skills: Python, SQL
"""


def kinds(read, text):
    document, parts = read(text)
    return [(s.kind.value, document[s.heading] if s.heading else None) for s in parts.sections]


def test_plain_text_is_cut_at_its_headings(read):
    assert kinds(read, PLAIN) == [
        ("contact", None),
        ("summary", "Summary"),
        ("experience", "WORK EXPERIENCE"),
        ("education", "Education"),
        ("skills", "Skills"),
    ]


SHAPES = {
    "colon": "Education:",
    "capitals": "EDUCATION",
    "ruled": "=== Education ===",
    "underlined": "Education\n---------",
    "numbered": "2. Education",
    "hashes": "## Education",
    "spaced": "E D U C A T I O N",
    "small": "education",
}


@pytest.mark.parametrize("heading", SHAPES.values(), ids=SHAPES)
def test_a_heading_may_be_decorated(heading, read):
    text = f"Ada Muster\nada@example.com\n\n{heading}\nMSc Physics, ETH Zurich, 2018\n"
    assert [kind for kind, _ in kinds(read, text)][-1] == "education"


NOT_HEADINGS = {
    "list item": "- Skills",
    "sentence": "Skills are what I bring to every project that I join.",
    "middle of a sentence": "I taught courses in the department of\neducation\nfor three years.",
    "label within skills": "Languages: English, German",
}


@pytest.mark.parametrize("line", NOT_HEADINGS.values(), ids=NOT_HEADINGS)
def test_heading_words_elsewhere_are_no_heading(line, read):
    text = f"Ada Muster\nada@example.com\n\nSKILLS\nPython\n{line}\nSQL\n\nEDUCATION\nMSc Physics, 2018\n"
    assert [kind for kind, _ in kinds(read, text)] == ["contact", "skills", "education"]


def test_a_label_that_comes_back_in_every_entry_is_no_heading(read):
    job = "Engineer, Acme Inc\n2019 - 2020\nAchievements:\nBuilt a thing.\n\n"
    text = f"Ada Muster\nada@example.com\n\nEXPERIENCE\n{job * 3}EDUCATION\nBSc, 2018\n"
    assert [kind for kind, _ in kinds(read, text)] == ["contact", "experience", "education"]


def test_without_headings_jobs_and_degrees_are_told_by_what_they_hold(read):
    text = """Maria Lopez
maria@example.com

Senior Data Scientist, Hospital Clinic
Jan 2020 - Present
- Built a triage model

MSc in Biomedical Engineering, University of Madrid, 2016

Python, PyTorch, MONAI, SQL, Docker, Git
"""
    assert [kind for kind, _ in kinds(read, text)] == ["contact", "experience", "education", "skills"]


def test_an_empty_document_has_no_sections(data):
    assert find_sections(text_document(""), data.headings) == ()


@given(st.lists(st.sampled_from(PLAIN.splitlines()), max_size=25))
def test_sections_cover_the_text_in_order(lines):
    document = text_document("\n".join(lines))
    sections = read_structure(document, KEYWORDS).sections
    at = 0
    for section in sections:
        assert not document.text[at : section.span.start].strip()
        at = section.span.end
        if section.heading:
            assert section.span.contains(section.heading)
    assert not document.text[at:].strip()


KEYWORDS = load_keywords()


def page(rows):
    """Build a document of (text, block, left, top, size, bold) rows."""
    text, lines = "", []
    for words, block, left, top, size, bold in rows:
        span = Span(len(text), len(text) + len(words))
        right = left + 0.5 * size * len(words)
        lines.append(Line(span, 1, (left, top, right, top + size), size, bold, block=block))
        text += words + "\n"
    return Document("made.pdf", "0" * 64, "application/pdf", text.rstrip("\n"), tuple(lines))


def found(document):
    sections = read_structure(document, KEYWORDS).sections
    return [(s.kind.value, document[s.heading] if s.heading else None) for s in sections]


def body(words, block, left, top):
    return (words, block, left, top, 10.0, False)


def head(words, block, left, top):
    return (words, block, left, top, 13.0, True)


def test_a_column_goes_on_after_the_sidebar():
    document = page(
        [
            ("Ada Muster", 0, 50, 40, 24.0, True),
            head("Experience", 1, 50, 100),
            body("Engineer, Acme Inc, 2019 - 2020 in the city of Basel", 1, 50, 120),
            head("Skills", 2, 400, 100),
            body("Python", 2, 400, 120),
            body("SQL", 2, 400, 140),
        ]
    )
    second = Line(
        Span(len(document.text) + 1, len(document.text) + 36), 2, (50, 40, 250, 50), 10.0, bold=False, block=3
    )
    text = document.text + "\nAnalyst, Bank of Basel, 2016 - 2018x"
    document = Document("made.pdf", "0" * 64, "application/pdf", text, (*document.lines, second))
    assert found(document) == [
        ("contact", None), ("experience", "Experience"), ("skills", "Skills"), ("experience", None),
    ]  # fmt: skip


def test_unknown_words_in_the_look_of_headings_are_a_heading():
    document = page(
        [
            ("Ada Muster", 0, 50, 40, 24.0, True),
            head("Experience", 0, 50, 100),
            body("Engineer, Acme Inc, 2019 - 2020", 0, 50, 120),
            head("Things I Care For", 0, 50, 160),
            body("Trees and rivers", 0, 50, 180),
            head("Education", 0, 50, 220),
            body("BSc Physics, 2018", 0, 50, 240),
        ]
    )
    assert ("other", "Things I Care For") in found(document)


def test_headings_in_the_margin_have_what_stands_beside_them():
    document = page(
        [
            ("Ada Muster", 0, 50, 40, 24.0, True),
            head("Education", 1, 50, 100),
            body("BSc Physics, University of Basel, 2018", 2, 160, 100),
            head("Work", 3, 50, 160),
            head("Experience", 3, 50, 173),
            body("Engineer, Acme Inc, 2019 - 2020", 4, 160, 160),
        ]
    )
    assert [kind for kind, _ in found(document)] == ["contact", "education", "experience"]


def test_small_bold_words_within_a_section_are_no_heading():
    document = page(
        [
            ("Ada Muster", 0, 50, 40, 24.0, True),
            head("EXPERIENCE", 0, 50, 100),
            body("Engineer, Acme Inc, 2019 - 2020", 0, 50, 120),
            head("STRENGTHS", 0, 50, 160),
            ("Leadership", 0, 50, 180, 10.0, True),
            body("Led a team of nine people through two audits", 0, 50, 194),
            head("EDUCATION", 0, 50, 220),
            body("BSc Physics, 2018", 0, 50, 240),
        ]
    )
    assert [kind for kind, _ in found(document)] == ["contact", "experience", "other", "education"]
