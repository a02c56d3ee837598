"""Against hand-labelled adverts, where they are beside the project: levels, years and degree."""

import json
from statistics import mean

import pytest

from ats_medai import text_document
from ats_medai.job import find_requirements
from ats_medai.model import Mention, Method, Span


@pytest.fixture(scope="module")
def adverts(shared, advert_keywords):
    """Each advert's labels with the job that is read from its labelled keywords."""
    rows = []
    for line in (shared / "gold" / "jobs_dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = text_document(row["text"], name=f"{row['id']}.txt")
        marks = [mark for mark in row["spans"] if document.text[mark["start"] : mark["end"]] == mark["text"]]
        spans = [Span(mark["start"], mark["end"]) for mark in marks]
        job = find_requirements(document, tuple(Mention("x", span, Method.PHRASE) for span in spans), advert_keywords)
        found = {mention.span: str(mention.level) for mention in job.mentions}
        pairs = [(m["requirement"], found[s]) for m, s in zip(marks, spans, strict=True) if s in found]
        rows.append((row, job, pairs, len(marks)))
    assert len(rows) > 10
    return rows


def test_levels_agree(adverts):
    pairs = [pair for _, _, found, _ in adverts for pair in found]
    f1 = [
        2
        * sum(want == have == level for want, have in pairs)
        / sum((want == level) + (have == level) for want, have in pairs)
        for level in ("must", "preferred", "context")
    ]
    assert len(pairs) > 500
    assert mean(f1) >= 0.92


def test_few_labelled_keywords_are_taken_for_boilerplate(adverts):
    assert sum(len(pairs) for *_, pairs, _ in adverts) >= 0.97 * sum(marks for *_, marks in adverts)


def test_years_and_degrees_agree(adverts):
    years = [
        any(demand.years_min == wanted["years_min"] for demand in job.years)
        for row, job, _, _ in adverts
        for wanted in row["years_experience"]
    ]
    degrees = [
        (str(job.degree.level) if job.degree else "none") == row["degree_required"].split(" ")[0]
        for row, job, _, _ in adverts
    ]
    assert mean(years) >= 0.85
    assert mean(degrees) >= 0.85
