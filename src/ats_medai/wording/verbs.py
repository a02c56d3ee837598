"""How a statement begins: with the verb of what was done, with a weak opening, in which tense."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from ats_medai.model import Wording

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'-]*")


_FOLLOWS_A_VERB = re.compile(r"(?:the|a|an|all|new|and|with|to|for|in|on|our|their|its|these|this|various|other)$")


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    GERUND = "gerund"


def opening_tense(text: str, wording: Wording) -> Tense | None:
    """Give the tense of the verb that the statement begins with, after an adverb or "I"; None where there is none.

    A form that is past and present alike (set, cut) counts as past; one that may be a noun (lead, research) counts
    only before a word that no noun has behind it.
    """
    words = [match[0].lower() for match in _WORD.finditer(text)][:3]
    while words and (words[0].endswith("ly") or words[0] in {"i", "we", "have", "has", "also", "then", "was", "were"}):
        words = words[1:]
    if not words or (words[0] in wording.nouns_too and not _FOLLOWS_A_VERB.match(" ".join(words[1:2]))):
        return None
    return _forms(wording).get(words[0])


def has_verb(text: str, wording: Wording) -> bool:
    """Tell whether one of the first words is a verb form: of the list, or one that ends like a past tense."""
    words = [match[0].lower() for match in _WORD.finditer(text)][:4]
    forms = _forms(wording)
    return any(word in forms for word in words) or any(
        word.endswith(("ed", "ing")) and len(word) > len("being") - 1 for word in words[:2]
    )


@lru_cache(maxsize=1)
def _cached(verbs: tuple[str, ...], irregular: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Tense]:
    past = dict(irregular)
    forms: dict[str, Tense] = {}
    for verb in verbs:
        forms |= {verb: Tense.PRESENT, _third_person(verb): Tense.PRESENT, _gerund(verb): Tense.GERUND}
    for verb in verbs:
        forms |= dict.fromkeys(past.get(verb, (_past(verb),)), Tense.PAST)
    return forms


def _forms(wording: Wording) -> dict[str, Tense]:
    return _cached(wording.verbs, tuple(wording.irregular.items()))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_in_y(verb) else verb + "ed"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if _ends_in_y(verb) else verb + "s"


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    doubled = {"run", "set", "cut", "fit", "plan", "map", "win", "program", "ship", "submit", "transfer", "debug"}
    return verb + verb[-1] + "ing" if verb in doubled else verb + "ing"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
