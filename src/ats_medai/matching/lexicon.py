"""All forms that are looked for, as sequences of word keys in one PhraseMatcher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ats_medai.matching.words import PREFIXES, Gap, Words, cut
from ats_medai.model import Acronym, Concept, Cue, Keywords, Span


class Kind(StrEnum):
    ALIAS = "alias"
    ACRONYM = "acronym"
    NOT = "not"  # a phrase in which a form of the concept means something else
    CUE = "cue"


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


def concept_of(form: Form) -> Concept:
    """Give the concept that the form belongs to. Raises TypeError for a cue."""
    if form.concept is None:
        raise TypeError(f"a form of no concept: {form.text}")
    return form.concept


_SHORTEST_CLOSED: Final = 4
"""Letters of two hyphened words that may be written as one."""

Hit = tuple[int, int, Form]
"""First word, word after the last, and the form that these words spell."""


class Lexicon:
    """The forms of all keywords and cues. `known` holds every word key that occurs in one."""

    def __init__(self, keywords: Keywords) -> None:
        forms: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        for keys, form in _forms(keywords):
            if keys:
                forms[keys].append(form)
        for keys, form in list(_respelled(forms)):
            forms[keys].append(form)
        self.forms = dict(forms)
        self.known = frozenset(key for keys in forms for key in keys)
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        ids = {key: self._vocab.strings.add(key) for key in self.known}
        # Lists of word ids are what a pickled matcher is made of again; a Doc for each form takes ten times as long.
        patterns: Any = [[ids[key] for key in keys] for keys in forms]
        self._matcher.add("forms", patterns)

    def hits(self, words: Words) -> list[Hit]:
        """Give every place where the words spell a form, gaps and edges not yet looked at."""
        if not words.keys:
            return []
        known = self.known  # words outside never reach spaCy's string store, which only grows
        doc = Doc(self._vocab, words=[key if key in known else "\x01" for key in words.keys])
        keys = words.keys
        return [
            (first, after, form)
            for _, first, after in self._matcher(doc)
            for form in self.forms.get(tuple(keys[first:after]), ())
        ]


def _forms(keywords: Keywords) -> Iterator[tuple[tuple[str, ...], Form]]:
    for concept in keywords.concepts:
        for alias in concept.aliases:
            if " (" in alias:  # "full form (SHORT)" is two mentions
                continue
            yield from _spelled(keywords.forms.get(alias, (alias,)), Kind.ALIAS, concept)
        for acronym in concept.acronyms:
            yield from _spelled((acronym.form, acronym.form + "s"), Kind.ACRONYM, concept, acronym)
        yield from _spelled(concept.not_when, Kind.NOT, concept)
    for cue in keywords.cues.resume:
        for text in cue.forms:
            keys, form = _form(text, Kind.CUE)
            yield keys, replace(form, cue=cue)


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
    for text in texts:
        keys, form = _form(text, kind)
        yield keys, replace(form, concept=concept, acronym=acronym)


def _form(text: str, kind: Kind) -> tuple[tuple[str, ...], Form]:
    raws = tuple(text.split(" "))
    if text.isascii() and all(map(str.isalpha, raws)):  # most forms; cutting them would double the time to build
        return tuple(map(str.lower, raws)), Form(text, kind, raws, (Gap.SPACE,) * (len(raws) - 1))
    words = cut(text)
    signs = _signs(words) if kind is Kind.NOT and words.keys else ("", "")
    return tuple(words.keys), Form(text, kind, tuple(words.raws), tuple(words.gaps[1:]), signs=signs)


def _signs(words: Words) -> tuple[str, str]:
    return words.plain.text[: words.starts[0]].strip(), words.plain.text[words.ends[-1] :].strip()


FREE = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.SPLIT})
"""Gaps that may stand between any two words of a form."""


def spelled_here(words: Words, hit: Hit) -> bool:
    """Tell whether the gaps inside the hit are such as the form allows."""
    first, after, form = hit
    text = words.plain.text
    if form.signs != ("", "") and not (
        text.endswith(form.signs[0], 0, words.starts[first]) and text.startswith(form.signs[1], words.ends[after - 1])
    ):
        return False
    return all(
        (gap := words.gaps[first + i + 1]) in FREE
        or gap == wanted
        or (gap == Gap.GLUED and _may_glue(words, first + i))
        for i, wanted in enumerate(form.gaps)
    )


def _may_glue(words: Words, left: int) -> bool:
    """Tell whether two words that touch may be a form's separate words: a digit follows, or a letter after digits."""
    return words.raws[left].isalpha() != words.raws[left + 1].isalpha()


def version_end(words: Words, after: int) -> int:
    """Give the word after a version that is glued on ("Python3", "HL7v2.5", "C++17"); `after` where there is none."""
    if after == len(words) or words.gaps[after] != Gap.GLUED:
        return after
    end = after
    if words.keys[end] == "v" and end + 1 < len(words) and words.gaps[end + 1] == Gap.GLUED:
        end += 1
    elif len(words.raws[after - 1]) < 3 or not words.raws[after - 1][-1].isascii():
        return after
    if not words.raws[end].isdigit():
        return after
    end += 1
    while end < len(words) and words.raws[end].isdigit() and words.gaps[end] == Gap.DOT:
        end += 1
    return end


def has_edges(words: Words, first: int, after: int) -> bool:
    """Tell whether the words `first` up to `after` stand alone: neither end is glued to another word."""
    if words.plain.text[max(0, words.starts[first] - 1)] in "$€£":
        return False
    left, right = words.gaps[first], words.gaps[after] if after < len(words) else Gap.BLOCK
    if Gap.SPLIT in (left, right):
        return False
    if left == Gap.GLUED and not _joins_two(words, first - 1):
        return False
    if left == Gap.HYPHEN and words.keys[first - 1] in PREFIXES:
        return False
    return right != Gap.GLUED or words.raws[after] in {"'s", "'S"} or _joins_two(words, after)


def _joins_two(words: Words, i: int) -> bool:
    """Tell whether word `i` is an ampersand between two words of more than one letter ("HIPAA&GDPR", not "R&D")."""
    if not 0 < i < len(words) - 1 or words.raws[i] != "&":
        return False
    return len(words.raws[i - 1]) > 1 and len(words.raws[i + 1]) > 1


def written_span(words: Words, first: int, after: int) -> Span:
    """Give the span in the original text, with the last sign of "Ph.D." and "510(k)"."""
    start, end = words.starts[first], words.ends[after - 1]
    text = words.plain.text
    inner = words.gaps[first + 1 : after]
    if (text[end : end + 1] == ")" and Gap.OPEN in inner and Gap.CLOSE not in inner) or (
        text[end : end + 1] == "."
        and Gap.DOT in inner
        and len(words.raws[first]) <= 2
        and len(words.raws[after - 1]) <= 3
    ):
        end += 1
    return Span(*words.plain.original(start, end))
