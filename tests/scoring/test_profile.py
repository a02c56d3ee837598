"""The profile: 100 points, shared out exactly, whatever a track asks for."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ats_medai
from ats_medai.model import Assertion, Shown, Subskill
from ats_medai.scoring import BestTrack, profile_figure
from ats_medai.scoring.points import share_out
from ats_medai.scoring.profile import SUBSKILLS

M, D, E = Subskill.MODELING, Subskill.DATA, Subskill.ETHICS
NAMES = tuple("abcdefgh")


def points(figure, code):
    return next(item.possible for item in figure.items if item.code == code)


def test_weights_of_the_guide(keywords):
    assert [keywords.weight(f"subskill.{subskill}") for subskill in SUBSKILLS] == [30, 25, 20, 15, 10]


def test_must_items_share_by_importance_and_good_ones_fill_slots(make):
    keywords = make.keywords([make.concept(name) for name in NAMES])
    rows = [(subskill, f"m{subskill}", ["a"], 1) for subskill in SUBSKILLS if subskill is not M]
    track = make.track(
        [*rows, (M, "one", ["a"], 1), (M, "three", ["b"], 3)], [(M, name, [name], 1) for name in "cdefg"]
    )
    figure = profile_figure(make.resume(["c", ("d", {"shown": Shown.LISTED})]), track, keywords)
    assert points(figure, "modeling.one") == 5.25
    assert points(figure, "modeling.three") == 15.75
    slots = [item for item in figure.items if item.code.startswith("modeling.good.")]
    assert [item.code[-1] for item in slots] == list("1234")
    assert [(item.label, item.earned) for item in slots[:2]] == [("c", 2.25), ("d", 1.125)]
    assert all([factor.rule for factor in item.factors] == ["match.none"] for item in slots[2:])
    assert figure.possible == 100


def test_points_of_a_subskill_that_nobody_asks_for_go_to_the_others(make):
    keywords = make.keywords([make.concept("a")])
    figure = profile_figure(make.resume(["a"]), make.track([(M, "x", ["a"], 1), (E, "y", ["a"], 1)]), keywords)
    assert points(figure, "modeling.x") == 66.67
    assert points(figure, "ethics.y") == 33.33
    assert figure.score == 100


def test_fewer_good_items_than_slots_still_make_100_possible(make):
    keywords = make.keywords([make.concept("a"), make.concept("b")])
    track = make.track([(M, "x", ["a"], 1)], [(M, "y", ["b"], 1), (D, "z", ["b"], 1)])
    figure = profile_figure(make.resume(["a", "b"]), track, keywords)
    assert figure.possible == figure.score == 100


def test_denied_good_keywords_are_shown_but_earn_nothing(make):
    keywords = make.keywords([make.concept("a"), make.concept("b")])
    track = make.track([(M, "x", ["a"], 1)], [(M, "y", ["b"], 1)])
    figure = profile_figure(make.resume([("b", {"assertion": Assertion.NEGATED})]), track, keywords)
    slot = figure.items[-1]
    assert (slot.label, slot.earned) == ("y", 0)
    assert slot.evidence


rows = st.lists(
    st.tuples(st.sampled_from(SUBSKILLS), st.sets(st.sampled_from(NAMES), min_size=1, max_size=3), st.integers(1, 3)),
    min_size=1, max_size=25,
)  # fmt: skip
mention = st.tuples(
    st.sampled_from(NAMES),
    st.fixed_dictionaries(
        {"shown": st.sampled_from(Shown), "assertion": st.sampled_from(Assertion), "weak": st.booleans()}
    ),
)


def numbered(drawn):
    return [
        (subskill, f"i{number}", sorted(concepts), importance)
        for number, (subskill, concepts, importance) in enumerate(drawn)
    ]


@given(must=rows, good=rows, mentions=st.lists(mention, max_size=12))
def test_100_is_always_possible_and_sums_are_exact(make, must, good, mentions):
    from decimal import Decimal

    keywords = make.keywords([make.concept(name) for name in NAMES])
    figure = profile_figure(
        make.resume([(name, dict(changes)) for name, changes in mentions]),
        make.track(numbered(must), numbered(good)),
        keywords,
    )
    assert figure.possible == 100
    assert 0 <= figure.score <= 100
    assert sum(Decimal(str(item.possible)) for item in figure.items) == 100
    codes = [item.code for item in figure.items]
    assert len(codes) == len(set(codes))
    assert all(item.evidence for item in figure.items if item.earned)


@given(must=rows, good=rows, mentions=st.lists(mention, max_size=8), more=mention)
def test_one_more_mention_never_lowers_the_profile(make, must, good, mentions, more):
    keywords = make.keywords([make.concept(name, implies=NAMES[i + 1 : i + 2]) for i, name in enumerate(NAMES)])
    track = make.track(numbered(must), numbered(good))
    said = [(name, dict(changes)) for name, changes in mentions]
    before = profile_figure(make.resume(said), track, keywords)
    said = [(name, dict(changes)) for name, changes in [*mentions, more]]
    after = profile_figure(make.resume(said), track, keywords)
    assert after.score >= before.score - 1e-9


@given(total=st.integers(0, 20000), weights=st.lists(st.floats(0, 100), min_size=1, max_size=30))
def test_shares_add_up(total, weights):
    parts = share_out(total, weights)
    assert sum(parts) == (total if sum(weights) else 0)
    assert all(part >= 0 for part in parts)


def test_every_shipped_track_can_be_met(keywords, make):
    assert len(keywords.tracks) >= 1
    for track in keywords.tracks:
        figure = profile_figure(make.resume([]), track, keywords)
        assert figure.possible == pytest.approx(100, abs=1e-12), track.id
        assert figure.score == 0


PEOPLE = sorted(Path(__file__).resolve().parents[2].glob("benchmarks/archetypes/*/*.txt"))


def test_the_best_kind_of_role_is_the_one_with_the_highest_profile(analyzer):
    """Found without building the other figures, so it has to agree with them."""
    assert len(PEOPLE) > 30
    best = BestTrack(analyzer.keywords)
    chosen, passed_over = set(), 0
    for path in PEOPLE:
        resume = analyzer.read_resume(ats_medai.text_document(path.read_text(encoding="utf-8")))
        scores = {
            track.id: profile_figure(resume, track, analyzer.keywords).score for track in analyzer.keywords.tracks
        }
        track, figure = best.profile(resume)
        assert figure.score == pytest.approx(scores[track.id]), path.name
        higher = {one for one in scores if scores[one] > figure.score + 1e-9}
        assert all(not own_shown(resume, one, analyzer.keywords) for one in higher), path.name
        assert track.id == "general" or own_shown(resume, track.id, analyzer.keywords), path.name
        passed_over += len(higher)
        chosen.add(track.id)
    assert len(chosen) > 4
    assert passed_over


def own_shown(resume, track_id, keywords):
    """Whether the text earns anything for a must-have that at most two kinds of role ask for."""
    musts = {
        track.id: {concept for items in track.must.values() for item in items for concept in item.any_of}
        for track in keywords.tracks
    }
    asked = Counter(concept for of in musts.values() for concept in of)
    worth = {item.code: item.earned for item in profile_figure(resume, keywords.track_by_id[track_id], keywords).items}
    return any(
        worth[f"{subskill}.{item.id}"] > 0
        for subskill, items in keywords.track_by_id[track_id].must.items()
        for item in items
        if sum(asked[concept] <= 2 for concept in item.any_of) * 2 > len(item.any_of)
    )


def test_a_role_without_one_of_its_own_must_haves_is_not_yours(analyzer):
    """Validation, governance and privacy are shared by many roles: alone they make nobody a regulatory specialist."""
    text = (
        "Anna Example\n\nExperience\nData scientist, Hospital, 2020 - 2024\n"
        "- Validated a model for readmission on electronic health records with physicians\n"
        "- Wrote the data protection impact assessment and pseudonymised the data\n"
        "- Measured sensitivity and calibration on a test set and documented the data set\n"
    )
    best = BestTrack(analyzer.keywords)
    plain = best.profile(analyzer.read_resume(ats_medai.text_document(text)))
    assert plain[0].id != "regulatory"
    more = best.profile(analyzer.read_resume(ats_medai.text_document(text + "- Kept the ISO 13485 quality system\n")))
    assert more[1].score >= plain[1].score


def test_an_analyzer_measures_each_person_by_their_best_kind_of_role_unless_told(analyzer):
    drug = next(path for path in PEOPLE if path.name == "drug-2-intermediate.txt")
    resume = analyzer.read_resume(ats_medai.text_document(drug.read_text(encoding="utf-8")))
    told = ats_medai.Analyzer(analyzer.keywords, track="general").figures(resume)
    free = ats_medai.Analyzer(analyzer.keywords).figures(resume)
    assert (free.track, told.track) == ("drug_discovery", "general")
    assert free.profile.score > told.profile.score
