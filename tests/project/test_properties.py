"""What must hold whatever the rules are: the promises of the README."""

import re
from itertools import pairwise

import pytest

import ats_medai
from ats_medai.model import Assertion

CASES = ("imaging_engineer", "ehr_risk_modeller", "career_changer")
FORMS = ("resume.txt", "resume.pdf", "resume.docx")


def text_of(samples, case):
    return (samples / case / "resume.txt").read_text(encoding="utf-8")


def report_on(analyzer, text, job=None):
    return analyzer.analyze(ats_medai.text_document(text), job)


@pytest.fixture(scope="module")
def job(analyzer, samples):
    return analyzer.read_job(samples / "imaging_engineer" / "job.txt")


@pytest.mark.parametrize("case", CASES)
def test_every_earned_point_quotes_the_person(analyzer, samples, job, case):
    report = report_on(analyzer, text_of(samples, case), job)
    seen = 0
    for figure in (report.profile, report.match):
        for item in figure.items:
            if item.earned:
                seen += 1
                assert item.evidence, item.code
                assert all(report.resume.document[span].strip() for span in item.evidence)
    assert seen > 3


@pytest.mark.parametrize("case", CASES)
def test_figures_are_the_sum_of_their_items(analyzer, samples, job, case):
    report = report_on(analyzer, text_of(samples, case), job)
    for figure in (report.profile, report.match, report.readability):
        assert 0 <= figure.score <= 100
        assert figure.earned == pytest.approx(sum(item.earned for item in figure.items))
    assert report.profile.possible == pytest.approx(100)


@pytest.mark.parametrize("case", CASES)
def test_one_person_one_figure_in_every_format(analyzer, samples, job, case):
    reports = [analyzer.analyze(samples / case / form, job) for form in FORMS]
    for first, second in pairwise(reports):
        assert first.profile.score == pytest.approx(second.profile.score)
        assert first.match.score == pytest.approx(second.match.score)


@pytest.mark.parametrize("case", CASES)
def test_a_true_sentence_never_lowers_a_figure(analyzer, samples, job, case):
    text = text_of(samples, case)
    before = report_on(analyzer, text, job)
    missing = [*before.profile.missing, *before.match.missing]
    tried = 0
    for label in dict.fromkeys(item.label for item in missing):
        added = text.replace("\n- ", f"\n- Used {label} for two years in a clinical project.\n- ", 1)
        after = report_on(analyzer, added, job)
        tried += 1
        assert after.profile.score >= before.profile.score - 1e-9, label
        assert after.match.score >= before.match.score - 1e-9, label
        if tried == 12:
            break
    assert tried > 2


def test_a_denied_wished_or_borrowed_skill_earns_nothing(analyzer):
    base = "Jane Roe\n\nEXPERIENCE\nEngineer, Example Ltd\nJan 2020 - Present\n- Built web pages.\n"
    plain = report_on(analyzer, base).profile.score
    for sentence in (
        "No experience with PyTorch.",
        "I am eager to learn DICOM.",
        "My colleague wrote the MONAI model.",
    ):
        report = report_on(analyzer, base + f"- {sentence}\n")
        found = [m for m in report.resume.mentions if m.assertion is not Assertion.PRESENT]
        assert found, sentence
        assert report.profile.score == pytest.approx(plain), sentence


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mira Okonedo", "Jürgen Wójcik"),
        ("Rotterdam, Netherlands", "Boise, Idaho"),
        ("Delft Example University", "Tiny College"),
    ],
)
def test_name_place_and_school_change_nothing(analyzer, samples, job, old, new):
    text = text_of(samples, "imaging_engineer")
    assert old in text
    before, after = report_on(analyzer, text, job), report_on(analyzer, text.replace(old, new), job)
    assert before.profile.score == after.profile.score
    assert before.match.score == after.match.score


def test_pronouns_change_nothing(analyzer):
    text = "Ann Lee\n\nEXPERIENCE\nEngineer, Example Ltd\nJan 2020 - Present\n- She trained PyTorch models and her team used DICOM.\n"
    swapped = re.sub(r"\bher\b", "his", text.replace("She", "He"))
    assert report_on(analyzer, text).profile.score == report_on(analyzer, swapped).profile.score


def test_a_gain_is_what_scoring_the_changed_text_gives(analyzer, samples, job):
    report = analyzer.analyze(samples / "career_changer" / "resume.pdf", job)
    assert report.suggestions
    for suggestion in report.suggestions[:5]:
        changed = analyzer.what_if(report, [suggestion])
        assert changed.profile.score - report.profile.score == pytest.approx(suggestion.gain.profile)
        assert changed.match.score - report.match.score == pytest.approx(suggestion.gain.match)


def test_a_suggestion_invents_no_number(analyzer, samples, job):
    report = analyzer.analyze(samples / "imaging_engineer" / "resume.txt", job)
    text = report.resume.document.text
    names = " ".join(concept.label + " ".join(concept.aliases) for concept in analyzer.keywords.concepts)
    for suggestion in report.suggestions:
        for number in re.findall(r"\d+(?:\.\d+)?", suggestion.pattern + suggestion.edit.text):
            assert number in text or number in names
