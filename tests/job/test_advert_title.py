"""The job title and what it says of seniority."""

import pytest

TITLES = [
    ("Senior Data Scientist\n\n", "Senior Data Scientist", "senior"),
    ("Data Scientist II - Remote\n\n", "Data Scientist II", "mid"),
    ("Postdoc in Imaging (f/m/d)\n\n", "Postdoc in Imaging", None),
    ("Job Title: Principal Biostatistician\n\n", "Principal Biostatistician", "staff"),
    ("Job title: Clinical Data Scientist (Band 7)\n\n", "Clinical Data Scientist", None),
    ("Machine Learning Engineer at Lumen\n\n", "Machine Learning Engineer", None),
    ("Lumen Bio | ML Engineer | Boston\n\n", "ML Engineer", None),
    ("Description\nWe are seeking a highly motivated Data Analyst to join us.\n", "Data Analyst", None),
    ("Overview\nWe are looking for a data scientist with strong skills.\n", "data scientist", None),
    ("About the job\nThe Clinical Data Manager will curate data.\n", "Clinical Data Manager", "lead"),
    ("Head of Data Science\n\n", "Head of Data Science", "director"),
    ("AI Research Intern\n\n", "AI Research Intern", "intern"),
    ("PhD studentship: Seeing more in retinas\n\n", "PhD studentship: Seeing more in retinas", "intern"),
    ("General summary\n\nPrincipal Duties And Responsibilities\n\n", None, None),
    ("Overview\nPlease read on, there is much to know.\n", None, None),
]
BODY = "\nYou will work in a hospital in the north. Requirements: ability to write, to read and to think, all in one day.\n"


@pytest.mark.parametrize(("top", "title", "seniority"), TITLES, ids=[row[0].split("\n")[0] for row in TITLES])
def test_title(read, top, title, seniority):
    job = read(top + BODY * 2, opening=False)
    assert (job.title, job.seniority) == (title, seniority)
