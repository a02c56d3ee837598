"""Texts that were made to be slow: they come through, with valid spans. Their time is measured in benchmarks/."""

from itertools import pairwise

import pytest
from made_up_keywords import document

SIZE = 60_000
SHAPES = {
    "one long word": "a",
    "empty lines": "\n",
    "spaces": " ",
    "broken lines": "-\n",
    "brackets": "(",
    "unclear letters": "R, ",
    "cues without end": "no experience with PyTorch PhD expected ",
    "two alphabets": "αa",
    "versions": "AB v2",
    "explained acronyms": "PET (positron emission tomography) CT ",
    "half addresses": "a@",
    "dots": "a.",
    "hyphens": "Docker-free-free-",
    "single letters": "a b c d ",
    "combining marks": "e\u0301",
    "lookalikes": "PуTorch ",
    "lists": "Python, Keras; ",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_comes_through(matcher, shape):
    text = (shape * (SIZE // len(shape) + 1))[:SIZE]
    mentions = matcher.find(document(text))
    assert all(left.span.end <= right.span.start for left, right in pairwise(mentions))


def test_mentions_grow_with_the_text(matcher):
    line = "Built Keras models for oncology, with no experience in Tableau.\n"
    few, many = (len(matcher.find(document(line * count))) for count in (50, 500))
    assert many == 10 * few
