"""Words of a text, and set phrases looked up in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:['’ʼ´`][^\W_]+)*")
_LOST_SPACE = re.compile(
    r"(?<=[a-z])(?=[A-Z][a-z](?:[a-z'’]|$)|PhD)|(?<=[a-z]{2})(?=[A-Z]{3})|(?<=[A-Z])(?=[A-Z][a-z]{3})"
)
"""Where a scrape ran two words together: "DoLead" is "Do" and "Lead"."""
_APOSTROPHES = str.maketrans("", "", "'’ʼ´`")
_ANY = "*"
_MOST_SKIPPED = 2
"""How many words a `*` in a form stands for at most; it may stand for none."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: `text` in lower case without apostrophes, so that "you'll" and "youll" are one."""

    text: str
    start: int
    end: int
    surface: str


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Give the words between two offsets of the text."""
    words: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        at = match.start()
        for surface in _parts(match[0]):
            plain = surface if surface.isalnum() else surface.translate(_APOSTROPHES)
            words.append(Word(plain.lower(), at, at + len(surface), surface))
            at += len(surface)
    return tuple(words)


def _parts(surface: str) -> list[str]:
    if surface.islower() or surface[1:].islower() or surface.isupper() or len(surface) == 1:
        return [surface]
    return _LOST_SPACE.split(surface)


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: words `first` to `last` (half-open) of the sequence searched, and what it means."""

    first: int
    last: int
    value: T
    form: str


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[tuple[str, T]] = field(default_factory=list)


class Phrases(Generic[T]):
    """Set phrases as a tree of words.

    A form matches whole words in any case; one with a capital letter in it matches only in its own case. `*` stands
    for up to two words of any kind, though not at the start.
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for form, value in forms:
            node = self._root
            for part in form.split():
                keys = [_ANY] if part == _ANY else [word.text for word in words_of(part)]
                for key in keys:
                    node = node.children.setdefault(key, _Node())
            node.values.append((form, value))

    def find(self, words: Sequence[Word]) -> list[Hit[T]]:
        """Give the hits from left to right: the longest at each place, none overlapping another."""
        hits: list[Hit[T]] = []
        openings = self._root.children
        at = 0
        while at < len(words):
            here = self.at(words, at) if words[at].text in openings else None
            if here is None:
                at += 1
            else:
                hits.append(here)
                at = here.last
        return hits

    def at(self, words: Sequence[Word], first: int) -> Hit[T] | None:
        """Give the longest hit that begins at this word, of a form without `*` where there is one."""
        if words[first].text not in self._root.children:
            return None  # so it is with most words
        ends = [
            Hit(first, last, value, form)
            for last, node in self._walk(words, first, self._root)
            for form, value in node.values
            if last > first and _case_fits(form, words[first:last])
        ]
        return max(ends, key=lambda hit: (_ANY not in hit.form, hit.last), default=None)

    def _walk(self, words: Sequence[Word], at: int, node: _Node[T]) -> Iterable[tuple[int, _Node[T]]]:
        yield at, node
        if at < len(words) and (child := node.children.get(words[at].text)):
            yield from self._walk(words, at + 1, child)
        if gap := node.children.get(_ANY):
            for skipped in range(min(_MOST_SKIPPED, len(words) - at) + 1):
                yield from self._walk(words, at + skipped, gap)


def _case_fits(form: str, found: Sequence[Word]) -> bool:
    if form.islower() or _ANY in form or not any(letter.isupper() for letter in form):
        return True
    return [word.surface for word in words_of(form)] == [word.surface for word in found]
