"""The advert words of `Keywords`, ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar

from ats_medai.job.words import Phrases, words_of
from ats_medai.model import AdvertKind, AdvertWords, Cue, DegreeLevel, Keywords

T = TypeVar("T")
Pairs = tuple[tuple[T, tuple[str, ...]], ...]

ROLE, BOILERPLATE = "role", "boilerplate"
LEVELLED = frozenset({"must", "ask", "seek", "preferred", "context"})
"""Kinds of cues that set a level."""
LEVEL_KINDS = LEVELLED | {"pseudo", "terminator"}
SENTENCE_KINDS: Mapping[str, AdvertKind] = {
    kind.value: kind
    for kind in (AdvertKind.COMPANY, AdvertKind.BENEFITS, AdvertKind.PAY, AdvertKind.LEGAL, AdvertKind.TERMS)
}

_PHRASE_LISTS = (
    "sole", "qualities", "equivalent", "students", "enrolled", "degree_holders", "plain_degrees",
    "years_of", "years_not_before", "years_not_after", "lieu", "any_before", "any_after",
    "lead_ins", "person_has", "title_leads", "advert_signs", "resume_signs", "other_signs",
)  # fmt: skip
_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou][bdglmnprt]$")
"""Verbs that double their last letter before -ing: "plan", "run", "map"."""

_FINITE = r"(?:will|is|are|has|have|was|can|may|must|and|or)\b"
"""Words behind a noun, not behind the verb that opens a task."""
_NOTHING = "(?!)"
_SHORTEST_GLUED = 7
"""Letters: shorter words are parts of names ("ScrumMaster")."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All advert words, each kind as phrases to be found."""

    headings: Phrases[AdvertKind]
    levels: Phrases[Cue]
    sentences: Phrases[str]
    """`role`, company, benefits, pay, legal, terms."""
    boilerplate: Phrases[None]
    fillers: frozenset[str]
    labels: frozenset[str]
    sole: Phrases[None]
    qualities: Phrases[None]
    duties: frozenset[str]
    degrees: Phrases[DegreeLevel]
    equivalent: Phrases[None]
    students: Phrases[None]
    enrolled: Phrases[None]
    degree_holders: Phrases[None]
    years_of: Phrases[None]
    years_not_before: Phrases[None]
    years_not_after: Phrases[None]
    plain_degrees: Phrases[None]
    not_degrees: frozenset[str]
    lieu: Phrases[None]
    seniority: Phrases[str]
    conditions: Phrases[str]
    seniority_order: tuple[str, ...]
    any_before: Phrases[None]
    any_after: Phrases[None]
    lead_ins: Phrases[None]
    person_has: Phrases[None]
    advert_signs: Phrases[None]
    resume_signs: Phrases[None]
    other_signs: Phrases[None]
    title_leads: Phrases[None]
    title_stops: frozenset[str]
    common: frozenset[str]
    titles: Phrases[None]
    """Nouns of job titles."""
    names: frozenset[str]
    """Words in the names of employers, schools and places."""
    glued: re.Pattern[str]
    """Where a scrape lost the space before a line that opens with a quality or a task: "GitExperience with"."""
    run_on: re.Pattern[str]
    """Where it lost the line break only: "Git Experience with"."""


def lexicon_of(keywords: Keywords) -> Lexicon:
    """Give the lexicon of these keywords; the same words are prepared once."""
    lists = [(item.name, getattr(keywords.advert_words, item.name)) for item in fields(AdvertWords)]
    # A mapping is no key of a cache; its pairs are.
    words = tuple((name, tuple(value.items()) if isinstance(value, Mapping) else value) for name, value in lists)
    entries = keywords.entries
    names = (*entries.places, *entries.schools, *entries.organisations)
    return _compiled(tuple(keywords.headings.advert.items()), keywords.cues.advert, words, entries.titles, names)


@lru_cache(maxsize=4)
def _compiled(
    headings: Pairs[AdvertKind],
    cues: tuple[Cue, ...],
    words: tuple[tuple[str, Any], ...],
    titles: tuple[str, ...],
    names: tuple[str, ...],
) -> Lexicon:
    listed = dict(words)
    alone = {form.title() for form in (*listed["qualities"], *listed["duties"]) if form.isalpha()}
    openings = sorted(alone) or [_NOTHING]
    phrases = {name: Phrases((form, None) for form in listed[name]) for name in _PHRASE_LISTS}
    return Lexicon(
        headings=_by_value(headings),
        levels=Phrases((form, cue) for cue in cues if cue.kind in LEVEL_KINDS for form in cue.forms),
        sentences=Phrases(
            (form, cue.kind) for cue in cues if cue.kind in {ROLE, *SENTENCE_KINDS} for form in cue.forms
        ),
        boilerplate=Phrases((form, None) for cue in cues if cue.kind == BOILERPLATE for form in cue.forms),
        duties=frozenset(form for verb in listed["duties"] for form in verb_forms(verb)),
        degrees=_by_value(listed["degrees"]),
        seniority=_by_value(listed["seniority"]),
        conditions=_by_value(listed["conditions"]),
        seniority_order=tuple(level for level, _ in listed["seniority"]),
        fillers=frozenset(listed["fillers"]),
        titles=Phrases((form, None) for form in titles),
        names=frozenset(word.text for form in names for word in words_of(form)),
        common=frozenset(listed["common"]),
        not_degrees=frozenset(listed["not_degrees"]),
        title_stops=frozenset(listed["title_stops"]),
        labels=frozenset(listed["labels"]),
        glued=_glued(openings),
        run_on=re.compile(rf"\s+(?=(?:{'|'.join(openings)})\s+(?!{_FINITE})[a-z(])"),
        **phrases,
    )


def _by_value(pairs: Iterable[tuple[T, tuple[str, ...]]]) -> Phrases[T]:
    return Phrases((form, value) for value, forms in pairs for form in forms)


def _glued(openings: list[str]) -> re.Pattern[str]:
    long = [form for form in openings if len(form) >= _SHORTEST_GLUED] or [_NOTHING]
    return re.compile(rf"(?<=[a-z)])(?=(?:{'|'.join(openings)})\b)|(?<=[A-Z0-9])(?=(?:{'|'.join(long)})\b)")


def verb_forms(verb: str) -> tuple[str, ...]:
    """Give the base form, the third person and the -ing form of a verb ("apply", "applies", "applying")."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    doubled = verb + verb[-1] + "ing" if _DOUBLES.search(verb) else stem + "ing"
    return verb, third, stem + "ing", doubled
