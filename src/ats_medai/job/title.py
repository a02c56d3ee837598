"""The advert's job title, and how senior it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ats_medai.job.lexicon import Lexicon
from ats_medai.job.pieces import Piece, pieces_of
from ats_medai.job.words import Phrases, Word, words_of
from ats_medai.model import Keywords

_FIRST_PIECES = 6
_LOOKED_THROUGH = 40
"""Pieces at the start among which a sentence may name the post."""
_LONGEST = 14
_LONGEST_CUT = 9
_LABEL = re.compile(
    r"^\W*(?:job\s+title|position\s+title|role\s+title|working\s+title|title|position|role|job|vacancy|post|opening)\s*[:–—-]\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\((?:m|f|w|d|x|h|all genders|he|she|they|remote|hybrid|full|part|contract|perm|fixed|[a-z]{3}\d|req|r\d|#|job)[^)]*\)"
    r"|\s[-–—|@]\s+(?:remote|hybrid|on-?site|full|part|contract|usa?|uk|europe|[A-Z][a-z]+,\s*[A-Z]{2}|job|req|#|ref).*|\s+at\s+[A-Z].*|,?\s*#?\b(?:req|job|ref)[\s.#:]*\w*\d{3,}.*)\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:looking\s+for|seeking|searching\s+for|in\s+search\s+of|hiring|hire|recruit(?:ing)?|appoint|role\s+of|position\s+of|post\s+of|"
    r"opening\s+for|opportunity\s+for|is\s+a|as|join\s+us\s+as|the)\s+(?:an?\s+|our\s+(?:next\s+)?|the\s+|multiple\s+|several\s+|talented\s+|new\s+)*"
    r"(?P<title>[A-Z][\w/&+.'’-]*(?:[ ,]+(?:of|in|for|and|[–&/|-]|\(?[A-Z][\w/&+.'’-]*\)?|II|III)){0,8})"
)
_TRAILING = re.compile(r"[\s,;:.|&/–—-]+(?:and|in|of|for|at|to)?$|\s+(?:and|in|of|for|at|to)$")


def find_title(text: str, keywords: Keywords, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Give the title and its seniority; None for what the advert does not tell."""
    nouns = Phrases((form, None) for form in keywords.entries.titles)
    pieces = pieces_of(text)
    title = next(_titles(text, pieces, nouns), None)
    return title, _seniority(title, lexicon) if title else None


def _titles(text: str, pieces: Sequence[Piece], nouns: Phrases[None]) -> Iterator[str]:
    for piece in pieces[:_FIRST_PIECES]:
        line = text[piece.span.start : piece.span.end].strip(" '\"*_#[]")
        if _LABEL.match(line) and (title := _cleaned(_LABEL.sub("", line), nouns)):
            yield title
    for piece in pieces[:_FIRST_PIECES]:
        line = text[piece.span.start : piece.span.end].strip(" '\"*_#[]")
        if not piece.bullet and len(line.split()) <= _LONGEST and line[-1:] not in {".", "!", "?", ":"} and (title := _cleaned(line, nouns)):
            yield title
    for piece in pieces[:_LOOKED_THROUGH]:
        for match in _NAMED.finditer(text, piece.span.start, piece.span.end):
            if title := _cleaned(match["title"], nouns):
                yield title


def _cleaned(line: str, nouns: Phrases[None]) -> str | None:
    """Give the line without place, contract and gender marks; None where no title is in it."""
    while (shorter := _TAIL.sub("", line)) != line:
        line = shorter
    line = " ".join(_TRAILING.sub("", line).split())
    words = words_of(line)
    hits = nouns.find(words)
    if not words or not hits or len(words) > _LONGEST or not _has_capital(words):
        return None
    return line


def _has_capital(words: Sequence[Word]) -> bool:
    return any(word.surface[0].isupper() for word in words)


def _seniority(title: str, lexicon: Lexicon) -> str | None:
    """Give the first level, in the order of the word list, that a word of the title names."""
    named = {hit.value for hit in lexicon.seniority.find(words_of(title))}
    return next((level for level in lexicon.seniority_order if level in named), None)
