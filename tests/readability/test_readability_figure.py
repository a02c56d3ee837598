import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_medai.keywords import load_keywords
from ats_medai.model import Finding
from ats_medai.readability import readability_figure

KEYWORDS = load_keywords()
CHECKS = tuple(KEYWORDS.checks)
SETS = st.sets(st.sampled_from(CHECKS))


def figure(codes):
    findings = [Finding(code, KEYWORDS.checks[code].severity, "x") for code in CHECKS if code in codes]
    return readability_figure(findings, KEYWORDS)


def test_points_are_a_hundred_in_all():
    assert figure(set()).possible == pytest.approx(100.0)


def test_there_is_one_item_per_check_with_its_rule():
    items = figure(set()).items
    assert [item.code for item in items] == list(CHECKS)
    assert all(item.factors[0].rule == f"readability.{item.code}" for item in items)
    assert all(rule in KEYWORDS.weights for item in items for rule in [item.factors[0].rule])


def test_what_cannot_be_read_at_all_passes_no_other_check():
    assert figure({"no_text"}).score < 15
    assert all("readability.no_text" in {factor.rule for factor in item.factors} for item in figure({"no_text"}).items)


def test_a_critical_check_weighs_more_than_a_minor_one():
    assert figure({"no_contact"}).score < figure({"text_boxes"}).score < figure({"macros"}).score


@given(SETS, st.sampled_from(CHECKS))
def test_one_more_finding_never_raises_the_score(codes, other):
    assert 0 <= figure(codes | {other}).score <= figure(codes).score <= 100
