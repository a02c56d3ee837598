"""A course is a beginning: it earns less than work with what was learned, and a certificate earns its own item only."""

import pytest

import ats_medai

FRAME = "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n- {}\n\nCOURSES\n{}\n"
WORK = "Trained deep learning models for the ward."


def credit(analyzer, work, course, label="deep learning"):
    from ats_medai.scoring.credit import Credits, worth

    resume = analyzer.read_resume(ats_medai.text_document(FRAME.format(work, course)))
    ids = [concept.id for concept in analyzer.keywords.concepts if concept.label == label]
    return worth(Credits(resume, analyzer.keywords).of(ids))


@pytest.mark.parametrize(
    "course",
    [
        "AI for Medicine Specialization, Coursera, 2024",
        "Deep learning, Coursera, 2024",
        "Completed AI for Medicine (deep learning, MRI)",
        "Coursework: deep learning, statistics",
    ],
)
def test_a_course_never_earns_what_work_earns(analyzer, course):
    assert credit(analyzer, WORK, course) == 1
    assert credit(analyzer, "Built web pages for clients.", course) < 0.5
