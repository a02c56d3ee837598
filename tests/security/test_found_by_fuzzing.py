"""What fuzzing found, each as the smallest text of our own that showed it."""

import pytest

from ats_medai.documents import text_document

ADVERT = """Data Scientist
Requirements
- SQL in daily work with a team of many people, reports to clinics, and more that we tell you about when we meet
- Experience with models for hospitals, and reading images of all kinds
"""


@pytest.mark.parametrize("rule", [" ----", " - - -", " : :", " - — –", ": --"])
@pytest.mark.parametrize("heading", ["Education", "EXPERIENCE", "Projects"])
def test_a_heading_with_a_rule_beside_it_is_read(analyzer, heading, rule):
    resume = analyzer.read_resume(text_document(f"Ada Quist\n{heading}{rule}\nMSc Physics, 2019\n"))
    assert resume.document.text.endswith("MSc Physics, 2019")


@pytest.mark.parametrize("sign", ["}", " +", " @", " \\", " ✓", " …"])
@pytest.mark.parametrize("cue", ["required", "preferred", "a plus"])
def test_a_cue_at_the_end_closes_its_clause_whatever_sign_stands_behind(analyzer, cue, sign):
    plain, signed = (analyzer.read_job(text_document(f"{ADVERT}- Python {cue}{end}\n")) for end in ("", sign))
    assert [(one.label, one.level) for one in signed.requirements] == [
        (one.label, one.level) for one in plain.requirements
    ]
