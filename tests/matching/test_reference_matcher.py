"""The fast matcher against a slow, plain one: one regular expression a form, tried at every place."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_keywords import CONCEPTS, document

from ats_medai.matching import Matcher

WORDS = [
    "machine", "learning", "deep", "supervised", "unsupervised", "time", "series", "analysis", "survival", "tumour", "tumor",
    "segmentation", "electronic", "health", "records", "record", "of", "the", "python", "genomics", "iec", "icd", "10", "62304", "cm",
]  # fmt: skip
GAPS = [" ", " ", " ", "-", "\n", ", ", ". ", "\n\n", " (", ") ", "; ", " - ", ": ", "\n• "]
INSIDE = r"(?: {1,3}|-|\n)"
"""What may stand between two words of a form."""


@pytest.fixture(scope="module")
def plain_forms(made_up):
    return [
        (form, one.id)
        for one in CONCEPTS
        for alias in one.aliases
        for form in made_up.forms[alias]
        if re.fullmatch(r"[a-z0-9 -]+", form)
    ]


@pytest.fixture(scope="module")
def aliases_only(made_up):
    """The made-up keywords without what the plain matcher cannot do: acronyms, other senses, typing errors."""
    bare = tuple(replace(one, acronyms=(), not_when=(), fuzzy=False) for one in CONCEPTS)
    return Matcher(replace(made_up, concepts=bare))


def slow(text, plain_forms):
    """Give start, end and concept of the longest forms that stand alone, then the leftmost."""
    found = []
    for form, name in plain_forms:
        pattern = INSIDE.join(map(re.escape, re.split(r"[ -]", form)))
        alone = re.compile(rf"(?<![a-z0-9])(?={pattern}(?![a-z0-9]))({pattern})", re.IGNORECASE)
        found += [(match.start(1), match.end(1), name) for match in alone.finditer(text)]
    kept = []
    for start, end, name in sorted(set(found), key=lambda item: (item[0] - item[1], item[0])):
        if all(end <= left or right <= start for left, right, _ in kept):
            kept.append((start, end, name))
    return sorted(kept)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25))
def test_fast_equals_slow(aliases_only, plain_forms, pairs):
    text = "".join(word + gap for word, gap in pairs)
    found = [m for m in aliases_only.find(document(text)) if not m.reason]  # a shared head has a reason
    assert [(m.span.start, m.span.end, m.concept) for m in found] == slow(text, plain_forms)
