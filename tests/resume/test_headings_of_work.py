"""Headings that real résumés set above positions, and lines between positions that are none."""

import pytest

JOBS = """Data Scientist, Acme Health Inc\tJan 2020 - Mar 2022
- Built models for radiology

Research Engineer, Bern Clinic\tJan 2017 - Dec 2019
- Built pipelines
"""
FRAME = """Ada Muster
ada@example.com

{summary}
I build models for radiology departments and their staff.

{heading}
{below}
{education}
MSc Physics, ETH Zurich, 2018

{skills}
Python, SQL
"""
OF_WORK = """Professional; Career; Work; Appointments; Positions; Jobs; Employment; Roles; Technical Experience; AI Experience
Professional Appointments; Academic Appointments; Faculty Appointments; Clinical Appointments; Visiting Positions
Research Positions; Clinical Experience; Industry Experience; Nursing Experience; Biostatistics Experience
Government Experience; Public Sector Experience; Experience in Medical AI; Professional Background; Career Summary
Employment Background; Employment Details; Training and Appointments; Career Progression; Early Career
Professional Practice; Work Placements; Graduate Assistantships; Traineeships; Positions and Honors
Roles & Responsibilities; Key Roles; Postdoctoral Research; Current Position; Administrative Positions
Professional Record; Co-op Experience; Research Internships; Professional Profile & Experience"""
OTHERS = {
    "Selected Projects": "projects",
    "Grants": "awards",
    "Research Grants": "awards",
    "Grant Support": "awards",
    "Service": "other",
    "Service to the Profession": "other",
    "Volunteer Experience": "other",
    "Leadership Experience": "other",
    "Technical Skills": "skills",
    "Research Interests": "interests",
}
LABELS = [
    "Skills: Python, SQL",
    "TOOLS Python, SQL",
    "Skills\nPython, SQL",
    "Languages: German",
    "Achievements: won a prize",
]


def framed(heading, below, *, capitals):
    case = str.upper if capitals else str
    return FRAME.format(
        summary=case("Summary"), heading=case(heading), below=below, education=case("Education"), skills=case("Skills")
    )


def kind_of(read, text, heading):
    document, parts = read(text)
    kinds = [s.kind.value for s in parts.sections if s.heading and document[s.heading].lower() == heading.lower()]
    return (kinds[0] if kinds else None), len(parts.positions)


@pytest.mark.parametrize("capitals", [False, True], ids=["title case", "capitals"])
@pytest.mark.parametrize("heading", [h.strip() for h in OF_WORK.replace("\n", ";").split(";")])
def test_positions_are_read_below_any_heading_of_work(read, heading, capitals):
    assert kind_of(read, framed(heading, JOBS, capitals=capitals), heading) == ("experience", 2)


@pytest.mark.parametrize(("heading", "kind"), OTHERS.items())
def test_headings_of_other_kinds_stay_what_they_are(read, heading, kind):
    items = "Reading images without labels, 2021\nA study of ten hospitals, 2020\n"
    assert kind_of(read, framed(heading, items, capitals=False), heading)[0] == kind


@pytest.mark.parametrize("heading", ["Professional Background", "Career Summary"])
def test_without_positions_below_it_the_words_decide(read, heading):
    prose = "I have worked on images and on signals in four hospitals.\n"
    assert kind_of(read, framed(heading, prose, capitals=False), heading) == ("summary", 0)


@pytest.mark.parametrize("line", ["Professional Engineer", "Nursing Experience Centre", "- Career"])
def test_a_line_that_names_a_job_or_an_employer_is_no_heading(read, line):
    below = "Acme Health Inc\tJan 2020 - Mar 2022\n- Built models\n"
    assert kind_of(read, framed(line, below, capitals=False), line)[0] is None


@pytest.mark.parametrize("head", ["Experience\n", "EXPERIENCE\n", ""], ids=["title case", "capitals", "none"])
@pytest.mark.parametrize("line", LABELS)
def test_positions_go_on_after_a_line_of_skills(read, line, head):
    text = f"Ada Muster\nada@example.com\n\n{head}{JOBS.replace(chr(10) * 2, f'{chr(10)}{line}{chr(10) * 2}')}"
    _, parts = read(text)
    assert [p.title for p in parts.positions] == ["Data Scientist", "Research Engineer"]


def test_certificates_and_roles_beside_the_job_do_not_become_positions(read):
    text = f"""{framed("Experience", JOBS, capitals=True)}
CERTIFICATIONS
Solutions Architect, Example Cloud\t2019 - 2022

VOLUNTEERING
Treasurer, Chess Club\t2016 - 2018
"""
    _, parts = read(text)
    assert [p.title for p in parts.positions] == ["Data Scientist", "Research Engineer"]
