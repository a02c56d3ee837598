"""A table of sentences as people write them: each keyword claimed, wished for, denied or somebody else's."""

import re
from pathlib import Path

import pytest
from conftest import document, section

from ats_medai.matching import Matcher

TABLE = Path(__file__).with_name("claims.txt")
MARK = re.compile(r"\{([PANOo]) ([^}]+)\}")
KINDS = {"P": "present", "A": "aspired", "N": "negated", "O": "other", "o": "other or not found"}


def cases():
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reason, _, marked = line.removeprefix("! ").rpartition(" | ") if line.startswith("! ") else ("", "", line)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(marked, marks=marks, id=marked[:60])


def unmarked(marked):
    """Give the section's kind, the text, and (start, end, expected) for each mark."""
    kind, marked = (m[1], marked[m.end() :]) if (m := re.match(r"<(\w+)> ", marked)) else (None, marked)
    marked = marked.replace("\\n", "\n")
    text, places = "", []
    end = 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        places.append((len(text), len(text) + len(mark[2]), KINDS[mark[1]]))
        text += mark[2]
        end = mark.end()
    return kind, text + marked[end:], places


@pytest.fixture(scope="module")
def shipped(keywords):
    return Matcher(keywords)


@pytest.mark.parametrize("marked", list(cases()))
def test_each_keyword_is_meant_so(shipped, marked):
    kind, text, places = unmarked(marked)
    found = shipped.find(document(text), [section(text, kind)] if kind else ())
    wrong = [(text[start:end], got) for start, end, kind in places if (got := meant(found, start, end)) not in kind]
    assert not wrong


def meant(mentions, start, end):
    here = [m for m in mentions if m.span.start < end and start < m.span.end]
    return here[0].assertion.value if here else "not found"
