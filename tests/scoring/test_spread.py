"""Made-up people of the guide's levels come out in order, and above people of other fields."""

import importlib
from itertools import groupby, pairwise
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
LEVELS = ("Beginner", "Intermediate", "Advanced", "Expert")


@pytest.fixture(scope="module")
def spread():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        return importlib.import_module("spread")


@pytest.fixture(scope="module")
def people(spread, analyzer):
    return spread.made_up(analyzer)


def test_profile_and_level_rise_with_the_guides_levels(spread, people):
    tracks = []
    for track, group in groupby([one for one in people if one.track], key=lambda one: one.track):
        own = sorted(group, key=lambda one: one.name)
        tracks.append(track)
        assert [one.level for one in own] == list(LEVELS), track
        assert all(lower.scores[track] < higher.scores[track] for lower, higher in pairwise(own)), track
        assert all(lower.general < higher.general for lower, higher in pairwise(own)), track
    assert sorted(tracks) == sorted(spread.TRACK_OF.values())


def test_people_of_the_field_stand_above_data_scientists_and_those_above_the_rest(spread, people):
    ranked = [(what, value) for what, by, value in spread.ranks(people) if by == spread.AIMED and what in spread.AIMS]
    assert len(ranked) == len(spread.AIMS)
    assert not [row for row in ranked if row[1] < spread.AIMS[row[0]]]


def test_each_kind_of_role_knows_its_people(spread, people):
    assert not [row for row in spread.track_ranks(people) if row[1] < 0.95]


def test_bands_lie_where_their_reasons_say(analyzer, people):
    fair, good, strong = (analyzer.keywords.weight(f"band.profile.{name}") for name in ("fair", "good", "strong"))
    assert all(one.profile < fair for one in people if one.group == "unrelated")
    assert all(one.profile < good for one in people if one.group == "data_science" or one.is_beginner)
    assert all(one.scores[one.track] >= strong for one in people if one.name.endswith("-expert"))


def test_area_under_the_curve(spread):
    assert spread.auc([2, 3], [0, 1]) == 1
    assert spread.auc([0], [1]) == 0
    assert spread.auc([1], [1]) == 0.5


def test_the_page_is_there_with_its_tables(spread):
    page = spread.PAGE.read_text(encoding="utf-8")
    for heading in ("Made-up people", "Levels", "What must not move a figure"):
        assert f"## {heading}" in page
