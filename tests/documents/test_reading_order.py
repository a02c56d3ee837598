"""Reading order of pages as résumés are set. Each case draws a page and says how a careful person reads it."""

import pytest
from pdf_maker import Sheet

from ats_medai.documents import read_document

CONTACT = ["CONTACT", "ada@example.org", "+44 20 7946 0123", "Leeds, UK"]
SKILLS = ["SKILLS", "Python", "PyTorch", "DICOM", "FHIR", "Docker"]
LANGUAGES = ["LANGUAGES", "English (native)", "Twi (fluent)"]
WORK = [
    "EXPERIENCE",
    "Machine Learning Engineer",
    "Northfield Imaging, 2019 - 2022",
    "Built a segmentation model for chest radiographs with",
    "radiologists in the loop at four hospital sites.",
    "Wrote the validation harness and monitored drift weekly.",
    "Data Scientist",
    "Clarion Health Analytics, 2016 - 2019",
    "Reduced missing values in tabular records of intensive",
    "care and calibrated the predictions of a risk model.",
    "EDUCATION",
    "MSc Biomedical Engineering",
    "University of Exampleton, 2016",
]
SIDE = [*CONTACT, *SKILLS, *LANGUAGES]
HEAD = ["Ada Quist", "ada@example.org | Leeds, UK"]


def read(sheet):
    return read_document(sheet.data(), "made.pdf").text.split("\n")


def cells(lines):
    return [cell for line in lines for cell in line.split("\t")]


def header(sheet):
    sheet.text(60, 60, HEAD[0], 22, "Helvetica-Bold")
    sheet.text(60, 78, HEAD[1])


@pytest.mark.parametrize("step", [13, 15.5], ids=["lines level with the main column", "lines of their own"])
@pytest.mark.parametrize("align", ["left", "right", "center"])
@pytest.mark.parametrize("first", ["side", "main"])
def test_sidebar_at_the_left(first, align, step):
    sheet = Sheet()
    header(sheet)
    parts = {
        "side": lambda: sheet.lines(60, 120, SIDE, step=step, width=140, align=align),
        "main": lambda: sheet.lines(220, 120, WORK),
    }
    for part in sorted(parts, key=lambda name: name != first):
        parts[part]()
    assert read(sheet) == [*HEAD, *SIDE, *WORK]


@pytest.mark.parametrize("align", ["left", "center"])
@pytest.mark.parametrize("first", ["side", "main"])
def test_sidebar_at_the_right(first, align):
    sheet = Sheet()
    header(sheet)
    parts = {
        "side": lambda: sheet.lines(420, 120, SIDE, step=14.5, width=140, align=align),
        "main": lambda: sheet.lines(60, 126, WORK),
    }
    for part in sorted(parts, key=lambda name: name != first):
        parts[part]()
    assert read(sheet) == [*HEAD, *WORK, *SIDE]


def test_columns_drawn_line_by_line_across():
    sheet = Sheet()
    rows = [(60, 120 + 14.5 * i, line) for i, line in enumerate(SIDE)]
    rows += [(220, 122 + 13 * i, line) for i, line in enumerate(WORK)]
    for x, y, line in sorted(rows, key=lambda row: (row[1], row[0])):
        sheet.lines(x, y, [line])
    assert read(sheet) == [*SIDE, *WORK]


def test_dates_at_the_right_edge_stay_with_their_line():
    sheet = Sheet()
    header(sheet)
    y = sheet.lines(60, 120, ["EXPERIENCE"])
    wanted = [*HEAD, "EXPERIENCE"]
    for title, dates, place, town in [
        ("Engineer", "Jan 2019 - Present", "Northfield Imaging", "Leeds, UK"),
        ("Analyst", "2016 - 2019", "Clarion Health Analytics", "Oslo, Norway"),
    ]:
        sheet.text(60, y, title, font="Helvetica-Bold").right(550, y, dates)
        sheet.text(60, y + 13, place).right(550, y + 13, town)
        wanted += [title, dates, place, town, "Built models for imaging with people from four sites and two countries."]
        sheet.text(60, y + 26, wanted[-1])
        y += 46
    assert cells(read(sheet)) == wanted


