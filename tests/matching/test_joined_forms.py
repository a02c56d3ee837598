"""Forms of two parts: whom one worked with, however many they are and of whatever kind."""

import pytest

from ats_medai.documents import text_document
from ats_medai.keywords import load_keywords
from ats_medai.matching import Matcher

WITH_CLINICIANS = {
    "Worked with four radiologists to label scans.": ["Worked with four", "radiologists"],
    "Partnered with 3 oncologists.": ["Partnered with 3", "oncologists"],
    "Built alongside two cardiologists and a nurse.": ["alongside two", "cardiologists"],
    "Collaborated closely with several senior ICU physicians.": ["Collaborated closely with several senior", "ICU"],
    "Worked hand in hand with nurses and doctors.": ["Worked hand in hand with nurses"],
    "Interviewed twelve clinicians.": ["Interviewed twelve clinicians"],
    "Worked closely with clinicians.": ["Worked closely with clinicians"],
    "Working with a team of\nfive experienced surgeons": ["Working with a team of\nfive experienced", "surgeons"],
}
NOT_WITH_CLINICIANS = [
    "Worked with data from four radiologists.",
    "Worked with the patients of two doctors.",
    "Worked with Python. Clinicians used it.",
    "Worked with\n- clinicians",
    "Worked with a hundred and one very fine tools for the doctors.",
    "Worked with Cython and doctors",
]


@pytest.fixture(scope="module")
def found():
    matcher = Matcher(load_keywords())
    return lambda text: [(text[m.span.start : m.span.end], m.concept) for m in matcher.find(text_document(text))]


@pytest.mark.parametrize(("text", "surfaces"), WITH_CLINICIANS.items())
def test_numbers_and_adjectives_may_stand_between(found, text, surfaces):
    mentions = found(text)
    assert mentions[0] == (surfaces[0], "people.clinician_collaboration")
    assert [surface for surface, _ in mentions[: len(surfaces)]] == surfaces


@pytest.mark.parametrize("text", NOT_WITH_CLINICIANS)
def test_other_words_between_part_the_two(found, text):
    assert "people.clinician_collaboration" not in {concept for _, concept in found(text)}
