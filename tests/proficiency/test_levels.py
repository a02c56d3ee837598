"""Four made-up people, one for each level of the guide, and the bounds that no text can pass."""

import pytest

import ats_medai

BEGINNER = """Ada Fictive
ada@example.com

EDUCATION
BSc Computer Science, Example University, 2025

COURSES
AI for Medicine Specialization, Coursera, 2025

PROJECTS
Chest X-ray course project
- Trained a small network in PyTorch on CheXpert in a guided project.
- Explained DICOM and HIPAA in the course report.
"""

INTERMEDIATE = """Ben Fictive
ben@example.com

EXPERIENCE

Machine Learning Engineer, Example Imaging
Sep 2024 - Present
- Developed a convolutional neural network for skin lesion detection in dermoscopy images from raw data to evaluation.
- Implemented a preprocessing pipeline for noisy clinical data with missing values.
- Evaluated the model with sensitivity, specificity and AUROC on 900 images from a second hospital.
- Came third in a Kaggle competition on pathology slides.

SKILLS
Python, PyTorch
"""

ADVANCED = """Cem Fictive
cem@example.com

EXPERIENCE

Senior Machine Learning Engineer, Example Hospital Lab
Jan 2022 - Present
- Designed a multimodal model that joins MRI, genomics and EHR data to predict relapse in oncology.
- Cut the latency of the CT triage model so that it serves radiologists in production within two seconds.
- Mentored three junior engineers and worked with neurologists on the reading protocol.
- Prepared the 510(k) submission and the ethics review of the stroke model.

PUBLICATIONS
Fictive C, Example D. Relapse from images and records. MICCAI, 2024.
"""

EXPERT = """Dee Fictive
dee@example.com

EXPERIENCE

Director of Machine Learning, Example Health Systems
Jan 2016 - Present
- Architected the imaging AI platform in use across 14 hospitals, with DICOM and FHIR interfaces.
- Built and led a team of 30 machine learning engineers in radiology and pathology.
- Advised the ministry as a member of the ethics committee on AI in healthcare.
- Hold two patents on MRI reconstruction with deep learning.
- Gave the keynote on clinical AI at a national radiology congress.
"""


def level_of(analyzer, text):
    return analyzer.score(analyzer.read_resume(ats_medai.text_document(text))).level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        pytest.param(BEGINNER, "Beginner", id="beginner"),
        pytest.param(INTERMEDIATE, "Intermediate", id="intermediate"),
        pytest.param(ADVANCED, "Advanced", id="advanced"),
        pytest.param(EXPERT, "Expert", id="expert"),
    ],
)
def test_archetypes_of_the_guide(analyzer, text, level):
    estimate = level_of(analyzer, text)
    assert estimate.level == level
    assert estimate.reasons
    assert bool(estimate.missing) == (level != "Expert")


@pytest.mark.parametrize("text", [BEGINNER, INTERMEDIATE, ADVANCED, EXPERT])
def test_every_reason_quotes_the_text(analyzer, text):
    estimate = level_of(analyzer, text)
    for reason in estimate.reasons:
        assert all(text[span.start : span.end].strip() for span in reason.spans)
        assert reason.spans or reason.code == "level.years"


def test_years_alone_never_make_an_expert(analyzer):
    text = """Eve Fictive

EXPERIENCE

Data Scientist, Example Hospital
Jan 1996 - Present
- Fitted models in Python for radiology and MRI data.
- Wrote SQL for oncology reports.
"""
    assert level_of(analyzer, text).level in {"Beginner", "Intermediate", "Advanced"}


def test_courses_alone_never_make_more_than_a_beginner(analyzer):
    lines = "\n".join(
        f"- Online course: built a {model} for {organ} MRI, with sensitivity and specificity, FDA rules and MICCAI papers."
        for model, organ in [("CNN", "heart"), ("U-Net", "lung"), ("transformer", "brain")]
    )
    text = f"Flo Fictive\n\nEDUCATION\nBSc Physics, Example University, 2020\n\nCOURSES\n{lines}\n\nPROJECTS\nCoursera course project\n{lines}\n"
    assert level_of(analyzer, text).level == "Beginner"


def test_work_outside_medicine_does_not_count(analyzer):
    text = """Gil Fictive

EXPERIENCE

Principal Data Scientist, Example Bank
Jan 2010 - Present
- Led a team of ten, mentored juniors and hired engineers.
- Published at NeurIPS and KDD; hold a patent on fraud detection.
- Deployed real-time models in production with low latency.
"""
    estimate = level_of(analyzer, text)
    assert estimate.level == "Beginner"
    assert any("medical" in missing for missing in estimate.missing)


def test_wishes_and_denials_are_no_markers(analyzer):
    text = INTERMEDIATE.replace("- Evaluated the model", "- No experience with FDA submissions.\n- Evaluated the model")
    codes = {reason.code for reason in level_of(analyzer, text).reasons}
    assert "level.submission" not in codes


def test_a_data_set_of_everyday_pictures_is_not_medical(analyzer):
    head = "Eve Fictive\n\nPROJECTS\nCourse project\n- Trained a network in PyTorch on {}.\n"
    codes = [{one.code for one in level_of(analyzer, head.format(name)).reasons} for name in ("ImageNet", "CheXpert")]
    assert "level.public-data" not in codes[0]
    assert "level.public-data" in codes[1]


def test_one_technical_word_makes_no_role_of_the_field(analyzer):
    text = "Eve Fictive\n\nEXPERIENCE\n\nNurse, Example Hospital\nJan 2016 - Present\n- Cared for patients in oncology and wrote SQL once.\n"
    first = level_of(analyzer, text).reasons[0]
    assert "No role with dates" in first.message
