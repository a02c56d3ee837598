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


DEGREES = {
    "field of a degree": ("MSc Statistics, University of Leeds, 2017", "statistics", 0.5),
    "field after in": ("PhD in Biostatistics, University of Leeds, 2017", "biostatistics", 0.5),
    "kind of it": ("PhD in Biostatistics, University of Leeds, 2017", "statistics", 0.35),
    "not yet had": ("MSc Statistics, University of Leeds, expected 2032", "statistics", 0.0),
    "line of courses": ("MSc Physics, University of Leeds, 2017\nCourses: statistics", "statistics", 0.3),
    "field named again as a course": (
        "MSc Physics, University of Leeds, 2017, courses in statistics",
        "statistics",
        0.3,
    ),
}


@pytest.mark.parametrize(("line", "label", "share"), DEGREES.values(), ids=DEGREES)
def test_the_field_of_a_degree_earns_what_a_listed_skill_earns(analyzer, line, label, share):
    from ats_medai.scoring.credit import Credits, worth

    text = f"Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n- Sold cars.\n\nEDUCATION\n{line}\n"
    resume = analyzer.read_resume(ats_medai.text_document(text))
    ids = [concept.id for concept in analyzer.keywords.concepts if concept.label == label]
    assert worth(Credits(resume, analyzer.keywords).of(ids)) == pytest.approx(share)
