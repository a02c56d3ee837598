"""Names that our keywords lack: found by shape and place, never a company, a place or an ordinary word."""

import pytest

TERMS = [
    ("Experience with Clarivex, Zedmap and Plonit", ["Clarivex", "Zedmap", "Plonit"]),
    ("Proficiency in Qandura or similar tools", ["Qandura"]),
    ("Familiarity with systems such as ZORBA and VidaScore", ["VidaScore", "ZORBA"]),
    ("Knowledge of {Python|must}, KwikStat, and {R|must}", ["KwikStat"]),
    ("Experience with Mayo Clinic or Stanford University", []),
    ("Experience in Boston and Germany", []),
    ("Knowledge of Medicine, Public Health and Business Administration", []),
    ("Strong Communication and Leadership", []),
    ("Experience with Phase I-III trials and non-GxP data", []),
    ("Knowledge of Zedmap E9(R1)", ["Zedmap E9"]),
    ("Bachelor of Science or MS in statistics", []),
    ("Work with the Center of Applied Things (CAT)", []),
    ("PROFICIENCY IN WRITING AND READING TEXTS", []),
]


@pytest.mark.parametrize(("line", "expected"), TERMS, ids=[line for line, _ in TERMS])
def test_terms(read, line, expected):
    job = read(f"Requirements\n{line}")
    assert sorted(item.label for item in job.requirements if item.terms) == sorted(expected)


def test_a_term_is_a_requirement_with_its_level(read):
    job = read("Requirements\nExperience with Zedmap is a plus\nExperience with Zedmap or Plonit preferred")
    item = next(item for item in job.requirements if item.label == "Zedmap")
    assert (item.concepts, item.terms, str(item.level), item.count) == ((), ("Zedmap",), "preferred", 2)
    assert job.document[item.span] == "Zedmap"


def test_names_of_the_company_are_no_terms(read):
    job = read("About us\nZedmap is a leading clinic.\nRequirements\nExperience with Zedmap")
    assert not [item for item in job.requirements if item.terms]
