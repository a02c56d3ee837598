"""Which keywords of a list stand for each other: "TensorFlow, PyTorch or similar" is met by either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ats_medai.job.lexicon import Lexicon
from ats_medai.job.words import words_of
from ats_medai.model import Mention

_ENDS = re.compile(r"[.;:!?\n•()\[\]]")
_DOTS = re.compile(r"\b(?:e\.g\.?|i\.e\.?|etc\.)", re.IGNORECASE)
_OR = re.compile(r"\b(?:or|and/or)\b|/", re.IGNORECASE)
_AND = re.compile(r"\band\b(?!/or)|&|\bplus\b", re.IGNORECASE)
_JOINS = frozenset({"and", "or", "the", "a", "an", "as", "well", "other", "in", "of", "with", "using", "either"})
_NARROWS = frozenset(
    {"especially", "particularly", "including", "preferably", "ideally", "specifically", "mainly", "notably"}
)
_MOST_BETWEEN = 2
"""Words of the list that are no keyword of ours, between two that are."""
_BEFORE, _AFTER = 30, 30
"""Characters around a list in which "one of" or "or similar" may stand."""


def groups_of(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, ...]]:
    """Give the mentions in groups: any of a group meets it; those that stand alone are groups of one."""
    for run in _runs(text, mentions, lexicon):
        if len(run) > 1 and _is_open_list(text, run, lexicon):
            yield tuple(run)
        else:
            yield from _split(text, run)


def _runs(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[list[Mention]]:
    """Give mentions that follow each other in one list and at one level."""
    run: list[Mention] = []
    for mention in mentions:
        if run and (mention.level is not run[-1].level or not _is_list(text, run[-1], mention, lexicon)):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _is_list(text: str, before: Mention, after: Mention, lexicon: Lexicon) -> bool:
    gap = text[before.span.end : after.span.start]
    if before.span.end > after.span.start or len(gap) > _BEFORE + _AFTER or _ENDS.search(gap) or _DOTS.search(gap):
        return False
    words = words_of(gap)
    between = [word for word in words if word.text not in _JOINS]
    if any(word.text in _NARROWS for word in words):
        return False
    joined = not gap.strip() or any(mark in gap for mark in ",/&") or bool(_OR.search(gap) or _AND.search(gap))
    return joined and len(between) <= _MOST_BETWEEN and not lexicon.any_before.find(words)


def _is_open_list(text: str, run: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Tell whether words around a list say that any of it will do."""
    start, end = run[0].span.start, run[-1].span.end
    before = words_of(text, max(0, start - _BEFORE), start)
    stop = re.search(r"[.;\n)]", text[end : end + _AFTER])
    after = words_of(text, end, end + stop.start() if stop else min(len(text), end + _AFTER))
    led = any(hit.last == len(before) for hit in lexicon.any_before.find(before))
    return led or any(lexicon.any_after.at(after, place) for place in range(min(2, len(after))))


def _split(text: str, run: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Take a list apart at "and"; what stays together with an "or" or a stroke in it is a choice."""
    gaps = [text[before.span.end : after.span.start] for before, after in pairwise(run)]
    chosen = [bool(_OR.search(gap)) for gap in gaps]
    if not any(chosen):
        yield from ((mention,) for mention in run)
        return
    part = [run[0]]
    for number, (gap, mention) in enumerate(zip(gaps, run[1:], strict=True)):
        if _AND.search(gap) or not any(chosen[number:]):
            yield from _choice(text, part)
            part = []
        part.append(mention)
    yield from _choice(text, part)


def _choice(text: str, part: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    gaps = (text[before.span.end : after.span.start] for before, after in pairwise(part))
    if len(part) > 1 and any(_OR.search(gap) for gap in gaps):
        yield tuple(part)
    else:
        yield from ((mention,) for mention in part)
