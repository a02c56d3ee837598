"""Advice that invents nothing, brings what it says, and words better what the text already proves first."""

import re

import pytest

import ats_medai
from ats_medai.edits import apply_edits
from ats_medai.model import Assertion, Category, Shown, SuggestionKind
from ats_medai.suggestions.propose import _pattern, surface

RESUME = """Jane Roe
jane@example.com

EXPERIENCE

Machine Learning Engineer, Example Imaging
Jan 2022 - Present
- Trained nnU-Net models on chest CT for nodules.
- Built pipelines in Tensorfolw for DICOM files.

Analyst, Example Insurance
Jan 2019 - Dec 2021
- Wrote SQL reports on claims data.

SKILLS
Docker, Kubernetes
"""
JOB = """Machine Learning Engineer

Requirements
- Deep learning with TensorFlow and PyTorch
- Kubernetes and Docker
- ISO 13485
- Kafka streams for imaging data in our hospital group, together with twelve friendly colleagues near the river
"""


@pytest.fixture(scope="module")
def report(analyzer):
    return analyzer.analyze(ats_medai.text_document(RESUME), analyzer.read_job(ats_medai.text_document(JOB)))


def by_code(report, code):
    return next(one for one in report.suggestions if one.code == code)


def test_kinds(report):
    assert by_code(report, "mend.lib.tensorflow").edit.text == "TensorFlow"
    name = by_code(report, "name.dl.deep_learning")
    assert name.edit.text.startswith(" (deep learning")
    assert report.resume.document[name.where] == "nnU-Net"
    assert by_code(report, "show.mlops.kubernetes").kind is SuggestionKind.SHOW
    assert by_code(report, "add.lib.pytorch").kind is SuggestionKind.ADD


def test_what_is_proved_comes_first_then_the_larger_gain(report):
    proved = {SuggestionKind.MEND, SuggestionKind.NAME, SuggestionKind.FULL_FORM}
    points = [one.gain.profile + one.gain.match for one in report.suggestions]
    groups = [one.kind in proved and gain > 0 for one, gain in zip(report.suggestions, points, strict=True)]
    assert groups == sorted(groups, reverse=True)
    for wanted in (True, False):
        part = [gain for gain, group in zip(points, groups, strict=True) if group is wanted]
        assert part == sorted(part, reverse=True)
    assert any(groups)


def test_every_gain_is_that_of_the_changed_text(analyzer, report):
    for one in report.suggestions:
        changed = apply_edits(report.resume.document, [one.edit])
        again = analyzer.score(analyzer.read_resume(ats_medai.text_document(changed.text)), report.job)
        assert again.profile.score - report.profile.score == pytest.approx(one.gain.profile, abs=1e-9), one.code
        assert again.match.score - report.match.score == pytest.approx(one.gain.match, abs=1e-9), one.code


def test_what_if_of_several_equals_the_changed_text(analyzer, report):
    accepted = report.suggestions[:4]
    changed = apply_edits(report.resume.document, [one.edit for one in accepted])
    again = analyzer.score(analyzer.read_resume(ats_medai.text_document(changed.text)), report.job)
    told = analyzer.what_if(report, accepted)
    assert told.profile.score == again.profile.score
    assert told.match.score == again.match.score
    assert told.profile.score >= report.profile.score


def test_one_suggestion_an_item_and_a_code(report):
    codes = [one.code for one in report.suggestions]
    assert len(codes) == len(set(codes))
    concepts = [code.split(".", 1)[1] for code in codes]
    assert len(concepts) == len(set(concepts))


def test_it_stands_beside_the_nearest_evidence(report):
    where = by_code(report, "add.lib.pytorch").where
    assert "DICOM files" in report.resume.document[where]
    assert "Example Imaging" in by_code(report, "add.lib.pytorch").text


def test_blanks_stay_blank_and_no_number_is_invented(report):
    for one in report.suggestions:
        if one.kind in {SuggestionKind.ADD, SuggestionKind.SHOW}:
            assert "____" in one.pattern
        for number in re.findall(r"\d+", one.edit.text):
            assert number in RESUME or number in JOB


def test_what_is_denied_or_wished_for_is_not_to_be_added(analyzer):
    text = RESUME.replace("Docker, Kubernetes", "No experience with Kubernetes. Eager to learn PyTorch.")
    report = analyzer.analyze(ats_medai.text_document(text), analyzer.read_job(ats_medai.text_document(JOB)))
    assert not [one.code for one in report.suggestions if "kubernetes" in one.code or "pytorch" in one.code]


def test_a_resume_without_work_gets_a_place_too(analyzer):
    report = analyzer.analyze(ats_medai.text_document("Jane Roe\njane@example.com\n\nSKILLS\nPython, SQL\n"))
    assert report.suggestions
    for one in report.suggestions:
        assert one.gain.profile >= 0


