"""The learning plan: hours by gaps, projects by what they close, questions by claims and gaps."""

from dataclasses import replace

import pytest

import ats_medai
from ats_medai.learning import plan_learning
from ats_medai.model import Factor

EMPTY = "Jane Roe\njane@example.com\n\nEXPERIENCE\n\nBaker, Example Bakery\nJan 2020 - Present\n- Baked bread.\n"


def report_on(analyzer, text):
    return analyzer.score(analyzer.read_resume(ats_medai.text_document(text)))


def with_work(sentence):
    return EMPTY.replace("- Baked bread.", f"- {sentence}")


def filled(report, share):
    """The report with every item of the profile earning the same share."""
    items = tuple(replace(item, factors=(Factor("match.found", share),)) for item in report.profile.items)
    return replace(report, profile=replace(report.profile, items=items))


def test_full_gap_is_the_whole_path_and_no_gap_is_none(analyzer):
    report = report_on(analyzer, EMPTY)
    assert report.profile.score == 0
    assert plan_learning(report, analyzer.keywords).hours == pytest.approx(240)
    assert plan_learning(filled(report, 1.0), analyzer.keywords).hours == 0


def test_hours_fall_as_gaps_close(analyzer):
    report = report_on(analyzer, EMPTY)
    hours = [plan_learning(filled(report, share), analyzer.keywords).hours for share in (0, 0.3, 0.5, 0.8, 1)]
    assert hours == sorted(hours, reverse=True)
    assert hours[2] == pytest.approx(120)


def test_phases_in_order_topics_by_points_an_hour(analyzer):
    plan = plan_learning(report_on(analyzer, EMPTY), analyzer.keywords)
    assert [phase.phase.hours for phase in plan.phases] == [60, 100, 80]
    assert [phase.hours for phase in plan.phases] == pytest.approx([60, 100, 80])
    for phase in plan.phases:
        worth = [topic.points / topic.hours for topic in phase.topics]
        assert worth == sorted(worth, reverse=True)


PROJECTS = {
    "chest-xray": "Built an explained readmission and risk model on cleaned records in Python with scikit-learn, XGBoost, SHAP, "
    "FastAPI and PostgreSQL.\n- Built a clinical NLP chatbot under HIPAA privacy with spaCy, Hugging Face Transformers, "
    "React and AWS Lambda for telemedicine.",
    "readmission": "Built a chest X-ray pneumonia model from DICOM medical images with TensorFlow, OpenCV, Flask and Docker; sensitivity, "
    "specificity, bias.\n- Built a clinical NLP chatbot under HIPAA privacy with spaCy, Hugging Face Transformers, React "
    "and AWS Lambda for telemedicine.",
    "symptom-checker": "Built an explained readmission and risk model on cleaned records in Python with scikit-learn, XGBoost, SHAP, FastAPI "
    "and PostgreSQL.\n- Built a chest X-ray pneumonia model from DICOM medical images with TensorFlow, OpenCV, Flask and "
    "Docker; sensitivity, specificity, bias.",
}


@pytest.mark.parametrize("wanted", PROJECTS)
def test_the_project_whose_parts_are_missing_is_suggested(analyzer, wanted):
    fits = plan_learning(report_on(analyzer, with_work(PROJECTS[wanted])), analyzer.keywords).projects
    by_id = {fit.project.id: fit for fit in fits}
    assert len(by_id[wanted].missing) > max(len(fit.missing) for name, fit in by_id.items() if name != wanted)


def test_shown_and_missing_parts_are_all_parts(analyzer):
    for fit in plan_learning(report_on(analyzer, with_work(PROJECTS["readmission"])), analyzer.keywords).projects:
        parts = [part.label for part in (*fit.project.stack, *fit.project.notices)]
        assert sorted((*fit.shown, *fit.missing)) == sorted(parts)


def test_a_projects_gain_is_that_of_the_changed_text(analyzer):
    report = analyzer.analyze(ats_medai.text_document(EMPTY))
    gains = [fit.gain.profile for fit in report.learning.projects]
    assert gains == sorted(gains, reverse=True)
    best = report.learning.projects[0]
    text = EMPTY[: best.edit.start] + best.edit.text + EMPTY[best.edit.end :]
    assert report_on(analyzer, text).profile.score - report.profile.score == pytest.approx(best.gain.profile)
    assert best.gain.profile > 0


def test_a_claim_gets_its_question(analyzer):
    plan = plan_learning(report_on(analyzer, with_work("Converted DICOM series.")), analyzer.keywords)
    first = {one.question.id: one.reason for one in plan.questions}
    assert "DICOM" in first["q1"]
    assert plan.questions[0].reason.startswith("the résumé names")


def test_every_question_can_be_reached(analyzer):
    plan = plan_learning(report_on(analyzer, EMPTY), analyzer.keywords)
    asked = {one.question.id for one in plan.questions}
    claims = " ".join(concept.label + "." for concept in analyzer.keywords.concepts[::2])
    asked |= {
        one.question.id for one in plan_learning(report_on(analyzer, with_work(claims)), analyzer.keywords).questions
    }
    assert asked == {question.id for question in analyzer.keywords.guide.questions}


def test_tips_for_code_only_where_there_is_a_link(analyzer):
    keywords = analyzer.keywords
    assert plan_learning(report_on(analyzer, EMPTY), keywords).tips != keywords.guide.portfolio_tips
    linked = EMPTY.replace("jane@example.com", "jane@example.com | github.com/example-jane")
    assert plan_learning(report_on(analyzer, linked), keywords).tips == keywords.guide.portfolio_tips


def test_a_degree_is_no_matter_of_hours(analyzer):
    advert = "Data Scientist\n\nRequirements\n- PhD in economics or natural sciences\n- Python and SQL for the data of our hospital group\n"
    advert += (
        "\nAbout us\nExample Health is a made-up company in a made-up town near a river, with twelve colleagues.\n"
    )
    job = analyzer.read_job(ats_medai.text_document(advert))
    assert any("conomics" in one.label for one in job.requirements)
    report = analyzer.analyze(
        ats_medai.text_document("Jane Roe\n\nEXPERIENCE\nEngineer, Example Ltd\n2020 - 2021\n- Built web pages.\n"), job
    )
    gaps = [gap for phase in report.learning.phases for topic in phase.topics for gap in topic.gaps]
    assert "Python" in gaps
    assert not [gap for gap in gaps if "conomics" in gap]
