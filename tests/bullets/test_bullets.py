"""Statements of a résumé: bullets, wrapped or not, and sentences where there are none."""

import pytest

from ats_medai.bullets import find_bullets
from ats_medai.model import Document, Position, Section, SectionKind, Span

CASES = [
    pytest.param("- Built a model.\n- Led a team.", ["Built a model.", "Led a team."], id="hyphens"),
    pytest.param("• Built a model\n  • Led a team", ["Built a model", "Led a team"], id="nested"),
    pytest.param("●Built a model", ["Built a model"], id="no space after the sign"),
    pytest.param("o Built a model\n1) Led a team", ["Built a model", "Led a team"], id="letter and number"),
    pytest.param(
        "• Built a long model of many things that runs over\nthe margin of the page.\n• Led a team",
        ["Built a long model of many things that runs over\nthe margin of the page.", "Led a team"], id="wrapped",
    ),
    pytest.param(
        "Senior Engineer, Example Ltd\nJan 2020 - Present\nBuilt the models of the ward.",
        ["Built the models of the ward."], id="entry lines are none",
    ),
    pytest.param(
        "Built the models of the ward. Then led the team of six people.",
        ["Built the models of the ward.", "Then led the team of six people."], id="sentences",
    ),
    pytest.param("Python, SQL, Docker", [], id="a list is none"),
    pytest.param("- Grew sales - by 5 percent", ["Grew sales - by 5 percent"], id="hyphen inside"),
    pytest.param("", [], id="nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statements"), CASES)
def test_statements(text, statements):
    document = Document("r.txt", "0", "text/plain", text, ())
    sections = (Section(SectionKind.EXPERIENCE, Span(0, len(text))),) if text else ()
    assert [document[span] for span in find_bullets(document, sections, ())] == statements


def test_headings_and_new_positions_end_a_statement():
    text = "EXPERIENCE\n- Built a very long model of things\nNext Employer of the World Limited\n- Led a team"
    start = text.index("Next")
    document = Document("r.txt", "0", "text/plain", text, ())
    sections = (Section(SectionKind.EXPERIENCE, Span(0, len(text)), Span(0, 10)),)
    positions = (Position("x", None, None, None, Span(start, len(text))),)
    found = [document[span] for span in find_bullets(document, sections, positions)]
    assert found == ["Built a very long model of things", "Led a team"]
