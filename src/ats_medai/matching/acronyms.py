"""Forms that count only in exactly their case, and unclear ones ("CT", "R") only where something speaks for them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ats_medai.matching.english import is_english
from ats_medai.matching.forms import Form, Hit
from ats_medai.matching.sentences import Sentences
from ats_medai.matching.words import Gap, Words, cut

_STATES: Final = frozenset({
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA",
    "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA",
    "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY", "DC", "NSW", "QLD", "UK", "US",
})  # fmt: skip
_ADDRESSED: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "doctor", "herr", "frau", "sir"})
_JOINED_TO: Final = frozenset({
    "based", "driven", "guided", "powered", "enabled", "assisted", "compatible", "compliant", "like", "type", "scan",
    "scans", "specific", "derived", "related", "style", "trained", "native", "certified", "validated", "approved",
    "augmented", "weighted", "ready", "first", "inspired", "generated",
})  # fmt: skip
_LONG_ACRONYM: Final = 3
"""Letters from which an acronym may be written in small ones."""
_LONGEST: Final = 60
"""Words of a sentence on either side that are looked at."""
_NEARBY: Final = 12
"""Words on either side in which a word of `near` speaks for an acronym of two letters."""
_NEARBY_LONG: Final = 40
"""The same for longer acronyms, which are rarer by chance."""


def same_case(words: Words, hit: Hit) -> bool:
    """Tell whether the words are written exactly as the form."""
    first, after, form = hit
    return tuple(words.raws[first:after]) == form.raws


def in_small_letters(words: Words, hit: Hit, english: frozenset[str]) -> bool:
    """Tell whether an acronym of one sense is only written in small letters ("mri", "Nlp") and spells no other word."""
    first, after, form = hit
    key = words.keys[first]
    if after - first > 1 or len(key) < _LONG_ACRONYM or not form.raws[0].rstrip("s").isupper():
        return False
    if form.acronym is not None and form.acronym.exact:
        return False
    return words.raws[first] in {key, key.title()} and not is_english(key, english)


def is_surname(words: Words, first: int, after: int) -> bool:
    """Tell whether one word with a capital stands behind a form of address ("Dr. Perl", "Ms Scala")."""
    if after - first > 1 or not first or not words.raws[first].istitle() or words.keys[first - 1] not in _ADDRESSED:
        return False
    return words.raws[first - 1].istitle() and words.gap_text(first) in {" ", ". "}


def is_trap(words: Words, first: int, after: int) -> bool:
    """Tell whether an unclear acronym stands where it means something else: place, initial, part of a compound."""
    return _is_place(words, first, after) or _is_initial(words, first, after) or _is_compound(words, first, after)


def _gap(words: Words, i: int) -> str:
    return words.gaps[i] if i < len(words) else Gap.BLOCK


def _is_place(words: Words, first: int, after: int) -> bool:
    """Tell whether this is a state after a town ("Hartford, CT 06103")."""
    if after - first > 1 or words.raws[first] not in _STATES or not first:
        return False
    if after < len(words) and re.fullmatch(r"\d{5}", words.raws[after]) and _gap(words, after) in {" ", "n"}:
        return True
    town = words.raws[first - 1]
    comma = words.gap_text(first).startswith(",") and "\n" not in words.gap_text(first)
    return comma and town.istitle() and len(town) > 2 and _gap(words, after) != Gap.SPACE


def _is_initial(words: Words, first: int, after: int) -> bool:
    """Tell whether this is a letter of a name ("J. R. Smith", "Smith R,") or of a pair ("R & D")."""
    if after - first > 1 or len(words.raws[first]) > 1:
        return False
    before, behind = words.keys[first - 1] if first else "", words.keys[after] if after < len(words) else ""
    dotted = after < len(words) and words.gap_text(after) in {".", ". "} and words.raws[after].istitle()
    named = bool(first) and words.raws[first - 1].istitle() and words.gaps[first] == Gap.SPACE
    if dotted and (len(words.raws[after]) == 1 or named):
        return True
    if (behind == "and" and _is_letter(words, after + 1)) or (
        before == "and" and first > 1 and _is_letter(words, first - 2)
    ):
        return True
    return bool(first) and len(before) == 1 and words.gap_text(first) in {".", ". "}


def _is_letter(words: Words, i: int) -> bool:
    return 0 <= i < len(words) and len(words.raws[i]) == 1 and words.raws[i].isalpha()


def _is_compound(words: Words, first: int, after: int) -> bool:
    """Tell whether a hyphen makes this part of another word ("Go-to")."""
    if _gap(words, after) == Gap.HYPHEN and after < len(words) and words.raws[after].islower():
        return words.keys[after] not in _JOINED_TO
    return words.gaps[first] == Gap.HYPHEN and words.raws[first - 1].islower() and len(words.raws[first]) == 1


class Near:
    """Looks for an acronym's `near` words around a place. Words of four letters count with any ending."""

    def __init__(self, words: Words, sentences: Sentences) -> None:
        self._words = words
        self._sentences = sentences

    def find(self, first: int, after: int, form: Form) -> str | None:
        """Give the word that speaks for the acronym and how near it is; None where there is none."""
        if form.acronym is None:
            return None
        wanted = near_words(form.acronym.near)
        start, end = self._list_around(first)
        start, end = max(start, first - _LONGEST), min(end, after + _LONGEST)
        found = self._in(start, first, wanted) or self._in(after, end, wanted)
        if found:
            return f"near “{found}”"
        if form.raws[0] != form.raws[0].upper() or len(form.text) == 1:
            return None  # "Go", "Prism" and "R" are words and letters too: the same sentence or nothing
        reach = _NEARBY if len(form.text) <= 2 else _NEARBY_LONG
        found = self._in(max(0, first - reach), first, wanted) or self._in(after, after + reach, wanted)
        return f"not far from “{found}”" if found else None

    def _list_around(self, first: int) -> tuple[int, int]:
        """Give the sentence, together with those that only a semicolon parts from it."""
        start, end = self._sentences.around(first)
        while start and self._words.gaps[start] == Gap.SEMICOLON and first - start < _LONGEST:
            start = self._sentences.around(start - 1)[0]
        while end < len(self._words) and self._words.gaps[end] == Gap.SEMICOLON and end - first < _LONGEST:
            end = self._sentences.around(end)[1]
        return start, end

    def _in(self, first: int, after: int, wanted: NearWords) -> str | None:
        single, stems, phrases = wanted
        keys = self._words.keys[first:after]
        for key in dict.fromkeys(keys):  # each once: long lists of one letter take no longer
            if key in single or key.startswith(stems):
                return key
        text = f" {' '.join(keys)} " if phrases else ""
        return next((phrase.strip() for phrase in phrases if phrase in text), None)


NearWords = tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=8192)
def near_words(near: tuple[str, ...]) -> NearWords:
    """Give the words as keys: those taken as they are, those taken with any ending, and phrases between spaces."""
    keys = [tuple(cut(text).keys) for text in near]
    single = frozenset(key[0] for key in keys if len(key) == 1)
    stems = tuple(sorted(key for key in single if len(key) >= 4 and key.isalpha()))
    return single, stems, tuple(f" {' '.join(key)} " for key in keys if len(key) > 1)
