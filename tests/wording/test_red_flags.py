"""One text that raises each red flag, and one that does not, for the word that makes the difference."""

import pytest

import ats_medai
from ats_medai.wording import find_red_flags

PLACE = "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n{}\n"
CALL = {
    "RF1": "- Built a diagnosis model that runs in the hospital.",
    "RF2": "- Trained a network on chest X-rays that reached an AUROC of 0.91.",
    "RF3": "- Trained a model on patient images.",
    "RF4": "- Trained a model for tumor detection in CT.",
    "RF5": "- Built a pipeline on electronic health records.",
}
REMEDY = {
    "RF1": ["- Kept to HIPAA.", "- Wrote the technical file for the MDR.", "- Worked under ISO 13485."],
    "RF2": ["- Integrated it in the reading workflow.", "- Two radiologists use it.", "- Deployed it on three wards."],
    "RF3": ["- Compared results by sex and age group.", "- Audited bias.", "- Measured fairness."],
    "RF4": ["- Four radiologists annotated the scans.", "- Ran a reader study.", "- Met clinicians each week."],
    "RF5": ["- De-identified the notes.", "- Used the public data set MIMIC-III.", "- Worked under GDPR."],
}


def flags(analyzer, *lines):
    resume = analyzer.read_resume(ats_medai.text_document(PLACE.format("\n".join(lines))))
    return {finding.code: finding for finding in find_red_flags(resume, analyzer.keywords)}


@pytest.mark.parametrize("code", CALL)
def test_raised_with_the_words_that_call_for_it(analyzer, code):
    found = flags(analyzer, CALL[code])
    assert code in found
    assert found[code].spans
    assert found[code].fix
    assert found[code].source.startswith("guide, line 39")


@pytest.mark.parametrize(("code", "remedy"), [(code, line) for code, lines in REMEDY.items() for line in lines])
def test_not_raised_where_the_remedy_is_named(analyzer, code, remedy):
    assert code not in flags(analyzer, CALL[code], remedy)


def test_a_denied_remedy_is_none(analyzer):
    assert "RF1" in flags(analyzer, CALL["RF1"], "- No experience with HIPAA.")


@pytest.mark.parametrize(
    "line",
    [
        "- Built a shop's payment service in Java.",
        "- Answered phones at the front desk.",
        "- Trained a model of stock prices.",
    ],
)
def test_work_elsewhere_raises_none(analyzer, line):
    assert not flags(analyzer, line)


def test_an_empty_resume_raises_none(analyzer):
    resume = analyzer.read_resume(ats_medai.text_document("Jane Roe\njane@example.com\n"))
    assert not find_red_flags(resume, analyzer.keywords)


def test_a_comparison_of_groups_is_heard_in_any_order(analyzer):
    text = "- Trained machine learning models on patients' records.\n- Compared errors by patients' language, sex and race.\n"
    head = "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n"
    resume = analyzer.read_resume(ats_medai.text_document(head + text))
    assert "RF3" not in {flag.code for flag in find_red_flags(resume, analyzer.keywords)}
