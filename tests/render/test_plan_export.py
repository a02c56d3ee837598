"""The learning plan as a checklist and as a calendar."""

from datetime import date

import pytest

import ats_medai
from ats_medai.learning import plan_learning
from ats_medai.render.plan import plan_calendar, plan_markdown


@pytest.fixture(scope="module")
def plan(analyzer):
    return plan_learning(analyzer.score(analyzer.read_resume(ats_medai.text_document("Jane Roe\n"))), analyzer.keywords)


def test_checklist_holds_all_topics(plan):
    text = plan_markdown(plan)
    assert "240 hours" in text
    topics = [topic.topic.label for phase in plan.phases for topic in phase.topics]
    assert len(topics) == 15
    assert all(f"- [ ] {topic}" in text for topic in topics)


def test_calendar_is_in_order_without_gaps(plan):
    text = plan_calendar(plan, date(2026, 1, 5), hours_a_week=10)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    starts = [line.split(":")[1] for line in lines if line.startswith("DTSTART")]
    ends = [line.split(":")[1] for line in lines if line.startswith("DTEND")]
    assert starts[0] == "20260105"
    assert starts[1:] == ends[:-1]
    assert len({line for line in lines if line.startswith("UID")}) == len(starts) == 15
    assert text == plan_calendar(plan, date(2026, 1, 5), hours_a_week=10)


def test_a_week_without_hours_is_refused(plan):
    with pytest.raises(ValueError, match="hours_a_week"):
        plan_calendar(plan, date(2026, 1, 5), 0)
