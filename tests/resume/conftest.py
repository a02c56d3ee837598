"""Keywords without the matcher, and a way from text to the parts of a résumé."""

import pytest

from ats_medai.documents import text_document
from ats_medai.keywords import load_keywords
from ats_medai.resume import read_structure


@pytest.fixture(scope="session")
def data():
    return load_keywords()


@pytest.fixture(scope="session")
def words(data):
    return data.entries


@pytest.fixture(scope="session")
def read(data):
    """Give document and structure of a text."""

    def run(text):
        document = text_document(text)
        return document, read_structure(document, data)

    return run
