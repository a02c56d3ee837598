"""Short forms that no keyword knows and that the text explains nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from ats_medai.model import Concept, Finding, Keywords, Resume, Severity, Span
from ats_medai.places import Places
from ats_medai.wording.statements import Statement

_SHORT = re.compile(r"(?<![\w&/.@-])([A-Z]{3,6})(?:s\b|(?![\w&/@-]))")
_WORD = re.compile(r"[^\W_]+")
_SMALL_LETTER = re.compile(r"[a-z]")
_NAME_AROUND = re.compile(r"(?:\b(?:at|of|by|for|from|with|to|in|the|and)\s+|,\s*|\()$")
_FARTHEST = 40
"""Characters before a short form that tell whether it is a name."""
MOST = 4
"""More of them are the language of a trade, which its people read."""


def lint_unknown(claims: Iterable[Statement], resume: Resume, keywords: Keywords) -> Iterator[Finding]:
    """Give short forms of statements about work whose words stand nowhere, where they are few and no names.

    What follows a preposition or stands in a list of names may be a company or a place; it is left alone.
    """
    text = resume.document.text
    known = _known(keywords.concepts, keywords.wording.plain_acronyms)
    taken = Places((mention.span for mention in resume.mentions), lambda span: span)
    explained = lru_cache(partial(explains, text))
    found: dict[str, Span] = {}
    for claim in claims:
        if not _SMALL_LETTER.search(claim.text):
            continue
        for match in _SHORT.finditer(claim.text):
            span = Span(claim.span.start + match.start(1), claim.span.start + match.end(1))
            before = max(0, match.start() - _FARTHEST)
            is_name = _NAME_AROUND.search(claim.text, before, match.start()) is not None
            if match[1] in known or is_name or taken.sharing(span):
                continue
            if not explained(match[1]):
                found.setdefault(match[1], span)
    if 0 < len(found) <= MOST:
        yield Finding(
            "acronym.unknown",
            Severity.INFO,
            f"Not explained: {', '.join(found)}.",
            "A reader from another field may not know it: write the full form once, unless it is a name.",
            tuple(found.values()),
            "guide, line 420",
        )


def explains(text: str, short: str) -> bool:
    """Tell whether the text has the words behind a short form: "words (SHORT)" or "SHORT (words)".

    As Schwartz and Hearst (2003) have it: the letters stand in the words in their order, the first at the start of one,
    within twice as many words as there are letters.
    """
    for match in re.finditer(rf"\(\s*{re.escape(short)}s?\s*[);,]", text):
        words = [word[0] for word in _WORD.finditer(text[max(0, match.start() - 200) : match.start()])]
        if any(_spells(words[-size:], short) for size in range(1, min(len(short) + 5, 2 * len(short)) + 1)):
            return True
    after = re.finditer(rf"\b{re.escape(short)}s?\s*[(:]\s*([^()\n]{{3,120}})", text)
    return any(_spells([word[0] for word in _WORD.finditer(match[1])], short) for match in after)


def _spells(words: list[str], short: str) -> bool:
    joined = " ".join(words).casefold()
    if not joined or joined[0] != short[0].casefold():
        return False
    at = -1
    for letter in short.casefold():
        at = joined.find(letter, at + 1)
        if at < 0:
            return False
    return True


@lru_cache(maxsize=4)
def _known(concepts: tuple[Concept, ...], plain: tuple[str, ...]) -> frozenset[str]:
    forms = {acronym.form for concept in concepts for acronym in concept.acronyms}
    aliases = {form.upper() for concept in concepts for form in (concept.label, *concept.aliases) if " " not in form}
    return frozenset({*(form.upper() for form in forms), *aliases, *(form.upper() for form in plain)})
