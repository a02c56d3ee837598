"""Whether a statement gives a figure: an amount or a result, not a year, a version, a standard or a phone number."""

from __future__ import annotations

import re
from functools import lru_cache

from ats_medai.model import Wording
from ats_medai.phrases import find_phrases, has_phrase

_NUMBER = re.compile(
    r"(?<![\w.,/#-])(?P<money>[$€£]\s?)?(?P<value>\d+(?:[,.]\d+)*)(?P<scale>\s?(?:k|K|M|MM|m|bn|million|billion|thousand)\b)?"
    r"(?P<share>\s?%|\s?percent\b|\s?per cent\b|\s?percentage points?\b|x\b|-fold\b|\s?fold\b)?(?P<plus>\+)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHONE = re.compile(r"\+?\d[\d ().-]{8,}\d")
_NAME_BEFORE = re.compile(r"([\w.-]+?)[\s-]*$")
_WORDS_AFTER = re.compile(r"^(?:[\s-]+|,\s)*((?:[A-Za-zÀ-ÿ’'&/-]+[\s]+){0,4}[A-Za-zÀ-ÿ’'&/-]+)?")
_JOINED_UNIT = re.compile(
    r"^-(?:day|year|month|week|hour|minute|d|yr|bit|point|page|lead|channel|class|layer)\b", re.IGNORECASE
)
_TEAM_OF = re.compile(
    r"\b(?:team|group|staff|panel|cohort|crew|squad|class)s? of (?:up to |over |about |more than )?", re.IGNORECASE
)
_SAMPLE = re.compile(r"\b[nN]\s?=\s?\d")

_FROM_TO = re.compile(r"\bfrom (?!(?:19|20)\d\d\b)[$€£]?\d[\d.,]*\S* to (?!(?:19|20)\d\d\b)[$€£]?\d", re.IGNORECASE)

_BEFORE = 100
_AFTER = 300
"""Characters around a number that are looked at; a statement may be as long as a book."""
NEAR = 25
"""How many characters a metric may stand before its number."""
AMOUNT = 4
"""How many words after a number its unit may stand."""


def has_figure(text: str, wording: Wording) -> bool:
    """Tell whether the statement says how much: a number with its unit, share, money, metric or a count of things."""
    plain = _PHONE.sub(lambda match: " " * len(match[0]), text) if _PHONE.search(text) and _digits(text) > 9 else text
    return (
        _SAMPLE.search(plain) is not None
        or _FROM_TO.search(plain) is not None
        or any(_says_how_much(match, plain, wording) for match in _NUMBER.finditer(plain))
        or _in_words(plain, wording)
    )


def _digits(text: str) -> int:
    return max((len(re.sub(r"\D", "", match[0])) for match in _PHONE.finditer(text)), default=0)


def _says_how_much(match: re.Match[str], text: str, wording: Wording) -> bool:
    before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() : match.end() + _AFTER]
    if _is_name(before, match["value"], wording) or _JOINED_UNIT.match(after):
        return False
    if match["money"] or match["share"] or match["scale"]:
        return True
    words = _next_words(after)
    if _YEAR.fullmatch(match["value"]):
        return bool(words) and words[0].lower() in _units(wording.units)
    if _TEAM_OF.search(before[-NEAR:]) or _metric_before(before, wording):
        return True
    return _counts_things(words, wording)


def _is_name(before: str, value: str, wording: Wording) -> bool:
    """Tell whether the number belongs to a name: ISO 13485, GPT-4, U-Net 3D, Python 3.11."""
    last = _NAME_BEFORE.search(before)
    if last is None:
        return False
    word = last[1].strip(".")
    return word.lower() in _units(wording.not_figures) or (before.endswith("-") and bool(value))


def _next_words(after: str) -> list[str]:
    match = _WORDS_AFTER.match(after)
    return match[1].split() if match and match[1] else []


def _metric_before(before: str, wording: Wording) -> bool:
    forms = tuple(form for metric in wording.metrics for form in metric.forms)
    return has_phrase(before[-NEAR:], forms)


def _counts_things(words: list[str], wording: Wording) -> bool:
    """Tell whether one of the next words is a unit, or a plural that stands right there."""
    units = _units(wording.units)
    plain = [word.lower().strip(".,;:'’") for word in words[:AMOUNT]]
    return any(word in units for word in plain) or any(
        word.endswith("s") and not word.endswith("ss") and len(word) > 3 and word != "years" for word in plain[:2]
    )


def _in_words(text: str, wording: Wording) -> bool:
    for place in find_phrases(text, wording.number_words):
        word = text[place.start : place.end].lower()
        if word.endswith("fold") or word in {"doubled", "tripled", "halved"}:
            return True
        before, after = text[: place.start], text[place.end :]
        joined = after.startswith("-") or before.endswith("-")
        if not joined and (_TEAM_OF.search(before) or _counts_things(_next_words(after), wording)):
            return True
    return False


@lru_cache(maxsize=8)
def _units(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
