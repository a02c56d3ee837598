"""The build of the guide's examples, found in statements."""

import pytest

import ats_medai
from ats_medai.wording import Slot, lint_wording, slots_of


def told(analyzer, text):
    mentions = analyzer.read_resume(ats_medai.text_document(text)).mentions
    return set(slots_of(text, mentions, analyzer.keywords))


@pytest.mark.parametrize("number", range(3))
def test_the_guides_examples_tell_at_least_four_things(analyzer, number):
    assert len(told(analyzer, analyzer.keywords.guide.examples[number])) >= 4


def test_a_weak_statement_tells_next_to_nothing(analyzer):
    assert len(told(analyzer, "Responsible for data cleaning")) <= 1


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Built it.", Slot.ACTION), ("It uses PyTorch.", Slot.METHOD), ("for sepsis patients", Slot.CLINICAL),
        ("from MRI", Slot.DATA), ("fell by 15 percent", Slot.RESULT), ("in a prospective pilot", Slot.SETTING),
    ],
)  # fmt: skip
def test_each_slot(analyzer, text, slot):
    assert slot in told(analyzer, text)


def test_thin_statements_are_named(analyzer):
    text = (
        "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n- Did various good things there.\n- {}\n"
    )
    full = text.format(analyzer.keywords.guide.examples[0])
    resume = analyzer.read_resume(ats_medai.text_document(full))
    thin = next(finding for finding in lint_wording(resume, analyzer.keywords) if finding.code == "thin")
    assert [resume.document[span] for span in thin.spans] == ["Did various good things there."]


def test_a_rule_that_was_kept_is_a_setting(analyzer):
    text = "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n- Kept access to records under HIPAA with audit logs.\n"
    resume = analyzer.read_resume(ats_medai.text_document(text))
    assert Slot.SETTING in slots_of(resume.document[resume.bullets[0]], resume.mentions, analyzer.keywords)
