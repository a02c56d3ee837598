"""Years of experience: how many, of what; never the age of a company or the length of a contract."""

import pytest

YEARS = [
    ("3+ years of experience with SQL", [(3, None, "SQL")]),
    ("Five (5) years in biostatistics", [(5, None, "biostatistics")]),
    ("At least six (6) years in biostatistics", [(6, None, "biostatistics")]),
    ("3-5 yrs of data analysis", [(3, 5, "data analysis")]),
    ("2 to 4 years of machine learning", [(2, 4, "machine learning")]),
    ("2- 3 years of SQL", [(2, 3, "SQL")]),
    ("4-10+ years of relevant work", [(4, None, "relevant work")]),
    ("Six or more years of research", [(6, None, "research")]),
    ("A decade of clinical research", [(10, None, "clinical research")]),
    ("Minimum of 3 years' experience", [(3, None, "experience")]),
    ("Between 3 and 5 years of experience in imaging", [(3, 5, "imaging")]),
    ("18 months of experience with R", [(1.5, None, "R")]),
    ("Experience: 4-8 yrs", [(4, 8, "experience")]),
    ("Python: 1 year (Preferred)", [(1, None, "Python")]),
    ("7+ years of product work, including 2+ years in health", [(7, None, "product work"), (2, None, "health")]),
    ("More than 2 years of post-doctoral work in proteomics", [(2, None, "post-doctoral work in proteomics")]),
    ("Mindestens zwei Jahre Erfahrung", [(2, None, "Erfahrung")]),
    ("Stipend for 3.5 years", []),
    ("A 3-year post", []),
    ("You must be at least 18 years of age.", []),
    ("Founded 12 years ago.", []),
    ("One-year contract, two years with extension", []),
    ("Over the past 20 years the company has grown.", []),
    ("For more than 350 years we have made medicines.", []),
    ("A 4-year course of study in biology", []),
    ("Must have lived in the country for at least 3 of the past 5 years.", []),
    ("A master's degree, or ten years of experience in lieu of it, in place of which", []),
]


@pytest.mark.parametrize(("line", "expected"), YEARS, ids=[line for line, _ in YEARS])
def test_years(read, line, expected):
    job = read(f"Requirements\n{line}")
    assert [(demand.years_min, demand.years_max, demand.of) for demand in job.years] == expected


def test_years_for_people_with_one_degree_or_another(read):
    job = read("Requirements\nPhD with 2 or MS with 4 years of experience")
    assert [(str(demand.with_degree), demand.years_min) for demand in job.years] == [("phd", 2), ("master", 4)]


def test_years_beside_the_only_degree_hold_for_everybody(read):
    job = read("Requirements\nPhD with 2 years of experience")
    assert [(demand.with_degree, demand.years_min) for demand in job.years] == [(None, 2)]


def test_years_know_their_keywords_and_level(read):
    job = read("Preferred qualifications\n3 years of {SAS|preferred} and {R|preferred}, good {humour|preferred}")
    assert [(demand.concepts, str(demand.level)) for demand in job.years] == [(("test.sas", "test.r"), "preferred")]
    assert {item.label: item.years_min for item in job.requirements} == {
        "test.sas": 3,
        "test.r": 3,
        "test.humour": None,
    }


def test_years_in_the_text_about_the_company_are_none(read):
    job = read("About us\nOur team has 20 years of experience in imaging.")
    assert job.years == ()


def test_years_that_are_gained_are_none(read):
    job = read("What you will do\nYou will gain 2 years of experience in imaging.")
    assert job.years == ()
