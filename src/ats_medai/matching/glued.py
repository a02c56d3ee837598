"""Words written as one: cut in two where both parts are words that we know.

"timeseries" is "time series" in one word and stays whole; "GitExperience" and "PythonSQL" are accidents of copying,
and each part stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ats_medai.matching.forms import Form, Kind, may_close
from ats_medai.matching.words import Gap, Words

_SHORTEST: Final = 4
"""Letters of two words in one at least."""
_PIECE: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+")
_HUMP: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Parts:
    """What unknown words may be made of."""

    closed: Mapping[str, int]
    """Two words of a form written as one, and where to cut."""
    names: Collection[str]
    """Keywords of one word, lower case."""
    others: Collection[str]
    """Words that copied texts run on to a keyword: those of headings."""


def find_parts(forms: Mapping[tuple[str, ...], Iterable[Form]], headings: Iterable[str]) -> Parts:
    """Give the parts that the forms and the headings have."""
    closed: dict[str, int] = {}
    names: set[str] = set()
    for keys, group in forms.items():
        kinds = {form.kind for form in group if form.acronym is None or not form.acronym.near}
        if len(keys) == 1 and kinds & {Kind.ALIAS, Kind.ACRONYM}:
            names.add(keys[0])
        for form in group:
            if form.kind is Kind.ALIAS:
                closed.update({left + right: len(left) for left, right in _closable(keys, form.gaps)})
    return Parts(closed, frozenset(names), frozenset(word for text in headings for word in text.split()))


def _closable(keys: tuple[str, ...], gaps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for (left, right), gap in zip(pairwise(keys), gaps, strict=False):
        if may_close(left, right, gap) or (len(left) == 2 and len(right) > 3 and (left + right).isalpha()):
            yield left, right


def split_glued(words: Words, known: Collection[str], parts: Parts) -> Words:
    """Cut the words that are not `known` into their parts."""
    cuts: dict[int, tuple[list[str], str]] = {}
    for i in [i for i, key in enumerate(words.keys) if len(key) >= _SHORTEST and key not in known]:
        key, raw = words.keys[i], words.raws[i]
        if key in parts.closed:
            cuts[i] = [raw[: parts.closed[key]], raw[parts.closed[key] :]], Gap.SPLIT
        elif not raw.islower() and _HUMP.search(raw) and (pieces := _pieces(raw, parts)):
            cuts[i] = pieces, Gap.SPACE
    return _cut(words, cuts) if cuts else words


def _cut(words: Words, cuts: Mapping[int, tuple[list[str], str]]) -> Words:
    new = Words(words.plain, [], [], [], [], [])
    for i, raw in enumerate(words.raws):
        pieces, gap = cuts.get(i, ([raw], ""))
        at = words.starts[i]
        for j, piece in enumerate(pieces):
            new.raws.append(piece)
            new.keys.append(piece.lower() if i in cuts else words.keys[i])
            new.starts.append(at)
            new.ends.append(at + len(piece) if i in cuts else words.ends[i])
            new.gaps.append(gap if j else words.gaps[i])
            at += len(piece)
    return new


def _pieces(raw: str, parts: Parts) -> list[str]:
    pieces = _PIECE.findall(raw)
    if len(pieces) < 2 or "".join(pieces) != raw:
        return []
    keys = [piece.lower() for piece in pieces]
    is_name = [key in parts.names and len(key) > 2 for key in keys]
    fine = all(named or key in parts.others for named, key in zip(is_name, keys, strict=True))
    return pieces if fine and any(is_name) else []
