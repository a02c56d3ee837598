"""Which words of a text are which keyword: forms, gaps, edges, versions, glued and broken words."""

import pytest

FOUND = {
    "case": ("PYTORCH and pytorch", ["pytorch", "pytorch"]),
    "sentence end": ("We used pytorch.", ["pytorch"]),
    "hyphen for space": ("machine-learning models", ["ml"]),
    "space for hyphen": ("scikit learn", ["sklearn"]),
    "hyphen left out": ("deidentification of notes", ["deid"]),
    "space left out": ("timeseries and machinelearning", ["time_series", "ml"]),
    "hump as space": ("Tensor Flow 2.x", ["tensorflow"]),
    "plural": ("electronic health records", ["ehr"]),
    "plural of an acronym": ("reviewed ECGs and MRIs", ["ecg", "mri"]),
    "possessive": ("PyTorch's own loader", ["pytorch"]),
    "American": ("tumor segmentation", ["segmentation"]),
    "possessive left out": ("masters degree", ["masters"]),
    "curly apostrophe": ("master’s degree", ["masters"]),
    "Roman numeral": ("MIMIC III", ["mimic"]),
    "Arabic for Roman": ("MIMIC-3", ["mimic"]),
    "glued number": ("ICD10 codes", ["icd"]),
    "spaced number": ("ICD 10 codes", ["icd"]),
    "longer name": ("ICD-10-CM codes", ["icd"]),
    "year of an edition": ("IEC 62304:2006", ["iec"]),
    "hyphened number": ("IEC-62304", ["iec"]),
    "brackets in a name": ("a 510(k) submission", ["k510"]),
    "brackets left out": ("a 510k submission", ["k510"]),
    "glued version": ("Python3 and HL7v2.5 and FHIRv4", ["python", "hl7", "fhir"]),
    "C++": ("C++17, C/C++", ["c", "c"]),
    "dot in a name": ("Node.js", ["node"]),
    "prefix apart": ("neuro imaging and neuro-imaging", ["imaging", "imaging"]),
    "slashes": ("TensorFlow/Keras", ["tensorflow", "keras"]),
    "ampersand": ("HIPAA & GDPR, HIPAA&GDPR", ["hipaa", "gdpr", "hipaa", "gdpr"]),
    "no spaces in a list": ("Python,SQL/Keras", ["python", "sql", "keras"]),
    "line break": ("machine\nlearning", ["ml"]),
    "broken word": ("seg-\nmentation", ["segmentation"]),
    "broken at its own hyphen": ("scikit-\nlearn", ["sklearn"]),
    "letter by letter": ("P y T o r c h models", ["pytorch"]),
    "run together": ("PythonSQL and GitExperience", ["python", "sql", "git"]),
    "longest wins": ("time series analysis", ["time_series"]),
    "not the shorter name": ("nnUNet and nnU-Net", ["nnunet", "nnunet"]),
    "non-breaking hyphen": ("U‑Net", ["unet"]),
    "full width": ("Ｕｎｅｔ", ["unet"]),
    "soft hyphen": ("Radio\xadlogy", ["radiology"]),
    "non-breaking space": ("machine\xa0learning", ["ml"]),
    "letters that look Latin": ("PуTorch", ["pytorch"]),
    "shared head": ("supervised and unsupervised learning", ["supervised", "unsupervised"]),
    "shared head, three": ("deep, supervised or unsupervised learning", ["dl", "supervised", "unsupervised"]),
    "no shared head": ("Deep Supervised and Unsupervised Learning", ["unsupervised"]),
    "shared head, slash": ("machine/deep learning", ["ml", "dl"]),
}
NOT_FOUND = {
    "inside a word": "Spectacular digital sparkling gitter",
    "accented name": "Rüdiger",
    "run on to something unknown": "SparkNotes",
    "money": "Raised $510k in grants",
    "mail address": "jane@pytorch.org",
    "link": "see https://github.com/jane/pytorch and linkedin.com/in/python-jane",
    "prefix": "pseudo-oncology",
    "two list items": "machine\n• learning",
    "comma between": "machine, learning",
    "sentence end between": "a machine. Learning",
    "empty line between": "machine\n\nlearning",
    "another word glued on": "Pythonista, ICD10x",
}


@pytest.mark.parametrize(("text", "concepts"), FOUND.values(), ids=FOUND)
def test_is_found(surfaces, text, concepts):
    assert [name for _, name in surfaces(text)] == concepts


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_is_not_found(surfaces, text):
    assert surfaces(text) == []


SPANS = {
    "last stop of an abbreviation": ("A Ph.D. in physics", ["Ph.D."]),
    "closing bracket": ("the 510(k) route", ["510(k)"]),
    "glued version": ("Python3.11 only", ["Python3.11"]),
    "version apart": ("Python 3.11 only", ["Python"]),
    "possessive": ("PyTorch's loader", ["PyTorch"]),
    "full form and acronym": ("electronic health records (EHR)", ["electronic health records", "EHR"]),
    "in the original text": ("the ma\xadchine ﬁle: deep\xa0learning", ["deep\xa0learning"]),
}


@pytest.mark.parametrize(("text", "spans"), SPANS.values(), ids=SPANS)
def test_span_is_as_written(surfaces, text, spans):
    assert [surface for surface, _ in surfaces(text)] == spans


def test_aliases_alone_are_used_where_no_forms_were_made(made_up):
    from dataclasses import replace

    from ats_medai.matching import Matcher
    from ats_medai.model import Document

    bare = Matcher(replace(made_up, forms={}))
    assert [m.concept for m in bare.find(Document("x", "", "text/plain", "machine learning", ()))] == ["ml"]