def test_dates_in_the_left_margin_come_before_their_entry():
    sheet = Sheet()
    y, wanted = 100, []
    for dates in ("2019 - 2022", "2016 - 2019", "2012 - 2016"):
        body = ["Machine Learning Engineer, Northfield Imaging", "Built models for chest radiographs at four sites"]
        sheet.right(130, y, dates)
        sheet.lines(150, y, body)
        wanted += [dates, *body]
        y += 45
    assert cells(read(sheet)) == wanted


@pytest.mark.parametrize("rail_first", [True, False])
def test_a_stack_of_dates_is_one_label(rail_first):
    entries = [
        (
            ["Jan 2019", "to", "Present"],
            ["Engineer", "Northfield Imaging", "Leeds, UK", "Built models for radiographs."],
        ),
        (["2016", "to", "2019"], ["Analyst", "Clarion Health", "Oslo, Norway", "Cleaned records of intensive care."]),
    ]
    sheet, y, draws = Sheet(), 100, []
    for label, body in entries:
        draws += [(0, 60, y, label, 10.5), (1, 140, y, body, 13)]
        y += 75
    for _, x, top, lines, step in sorted(draws, key=lambda draw: draw[0]) if rail_first else draws:
        sheet.lines(x, top, lines, step=step)
    assert cells(read(sheet)) == [line for label, body in entries for line in (*label, *body)]


def test_section_names_in_the_left_margin_come_before_their_section():
    sections = [
        (["RESEARCH", "EXPERIENCE"], ["Institute for Imaging, Leeds", "Measured the drift of models", "Wrote reports"]),
        (["EDUCATION"], ["MSc Biomedical Engineering", "University of Exampleton"]),
        (["SKILLS"], ["Python, PyTorch, DICOM and the tools of a working day in a hospital"]),
    ]
    sheet, y = Sheet(), 100
    for label, body in sections:
        sheet.lines(50, y, label)
        y = sheet.lines(170, y, body) + 16
    assert cells(read(sheet)) == [line for label, body in sections for line in (*label, *body)]


def test_labels_and_values_are_read_row_by_row():
    sheet = Sheet()
    pairs = [("Name:", "Ada Quist"), ("Born:", "Leeds"), ("E-mail:", "ada@example.org"), ("Phone:", "+44 20 7946")]
    for i, (label, _) in enumerate(pairs):
        sheet.right(120, 100 + 14 * i, label)
    for i, (_, value) in enumerate(pairs):
        sheet.text(130, 100 + 14 * i, value)
    assert [line.replace("\t", " ") for line in read(sheet)] == [" ".join(pair) for pair in pairs]


@pytest.mark.parametrize("by_column", [True, False])
def test_a_grid_of_skills_follows_the_drawing(by_column):
    skills = [["Python", "PyTorch"], ["DICOM", "FHIR"], ["Docker", "Linux"]]
    places = [(60 + 120 * c, 100 + 13 * r, skills[c][r]) for c in range(3) for r in range(2)]
    if not by_column:
        places.sort(key=lambda place: place[1])
    sheet = Sheet()
    for x, y, skill in places:
        sheet.text(x, y, skill)
    assert cells(read(sheet)) == [skill for _, _, skill in places]


def test_columns_at_the_foot_of_a_page():
    sheet = Sheet()
    y = sheet.lines(60, 80, [line * 2 for line in WORK[3:6]])
    for i, column in enumerate((SKILLS, LANGUAGES, CONTACT)):
        sheet.lines(60 + 170 * i, y + 20, column)
    assert read(sheet)[3:] == [*SKILLS, *LANGUAGES, *CONTACT]


