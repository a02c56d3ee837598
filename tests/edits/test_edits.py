"""Edits give what one would get by hand, and every line still slices to its text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_medai.edits import apply_edits
from ats_medai.model import Document, Edit, Issue, Line, Place, Severity, Span


def document(text, **attributes):
    lines, start = [], 0
    for line in text.split("\n"):
        if line:
            lines.append(Line(Span(start, start + len(line)), **attributes))
        start += len(line) + 1
    return Document("r.txt", "0", "text/plain", text, tuple(lines))


def texts(changed):
    return [changed[line.span] for line in changed.lines]


@pytest.mark.parametrize(
    ("edits", "text", "lines"),
    [
        pytest.param([Edit(0, 4, "Two")], "Two two\nfour", ["Two two", "four"], id="replace"),
        pytest.param([Edit(8, 8, "\n- new")], "zwei two\n- new\nfour", ["zwei two", "- new", "four"], id="new line"),
        pytest.param([Edit(13, 13, "\nend")], "zwei two\nfour\nend", ["zwei two", "four", "end"], id="at the end"),
        pytest.param([Edit(0, 0, "top\n")], "top\nzwei two\nfour", ["top", "zwei two", "four"], id="at the start"),
        pytest.param([Edit(4, 4, " (2)")], "zwei (2) two\nfour", ["zwei (2) two", "four"], id="insert"),
        pytest.param([Edit(5, 13, "")], "zwei ", ["zwei "], id="delete over lines"),
        pytest.param(
            [Edit(13, 13, "s"), Edit(0, 4, "2"), Edit(8, 8, "!")], "2 two!\nfours", ["2 two!", "fours"], id="several"
        ),
        pytest.param([Edit(4, 4, "A"), Edit(4, 4, "B")], "zweiAB two\nfour", ["zweiAB two", "four"], id="one place"),
    ],
)
def test_text_and_lines(edits, text, lines):
    changed = apply_edits(document("zwei two\nfour"), edits)
    assert changed.text == text
    assert texts(changed) == lines


def test_new_lines_take_after_their_neighbour_but_are_not_bold():
    before = document("Heading\nbody", page=2, font_size=11.0, bold=True, place=Place.TABLE, block=3, bbox=(1, 2, 3, 4))
    changed = apply_edits(before, [Edit(7, 7, "\n- new one")])
    new = changed.lines[1]
    assert changed[new.span] == "- new one"
    assert (new.page, new.font_size, new.bold, new.place, new.block) == (2, 11.0, False, Place.TABLE, 3)
    assert changed.lines[0].bold
    assert changed.lines[2].bold


def test_nothing_to_do_gives_the_same_document():
    before = document("a\nb")
    assert apply_edits(before, []) is before
    assert apply_edits(before, [Edit(0, 1, "c")]).sha256 != before.sha256


def test_issues_move_along():
    from dataclasses import replace

    before = replace(
        document("abc def"), issues=(Issue("x", Severity.INFO, "", Span(4, 7)), Issue("y", Severity.INFO, ""))
    )
    changed = apply_edits(before, [Edit(0, 3, "lengthy")])
    assert changed[changed.issues[0].span] == "def"
    assert changed.issues[1].span is None


@pytest.mark.parametrize("edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(0, 99, "")], [Edit(3, 2, "")]])
def test_impossible_edits_are_refused(edits):
    with pytest.raises(ValueError, match="edit"):
        apply_edits(document("zwei two"), edits)


letters = st.text(alphabet="ab \n", max_size=40)


@given(
    text=letters,
    drawn=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("xy\n", max_size=4)), max_size=4),
)
def test_edits_equal_cutting_and_pasting(text, drawn):
    edits, last = [], 0
    for wished, size, new in sorted(drawn):
        start = max(wished, last)
        end = start + size
        if end <= len(text):
            edits.append(Edit(start, end, new))
            last = end
    wanted = text
    for edit in reversed(edits):
        wanted = wanted[: edit.start] + edit.text + wanted[edit.end :]
    changed = apply_edits(document(text), reversed(edits) if len({e.start for e in edits}) == len(edits) else edits)
    assert changed.text == wanted
    spans = [line.span for line in changed.lines]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert all(letter == "\n" or place in covered for place, letter in enumerate(wanted) if letter.strip())
