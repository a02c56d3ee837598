import pytest

CASES = {
    "of science in": ("Bachelor of Science in Physics, University of Basel, 2018", "bachelor", "Physics", "University of Basel", 2018),
    "of science, comma": ("Bachelor of Science, Physics, University of Basel, 2018", "bachelor", "Physics", "University of Basel", 2018),
    "letters": ("B.S. Computer Science, State University\t2013 - 2017", "bachelor", "Computer Science", "State University", 2017),
    "letters in brackets": ("Master of Science (MSc) in Biomedical Engineering | RWTH Aachen University | 2014 - 2017", "master", "Biomedical Engineering", "RWTH Aachen University", 2017),
    "field is the degree": ("Master of Business Administration, Bern Business School, 2012", "master", "Business Administration", "Bern Business School", 2012),
    "field before": ("Health Informatics, MS, University of Basel, 2015", "master", "Health Informatics", "University of Basel", 2015),
    "colon": ("Bachelor of Science : Anthropology , 1976", "bachelor", "Anthropology", None, 1976),
    "letters of chemistry": ("MChem, Chemistry, University of Basel, 2016-2020", "master", "Chemistry", "University of Basel", 2020),
    "diplôme": ("Diplôme d'ingénieur, University of Basel, 2018", "master", None, "University of Basel", 2018),
    "doctor": ("2018\tPh.D., Medical Physics, Lakeside University", "phd", "Medical Physics", "Lakeside University", 2018),
    "candidate": ("PhD candidate in Genetics, University of Basel, 2021 - present", "phd", "Genetics", "University of Basel", 2021),
    "medicine": ("Doctor of Medicine (MD), University of Bern, 2010", "md", None, "University of Bern", 2010),
    "certificate": ("Graduate Certificate in Healthcare Management, Bern Business School, 2018", "other", "Healthcare Management", "Bern Business School", 2018),
    "school without a telling word": ("Bachelor of Science in Nursing, UMass Amherst, 2012", "bachelor", "Nursing", "UMass Amherst", 2012),
    "school above": ("University of Basel\tBasel, Switzerland\nMSc in Physics\tSep 2016 – Jul 2018", "master", "Physics", "University of Basel", 2018),
    "school below": ("MSc in Physics\nUniversity of Basel, 2018", "master", "Physics", "University of Basel", 2018),
    "school over two lines": ("BSc Applied Physics, Delft\nExample University, 2017", "bachelor", "Applied Physics", "Delft Example University", 2017),
    "field below": ("B.S.\nComputer Science\nUniversity of Georgia\n2013 - 2017", "bachelor", "Computer Science", "University of Georgia", 2017),
    "majoring": ("M.Sc. magna cum laude, University of Basel, 2018\nMajoring in Computer Science", "master", "Computer Science", "University of Basel", 2018),
    "in a list": ("- Sep 2023 - Aug 2024: MSc. BioHealth Engineering\n  - Grenoble Alpes University, France", "master", "BioHealth Engineering", "Grenoble Alpes University", 2024),
}  # fmt: skip


@pytest.mark.parametrize(("text", "level", "field", "school", "year"), CASES.values(), ids=CASES)
def test_a_degree_is_read(text, level, field, school, year, read):
    _, parts = read(f"Ada Muster\nada@example.com\n\nEDUCATION\n{text}\n")
    (degree,) = parts.degrees
    assert (degree.level.value, degree.field, degree.institution, degree.year) == (level, field, school, year)


NONE = {
    "school certificate": "High School Diploma, Lincoln High School, 2008",
    "state": "Lincoln College, Boston, MA",
    "thesis": "Master thesis: on the use of things",
    "supervisor": "- Supervisor: Prof. Alain Bernard, PhD, Laboratory of Bioclinics",
    "award": "- Best Bachelor student of the year award",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_lines_name_no_degree(text, read):
    _, parts = read(f"Ada Muster\nada@example.com\n\nEDUCATION\n{text}\n")
    assert parts.degrees == ()


def test_two_degrees_of_one_school(read):
    text = "EDUCATION\nUniversity of Wisconsin\nMS in Computer Science\nDecember 2025\nBS in Physics\nDecember 2020\n"
    _, parts = read(f"Ada Muster\nada@example.com\n\n{text}")
    assert [(d.level.value, d.field, d.institution, d.year) for d in parts.degrees] == [
        ("master", "Computer Science", "University of Wisconsin", 2025),
        ("bachelor", "Physics", "University of Wisconsin", 2020),
    ]


def test_a_joint_degree_is_two(read):
    _, parts = read("Ada Muster\nada@example.com\n\nEDUCATION\nMD, PhD in Genetics, University of Basel, 2020\n")
    assert [degree.level.value for degree in parts.degrees] == ["md", "phd"]


def test_two_degrees_in_one_field(read):
    _, parts = read("Ada Muster\nada@example.com\n\nEDUCATION\n- B.S./M.S. in Physics, University of Basel, 2001\n")
    assert [(d.level.value, d.field) for d in parts.degrees] == [("bachelor", "Physics"), ("master", "Physics")]
