"""The component as a spaCy user meets it: found by name, stored and loaded, in two processes."""

import spacy

TEXTS = ["Trained PyTorch models on DICOM series. No experience with FHIR.", "", "Led sales in Boise."]


def told(doc):
    return [(span.text, span.label_, span._.ats_assertion) for span in doc.spans["ats_medai"]]


def test_component_is_found_by_its_name(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("ats_medai")
    docs = list(nlp.pipe(TEXTS))
    found = {text.split()[0]: assertion for text, _, assertion in told(docs[0])}
    assert found["PyTorch"] == found["DICOM"] == "present"
    assert found["FHIR"] == "negated"
    assert told(docs[1]) == []
    nlp.to_disk(tmp_path / "pipe")
    again = spacy.load(tmp_path / "pipe")
    assert told(again(TEXTS[0])) == told(docs[0])


def test_two_processes_give_the_same():
    nlp = spacy.blank("en")
    nlp.add_pipe("ats_medai")
    alone = [[(span.text, span.label_) for span in doc.spans["ats_medai"]] for doc in nlp.pipe(TEXTS)]
    both = [[(span.text, span.label_) for span in doc.spans["ats_medai"]] for doc in nlp.pipe(TEXTS, n_process=2)]
    assert alone == both
