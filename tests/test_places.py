"""Looking up by place gives what asking each value gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_medai.model import Span
from ats_medai.places import Places

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
WAYS = {
    "sharing": lambda one, span: one.overlaps(span),
    "inside": lambda one, span: span.contains(one),
    "around": lambda one, span: one.contains(span),
}


@pytest.mark.parametrize("way", WAYS)
@given(spans=st.lists(SPANS), span=SPANS)
def test_lookup_gives_what_asking_each_gives(way, spans, span):
    numbered = list(enumerate(spans))
    found = getattr(Places(numbered, lambda pair: pair[1]), way)(span)
    asked = [pair for pair in sorted(numbered, key=lambda pair: pair[1]) if WAYS[way](pair[1], span)]
    assert found == asked


def test_nothing_is_found_among_nothing():
    assert Places([], lambda span: span).sharing(Span(0, 9)) == []