def test_every_pattern_is_found_at_work(analyzer):
    frame = (
        "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n- Built web pages for clients.\n- {}.\n"
    )
    not_written = {Category.DEGREE, Category.CERTIFICATE, Category.COURSE, Category.VENUE}
    keywords = analyzer.keywords
    tried, lost = 0, []
    for concept in keywords.concepts[::6]:
        if concept.category not in not_written:
            tried += 1
            text = frame.format(_pattern(concept, keywords).text.format(keyword=surface(concept, keywords)))
            mentions = analyzer.read_resume(ats_medai.text_document(text)).mentions
            own = [one for one in mentions if one.concept == concept.id]
            if not any(one.shown is Shown.IN_USE and one.assertion is Assertion.PRESENT for one in own):
                lost.append(concept.id)
    assert tried > 100
    assert len(lost) <= tried // 50, lost  # a few names count only beside words that tell what is meant


def only(analyzer, asked, resume=RESUME):
    rest = "- Kafka streams for imaging data in our hospital group, together with twelve friendly colleagues near the river"
    text = f"Data Scientist\n\nAbout us\nExample Health is a made-up company in a made-up town.\n\nRequirements\n{asked}\n{rest}\n"
    return analyzer.analyze(
        ats_medai.text_document(resume), analyzer.read_job(ats_medai.text_document(text))
    ).suggestions


def test_a_choice_of_the_advert_stays_a_choice(analyzer):
    found = only(analyzer, "- Knowledge of HIPAA or GDPR")
    assert any("HIPAA or GDPR" in one.text for one in found)


def test_no_word_stands_twice_in_a_row(analyzer):
    for name in ("healthcare data", "claims data", "biological data"):
        for one in only(analyzer, f"- Experience with {name}"):
            assert "data data" not in one.pattern + one.edit.text


def test_human_skills_are_few_and_ask_for_an_example(analyzer):
    asked = "- Collaboration\n- Adaptability\n- Time management\n- Problem solving\n- Self-motivation"
    soft = [one for one in only(analyzer, asked) if "says little" in one.text]
    assert 1 <= len(soft) <= 2
    assert all(one.pattern.startswith("Did ____") for one in soft)


def test_a_post_that_has_nothing_to_do_with_it_is_not_named(analyzer):
    resume = "Jane Roe\njane@example.com\n\nEXPERIENCE\n\nProduct Designer, Example Ltd\nJan 2020 - Present\n- Led workshops on logos.\n"
    added = [one for one in only(analyzer, "- Deep learning\n- DICOM", resume) if one.kind is SuggestionKind.ADD]
    assert added
    assert not [one.text for one in added if "Product Designer" in one.text]


def test_what_already_stands_there_is_not_to_be_named(analyzer):
    resume = RESUME.replace("on chest CT for nodules", "with supervised machine learning for precision oncology")
    codes = {one.code for one in only(analyzer, "- Machine learning\n- Oncology", resume)}
    assert not codes & {"name.ml.machine_learning", "name.clinical.oncology"}


@pytest.mark.parametrize(
    ("concept", "words"),
    [
        ("clinical.neurodegeneration", "neurodegenerative disease"), ("standard.icd", "ICD-10"), ("cloud.aws", "Amazon Web Services"),
        ("db.sql_server", "SQL Server"), ("people.fast_learner", "fast learner"), ("stats.mendelian_randomization", "Mendelian randomization"), ("lib.pytorch", "PyTorch"), ("genomics.genomics", "Genomics"),
    ],
)  # fmt: skip
def test_words_to_write(keywords, concept, words):
    assert surface(keywords.concept_by_id[concept], keywords).casefold() == words.casefold()
    if concept != "genomics.genomics":
        assert surface(keywords.concept_by_id[concept], keywords) == words


def test_what_is_counted_stands_in_the_plural(analyzer):
    found = only(analyzer, "- Knowledge graphs\n- Data warehouse\n- Random forest")
    patterns = " ".join(one.pattern for one in found)
    assert "Used random forests to" in patterns
    assert "data warehouses" in patterns


def test_what_the_advert_names_stands_for_a_wider_item(analyzer):
    texts = " ".join(one.text for one in only(analyzer, "- Amazon Web Services"))
    assert "Amazon Web Services" in texts
    assert "cloud computing" not in texts


def test_an_item_of_papers_does_not_ask_for_a_word(analyzer):
    texts = [one.text for one in only(analyzer, "- Scientific writing") if "publications or conferences" in one.text]
    assert not [text for text in texts if "says little" in text]


def test_nobody_is_told_to_write_a_field_of_study(analyzer):
    found = only(
        analyzer, "- Degree in epidemiology, biostatistics, social sciences, public health or computer science"
    )
    assert not [
        one.text for one in found if "computer science" in one.pattern.lower() or "social sciences" in one.text.lower()
    ]


def test_at_most_two_names_at_one_place(analyzer):
    found = only(
        analyzer,
        "- Machine learning\n- Artificial intelligence\n- Deep learning",
        RESUME.replace("nnU-Net models", "graph neural networks"),
    )
    assert found
    assert not [one.pattern for one in found if one.kind is SuggestionKind.NAME and one.pattern.count(",") > 1]
