"""Quotes and numbers as they are printed."""

from decimal import Decimal

import pytest

import ats_medai
from ats_medai.model import Document, Factor, Item, Span
from ats_medai.render.account import earned, formula, one_decimal, plain, quote, whole

TEXT = "top\nTrained models in PyTorch for lung nodule segmentation on chest scans of two outside hospitals.\nend"
DOCUMENT = Document("r", "0", "", TEXT, ())


@pytest.mark.parametrize(
    ("words", "width", "shown"),
    [
        ("top", 40, "top"),
        ("PyTorch", 40, "… models in PyTorch for lung …"),
        ("Trained", 40, "Trained models in …"),
        ("hospitals", 40, "… two outside hospitals."),
        ("PyTorch", 200, TEXT.split("\n")[1]),
    ],
)
def test_quotes_are_cut_at_words(words, width, shown):
    start = TEXT.index(words)
    found = quote(DOCUMENT, Span(start, start + len(words)), width)
    assert found == shown
    assert words in found


@pytest.mark.parametrize(
    ("value", "one", "none"),
    [(0.05, "0.1", "0"), (54.949, "54.9", "55"), (0.0, "0.0", "0"), (99.5, "99.5", "100"), (49.5, "49.5", "50")],
)
def test_numbers_are_rounded_half_up(value, one, none):
    assert (one_decimal(value), whole(value)) == (one, none)


def test_points_are_exact():
    item = Item(
        "x", "x", 2.17, (Factor("match.fuzzy", 0.8), Factor("shown.listed", 0.5), Factor("assertion.weak", 0.5))
    )
    assert earned(item) == Decimal("0.434")
    assert plain(earned(item)) == "0.434"
    assert plain(Decimal("3.000")) == "3"
    assert formula(item) == "2.17 × 0.8 match.fuzzy × 0.5 shown.listed × 0.5 assertion.weak"


def test_a_quote_leaves_out_the_sign_of_its_bullet():
    document = ats_medai.text_document("Head\n• Built a model of CT for the ward\n- Wrote it")
    assert (
        quote(document, Span(document.text.index("Built"), document.text.index(" ward")))
        == "Built a model of CT for the ward"
    )
    assert (
        quote(document, Span(document.text.index("CT"), document.text.index("CT") + 2))
        == "Built a model of CT for the ward"
    )
    assert quote(document, Span(document.text.index("Wrote"), len(document.text))) == "Wrote it"
