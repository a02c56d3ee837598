"""Boilerplate never counts, wherever it stands; what an advert says of the work is context."""

import pytest

BOILERPLATE = [
    "We offer {medical|gone}, {dental|gone} and vision cover, paid PTO and room to grow and {excel|gone}.",
    "Benefits\n{Health|gone} insurance, 401(k) and a {Python|gone} user group.",
    "We consider applicants without regard to {genetics|gone}, disability or veteran status.",
    "All qualified applicants will receive consideration without regard to {genetic|gone} information.",
    "Lumen is a leading provider of {oncology|gone} software, founded in 2009.",
    "About Lumen\nOur {machine learning|gone} platform is used in 300 clinics.",
    "Salary range: $100,000 - $120,000, more for {SAS|gone}.",
    "Equal Opportunity\nWe do not discriminate on the basis of {genetics|gone}.",
    "This job description is not intended to be an exhaustive list of {duties|gone}.",
    "Physical Requirements\nClose {vision|gone} and the ability to sit for long periods.",
    "Location: Rockville, {MD|gone}",
    "How to apply\nSend a CV and a statement on {deep learning|gone}.",
    "Seniority level\nAssociate\nIndustries\n{Biotechnology|gone}",
    "Requirements\n{Python|must}\n\nLumen is committed to diversity and an inclusive workplace for {veterans|gone}.",
    "Requirements\nWillingness to go the extra {mile|gone} with {Python|must}",
]
CONTEXT = [
    "Our team works on {sepsis|context} alerts.",
    "You will work on {image registration|context}.",
    "About the team\nWe combine {radiology|context} with {computer vision|context}.",
    "Tech stack\n{Python|context}, {Spark|context}",
    "Senior Regulatory Affairs Manager for {machine learning|context} and {radiology|context}\n\nWe make scanners.",
    "Responsibilities\n\nImprove the models that power our products:\n- {image registration|context}\n- {PyTorch|context}",
    "As an intern, you join the core team and work on {deep learning|context} for hospitals in the north.",
    "Our vision is better sight for everybody. The ocular imaging group combines {radiology|context} and {SQL|context}.",
    "Ihre Aufgaben\nSie entwickeln Verfahren mit {PyTorch|context}.\nIhr Profil\n- {SQL|must}\n- {FHIR|preferred} erwünscht",
    "About the department\nThe department works on {sepsis|context} and {oncology|context}.",
]


@pytest.mark.parametrize("advert", BOILERPLATE + CONTEXT)
def test_kind_of_a_sentence(misread, advert):
    assert misread(advert) == []


def test_qualifications_below_tasks_are_demands(misread):
    advert = """Responsibilities
Develop {dashboards|context} for wards.
Maintain the {data warehouse|context}.

5+ years of experience in {analytics|must}
Degree in {statistics|must}
Knowledge of {SQL|must}
Strong {communication|must} skills"""
    assert misread(advert) == []


def test_a_list_without_a_heading_is_a_demand(misread):
    advert = "- {Python|must} and {SQL|must}\n- Experience with {FHIR|must}\n- Familiarity with {Docker|must}"
    assert misread(advert) == []


def test_an_unknown_heading_ends_boilerplate(misread):
    advert = "Benefits\nDental plan\n\nWHAT COUNTS HERE:\n- Experience with {FHIR|must}\n- Knowledge of {SQL|must}"
    assert misread(advert) == []


def test_a_text_about_the_company_may_turn_to_the_post(misread):
    advert = """About us
Lumen makes {sepsis|gone} alerts for hospitals in twelve countries and is growing fast.
We are looking for an engineer with {Python|must} experience. You will build {pipelines|context}.
Lumen was founded in 2009 by two {radiology|gone} nurses."""
    assert misread(advert) == []


def test_demands_below_the_company_are_demands(misread):
    advert = """About us
Lumen makes {sepsis|gone} alerts.

- 5+ years of experience in {analytics|must}
- Degree in {statistics|must}
- Knowledge of {SQL|must}"""
    assert misread(advert) == []


def test_a_paragraph_below_a_list_may_speak_of_the_employer(misread):
    advert = """Requirements
- {Python|must}
- Experience with {SQL|must}

Every morning we meet over coffee and tell each other what {radiology|gone} has taught us the day before."""
    assert misread(advert) == []
