"""Texts made to be slow cost a bounded multiple of plain text of the same length: no pattern backtracks for ever."""

import time

import pytest

from ats_medai.documents import text_document
from ats_medai.documents.cleanup import clean

SIZE = 40_000
PLAIN = "Built Keras models for oncology at Example Ltd, 2019 - 2021.\n"
SHAPES = [
    "a",
    "a@",
    "1-",
    "-\n",
    "Jan 2020 - ",
    "http://a.",
    "(",
    "a.b",
    "\t",
    "• ",
    "•• \n",
    "e\u0301",
    ", and ",
    "2020",
    "+1 (5",
]
FLOOR = 0.25
"""Seconds below which a ratio says nothing."""
MOST = 25


def cost(work, text):
    began = time.process_time()
    work(text)
    return time.process_time() - began


def filled(pattern):
    return (pattern * (SIZE // len(pattern) + 1))[:SIZE]


@pytest.mark.parametrize("stage", ["cleanup", "resume"])
@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_a_slow_text_costs_a_bounded_multiple(analyzer, stage, shape):
    works = {
        "cleanup": lambda text: clean(text.split("\n")),
        "resume": lambda text: analyzer.read_resume(text_document(text)),
    }
    plain = max(cost(works[stage], filled(PLAIN)), FLOOR)
    assert cost(works[stage], filled(shape)) < MOST * plain
