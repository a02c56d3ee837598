"""Tables of sentences as people write them: how each keyword is meant, how it is shown, and which sense a word has."""

import re
from pathlib import Path

import pytest
from made_up_keywords import document, section

from ats_medai.matching import Matcher

HERE = Path(__file__).parent
MARK = re.compile(r"\{(\S) ([^}]+)\}")
KINDS = {
    "P": "present",
    "A": "aspired",
    "N": "negated",
    "O": "other",
    "o": "other or not found",
    "U": "in_use",
    "L": "listed",
}


def cases(name):
    """Give the table's lines; those known not to hold are marked so, with the reason that the line gives."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reason, _, marked = line.removeprefix("! ").rpartition(" | ") if line.startswith("! ") else ("", "", line)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(marked, marks=marks, id=marked[:60]))
    return found


def unmarked(marked):
    """Give the section's kind, the text, and (start, end, letter) for each mark."""
    kind, marked = (m[1], marked[m.end() :]) if (m := re.match(r"<(\w+)> ", marked)) else (None, marked)
    marked = marked.replace("\\n", "\n")
    text, places = "", []
    end = 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        places.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        end = mark.end()
    return kind, text + marked[end:], places


@pytest.fixture(scope="module")
def read(keywords):
    """Marked line -> its text, marks and mentions."""
    matcher = Matcher(keywords)

    def read(marked):
        kind, text, places = unmarked(marked)
        return text, places, matcher.find(document(text), [section(text, kind)] if kind else ())

    return read


def value_at(mentions, start, end, field):
    here = [m for m in mentions if m.span.start < end and start < m.span.end]
    return getattr(here[0], field).value if here else "not found"


@pytest.mark.parametrize("marked", cases("claims.txt"))
def test_each_keyword_is_meant_so(read, marked):
    text, places, found = read(marked)
    got = [(text[start:end], value_at(found, start, end, "assertion"), KINDS[k]) for start, end, k in places]
    assert not [wrong for wrong in got if wrong[1] not in wrong[2]]


@pytest.mark.parametrize("marked", cases("shown.txt"))
def test_each_keyword_is_shown_so(read, marked):
    text, places, found = read(marked)
    got = [(text[start:end], value_at(found, start, end, "shown"), KINDS[k]) for start, end, k in places]
    assert not [wrong for wrong in got if wrong[1] != wrong[2]]


@pytest.mark.parametrize("marked", cases("acronyms.txt"))
def test_each_word_has_this_sense(read, marked):
    _, places, found = read(marked)
    for start, end, sense in places:
        exact = any((m.span.start, m.span.end) == (start, end) for m in found)
        inside = any(m.span.start <= start and end <= m.span.end for m in found)
        assert inside if sense == "+" else not exact
