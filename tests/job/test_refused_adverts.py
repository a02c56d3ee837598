"""Texts that no requirements can be read from."""

import pytest

from ats_medai.errors import JobError

RESUME = """Jane Roe
jane.roe@example.org, +44 20 7946 0000

Summary
Statistician with a background in trials.

Experience
Statistician, Northfield Trust, 2019 - present
Wrote analysis plans and programs in R for twelve trials.
Analyst, Southfield Trust, 2015 - 2019
Kept the warehouse and built reports.

Education
MSc Statistics, 2015

Skills
R, SQL, writing
"""
INVOICE = """Invoice number 4711
Invoice date: 3 May 2025
Bill to: Northfield Trust, 1 North Street
Quantity and unit price: 12 boxes of gloves at 4.00, 3 boxes of masks at 6.00
Subtotal 66.00, tax 13.20, amount due 79.20
Payment terms: thirty days, IBAN on request
"""
STORY = "Once upon a time a small cat lived in a large house by the sea. " * 4
REFUSED = [
    ("", "empty"),
    (" \n\t ", "empty"),
    ("Data Scientist wanted, must know Python.", "at least 30"),
    (RESUME, "résumé"),
    (INVOICE, "job advert"),
    (STORY, "job advert"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=["empty", "blank", "short", "résumé", "invoice", "story"])
def test_refused(read, text, reason):
    with pytest.raises(JobError, match=reason):
        read(text, opening=False)


def test_the_error_names_the_source(read):
    with pytest.raises(JobError) as caught:
        read("", opening=False)
    assert caught.value.source == "advert.txt"


def test_thirty_words_are_enough(read):
    assert read("You must know {Python|must}. " * 8, opening=False).requirements
