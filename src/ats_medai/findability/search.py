"""Look a query up in a résumé's text the way search engines of different kinds do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.findability.query import And, Node, Not, Or, Term, parse_query
from ats_medai.findability.stem import stem
from ats_medai.model import Document, Keywords, SearchMode, Span

_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_WORD = re.compile(rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)*(?:\+\+|#)?")


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Whether the query finds the text, and where each of its terms stands; a term that is not there has no place."""

    found: bool
    hits: tuple[tuple[str, tuple[Span, ...]], ...]


def search(
    document: Document, query: str, mode: SearchMode = SearchMode.LITERAL, keywords: Keywords | None = None
) -> SearchResult:
    """Look up a recruiter's query; see `query` for what may stand in it.

    `literal` compares whole words in any case. `stemmed` compares stems, so that "engineer" also finds "engine", as
    such engines do. `alias` also takes the other names and acronyms that `keywords` knows, which is what a person or an
    assisted matcher would accept. Raises QueryError for a query that is not well formed.
    """
    words = _words(document.text, mode)
    hits: dict[str, tuple[Span, ...]] = {}
    found = _holds(parse_query(query), words, mode, keywords, hits)
    return SearchResult(found, tuple(hits.items()))


def find_term(document: Document, term: str, mode: SearchMode, keywords: Keywords | None = None) -> tuple[Span, ...]:
    """Give the places of one word or phrase, as `search` would find it."""
    return _places(term, _words(document.text, mode), mode, keywords)


@dataclass(frozen=True, slots=True)
class _Words:
    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    at: Mapping[str, tuple[int, ...]]
    """Where each key stands."""

    def starting(self, key: str, *, is_prefix: bool) -> Iterator[int]:
        """Give the places of a key, or of all keys that begin so."""
        if not is_prefix:
            yield from self.at.get(key, ())
            return
        yield from (place for place, have in enumerate(self.keys) if have.startswith(key))


@lru_cache(maxsize=16)
def _words(text: str, mode: SearchMode) -> _Words:
    found = list(_WORD.finditer(text))
    keys = tuple(_key(match[0], mode) for match in found)
    at: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        at.setdefault(key, []).append(place)
    return _Words(keys, tuple(Span(*match.span()) for match in found), {key: tuple(one) for key, one in at.items()})


def _key(word: str, mode: SearchMode) -> str:
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).casefold()
    return stem(plain) if mode is SearchMode.STEMMED else plain


def _holds(
    node: Node, words: _Words, mode: SearchMode, keywords: Keywords | None, hits: dict[str, tuple[Span, ...]]
) -> bool:
    """Tell whether the query holds, and note the places of every term on the way: no part is left out."""
    if isinstance(node, Term):
        hits[node.text] = _places(node.text, words, mode, keywords)
        return bool(hits[node.text])
    if isinstance(node, Not):
        return not _holds(node.part, words, mode, keywords, hits)
    parts = [_holds(part, words, mode, keywords, hits) for part in node.parts]
    return {And: all, Or: any}[type(node)](parts)


def _places(term: str, words: _Words, mode: SearchMode, keywords: Keywords | None) -> tuple[Span, ...]:
    forms: Iterable[str] = [term]
    if mode is SearchMode.ALIAS and keywords is not None:
        forms = [term, *_aliases(term, keywords)]
    return tuple(sorted({span for form in forms for span in _matches(form, words, mode)}))


def _matches(form: str, words: _Words, mode: SearchMode) -> Iterator[Span]:
    """Give the places of a phrase. A hyphen or slash in it is a break between words, as it is in the text."""
    parts = _WORD.findall(form)
    if not parts:
        return
    is_prefix = form.endswith("*")
    wanted = tuple(_key(part, mode) for part in parts[:-1])
    last = _key(parts[-1], SearchMode.LITERAL if is_prefix else mode)
    for end in words.starting(last, is_prefix=is_prefix):
        start = end - len(wanted)
        if start >= 0 and words.keys[start:end] == wanted:
            yield Span(words.spans[start].start, words.spans[end].end)


def _aliases(term: str, keywords: Keywords) -> Iterator[str]:
    """Give all forms of the keywords that the term is a form of."""
    wanted = _plain(term)
    for concept in keywords.concepts:
        acronyms = [acronym.form for acronym in concept.acronyms]
        forms = [concept.label, *concept.aliases, *acronyms]
        if wanted in map(_plain, forms):
            yield from forms


def _plain(form: str) -> str:
    return " ".join(match[0].casefold() for match in _WORD.finditer(form))
