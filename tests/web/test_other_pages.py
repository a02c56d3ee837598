"""Keywords and how it works."""

from concurrent.futures import Future
from types import SimpleNamespace

import pytest
from streamlit_pages import how_page, html_of, keywords_page, opened

from ats_medai.errors import KeywordsError
from ats_medai.web import engine


@pytest.fixture
def keywords_at():
    return opened(keywords_page)


def test_a_sentence_shows_what_is_found_and_how_it_is_meant(keywords_at):
    html = html_of(keywords_at)
    assert "U-Net" in html
    assert "denied" in html
    assert "wished for" in html
    assert "hope to learn" in html


def test_a_sentence_without_keywords_says_so(keywords_at):
    keywords_at.text_area[0].set_value("The weather was fine.").run()
    assert any("No keyword" in one.value for one in keywords_at.text)


def test_a_search_narrows_the_list_and_one_left_is_opened(keywords_at):
    everything = len(keywords_at.dataframe[0].value)
    keywords_at.text_input[0].set_value("fhir").run()
    found = keywords_at.dataframe[0].value
    assert 0 < len(found) < everything
    keywords_at.text_input[0].set_value("smart app launch").run()
    assert len(keywords_at.dataframe[0].value) == 1
    assert "why it is here" in html_of(keywords_at)


def test_a_search_for_nothing_known_shows_no_table(keywords_at):
    keywords_at.text_input[0].set_value("zorbatron").run()
    assert not keywords_at.exception
    assert not keywords_at.dataframe


def test_how_it_works_shows_weights_limits_and_the_command_behind_every_accuracy_figure():
    how_at = opened(how_page)
    assert len(how_at.dataframe[0].value) > 20
    text = " ".join(one.value for one in how_at.markdown)
    assert "does not predict a decision" in text
    html = html_of(how_at)
    assert ("What every change must keep" in html) == any("floors.py" in one.value for one in how_at.code)


@pytest.mark.parametrize("word", ["ATS score", "rejected", "beat the ATS"])
def test_the_words_that_frighten_are_nowhere(word):
    from ats_medai.web import words

    said = " ".join(str(value) for name, value in vars(words).items() if name.isupper())
    assert word.casefold() not in said.casefold()


def test_a_mistake_in_a_keyword_file_is_named_and_loading_is_tried_again(monkeypatch):
    waiting = [Future(), Future()]
    waiting[0].set_exception(KeywordsError("keywords/tracks.yaml", 7, "a key must be a word"))
    waiting[1].set_result(SimpleNamespace(keywords="keywords"))
    cleared = []

    def loading():
        return waiting[len(cleared)]

    loading.clear = lambda: cleared.append(True)
    monkeypatch.setattr(engine, "_loading", loading)
    with pytest.raises(KeywordsError):
        engine.keywords()
    assert engine.keywords() == "keywords"
