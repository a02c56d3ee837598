"""A recruiter's query: AND, OR, NOT in capitals, quotes for phrases, * for any ending, parentheses.

Words beside each other must all be there, as if AND stood between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ats_medai.errors import QueryError

_TOKEN = re.compile(r'\s*(?:(?P<bracket>[()])|"(?P<phrase>[^"]*)"|(?P<open>")|(?P<word>[^\s()"]+))')
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to look for, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


Node = Term | Not | And | Or


def parse_query(query: str) -> Node:
    """Give the query as a tree. Raises QueryError that says what is wrong and where."""
    return _Parser(query).whole()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


class _Parser:
    def __init__(self, query: str) -> None:
        self.query = query
        self.tokens = _tokens(query)
        self.place = 0

    def whole(self) -> Node:
        if not self.tokens:
            raise QueryError(self.query, 0, "The query is empty.")
        node = self._or()
        if self.place < len(self.tokens):
            raise self._error("A closing parenthesis has no opening one.")
        return node

    def _or(self) -> Node:
        parts = [self._and()]
        while self._take("OR"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self) -> Node:
        parts = [self._not()]
        while self._take("AND") or self._starts_a_part():
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _not(self) -> Node:
        if self._take("NOT"):
            return Not(self._not())
        return self._part()

    def _part(self) -> Node:
        if self._take("("):
            node = self._or()
            if not self._take(")"):
                raise self._error("An opening parenthesis is never closed.")
            return node
        token = self._peek()
        if token is None:
            raise self._error("A word is missing at the end.")
        if token.kind == "operator":
            raise self._error(f"A word is missing before {token.text}.")
        if token.kind == "bracket":
            raise self._error("There is nothing between the parentheses.")
        self.place += 1
        return Term(token.text)

    def _peek(self) -> _Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def _take(self, text: str) -> bool:
        token = self._peek()
        if token is None or token.kind not in {"operator", "bracket"} or token.text != text:
            return False
        self.place += 1
        return True

    def _starts_a_part(self) -> bool:
        token = self._peek()
        return token is not None and (token.kind == "term" or token.text in {"NOT", "("})

    def _error(self, message: str) -> QueryError:
        token = self._peek()
        return QueryError(self.query, token.at if token else len(self.query), message)


def _tokens(query: str) -> list[_Token]:
    text = query.translate(_QUOTES)
    found = []
    for match in _TOKEN.finditer(text):
        kind, value = match.lastgroup or "", match[match.lastgroup or 0]
        at = match.start(kind)
        if kind == "open":
            raise QueryError(query, at, "A quotation mark is never closed.")
        if kind == "phrase" and not value.strip():
            raise QueryError(query, at, "There is nothing between the quotation marks.")
        if kind == "word" and value in {"AND", "OR", "NOT"}:
            kind = "operator"
        elif kind in {"word", "phrase"}:
            if not re.search(r"\w", value):
                raise QueryError(query, at, f"{value} alone finds nothing; put letters before it.")
            kind = "term"
        found.append(_Token(kind, value, at))
    return found
