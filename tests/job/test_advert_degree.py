"""The lowest degree that satisfies an advert."""

import pytest

DEGREES = [
    ("Bachelor's degree in statistics", "bachelor", False),
    ("BS required, PhD preferred", "bachelor", False),
    ("Bachelor's/Master's in computer science", "bachelor", False),
    ("B.Sc. or M.Sc. in physics", "bachelor", False),
    ("BS/MS/PhD in a quantitative field", "bachelor", False),
    ("4-year degree", "bachelor", False),
    ("A degree in mathematics", "bachelor", False),
    ("University degree in informatics or equivalent", "bachelor", True),
    ("Master's degree or higher", "master", False),
    ("Advanced degree in a quantitative discipline", "master", False),
    ("MPH in epidemiology", "master", False),
    ("MS in bioinformatics; PhD a plus", "master", False),
    ("Ph.D. in biostatistics or equivalent experience", "phd", True),
    ("PhD in computer science (Master's preferred in business)", "phd", False),
    ("MD/PhD with interest in imaging", "phd", False),
    ("MD with board certification", "md", False),
    ("Currently enrolled in a PhD program in statistics", "master", False),
    ("Master's students in bioinformatics", "bachelor", False),
    ("Proficient with MS Office and MS Excel", None, False),
    ("Work in Rockville, MD or Boston, MA", None, False),
    ("Supervision of PhD theses", None, False),
    ("A high degree of accuracy", None, False),
    ("Scrum Master experience", None, False),
]


@pytest.mark.parametrize(("line", "level", "equivalent"), DEGREES, ids=[row[0] for row in DEGREES])
def test_degree(read, line, level, equivalent):
    degree = read(f"Requirements\n{line}").degree
    assert (str(degree.level), degree.or_equivalent) == (level, equivalent) if level else degree is None


def test_two_ways_in_take_the_lower_degree(read):
    job = read("Requirements\nMaster's degree in economics. A bachelor's with equivalent experience will be considered")
    assert (str(job.degree.level), job.degree.or_equivalent) == ("bachelor", True)


def test_a_degree_that_is_only_wished_for_says_so(read):
    job = read("Requirements\nPhD preferred")
    assert (str(job.degree.level), str(job.degree.demand)) == ("phd", "preferred")


def test_the_degree_is_not_asked_for_twice(read):
    job = read("Requirements\n{Bachelor's degree|must} in {statistics|must}; {PhD|preferred} preferred")
    assert [item.label for item in job.requirements] == ["test.statistics", "test.phd"]


def test_degrees_of_colleagues_do_not_count(read):
    assert read("Responsibilities\nWork with PhD scientists and advise doctoral students.").degree is None
