"""Fixtures over the made-up keywords; cues, headings and English words are the shipped ones."""

from dataclasses import replace

import pytest
from made_up_keywords import CONCEPTS, document, section

from ats_medai.keywords.variants import forms_of
from ats_medai.matching import Matcher


@pytest.fixture(scope="session")
def made_up(keywords):
    """The made-up keywords."""
    forms = {alias: forms_of(alias) for one in CONCEPTS for alias in one.aliases}
    forms |= {alias: forms_of(one.label) for one in CONCEPTS for alias in one.aliases if alias == one.label.lower()}
    return replace(keywords, concepts=CONCEPTS, tracks=(), forms=forms)


@pytest.fixture(scope="session")
def matcher(made_up):
    return Matcher(made_up)


@pytest.fixture(scope="session")
def find(matcher):
    """Text -> its mentions; with the kind of the section that all of it is in."""

    def find(text, kind=None):
        return matcher.find(document(text), [section(text, kind)] if kind else ())

    return find


@pytest.fixture(scope="session")
def surfaces(find):
    """Text -> (words, concept) of its mentions."""

    def surfaces(text, kind=None):
        return [(text[m.span.start : m.span.end], m.concept) for m in find(text, kind)]

    return surfaces
