"""Words such as "people with" ask for a person, but not where they are those whom the work helps."""

import pytest

import ats_medai

ADVERT = """Description
Acme is a company of people who care, and the team builds models for hospitals across the country.
{}
Responsibilities
- Review code with the team
- Write reports for the board every month
"""
HELPED = {
    "We make devices for people with diabetes.": "diabetes",
    "Our handles aid individuals with diabetes or limited mobility.": "diabetes",
    "Your work will improve the lives of people with epilepsy.": "epilepsy",
}
ASKED = {
    "We are looking for individuals with deep learning experience.": "deep learning",
    "We look for people with deep learning experience.": "deep learning",
}


def level(analyzer, line, words):
    job = analyzer.read_job(ats_medai.text_document(ADVERT.format(line)))
    return next(m.level.value for m in job.mentions if job.document[m.span] == words)


@pytest.fixture(scope="module")
def analyzer():
    return ats_medai.Analyzer()


@pytest.mark.parametrize(("line", "words"), HELPED.items())
def test_people_whom_the_work_helps_are_context(analyzer, line, words):
    assert level(analyzer, line, words) == "context"


@pytest.mark.parametrize(("line", "words"), ASKED.items())
def test_people_who_are_looked_for_are_asked(analyzer, line, words):
    assert level(analyzer, line, words) == "must"


def test_tremor_is_no_sensor(analyzer):
    job = analyzer.read_job(ats_medai.text_document(ADVERT.format("You know all about tremor and its treatment.")))
    assert "signals.imu" not in {mention.concept for mention in job.mentions}
