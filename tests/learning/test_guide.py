"""Our data about the user's guide agree with it, and what is ours says so."""

from fnmatch import fnmatchcase

import pytest

import ats_medai
from ats_medai.model import Origin, Subskill
from ats_medai.scoring import leading_subskills, nearest_tracks

GUIDE = ("guide", "medical_ai_skill_guide.txt")


@pytest.fixture(scope="module")
def guide(keywords):
    return keywords.guide


@pytest.fixture(scope="module")
def lines(shared):
    return (shared / GUIDE[0] / GUIDE[1]).read_text(encoding="utf-8").split("\n")


def test_hours_and_shares(guide, keywords):
    assert [phase.hours for phase in guide.phases] == [60, 100, 80]
    assert sum(phase.hours for phase in guide.phases) == guide.hours == 240
    assert [fact.share for fact in guide.subskills] == [30, 25, 20, 15, 10]
    for fact in guide.subskills:
        assert keywords.weight(f"subskill.{fact.subskill}") == fact.share
        assert len(fact.tasks) == 2


def test_levels_cover_all_months(guide):
    bounds = [(level.months_min, level.months_max) for level in guide.levels]
    assert bounds == [(0, 6), (6, 24), (24, 60), (60, None)]
    assert all(len(level.markers) >= 4 for level in guide.levels)


def test_ids_are_unique_and_keywords_exist(guide, keywords):
    topics = [topic for phase in guide.phases for topic in phase.topics]
    parts = [part for project in guide.projects for part in (*project.stack, *project.notices)]
    markers = [marker for level in guide.levels for marker in level.markers]
    for things in (topics, markers, guide.questions, guide.quiz, guide.projects, guide.phases):
        ids = [thing.id for thing in things]
        assert len(ids) == len(set(ids))
    named = [(thing, pattern) for thing in (*topics, *parts, *markers, *guide.questions) for pattern in thing.concepts]
    assert len(named) > 60
    for thing, pattern in named:
        assert any(fnmatchcase(concept.id, pattern) for concept in keywords.concepts), (thing, pattern)
    assert {subskill for topic in topics for subskill in topic.subskills} == set(Subskill)


def test_quiz_has_one_right_answer_and_is_ours(guide):
    assert len(guide.quiz) == 3
    for question in guide.quiz:
        assert 0 <= question.answer < len(question.options) == len(set(question.options))
        assert question.origin is Origin.CURATED
        assert question.why


def test_only_what_the_guide_says_carries_its_line(guide):
    things = [*guide.questions, *(topic for phase in guide.phases for topic in phase.topics), *guide.projects]
    for thing in things:
        assert (thing.origin is Origin.GUIDE) == (thing.line > 0), thing.id
    assert any(thing.origin is Origin.CURATED for thing in things)


def test_lines_point_where_they_say(guide, lines):
    for wanted, line in [(example, 413 + i) for i, example in enumerate(guide.examples)] + [
        ("Chest X-Ray", 304),
        ("60 hours", 222),
        ("DICOM and JPEG", 370),
        ("Which regulation", 381),
        ("HIPAA", 391),
    ]:
        assert wanted in lines[line - 1]
    for fact in guide.subskills:
        assert any(fact.label in lines[number] for number in range(fact.line - 6, fact.line + 2)), fact.label
    for level in guide.levels:
        assert lines[level.line - 1].strip().isdigit() or lines[level.line - 1] == level.level, level


def task_lines(lines):
    return {
        Subskill.MODELING: lines[152:154], Subskill.DATA: lines[163:165], Subskill.DOMAIN: lines[174:176],
        Subskill.ETHICS: lines[185:187], Subskill.DEPLOYMENT: lines[196:198],
    }  # fmt: skip


@pytest.mark.parametrize("whose", ["ours", "the guide's"])
def test_ten_tasks_speak_of_their_own_subskill(analyzer, guide, request, whose):
    if whose == "ours":
        tasks = {fact.subskill: fact.tasks for fact in guide.subskills}
    else:
        tasks = task_lines(request.getfixturevalue("lines"))
    wrong = []
    for subskill, texts in tasks.items():
        for text in texts:
            mentions = analyzer.read_resume(ats_medai.text_document(text.strip(" •"))).mentions
            found = leading_subskills(mentions, analyzer.keywords)
            if not found or found[0] is not subskill:
                wrong.append((text, found))
    assert not wrong


@pytest.mark.parametrize("whose", ["ours", "the guide's"])
def test_use_cases_are_nearest_to_their_track(analyzer, guide, request, whose):
    lines = request.getfixturevalue("lines") if whose != "ours" else []
    for case in guide.use_cases:
        text = case.text if whose == "ours" else lines[case.line + 3]
        mentions = analyzer.read_resume(ats_medai.text_document(text)).mentions
        tracks = nearest_tracks(mentions, analyzer.keywords)
        assert tracks[0][0].id == case.track, [(track.id, round(near, 2)) for track, near in tracks]
