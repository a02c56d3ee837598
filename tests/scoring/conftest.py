"""Hand-made keywords and résumés, so that the tests of scoring stand on no other stage."""

from datetime import date

import pytest

from ats_medai.model import (
    Assertion,
    Category,
    Concept,
    Contact,
    Cue,
    Cues,
    Document,
    Headings,
    Job,
    Keywords,
    Level,
    Mention,
    Method,
    Requirement,
    Resume,
    Section,
    SectionKind,
    Shown,
    Span,
    Subskill,
    Track,
    TrackItem,
    Weight,
    Wording,
)


class Builder:
    """Keywords of a dozen concepts, and résumés whose text names them one a line."""

    as_of = date(2026, 1, 15)

    def __init__(self, weights, wording):
        self.weights = weights
        self.wording = wording

    def concept(self, name, subskill=Subskill.MODELING, category=Category.METHOD, implies=()):
        return Concept(name, name, subskill, category, "", aliases=(name,), implies=tuple(implies))

    def keywords(self, concepts, tracks=()):
        return Keywords(
            concepts=tuple(concepts),
            tracks=tuple(tracks),
            headings=Headings({}, {}),
            cues=Cues(
                (
                    Cue("negated", ("no experience with",)),
                    Cue("aspired", ("eager to learn",)),
                    Cue("terminator", ("but",)),
                ),
                (),
            ),
            weights=self.weights,
            version="test",
            wording=self.wording,
        )

    def track(self, must, good=()):
        """`must` and `good`: (sub-skill, id, concepts, importance)."""

        def items(rows):
            grouped = {}
            for subskill, name, concepts, importance in rows:
                grouped.setdefault(subskill, []).append(TrackItem(name, name, tuple(concepts), importance))
            return {subskill: tuple(group) for subskill, group in grouped.items()}

        return Track("t", "t", "", items(must), items(good))

    def resume(self, rows, before="", **parts):
        """`rows`: concept name, or (name, changes of the mention); each stands alone in a line of the experience."""
        text, mentions = before, []
        for row in rows:
            name, changes = row if isinstance(row, tuple) else (row, {})
            line = changes.pop("line", "{} was used here in work").format(name)
            start = len(text) + line.index(name)
            mention = Mention(
                name, Span(start, start + len(name)), Method.PHRASE, section=SectionKind.EXPERIENCE, shown=Shown.IN_USE
            )
            mentions.append(_changed(mention, changes))
            text += line + "\n"
        document = Document("r.txt", "0", "text/plain", text, ())
        values = {
            "contact": Contact(),
            "sections": (Section(SectionKind.EXPERIENCE, Span(0, len(text))),) if text else (),
            "positions": (),
            "degrees": (),
            "mentions": tuple(mentions),
            "bullets": _lines(text),
            **parts,
        }
        return Resume(document=document, **values)

    def job(self, rows, text="An advert that asks for things", **parts):
        requirements = tuple(
            Requirement(label, tuple(concepts), level, Span(0, 2), terms=tuple(terms))
            for label, concepts, level, terms in rows
        )
        values = {"title": None, "years": (), "degree": None, "mentions": (), **parts}
        return Job(document=Document("j.txt", "1", "text/plain", text, ()), requirements=requirements, **values)


def _changed(mention, changes):
    from dataclasses import replace

    return replace(mention, **changes)


def _lines(text):
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


@pytest.fixture(scope="session")
def make(keywords):
    return Builder(
        keywords.weights,
        Wording(courses=keywords.wording.courses, title_words={"ml": "machine learning"}, title_noise=("senior",)),
    )


__all__ = ["Assertion", "Builder", "Level", "Weight"]
