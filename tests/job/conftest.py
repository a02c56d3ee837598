"""Adverts for the tests are made up. `{Python|must}` marks a keyword and the level that a reader would give it."""

import re

import pytest

from ats_medai import text_document
from ats_medai.job import find_requirements
from ats_medai.job.lexicon import lexicon_of
from ats_medai.keywords import load_keywords
from ats_medai.model import Mention, Method, Span

MARK = re.compile(r"\{([^|{}]+)\|(must|preferred|context|gone)\}")
OPENING = (
    "Data Scientist\n\nThe role sits in a hospital in the north of the country, where you will join a team of ten "
    "friendly people who work on interesting questions all day long.\n\n"
)


def read_marks(marked):
    """Give the text without marks, the mentions, and the level marked for each."""
    text, mentions, levels, end = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        span = Span(len(text), len(text) + len(mark[1]))
        text += mark[1]
        mentions.append(Mention(f"test.{mark[1].lower()}", span, Method.PHRASE))
        levels.append(mark[2])
        end = mark.end()
    return text + marked[end:], tuple(mentions), levels


@pytest.fixture(scope="session")
def advert_keywords():
    return load_keywords()


@pytest.fixture(scope="session")
def lexicon(advert_keywords):
    return lexicon_of(advert_keywords)


@pytest.fixture(scope="session")
def read(advert_keywords):
    """Read a marked advert: read(text) -> Job. A neutral opening makes it long enough where `opening` is true."""

    def run(marked, *, opening=True):
        text, mentions, _ = read_marks((OPENING if opening else "") + marked)
        return find_requirements(text_document(text, name="advert.txt"), mentions, advert_keywords)

    return run


@pytest.fixture(scope="session")
def misread(advert_keywords):
    """Give the keywords whose level is not the marked one, as (text, marked, found)."""

    def run(marked, *, opening=True):
        text, mentions, levels = read_marks(((OPENING if opening else "") + marked).strip())
        document = text_document(text, name="advert.txt")
        assert document.text == text, "the marks would be beside their words"
        job = find_requirements(document, mentions, advert_keywords)
        found = {mention.span: str(mention.level) for mention in job.mentions}
        return [
            (document[mention.span], level, found.get(mention.span, "gone"))
            for mention, level in zip(mentions, levels, strict=True)
            if found.get(mention.span, "gone") != level
        ]

    return run
