"""Acronyms of several senses: what speaks for them, and the reason that is given."""

import pytest

LICENSED = {
    "word in the sentence": ("Segmented PET scan volumes.", "pet", "near “scan”"),
    "list beside its kind": ("Tableau, R, Git", "r", "in a list with “Tableau”"),
    "semicolon list": ("R; Shiny would be nice", "r", "near “shiny”"),
    "single letter before a bullet": ("Languages: Python, R.\n• Code tools", "r", "near “python”"),
    "example list": ("statistical software (e.g., R, Keras)", "r", "in a list with “Keras”"),
    "full form elsewhere": ("Ultrasound of the heart.\n\nThe US was repeated.", "us", "the text also has “Ultrasound”"),
    "explained": ("positron emission tomography (PET)\n\nRead PET.", "pet", "explained in the text"),
    "explained the other way": ("PET (positron emission tomography)", "pet", "explained in the text"),
    "further away": (
        "Read many images of the chest. These were all good and CT was best.",
        "ct",
        "not far from “images”",
    ),
    "language beside a language": ("Services written in Go and Python.", "go", "near “services”"),
}
TRAPS = {
    "place with a number": "Hartford, CT 06103",
    "place at the end": "Read images in Hartford, CT",
    "pronoun": "Join us to read images",
    "country": "Authorized to work in the US.",
    "research and development": "Led R&D and statistics; R & D in Python",
    "initial": "J. R. Smith wrote the Python package",
    "compound": "the Go-to services person for Python",
    "animal": "a pet shelter with a scan",
    "document": "See my CV for an image",
    "broadcaster": "Deep learning on CNN news",
    "units": "Gave 10 mL, then 3 dL",
    "number glued on": "PET0:images",
    "release": "FHIR R4 and Python",
    "another long form": "Core values (CV) for an image",
    "wrong case": "ct images and Ct images",
}


@pytest.mark.parametrize(("text", "name", "reason"), LICENSED.values(), ids=LICENSED)
def test_counts_with_its_reason(find, text, name, reason):
    found = [m for m in find(text) if m.concept == name and m.method == "acronym"]
    assert [m.reason for m in found][-1:] == [reason]


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_means_something_else(find, text):
    assert [m.concept for m in find(text) if m.method == "acronym"] == []


def test_a_sense_holds_for_the_whole_text(find):
    text = "Segmented CT images.\n\n" + "We met each week and wrote notes for all. " * 6 + "\n\nThe CT was repeated."
    assert [m.reason for m in find(text) if m.concept == "ct"] == ["near “images”", "meant so elsewhere in the text"]


def test_an_unknown_acronym_is_learned_from_the_text(find):
    text = "Used convolutional neural networks (ConvNN). The ConvNN was small."
    assert [(m.concept, m.method.value) for m in find(text)] == [
        ("cnn", "phrase"),
        ("cnn", "acronym"),
        ("cnn", "acronym"),
    ]


def test_an_acronym_of_one_sense_may_be_written_small(find):
    assert [(m.concept, m.reason) for m in find("an mri and an Ecg and an MRi")] == [
        ("mri", "written in small letters"),
        ("ecg", "written in small letters"),
    ]


def test_a_skills_list_with_one_language_licenses_another(find):
    assert [m.concept for m in find("Teamwork, R, reading, walking, Git", "skills")] == ["r", "git"]
    assert [m.concept for m in find("Teamwork, R, reading, walking", "skills")] == []
