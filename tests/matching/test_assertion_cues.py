"""Claimed, wished for, denied or somebody else's: cue, direction, reach, terminator."""

from dataclasses import replace

import pytest
from made_up_keywords import document, section

from ats_medai.matching import Matcher

P, A, N, O = "present", "aspired", "negated", "other"  # noqa: E741 - as short as a table wants them

CASES = {
    "claimed": ("Used PyTorch and Keras.", [P, P]),
    "no experience": ("I have no experience with PyTorch.", [N]),
    "whole list": ("No experience with PyTorch, Keras or Tableau.", [N, N, N]),
    "bracket inside the reach": ("No experience with PyTorch (or Keras) and Tableau.", [N, N, N]),
    "but": ("No experience with PyTorch, but strong in Keras.", [N, P]),
    "next sentence": ("Has no knowledge of FHIR. Good knowledge of Keras.", [N, P]),
    "semicolon": ("Never used Tableau; fluent in Python.", [N, P]),
    "not only": ("Not just Python but also Keras.", [P, P]),
    "not limited to": ("Tools include but are not limited to Keras.", [P]),
    "none behind": ("TensorFlow: none. PyTorch: advanced.", [N, P]),
    "without, near": ("Built it without PyTorch.", [N]),
    "without, far": ("Trained a model without any labels at all, using PyTorch.", [P]),
    "instead of": ("Instead of Tableau we used Python.", [N, P]),
    "wish": ("I wish to learn Keras. I use PyTorch every day.", [A, P]),
    "trait and cue": ("Eager to learn FHIR in the future.", [P, A]),
    "learning behind, in brackets": ("Python, Keras (learning), SQL", [P, A, P]),
    "in progress, before": ("MS Office. In progress - Keras, Python.", [A, A]),
    "objective": ("Seeking a role in oncology.", [A]),
    "looking for, after a claim": ("Background in genomics, looking for a post in oncology.", [P, A]),
    "method of learning": ("Machine learning with Keras.", [P, P]),
    "learning as a noun": ("Teamwork, Python, Learning Mindset, Keras", [P, P]),
    "interested": ("Interested in genomics.", [A]),
    "taught": ("Taught a course on deep learning.", [P]),
    "partner": ("Our partner built the Tableau boards; I ported them to Python.", [O, P]),
    "co-founder": ("My co-founder holds a PharmD. I hold a PhD.", [O, P]),
    "by others, behind": ("The Keras model was built by our partner.", [O]),
    "department": ("Postdoc, Department of Radiology", [O]),
    "laboratory": ("Researcher, Genomics Lab", [O]),
    "society": ("Travel award of the Society of Oncology", [O]),
    "conference": ("Poster at the International Conference on Machine Learning", [O]),
    "topic, not a name": ("Gave workshops on machine learning", [P]),
    "reviewer": ("Ad hoc reviewer for Genomics and Oncology", [O, O]),
    "college in small letters": ("at JSS college\nof chemistry", [O]),
    "prize for a degree": ("Thesis Award for Master's Degree", [P]),
    "colleague": ("A colleague did the statistics in Python.", [O]),
    "other people's clause": ("My co-author wrote the Python code and I wrote the Keras code.", [O, P]),
    "own group": ("Team lead for Python services", [P]),
    "third person": ("My supervisor left. Her team uses Keras.", [O]),
    "the person in the third person": ("She uses Keras.", [P]),
    "future": ("Will start a PhD in chemistry.", [A, A]),
    "course to come": ("Upcoming course: survival analysis", [A]),
    "learned": ("Learned Keras and taught students to use it.", [P]),
    "no tool experience": ("No Python experience.", [N]),
    "clause of one's own": ("While I have not used Keras, I know Python.", [N, P]),
    "candidate": ("PhD candidate in chemistry", [A, A]),
    "student": ("PhD student in chemistry", [P, P]),
    "expected": ("Master's degree in chemistry (expected 2027)", [A, A]),
    "students of mine": ("Supervised PhD students in genomics", [O, P]),
    "supervisor": ("Supervisor: Prof. Jane Roe, PhD", [O]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_is_meant(find, text, expected):
    assert [m.assertion.value for m in find(text)] == expected


WEAK = {
    "familiar": ("Familiar with Keras.", [True]),
    "exposure": ("Some exposure to Keras.", [True]),
    "level behind": ("Keras (basic), Python (advanced)", [True, False]),
    "strong": ("Expert in Keras.", [False]),
}


@pytest.mark.parametrize(("text", "weak"), WEAK.values(), ids=WEAK)
def test_weak_is_still_present(find, text, weak):
    assert [(m.assertion.value, m.weak) for m in find(text)] == [("present", value) for value in weak]


def test_cue_is_quoted(find):
    text = "I have no experience with PyTorch."
    (mention,) = find(text)
    assert mention.cue is not None
    assert text[mention.cue.start : mention.cue.end] == "no experience"


def test_expected_below_the_degree(find):
    text = "Ph.D. in chemistry\nUniversity of Somewhere\n2024 - 2028 (expected)\n\nMSc in chemistry\n2022"
    assert [m.assertion.value for m in find(text, "education")] == [A, A, P, P]


def test_a_journal_is_no_claim(find):
    text = "Roe J. Deep learning of cells. Advances of Genomics. 2024, 33, 1-9."
    assert [m.assertion.value for m in find(text, "publications")] == [P, O]


def test_interests_are_wishes(find):
    assert [m.assertion.value for m in find("Genomics, Keras", "interests")] == [A, A]


def test_heading_is_no_claim(matcher):
    from made_up_keywords import document, section

    text = "Genomics Projects\nUsed Keras."
    found = matcher.find(document(text), [section(text, "projects", heading=True)])
    assert [m.assertion.value for m in found] == [O, P]


def test_a_usual_heading_is_no_mention(made_up):
    radiology = [one for one in made_up.concepts if one.id == "radiology"]
    teaching = replace(radiology[0], id="teaching", aliases=("teaching",))
    matcher = Matcher(replace(made_up, concepts=(teaching,), forms={}))
    for text, count in {"Teaching Experience\nTeaching.": 1, "Teaching of Pandas\nTeaching.": 2}.items():
        assert len(matcher.find(document(text), [section(text, "experience", heading=True)])) == count


def test_label_inside_experience_is_no_claim(find):
    text = "Machine learning:\n• Built Keras models"
    assert [m.assertion.value for m in find(text, "experience")] == [O, P]
    assert [m.assertion.value for m in find(text, "skills")] == [P, P]


def test_own_degree_stands_at_the_top(find):
    assert [m.assertion.value for m in find("Jane Roe, PhD\nBoston")] == [P]
    assert [m.assertion.value for m in find("Talks\n\n\n\n\n\nwith Jane Roe, PhD, in June")] == [O]
