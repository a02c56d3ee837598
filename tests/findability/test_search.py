"""A recruiter's query against a text, in three ways of comparing words."""

import pytest

from ats_medai.errors import QueryError
from ats_medai.findability import search
from ats_medai.findability.stem import stem
from ats_medai.model import Document, SearchMode

TEXT = (
    "Trained U-Net models for natural language processing.\nEngineering of DICOM pipelines with C++ and PyTorch.\n"
    "Co\u00adordinated radio\u200blogy readers. R\u00e9sum\u00e9 parsing."
)
DOCUMENT = Document("r.txt", "0", "text/plain", TEXT, ())
L, S, A = SearchMode.LITERAL, SearchMode.STEMMED, SearchMode.ALIAS

QUERIES = [
    ("pytorch", L, True), ("PyTorch", L, True), ("torch", L, False), ("torch*", L, False), ("py*", L, True),
    ("u-net", L, True), ('"u net"', L, True), ("unet", L, False), ("c++", L, True), ("c", L, False),
    ("dicom AND pytorch", L, True), ("dicom pytorch", L, True), ("dicom AND keras", L, False),
    ("keras OR dicom", L, True), ("keras OR jax", L, False), ("dicom NOT keras", L, True), ("NOT dicom", L, False),
    ("dicom AND (keras OR pytorch) NOT intern", L, True), ("(keras OR jax) AND dicom", L, False),
    ("a OR dicom AND keras", L, False), ("dicom OR a AND keras", L, True), ("NOT (keras OR jax)", L, True),
    ('"natural language processing"', L, True), ('"language natural"', L, False), ('"natural lang*"', L, True),
    ("“natural language”", L, True), ("models", L, True), ("model", L, False), ("model", S, True),
    ("engineer", L, False), ("engineer", S, True), ("engines", S, True), ("coordinated", L, True),
    ("radiology", L, True), ("résumé", L, True), ("resume", L, False), ("NLP", L, False), ("NLP", S, False),
    ("NLP", A, True), ("dicom and pytorch", L, True),
]  # fmt: skip


@pytest.mark.parametrize(("query", "mode", "found"), QUERIES, ids=[f"{q} [{m}]" for q, m, _ in QUERIES])
def test_queries(keywords, query, mode, found):
    wanted = query != "dicom and pytorch"  # small letters are words, and "and" stands in the text
    assert search(DOCUMENT, query, mode, keywords).found is (found if wanted else True)


def test_hits_name_every_term_and_its_places():
    result = search(DOCUMENT, 'dicom AND (keras OR "u-net")')
    assert {term: [DOCUMENT[span] for span in spans] for term, spans in result.hits} == {
        "dicom": ["DICOM"], "keras": [], "u-net": ["U-Net"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "at", "words"),
    [
        ("", 0, "empty"), ("   ", 0, "empty"), ("(a", 2, "never closed"), ("a)", 1, "no opening"), ('"a', 0, "never closed"),
        ('""', 1, "nothing between"), ("AND a", 0, "before AND"), ("a OR", 4, "missing at the end"), ("a AND OR b", 6, "before OR"),
        ("NOT", 3, "missing at the end"), ("*", 0, "alone finds nothing"), ("()", 1, "nothing between"),
    ],
)  # fmt: skip
def test_broken_queries_say_what_and_where(query, at, words):
    with pytest.raises(QueryError) as caught:
        search(DOCUMENT, query)
    assert words in str(caught.value)
    assert caught.value.at == at


STEMS = [
    ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("feed", "feed"), ("plastered", "plaster"),
    ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("hopping", "hop"), ("falling", "fall"),
    ("filing", "file"), ("happy", "happi"), ("sky", "sky"), ("relational", "relat"), ("conditional", "condit"),
    ("operator", "oper"), ("triplicate", "triplic"), ("electrical", "electr"), ("goodness", "good"),
    ("allowance", "allow"), ("adoption", "adopt"), ("rate", "rate"), ("cease", "ceas"), ("controlling", "control"),
    ("engineer", "engin"), ("engine", "engin"), ("engineering", "engin"), ("ct", "ct"), ("covid19", "covid19"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "root"), STEMS)
def test_stems_are_porters(word, root):
    assert stem(word) == root
