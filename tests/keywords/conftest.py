"""One matcher for all keyword tests."""

import pytest

import ats_medai
from ats_medai.matching import Matcher


@pytest.fixture(scope="session")
def found(keywords):
    """Give the concepts that the matcher finds in a text: found("Models in PyTorch.") -> {"lib.pytorch"}."""
    matcher = Matcher(keywords)

    def find(text):
        return {mention.concept for mention in matcher.find(ats_medai.text_document(text))}

    return find


@pytest.fixture(scope="session")
def counted(keywords, found):
    """Give the concepts that count in a text: those found and all that they imply."""

    def count(text):
        names = found(text)
        todo = list(names)
        while todo:
            new = set(keywords.concept_by_id[todo.pop()].implies) - names
            todo += new
            names |= new
        return names

    return count
