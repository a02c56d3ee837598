"""Where a form may stand in a text: the gaps inside it, whole words at its ends, and what belongs to its span."""

from __future__ import annotations

from typing import Final

from ats_medai.matching.forms import Hit
from ats_medai.matching.rejoin import PREFIXES
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Span

_FREE: Final = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.SPLIT})
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
        (gap := words.gaps[first + i + 1]) in _FREE
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
