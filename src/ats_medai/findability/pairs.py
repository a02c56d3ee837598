"""Full form and acronym: both should stand in a résumé once, because searches differ."""

from __future__ import annotations

import re
from typing import NamedTuple

from ats_medai.findability.search import find_term
from ats_medai.model import Concept, Document, Pair, SearchMode

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9-]{1,7}")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class Names(NamedTuple):
    """The two names of one thing; `full` in the words that the acronym stands for, the usual one first."""

    short: str
    full: tuple[str, ...]


def both_names(concept: Concept) -> Names | None:
    """Give acronym and full form; None where the usual name is an acronym, or no acronym is made of a name's initials.

    DICOM or SQL need no full form: people write and search the acronym.
    """
    if _is_acronym(concept.label):
        return None
    forms = [form for form in (concept.label, *concept.aliases) if not _is_acronym(form)]
    for acronym in concept.acronyms:
        full = tuple(form for form in forms if acronym.form.casefold() in _initials(form))
        if _is_acronym(acronym.form) and full:
            return Names(acronym.form, full)
    return None


def pair_state(document: Document, concept: Concept) -> Pair | None:
    """Tell which of full form and acronym the text has; None for a keyword that has no such pair."""
    names = both_names(concept)
    if names is None:
        return None
    has_short = any(find_term(document, form, SearchMode.LITERAL) for form in (names.short, f"{names.short}s"))
    has_full = any(find_term(document, form, SearchMode.STEMMED) for form in names.full)
    states = {(True, True): Pair.BOTH, (True, False): Pair.ACRONYM, (False, True): Pair.FULL}
    return states.get((has_short, has_full), Pair.NEITHER)


def _is_acronym(form: str) -> bool:
    capitals = sum(letter.isupper() for letter in form)
    return _ACRONYM.fullmatch(form) is not None and capitals >= 2 and 2 * capitals > len(form.rstrip("s"))


def _initials(form: str) -> set[str]:
    """Give the first letters of the words, with and without the small ones."""
    words = [word.casefold() for word in _WORD.findall(form)]
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)}
