"""Listed phrases are found alike one text at a time and in many texts at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_medai.phrases import Texts, find_phrases

PIECES = st.sampled_from(["a", "ab", "abc", "abcd", "-", " ", "'", "é", "n/a", ".", "\n", "2", "real", "time"])
TEXTS = st.lists(st.lists(PIECES, max_size=8).map("".join), max_size=4)
FORMS = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=3)

CASES = [
    pytest.param(
        ["Real time", "in realtime", "a real-time system", "surreal time"], "real-time", [0, 1, 2], id="hyphen"
    ),
    pytest.param(["Radiology", "the radiologist", "radar", "neuroradiology"], "radiolog*", [0, 1], id="star"),
    pytest.param(["an AI", "F1 of 0.9", "F12 key"], "F1*", [1, 2], id="short stem"),
    pytest.param(["guided", "project", "guided\nproject"], "guided project", [2], id="never across two texts"),
    pytest.param(["510(k)", "510 k"], "510(k)", [0], id="sign"),
]


@pytest.mark.parametrize(("texts", "form", "wanted"), CASES)
def test_texts_that_have_a_form(texts: list[str], form: str, wanted: list[int]) -> None:
    assert sorted(Texts(texts).first([form])) == wanted


@settings(deadline=None)
@given(TEXTS, FORMS, st.sampled_from(["", "*"]))
def test_first_place_is_that_of_a_search_in_each_text(texts: list[str], forms: list[str], star: str) -> None:
    forms = [form + star for form in forms if form[-1].isalnum()]
    one_by_one = {number: next(find_phrases(text, forms), None) for number, text in enumerate(texts)}
    assert Texts(texts).first(forms) == {number: span for number, span in one_by_one.items() if span}
