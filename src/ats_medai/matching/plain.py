"""A copy of the text that is easier to match in, and the way back to the places of the original.

Typographic hyphens, quotes and spaces become plain ones, letters lose accents and full width, soft hyphens and
zero-width characters go, and letters that only look Latin ("PуTorch" with a Cyrillic у) become Latin.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text; `starts` and `ends` give each character's place in the original, None where nothing moved."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the original that the stretch `start` to `end` (not empty) of the plain text is."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


_HYPHENS: Final = "‐‑‒–—−﹣－⁃"
_QUOTES: Final = "‘’ʼ`´′＇"
_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\v\f"
_NOTHING: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff™®©℠"
_LOOKALIKES: Final = str.maketrans(
    "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρικ",
    "aeopcyxijsdhlqwABEKMHOPCTYXIJSABEZHIKMNOPTYXovpik",
)
_FOREIGN: Final = re.compile(r"[Ͱ-ϿЀ-ԯ]")
_ASCII_LETTER: Final = re.compile(r"[A-Za-z]")
_OTHER: Final = re.compile(r"[^\x00-\x7f]|[\v\f`]")
_CLUSTER: Final = re.compile(r"[\s\S][̀-ͯ]+|[^\x00-\x7f]")


_REMEMBERED: Final = 5000
"""Characters whose plain form is kept at hand."""


class _Table(dict[int, str]):
    """One plain character for a character; the character itself where one does not do."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        single = plain if len(plain) == 1 else chr(code)
        if len(self) < _REMEMBERED:
            self[code] = single
        return single


def _plain(cluster: str) -> str:
    """Give the plain text of one character with its combining marks; empty for what is not to be seen."""
    if cluster[0] in _NOTHING:
        return ""
    if cluster[0] in _HYPHENS:
        return "-"
    if cluster[0] in _QUOTES:
        return "'"
    if cluster[0] in _SPACES:
        return " "
    letters = (part for part in unicodedata.normalize("NFKD", cluster) if not unicodedata.combining(part))
    return unicodedata.normalize("NFKC", "".join(letters))


_TABLE: Final = _Table({code: chr(code) for code in range(128) if chr(code) not in "\v\f`"})


def to_plain(text: str) -> Plain:
    """Give the plain form of `text`; line breaks and the number of words stay."""
    text = _OTHER.sub(lambda match: _TABLE[ord(match[0])], text)
    if text.isascii():
        return Plain(text)
    if _FOREIGN.search(text):
        text = re.sub(r"\w+", _latin, text)
    clusters = [match for match in _CLUSTER.finditer(text) if not _is_plain(match[0])]
    return _resized(text, clusters) if clusters else Plain(text)


def _is_plain(cluster: str) -> bool:
    return _is_plain_character(cluster) if len(cluster) == 1 else _plain(cluster) == cluster


@lru_cache(maxsize=_REMEMBERED)
def _is_plain_character(character: str) -> bool:
    return _plain(character) == character


def _latin(word: re.Match[str]) -> str:
    """Give a word of Latin and other letters in Latin; any other word as it is."""
    mixed = _FOREIGN.search(word[0]) and _ASCII_LETTER.search(word[0])
    return word[0].translate(_LOOKALIKES) if mixed else word[0]


def _resized(text: str, clusters: list[re.Match[str]]) -> Plain:
    """Put the plain form in for clusters whose length changes, keeping count of the places."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for cluster in clusters:
        pieces.append(text[done : cluster.start()])
        starts.extend(range(done, cluster.start()))
        ends.extend(range(done + 1, cluster.start() + 1))
        plain = _plain(cluster[0])
        pieces.append(plain)
        starts.extend([cluster.start()] * len(plain))
        ends.extend([cluster.end()] * len(plain))
        done = cluster.end()
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Plain("".join(pieces), tuple(starts), tuple(ends))
