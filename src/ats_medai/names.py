"""The two names of a keyword, full form and acronym: under the stages, standard library only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ats_medai.model import Category, Concept

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9-]{1,7}")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


class Names(NamedTuple):
    """The two names of one thing, each with the usual one first; `full` in the words that an acronym stands for."""

    short: tuple[str, ...]
    full: tuple[str, ...]


def both_names(concept: Concept) -> Names | None:
    """Give acronym and full form; None where the usual name is an acronym, or no acronym is made of a name's initials.

    DICOM or SQL need no full form: people write and search the acronym.
    """
    if concept.category is Category.DEGREE:
        return None
    return _names(concept.label, concept.aliases, tuple(acronym.form for acronym in concept.acronyms))


@lru_cache(maxsize=4096)
def _names(label: str, aliases: tuple[str, ...], acronyms: tuple[str, ...]) -> Names | None:
    initials = _initials(label)
    if _is_acronym(label) or max(map(len, initials), default=0) < 2:
        return None
    forms = [*acronyms, *(alias.upper() for alias in aliases)]
    short = tuple(dict.fromkeys(form for form in forms if form.casefold() in initials))
    full = tuple(form for form in (_in_a_sentence(label, aliases), *aliases) if _initials(form) & initials)
    return Names(short, full) if short else None


def _in_a_sentence(label: str, aliases: tuple[str, ...]) -> str:
    """Give a label with a small letter where only its beginning has a capital and a form of it has none."""
    small = label[:1].lower() + label[1:]
    return small if label == label.capitalize() and small in aliases else label


def _is_acronym(form: str) -> bool:
    capitals = sum(letter.isupper() for letter in form)
    return _ACRONYM.fullmatch(form) is not None and capitals >= 2 and 2 * capitals > len(form.rstrip("s"))


def _initials(form: str) -> set[str]:
    """Give the first letters of the words, with and without the small ones."""
    words = [word.casefold() for word in _WORD.findall(form)]
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)}
