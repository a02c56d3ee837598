"""The plan: open topics of each phase, with their share of the phase's hours."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.learning.gaps import Asked, asked_of, is_one_of
from ats_medai.learning.projects import fit_projects
from ats_medai.learning.questions import choose_questions
from ats_medai.model import (
    Keywords,
    LearningPlan,
    Phase,
    PlannedPhase,
    PlannedTopic,
    Report,
    Subskill,
)

NO_CODE = "No link to code is found; a link to one good project helps."


def plan_learning(report: Report, keywords: Keywords) -> LearningPlan:
    """Give the plan: phases in the guide's order, in each the topics by points an hour, with projects and questions.

    A topic takes its share of the phase's hours by how much of what is asked under it is open; a topic that nobody
    asks for by name takes the share that is open of all. So a full gap is the whole path, and no gap is no hours.
    """
    asked = asked_of(report, keywords)
    by_topic: dict[str, list[Asked]] = {}
    for one in asked:
        by_topic.setdefault(_topic_of(one, keywords), []).append(one)
    overall = _open_share(list(asked))
    phases = [
        PlannedPhase(phase, tuple(sorted(_topics(phase, by_topic, overall), key=_worth)))
        for phase in keywords.guide.phases
    ]
    return LearningPlan(
        phases=tuple(phase for phase in phases if phase.topics),
        projects=fit_projects(report, keywords, asked),
        questions=choose_questions(report, keywords, asked),
        tips=keywords.guide.portfolio_tips if _links_to_code(report) else (NO_CODE,),
    )


def _topics(phase: Phase, by_topic: dict[str, list[Asked]], overall: float) -> Iterator[PlannedTopic]:
    for topic in phase.topics:
        asked = by_topic.get(topic.id, [])
        share = _open_share(asked) if asked else overall
        if share > 0:
            hours = share * phase.hours / len(phase.topics)
            gaps = tuple(dict.fromkeys(one.label for one in sorted(asked, key=lambda one: -one.open) if one.is_gap))
            yield PlannedTopic(topic, hours, sum(one.open for one in asked), gaps)


def _open_share(asked: list[Asked]) -> float:
    possible = sum(one.possible for one in asked)
    return sum(one.open for one in asked) / possible if possible else 0.0


def _worth(planned: PlannedTopic) -> tuple[float, str]:
    return -planned.points / planned.hours, planned.topic.id


def _topic_of(asked: Asked, keywords: Keywords) -> str:
    """Give the topic under which one learns this: named by id, else by a pattern, else the first of the sub-skill."""
    topics = [topic for phase in keywords.guide.phases for topic in phase.topics]
    concept = asked.concepts[0] if asked.concepts else ""
    known = keywords.concept_by_id.get(concept)
    subskill = asked.subskill or (known.subskill if known else Subskill.GENERAL)
    by_id = [topic.id for topic in topics if concept in topic.concepts]
    by_pattern = [topic.id for topic in topics if is_one_of(concept, topic.concepts)]
    by_subskill = [topic.id for topic in topics if subskill in topic.subskills]
    return next(iter((*by_id, *by_pattern, *by_subskill)), "")


def _links_to_code(report: Report) -> bool:
    document = report.resume.document
    return any(host in document.text.lower() for host in ("github.", "gitlab.", "huggingface.co", "bitbucket."))
