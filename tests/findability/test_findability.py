"""Which searches find a keyword, and which words to add."""

import pytest

import ats_medai
from ats_medai.findability import find_findability, pair_state
from ats_medai.model import Acronym, Category, Concept, Document, Pair, Subskill
from ats_medai.names import both_names


def concept(label, acronyms, aliases=(), category=Category.METHOD):
    return Concept(
        "x", label, Subskill.MODELING, category, "", aliases=tuple(aliases), acronyms=tuple(map(Acronym, acronyms))
    )


ML = concept("machine learning", ["ML"], ["machine-learning"])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Machine Learning (ML)", Pair.BOTH),
        ("machine-learning and ML", Pair.BOTH),
        ("Ten years of ML.", Pair.ACRONYM),
        ("Machine learning only.", Pair.FULL),
        ("Neither HTML nor learning machines.", Pair.NEITHER),
    ],
)
def test_pairs(text, state):
    assert pair_state(Document("r", "0", "", text, ()), ML) is state


@pytest.mark.parametrize(
    ("value", "names"),
    [
        pytest.param(ML, ("ML", "machine learning"), id="initials"),
        pytest.param(concept("DICOM", ["DICOM"]), None, id="usual name is the acronym"),
        pytest.param(concept("deep learning", ["DNN", "DL"]), ("DL", "deep learning"), id="not the first acronym"),
        pytest.param(concept("statistics", ["S"]), None, id="one letter"),
        pytest.param(concept("master's degree", ["MD"], category=Category.DEGREE), None, id="degrees"),
        pytest.param(concept("area under the ROC curve", ["AUROC"]), None, id="no initials"),
        pytest.param(concept("mixture of experts", ["MoE"]), ("MoE", "mixture of experts"), id="small words"),
    ],
)
def test_both_names(value, names):
    found = both_names(value)
    assert (found and (found.short[0], found.full[0])) == names


def test_difference_between_searches_is_the_advice(analyzer):
    job = analyzer.read_job(
        ats_medai.text_document(
            "Data Scientist\n\nRequirements\n- Experience with natural language processing of electronic health records\n"
            "- Python and convolutional neural networks\n- You work with our team of twelve people in a friendly office near "
            "the river and write clear reports for clinicians\n"
        )
    )
    resume = analyzer.read_resume(
        ats_medai.text_document(
            "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n- Built NLP models on EHR data in Python.\n"
        )
    )
    found = {
        one.concept: one
        for one in find_findability(resume, job, analyzer.keywords.track_by_id["general"], analyzer.keywords)
    }
    nlp = found["nlp.nlp"]
    assert (bool(nlp.literal), bool(nlp.stemmed), bool(nlp.alias)) == (False, False, True)
    assert nlp.pair is Pair.ACRONYM
    assert "natural language processing (NLP)" in nlp.advice
    python = found["lang.python"]
    assert python.literal
    assert not python.advice
    cnn = found["dl.cnn"]
    assert not cnn.alias
    assert not cnn.advice


@pytest.mark.parametrize(
    "words", ["Work collaboratively in a cross-disciplinary team", "Experience in clinical settings"]
)
def test_turns_of_phrase_are_not_to_be_written(analyzer, words):
    job = analyzer.read_job(ats_medai.text_document(ADVERT.format(words)))
    text = (
        HEAD
        + "- Led collaboration of a cross-functional team and interdisciplinary work in hospitals and healthcare settings.\n"
    )
    report = analyzer.analyze(ats_medai.text_document(text), job)
    assert not [one for one in report.findability if one.advice.startswith("Write it the way")]


def test_a_name_is_to_be_written_as_it_is_searched_for(analyzer):
    job = analyzer.read_job(ats_medai.text_document(ADVERT.format("Survival analysis of patients")))
    text = HEAD + "- Fitted survival models for patients in a hospital.\n"
    report = analyzer.analyze(ats_medai.text_document(text), job)
    assert "survival analysis" in " ".join(one.advice.lower() for one in report.findability)


HEAD = "Jane Roe\n\nEXPERIENCE\nEngineer, Example Ltd\nJan 2020 - Present\n"
ADVERT = """Data Scientist

About us
Example Health is a made-up company in a made-up town near a river, with twelve friendly colleagues.

Requirements
- {}
- Experience with Python and SQL for the data of our hospital group
"""


def test_a_full_form_is_written_as_in_a_sentence(keywords):
    assert both_names(keywords.concept_by_id["regulation.irb"]).full[0] == "institutional review board"
    assert both_names(keywords.concept_by_id["dl.cnn"]).full[0] == "convolutional neural network"
