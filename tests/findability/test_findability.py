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
    found = {one.concept: one for one in find_findability(resume, job, analyzer.track, analyzer.keywords)}
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
