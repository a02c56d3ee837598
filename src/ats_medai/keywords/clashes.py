"""Forms that get in each other's way: one in two concepts, one that a rule makes anyway, one that hides another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ats_medai.errors import KeywordsError
from ats_medai.keywords.rows import Row
from ats_medai.keywords.yaml_lines import Where
from ats_medai.model import Category, Concept

NAMED = frozenset({Category.LANGUAGE, Category.TOOL})
"""Categories of which a longer form of another concept must not hide a name unawares."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A form as it stands in a file."""

    concept: Concept
    row: Row
    where: Where
    form: str

    @property
    def place(self) -> str:
        return f"{self.row.path.name}:{self.row.lines.at((*self.row.where, *self.where))}"

    def error(self, message: str) -> KeywordsError:
        return self.row.error(message, self.where)


def clashes(
    concepts: Sequence[Concept], rows: Sequence[Row], forms: Mapping[str, tuple[str, ...]]
) -> list[KeywordsError]:
    """Give an error for each clash. `rows` are those of `concepts`, in their order; `forms` are what rules make."""
    aliases = [
        Placed(concept, row, ("aliases", i), alias)
        for concept, row in zip(concepts, rows, strict=True)
        for i, alias in enumerate(concept.aliases)
    ]
    acronyms = [
        Placed(concept, row, ("acronyms", i, "form"), acronym.form)
        for concept, row in zip(concepts, rows, strict=True)
        for i, acronym in enumerate(concept.acronyms)
    ]
    return [
        *_doubled(aliases, forms),
        *_doubled_acronyms(aliases, acronyms),
        *_made_by_rule(aliases, forms),
        *_hidden(aliases),
    ]


def form_key(form: str) -> str:
    """Give a form without what two concepts may not differ in: case, hyphens, spaces ("Sun-Dial", "sundial")."""
    return "".join(_words(form))


def _words(form: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s\-‐‑–]+", form.casefold().strip()))


def _doubled(aliases: Sequence[Placed], forms: Mapping[str, tuple[str, ...]]) -> Iterator[KeywordsError]:
    """A form of two concepts: which of them is meant would be left to chance."""
    first: dict[str, Placed] = {}
    for alias in aliases:
        others = {
            other.concept.id: other
            for form in forms.get(alias.form, (alias.form,))
            if (other := first.setdefault(form_key(form), alias)).concept.id != alias.concept.id
        }
        for name, other in others.items():
            yield alias.error(f"{alias.form!r} is a form of {name} too ({other.form!r} at {other.place})")


def _doubled_acronyms(aliases: Sequence[Placed], acronyms: Sequence[Placed]) -> Iterator[KeywordsError]:
    """An acronym of two concepts needs `near` words in both; no alias, which has none, may be spelled like it."""
    plain = {form_key(alias.form): alias for alias in aliases}
    by_form: dict[str, list[Placed]] = defaultdict(list)
    for acronym in acronyms:
        other = plain.get(form_key(acronym.form))
        if other and other.concept.id != acronym.concept.id:
            yield acronym.error(f"{acronym.form!r} is an alias of {other.concept.id} ({other.place}), in any case")
        by_form[acronym.form].append(acronym)
    for group in by_form.values():
        for acronym in group if len({one.concept.id for one in group}) > 1 else ():
            if not acronym.concept.acronyms[int(acronym.where[1])].near:
                others = ", ".join(sorted({one.concept.id for one in group} - {acronym.concept.id}))
                yield acronym.error(f"{acronym.form!r} is an acronym of {others} too: say which words stand near it")


def _made_by_rule(aliases: Sequence[Placed], forms: Mapping[str, tuple[str, ...]]) -> Iterator[KeywordsError]:
    """An alias that a rule makes of an earlier one of the same concept says nothing new."""
    maker: dict[tuple[str, ...], Placed] = {}
    for alias in aliases:
        key = (alias.concept.id, *_words(alias.form))
        if key in maker:
            yield alias.error(f"{alias.form!r} is made of {maker[key].form!r} by rule: leave it out")
            continue
        for form in forms.get(alias.form, (alias.form,)):
            maker.setdefault((alias.concept.id, *_words(form)), alias)


def _hidden(aliases: Sequence[Placed]) -> Iterator[KeywordsError]:
    """A longer form wins over a shorter one inside it: the tool or language named there would not be counted."""
    names: dict[tuple[str, ...], Placed] = {
        _words(alias.form): alias for alias in aliases if alias.concept.category in NAMED
    }
    for alias in aliases:
        words = _words(alias.form)
        allowed = {alias.concept.id, *alias.concept.implies, *alias.concept.related}
        parts = {words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)} - {words}
        for part in sorted(parts & names.keys()):
            inner = names[part].concept
            if inner.id not in allowed and alias.concept.id not in inner.implies:
                yield alias.error(
                    f"{alias.form!r} hides {inner.id} ({' '.join(part)}): imply it, relate it or shorten the form"
                )
