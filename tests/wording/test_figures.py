"""What counts as a figure in a statement, and what only looks like one."""

import pytest

from ats_medai.wording import has_figure

YES = [
    "Cut reading time by 18 percent", "Reached a Dice score of 0.87", "AUROC 0.79 in a held-out year",
    "on 412 scans from two hospitals", "Moved eleven services to Kubernetes", "for a team of six", "saved $26,000 a year",
    "1.2 million clinical notes", "from 40 to 6 minutes", "reduced by 30%", "grew threefold", "n = 120", "600,000 members",
    "mentored two interns", "Took sales from 26MM to 59MM", "in 2000 patients", "doubled the throughput", "5x faster",
]  # fmt: skip
NO = [
    "Worked under ISO 13485 and IEC 62304", "Used GPT-4 and Python 3.11", "Trained a 3D U-Net", "Since March 2021",
    "From 2019 to 2021 at the lab", "Studied COVID-19", "Call +44 113 555 0177", "predicted 30-day readmission",
    "Wrote HL7 version 2 interfaces", "Class II device", "Used ResNet-50", "Met FDA 21 CFR Part 11", "Read ICD-10 codes",
    "one of the leads", "Phase 3 work", "no figures at all", "trained on MIMIC-III", "B2B sales",
]  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_figures(keywords, text):
    assert has_figure(text, keywords.wording)


@pytest.mark.parametrize("text", NO)
def test_numbers_that_are_none(keywords, text):
    assert not has_figure(text, keywords.wording)


def test_two_of_the_guides_three_examples_have_one(keywords):
    found = [has_figure(text, keywords.wording) for text in keywords.guide.examples]
    assert found == [True, True, False]
