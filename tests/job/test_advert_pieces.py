"""Lines, bullets and sentences of an advert's text."""

import pytest

from ats_medai.job.pieces import pieces_of
from ats_medai.job.sentences import sentences_of
from ats_medai.model import Span

LINES = [
    ("one a line", "First line\nSecond line", ["First line", "Second line"]),
    (
        "bullets of many kinds",
        "• one\n- two\n* three\n1. four\no five\n▪ six",
        ["one", "two", "three", "four", "five", "six"],
    ),
    ("bullets inside a line", "Requirements • Python • SQL", ["Requirements", "Python", "SQL"]),
    ("dashes inside a line", "You will: - Build models - Test them", ["You will:", "Build models", "Test them"]),
    (
        "wrapped at the edge of a page",
        "Experience with methods for the segmentation of images and\nwith registration of them",
        ["Experience with methods for the segmentation of images and\nwith registration of them"],
    ),
    (
        "a line that begins with a comma",
        "Communication skills\n, also in writing",
        ["Communication skills\n, also in writing"],
    ),
    ("short lines in lower case stay apart", "python\nsql", ["python", "sql"]),
    ("a hyphen is no bullet", "A follow-up and a state-of-the-art plan", ["A follow-up and a state-of-the-art plan"]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_pieces(text, expected):
    assert [text[piece.span.start : piece.span.end] for piece in pieces_of(text)] == expected


def test_a_gap_is_seen():
    assert [piece.gap for piece in pieces_of("One\nTwo\n\nThree")] == [False, False, True]


SENTENCES = [
    ("full stops", "We build models. You test them.", ["We build models.", "You test them."]),
    (
        "abbreviations",
        "Tools, e.g. Python. A B.S. Biology degree. Ph.D. Level.",
        ["Tools, e.g. Python.", "A B.S. Biology degree.", "Ph.D. Level."],
    ),
    ("one letter that is a name", "Experience in R. Knowledge of C.", ["Experience in R.", "Knowledge of C."]),
    ("no space behind the stop", "Join our team.You will lead.", ["Join our team.", "You will lead."]),
    ("no stop at all", "skills in PythonExperience with SQL", ["skills in Python", "Experience with SQL"]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_sentences(lexicon, text, expected):
    assert [text[s.start : s.end] for s in sentences_of(text, Span(0, len(text)), lexicon)] == expected


def test_lines_that_lost_their_breaks(lexicon):
    text = (
        "Degree in statistics or a related field Experience with SQL and the data of wards in a large hospital Knowledge "
        "of R and of the ways in which nurses write their notes Strong communication skills and Patience"
    )
    found = [text[s.start : s.end] for s in sentences_of(text, Span(0, len(text)), lexicon)]
    assert [line.split()[0] for line in found] == ["Degree", "Experience", "Knowledge", "Strong"]
