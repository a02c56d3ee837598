"""Set phrases: whole words, any case unless the form has a capital, `*` for up to two words."""

import pytest

from ats_medai.job.words import Phrases, words_of

FOUND = [
    ("nice to have", "This would be nice-to-have.", ["nice-to-have"]),
    ("what you'll do", "WHAT YOU’LL DO", ["WHAT YOU’LL DO"]),
    ("what you'll do", "What youll do", ["What youll do"]),
    ("MS", "MS in statistics, ms office", ["MS"]),
    ("a * plus", "This is a plus, that a big plus", ["a plus", "a big plus"]),
    ("a * plus", "A very very big plus", []),
    ("plus", "surplus", []),
    ("what you'll do", "team.What You'll DoLead the team", ["What You'll Do"]),
]


@pytest.mark.parametrize(("form", "text", "expected"), FOUND, ids=[f"{form}: {text}" for form, text, _ in FOUND])
def test_phrases_are_found(form, text, expected):
    words = words_of(text)
    hits = Phrases([(form, None)]).find(words)
    assert [text[words[hit.first].start : words[hit.last - 1].end] for hit in hits] == expected


def test_the_longest_phrase_wins():
    words = words_of("preferred but not required")
    hits = Phrases([("preferred", "wish"), ("preferred but not required", "longer"), ("required", "demand")]).find(
        words
    )
    assert [hit.value for hit in hits] == ["longer"]


def test_names_with_capitals_inside_keep_their_place():
    text = "PyTorch and GitHub, PhD"
    assert all(text[word.start : word.end] == word.surface for word in words_of(text))
    assert "phd" in [word.text for word in words_of(text)]
