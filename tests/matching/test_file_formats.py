"""A person's file says the same whatever its format: the same words, meant and shown the same, in the same section."""

from collections import Counter

import pytest

CASES = ("imaging_engineer", "ehr_risk_modeller", "career_changer")
FORMS = ("resume.pdf", "resume.docx", "resume_two_columns.pdf")


def said(analyzer, path):
    resume = analyzer.read_resume(path)
    return Counter(
        (
            " ".join(resume.document[m.span].split()),
            m.concept,
            m.assertion.value,
            m.shown.value,
            m.section.value,
            m.weak,
        )
        for m in resume.mentions
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_every_format_says_the_same(analyzer, samples, case, form):
    expected, got = said(analyzer, samples / case / "resume.txt"), said(analyzer, samples / case / form)
    assert (expected - got, got - expected) == (Counter(), Counter())
