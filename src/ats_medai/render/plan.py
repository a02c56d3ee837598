"""The learning plan to take along: a checklist, and a calendar that any calendar program reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from ats_medai.model import LearningPlan, PlannedTopic
from ats_medai.render.account import one_decimal, whole

OCTETS = 75
"""A line of a calendar file is folded after so many bytes (RFC 5545, section 3.1)."""


def plan_markdown(plan: LearningPlan) -> str:
    """Give the plan as a Markdown checklist: phases, topics with hours and gaps, what to do and to have at the end."""
    lines = [f"# Learning plan, {whole(plan.hours)} hours", ""]
    for phase in plan.phases:
        lines += [f"## {phase.phase.label} ({one_decimal(phase.hours)} hours)", ""]
        lines += [f"- [ ] {_topic(topic)}" for topic in phase.topics]
        lines += ["", "What to do:", "", *(f"- [ ] {action}" for action in phase.phase.actions)]
        lines += ["", "What to have at the end:", "", *(f"- [ ] {item}" for item in phase.phase.deliverables), ""]
    lines += ["## Questions to answer aloud", "", *(f"- [ ] {asked.question.text}" for asked in plan.questions)]
    return "\n".join(lines) + "\n"


def plan_calendar(plan: LearningPlan, start: date, hours_a_week: float = 6.0) -> str:
    """Give the plan as an iCalendar file: one entry a topic, one after the other from `start`, whole days.

    Raises ValueError where there are no hours in a week.
    """
    if hours_a_week <= 0:
        raise ValueError("hours_a_week must be above 0")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ats_medai//learning plan//EN", "CALSCALE:GREGORIAN"]
    day = start
    for phase in plan.phases:
        for topic in phase.topics:
            end = day + timedelta(days=max(1, ceil(7 * topic.hours / hours_a_week)))
            lines += _event(topic, phase.phase.label, start, day, end)
            day = end
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _topic(topic: PlannedTopic) -> str:
    gaps = f": {', '.join(topic.gaps)}" if topic.gaps else ""
    return f"{topic.topic.label} ({one_decimal(topic.hours)} hours){gaps}"


def _event(topic: PlannedTopic, phase: str, start: date, day: date, end: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{topic.topic.id}-{start:%Y%m%d}@ats-medai",
        f"DTSTAMP:{start:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{_text(topic.topic.label)}",
        f"DESCRIPTION:{_text(f'{phase}. {_topic(topic)}')}",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    for old, new in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(old, new)
    return words


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no part is longer than allowed in UTF-8; parts after the first begin with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > OCTETS:
            yield part
            part = " "
        part += letter
    yield part