def test_a_name_beside_an_address():
    sheet = Sheet()
    sheet.text(60, 80, "Ada Quist", 26, "Helvetica-Bold")
    for i, line in enumerate(address := ["12 Fictive Road", "Leeds, UK", "ada@example.org", "+44 20 7946 0123"]):
        sheet.right(550, 60 + 12 * i, line)
    sheet.lines(60, 140, [line * 2 for line in WORK[3:6]])
    assert read(sheet)[:5] == ["Ada Quist", *address]


def test_a_line_by_line_reading_is_kept_for_comparison():
    sheet = Sheet()
    sheet.lines(60, 120, SIDE)
    sheet.lines(220, 120, WORK)
    document = read_document(sheet.data(), "made.pdf")
    assert document.naive_text.split("\n")[1] == f"{SIDE[1]}\t{WORK[1]}"
    assert sorted(document.naive_text.split()) == sorted(document.text.split())
    assert "multi_column" in {issue.code for issue in document.issues}


def test_one_column_has_no_other_reading():
    sheet = Sheet()
    sheet.lines(60, 120, WORK)
    document = read_document(sheet.data(), "made.pdf")
    assert document.naive_text is None
    assert document.issues == ()


def test_lines_know_where_they_stand():
    sheet = Sheet()
    sheet.lines(60, 120, ["SUMMARY", "Engineer"])
    sheet.page().text(60, 90, "Second page", 14)
    document = read_document(sheet.data(), "made.pdf")
    summary, engineer, second = document.lines
    assert [document[line.span] for line in document.lines] == ["SUMMARY", "Engineer", "Second page"]
    assert (summary.bold, engineer.bold) == (True, False)
    assert (engineer.page, second.page, document.pages) == (1, 2, 2)
    assert (engineer.font_size, second.font_size) == (10, 14)
    assert engineer.bbox == pytest.approx((60, 125, 98.4, 135), abs=3)
    assert summary.block < second.block


def test_lines_that_are_printed_over_each_other_stay_apart():
    sheet = Sheet().text(60, 100, "PUBLICATIONS", 14, "Helvetica-Bold")
    sheet.text(75, 101, "A. Quist. Drift of segmentation models in daily use. 2021.")
    assert read(sheet) == ["PUBLICATIONS", "A. Quist. Drift of segmentation models in daily use. 2021."]


def test_notes_at_the_right_edge_beside_bullets_belong_to_the_entry():
    sheet = Sheet()
    sheet.text(60, 100, "Northfield Imaging, Engineer", font="Helvetica-Bold").right(550, 100, "Leeds, UK")
    sheet.text(60, 113, "• Built a segmentation model for radiographs that runs").right(550, 113, "2019 - 2022")
    sheet.text(68, 126, "at four hospital sites").right(550, 126, "3 years")
    sheet.text(60, 139, "• Wrote the validation harness")
    assert cells(read(sheet)) == [
        "Northfield Imaging, Engineer",
        "Leeds, UK",
        "2019 - 2022",
        "3 years",
        "• Built a segmentation model for radiographs that runs",
        "at four hospital sites",
        "• Wrote the validation harness",
    ]


def test_cards_are_read_one_by_one():
    cards = [
        ["LungSeg", "Found nodules in scans of the chest", "and drew their outlines"],
        ["ChartMiner", "Read the notes of intensive care", "for signs of sepsis"],
        ["DoseNet", "Planned the dose of radiation from", "pictures alone"],
        ["OpenTriage", "Sorted the patients of a busy ward", "by how ill they were"],
    ]
    sheet = Sheet()
    for i, (title, *body) in enumerate(cards):
        x, y = 60 + 260 * (i % 2), 100 + 60 * (i // 2)
        sheet.text(x, y, title, font="Helvetica-Bold")
        sheet.lines(x, y + 13, body)
    assert read(sheet) == [line for card in cards for line in card]
