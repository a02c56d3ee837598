"""Keywords and cues -> forms: every way to write them, as the words that spell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from ats_medai.matching.words import Gap, Words, cut
from ats_medai.model import Acronym, Concept, Cue, Joined, Keywords


class Kind(StrEnum):
    ALIAS = "alias"
    ACRONYM = "acronym"
    NOT = "not"  # a phrase in which a form of the concept means something else
    CUE = "cue"
    FIRST = "first"  # parts of a form with a gap: "worked with" ... "radiologists"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write something: the words as written in the keyword file and the gaps between them."""

    text: str
    kind: Kind
    raws: tuple[str, ...]
    gaps: tuple[str, ...]
    concept: Concept | None = None
    acronym: Acronym | None = None
    cue: Cue | None = None
    signs: tuple[str, str] = ("", "")
    """What must stand right before and after the words, as in "$510k"."""
    joined: Joined | None = None


def concept_of(form: Form) -> Concept:
    """Give the concept that the form belongs to. Raises TypeError for a cue."""
    if form.concept is None:
        raise TypeError(f"a form of no concept: {form.text}")
    return form.concept


_SHORTEST_CLOSED: Final = 4
"""Letters of two hyphened words that may be written as one."""

Hit = tuple[int, int, Form]
"""First word, word after the last, and the form that these words spell."""


def make_forms(keywords: Keywords) -> dict[tuple[str, ...], list[Form]]:
    """Give all forms of the keywords and cues by the words that spell them."""
    forms: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for keys, form in _forms(keywords):
        if keys:
            forms[keys].append(form)
    for keys, form in list(_respelled(forms)):
        forms[keys].append(form)
    return dict(forms)


def _forms(keywords: Keywords) -> Iterator[tuple[tuple[str, ...], Form]]:
    for concept in keywords.concepts:
        for alias in concept.aliases:
            if " (" in alias:  # "full form (SHORT)" is two mentions
                continue
            yield from _spelled(keywords.forms.get(alias, (alias,)), Kind.ALIAS, concept)
        for acronym in concept.acronyms:
            yield from _spelled((acronym.form, acronym.form + "s"), Kind.ACRONYM, concept, acronym)
        for joined in concept.joined:
            for kind, texts in ((Kind.FIRST, joined.first), (Kind.LAST, joined.last)):
                yield from ((keys, replace(form, joined=joined)) for keys, form in _spelled(texts, kind, concept))
        yield from _spelled(concept.not_when, Kind.NOT, concept)
    for cue in keywords.cues.resume:
        for text in cue.forms:
            yield _form(text, Kind.CUE, cue=cue)


def may_close(left: str, right: str, gap: str) -> bool:
    """Tell whether people write the two words as one: long ones, and short ones with a hyphen ("U-Net")."""
    if not (left.isalpha() and right.isalpha()):
        return False
    return (len(left) > 2 and len(right) > 2) or (gap == Gap.HYPHEN and len(left + right) >= _SHORTEST_CLOSED)


def _respelled(forms: Mapping[tuple[str, ...], list[Form]]) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Give the aliases with two words as one, or one as two, where other forms write them so ("health care")."""
    known = {key for keys in forms for key in keys}
    pairs = {
        left + right: (left, right) for keys in forms for left, right in pairwise(keys) if may_close(left, right, "")
    }
    for keys, group in forms.items():
        for form in (form for form in group if form.kind is Kind.ALIAS):
            for i, key in enumerate(keys):
                if key in pairs:
                    gaps = (*form.gaps[:i], Gap.SPACE, *form.gaps[i:])
                    yield (*keys[:i], *pairs[key], *keys[i + 1 :]), replace(form, gaps=gaps)
                if i and keys[i - 1] + key in known and may_close(keys[i - 1], key, form.gaps[i - 1]):
                    gaps = (*form.gaps[: i - 1], *form.gaps[i:])
                    yield (*keys[: i - 1], keys[i - 1] + key, *keys[i + 1 :]), replace(form, gaps=gaps)


def _spelled(
    texts: Iterable[str], kind: Kind, concept: Concept, acronym: Acronym | None = None
) -> Iterator[tuple[tuple[str, ...], Form]]:
    return (_form(text, kind, concept, acronym) for text in texts)


def _form(
    text: str, kind: Kind, concept: Concept | None = None, acronym: Acronym | None = None, cue: Cue | None = None
) -> tuple[tuple[str, ...], Form]:
    raws = tuple(text.split(" "))
    if text.isascii() and all(map(str.isalpha, raws)):  # most forms; cutting them would double the time to build
        gaps = (Gap.SPACE,) * (len(raws) - 1)
        return tuple(map(str.lower, raws)), Form(text, kind, raws, gaps, concept, acronym, cue)
    words = cut(text)
    signs = _signs(words) if kind is Kind.NOT and words.keys else ("", "")
    raws, gaps = tuple(words.raws), tuple(words.gaps[1:])
    return tuple(words.keys), Form(text, kind, raws, gaps, concept, acronym, cue, signs)


def _signs(words: Words) -> tuple[str, str]:
    return words.plain.text[: words.starts[0]].strip(), words.plain.text[words.ends[-1] :].strip()
