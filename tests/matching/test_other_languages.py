"""Acronyms that are words of other languages, or names, count only as they are written where they are acronyms."""

import pytest

from ats_medai.documents import text_document
from ats_medai.keywords import load_keywords
from ats_medai.matching import Matcher

SENTENCES = {
    "German": "Ich bin Ärztin. Sie arbeiten mit uns, es ist gut, und ich mag das Tal. Wir sind ein Team am Rhein.",
    "French": "Je suis médecin et je travaille avec des gens. Elle est au sein de la clinique.",
    "Spanish": "Anda con todo. La capa es de mi madre. Los datos son para el sistema. Tal vez una vez al mes.",
    "Italian": "Io sono medico e lavoro con gli altri. Le cose sono di tutti. Una volta al mese. Sia chiaro.",
    "Portuguese": "Trabalho com duas equipas. Um dia, mas sem fim. Seu lar, sua capa. Nos dias de sol.",
    "Dutch": "Ik ben arts en werk met data van het een en ander. Dit zijn mijn doelen. Als ik kan.",
    "names": "Nanda Gan, Cade Tal, Udi Moco, Ged Amia, Elmo Capa and Anda Duas came.",
    "forms of address": "Written with Dr. Perl, Ms Scala, Mr Sas, Prof. Stata and Mrs. Java.",
}
CAPITALS = {
    "ICH guidelines": "trials.ich",
    "the NANDA diagnoses": "standard.nanda",
    "UDI of a device": "regulation.labeling_udi",
    "ANDA for a tablet": "regulation.anda",
    "closed a CAPA": "regulation.capa",
    "signed a DUA": "privacy.data_use_agreements",
    "CADe of polyps": "imaging.cad",
    "features of ELMo": "nlp.elmo",
    "bert, elmo and glove embeddings": "nlp.elmo",
    "a talk at AMIA": "venue.amia",
    "pretrained by MoCo": "dl.moco",
    "sas and r": "lang.sas",
    "an mri of the knee": "imaging.mri",
}


@pytest.fixture(scope="module")
def found():
    matcher = Matcher(load_keywords())
    return lambda text: [m.concept for m in matcher.find(text_document(text)) if m.method != "fuzzy"]


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_words_of_other_languages_and_names_are_no_keywords(found, text):
    assert [concept for concept in found(text) if concept not in {"data_work.data", "soft.teamwork"}] == []


@pytest.mark.parametrize(("text", "concept"), CAPITALS.items(), ids=CAPITALS)
def test_the_acronym_itself_is_found(found, text, concept):
    assert concept in found(text)
