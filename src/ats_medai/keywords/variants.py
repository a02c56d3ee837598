"""One alias -> the forms that people write for it: plural, possessive, British and American, numerals.

Pure rules of English spelling, no vocabulary. Whoever matches must take case, hyphen, space, line break and nothing
between two words as equal; so no form is listed for those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:'s)?", re.UNICODE)

_SPELLINGS: Final = (  # British, American: parts of words
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("yse", "yze"), ("ysing", "yzing"),
    ("odell", "odel"), ("abell", "abel"), ("ignall", "ignal"), ("ravell", "ravel"), ("aem", "em"), ("oedema", "edema"),
    ("aesth", "esth"), ("paed", "ped"), ("gynaec", "gynec"), ("oesoph", "esoph"), ("oestr", "estr"), ("foet", "fet"),
    ("umour", "umor"), ("ehaviour", "ehavior"), ("colour", "color"), ("neighbour", "neighbor"), ("labour", "labor"),
    ("centre", "center"), ("fibre", "fiber"), ("programme", "program"), ("catalogue", "catalog"), ("grey", "gray"),
    ("licence", "license"), ("ageing", "aging"), ("caec", "cec"), ("rrhoea", "rrhea"), ("palaeo", "paleo"),
    ("judgement", "judgment"), ("defence", "defense"), ("sulph", "sulf"), ("tumour", "tumor"),
)  # fmt: skip
_AMERICAN_ONLY: Final = (  # American parts that may be put into British safely; the others occur by chance ("thesis")
    "ization", "izing", "ized", "izer", "analyze", "analyzing", "modeling", "modeled", "modeler", "labeling", "labeled",
    "hematolog", "leukemia", "anemia", "ischemi", "glycemi", "bacteremia", "edema", "anesth", "pediatric", "orthoped",
    "gynecolog", "esophag", "estrogen", "tumor", "behavior", "neighbor", "center", "fiber", "catalog", "fetal", "aging",
)  # fmt: skip
_NOT_AMERICAN: Final = re.compile(r"(?:im|pack|im|man|man)aging|epicenter|programm(?:ing|er|ed|able|atic)")
_NUMERALS: Final = ("i", "ii", "iii", "iv")
_NUMBERED: Final = re.compile(r"(?<=\w[ -])(?:iii|ii|iv|[2-4])(?![\w.])")
_LITTLE_WORDS: Final = frozenset({"My", "No", "On", "In", "Up", "Go", "To", "We", "At", "Be", "Do", "So", "Us"})
"""First parts of names that would mean something else if they stood alone: "no SQL"."""
_NO_PLURAL: Final = re.compile(r"(?:ing|ics|ness|ism|ity|ance|ence|ware|ology|[^aeiou]omy|atory|ous|ive|al|ed|ly)$")
_SINGULAR: Final = re.compile(r"(?:[a-z]{3}(?:ing|ion|ment|able|base|ience|ure|ect|et|or|er|el|ll|rd|rk|lt|nt|st))s$")
_HEAD_BEFORE: Final = re.compile(r"^(\S+)( (?:of|for|in) .+)$")


def forms_of(alias: str) -> tuple[str, ...]:
    """Give the forms of `alias`, itself first, in lower case, without repetition."""
    first = " ".join(alias.lower().replace("’", "'").split())
    bases = _unique([first, " ".join(_humps(alias)).lower()]) if alias != first else (first,)
    spelled = chain.from_iterable(map(_spellings, bases))
    counted = chain.from_iterable((form, *_numbers(form)) for form in spelled)
    owned = chain.from_iterable((form, *_possessives(form)) for form in counted)
    return _unique(chain.from_iterable((form, *_plurals(form)) for form in owned))


def _unique(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(forms))


def _humps(alias: str) -> list[str]:
    """Cut a name at its inner capitals ("TensorFlow"), where every piece has three letters or the first has two."""
    pieces = re.findall(r"[A-Z][a-z]+|[a-z]+|[A-Z]+(?![a-z])|\d+", alias) if re.fullmatch(r"[A-Za-z]+", alias) else []
    whole = len(pieces) == 2 and len(pieces[0]) >= 2 and len(pieces[1]) >= 3 and pieces[0] not in _LITTLE_WORDS
    return pieces if whole and "".join(pieces) == alias else [alias]


def _spellings(form: str) -> Iterator[str]:
    spelled = [_spelled(word) for word in form.split(" ")]
    yield form
    if any(one is None for one in spelled):
        return
    for others in zip(*(one for one in spelled if one), strict=True):
        other = " ".join(others)
        if other != form:
            yield other


@lru_cache(maxsize=16_384)  # few words, in many forms: a third of the time of a load
def _spelled(word: str) -> tuple[str, str] | None:
    """Give the word in American and in British spelling; None where its form has no other spelling."""
    if _NOT_AMERICAN.search(word):
        return None
    american = british_word = word
    for british, other in _SPELLINGS:
        american = american.replace(british, other) if british in american else american
    for part in _AMERICAN_ONLY:
        if part in british_word:
            british_word = british_word.replace(part, _british(part))
    return american, british_word


def _british(part: str) -> str:
    for british, american in _SPELLINGS:
        if american in part and british not in part:
            return part.replace(american, british)
    return part


def _numbers(form: str) -> Iterator[str]:
    """Put the Roman numeral for the Arabic and the other way round ("MIMIC-III", "phase 3 trial")."""
    changed = _NUMBERED.sub(lambda match: _other_numeral(match[0]), form)
    if changed != form:
        yield changed


def _other_numeral(numeral: str) -> str:
    return _NUMERALS[int(numeral) - 1] if numeral.isdigit() else str(_NUMERALS.index(numeral) + 1)


def _possessives(form: str) -> Iterator[str]:
    if "'s" in form:
        yield form.replace("'s", "s")
        yield form.replace("'s", "")


def _plurals(form: str) -> Iterator[str]:
    """Give the plural of a singular form; the singular too where a form of several words ends in a plural."""
    head = _HEAD_BEFORE.match(form)
    if head and head[1].isalpha():
        yield _plural(head[1]) + head[2]
        return
    last = _WORD.findall(form)[-1:] or [""]
    if not form.endswith(last[0]) or not last[0].isalpha() or len(last[0]) < 3:
        return
    rest = form[: len(form) - len(last[0])]
    if _is_plural(last[0]):
        if rest.strip() or _SINGULAR.search(last[0]):
            yield rest + _singular(last[0])
    elif not _NO_PLURAL.search(last[0]):
        yield rest + _plural(last[0])


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ous"))


def _plural(word: str) -> str:
    if word.endswith("sis"):
        return word[:-2] + "es"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _singular(word: str) -> str:
    if word.endswith("yses"):
        return word[:-2] + "is"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if re.search(r"(?:x|ch|sh|ss)es$", word) else word[:-1]
