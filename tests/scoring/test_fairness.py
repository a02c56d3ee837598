"""No figure moves with a name, a pronoun, a place, a school, an employer, a date format or a spelling."""

import importlib.util
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "benchmarks" / "fairness.py"


@pytest.fixture(scope="module")
def rows(analyzer):
    spec = importlib.util.spec_from_file_location("fairness_bench", BENCH)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.measure(analyzer)


def test_the_bench_covers_all_samples_and_swaps(rows):
    assert len({row.sample for row in rows}) >= 3
    assert {row.swap for row in rows} == {
        "name", "pronoun", "address", "university", "employer", "date format", "spelling", "file format",
    }  # fmt: skip
    assert all(row.variants >= 2 for row in rows)


def test_no_figure_moves(rows):
    assert [row for row in rows if row.profile or row.match] == []
