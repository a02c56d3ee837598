"""Text -> words: the one cutting of the text that everything in this folder counts in.

A word is a run of letters or of digits, so "ICD-10", "ICD 10" and "ICD10" are the same two words; what stands
between two words is kept as the gap before the second. "C++", "C#", ".NET", "'s" and "&" are words too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ats_medai.matching.plain import Plain, to_plain

MASKED: Final = "\x00"
"""The key of a word in a web or mail address: it is never part of a mention."""


class Gap:
    """What stands between two words, as one character."""

    GLUED = ""
    SPACE = " "
    HYPHEN = "-"
    LINE = "n"  # one line break and no bullet
    BLOCK = "*"  # an empty line, a bullet or a tab stop: what follows is something else
    STOP = "."  # end of a sentence, perhaps
    COMMA = ","
    SEMICOLON = ";"
    COLON = ":"
    SLASH = "/"
    BAR = "|"
    OPEN = "("
    CLOSE = ")"
    DOT = "_"  # a dot or underscore between two letters
    QUOTE = "'"
    OTHER = "?"
    SPLIT = "+"  # nothing: the two were written as one word ("timeseries")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: as written (plain), their key, their places in the plain text and the gaps."""

    plain: Plain
    raws: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    """Kind of the gap before each word; that before the first is BLOCK."""

    def __len__(self) -> int:
        return len(self.keys)

    def place(self, i: int) -> int:
        """Give the start of a word in the original text."""
        return self.starts[i] if self.plain.starts is None else self.plain.starts[self.starts[i]]

    def original(self, first: int, after: int) -> tuple[int, int]:
        """Give the start and end in the original text of the words `first` up to `after`."""
        return self.plain.original(self.starts[first], self.ends[after - 1])

    def gap_text(self, i: int) -> str:
        """Give the characters between word `i - 1` and word `i`; `i` may be one past the last word."""
        start = self.ends[i - 1] if i else 0
        return self.plain.text[start : self.starts[i] if i < len(self) else None]

    def after_bullet(self, i: int) -> bool:
        """Tell whether a bullet sign stands before a word."""
        return _BULLET.search(self.gap_text(i)) is not None


_WORD: Final = re.compile(
    r"(?<![^\W\d_])[Cc]\+\+|(?<!\w)[CcFf]#|(?<!\w)\.(?:NET|Net)\b|(?<=\w)'[sS]\b|&"
    r"|[A-Z]{2,}(?=v\d)|[^\W\d_]+|\d+"
)
_ADDRESS: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+|(?:https?://|www\.)\S+"
    r"|(?<![\w.-])[\w.-]{1,80}\.(?:com|org|net|io|edu|gov|me|dev|ai|co|uk|de|fr)/[\w./?=&%~#-]+",
    re.IGNORECASE,
)
_ADDRESS_SIGN: Final = re.compile(r"@|://|www\.|(?<=\.)[A-Za-z]{2,3}/")
_SPACE: Final = re.compile(r"\s")
_BULLET: Final = re.compile(r"[•●○▪■□◦‣⁃▸►➢➤✓✔★·*¤§\ue000-\uf8ff]|\n[ \t]*[-+o]\s|  - ")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_USUAL_GAP: Final = 40
"""Characters of the longest gap that is worth remembering."""
_FIRST_SIGN: Final = (
    (";", Gap.SEMICOLON), ("|", Gap.BAR), (":", Gap.COLON), (",", Gap.COMMA), ("(", Gap.OPEN), ("[", Gap.OPEN),
    (")", Gap.CLOSE), ("]", Gap.CLOSE), ("/", Gap.SLASH), ("\\", Gap.SLASH),
)  # fmt: skip


def gap_kind(gap: str) -> str:
    """Tell what the characters between two words mean."""
    return _remembered_kind(gap) if len(gap) <= _USUAL_GAP else _kind(gap)


def _kind(gap: str) -> str:
    if gap in {"", " ", "-", "/"}:
        return gap
    if gap.isspace():
        return _space(gap)
    if _BLANK_LINE.search(gap) or _BULLET.search(gap):
        return Gap.BLOCK
    if gap in {".", "_"}:
        return Gap.DOT
    return _sign(gap, gap.strip())


_remembered_kind: Final = lru_cache(maxsize=4096)(_kind)


def _space(gap: str) -> str:
    if "\n" in gap:
        return Gap.BLOCK if _BLANK_LINE.search(gap) else Gap.LINE
    return Gap.SPACE if len(gap) < 4 and "\t" not in gap else Gap.OTHER  # further apart: another column


def _sign(gap: str, sign: str) -> str:
    if sign == "-":
        return Gap.HYPHEN if len(gap) <= 2 or "\n" in gap else Gap.OTHER  # "word - word" is a dash
    if sign[0] in ".!?" and sign != gap:
        return Gap.STOP
    kind = next((kind for character, kind in _FIRST_SIGN if character in sign), None)
    if kind is not None:
        return kind
    return Gap.QUOTE if set(sign) <= set("'\"“”") else Gap.STOP if sign[0] in ".!?" else Gap.OTHER


def cut(text: str) -> Words:
    """Give the words of `text`."""
    plain = to_plain(text)
    text = plain.text
    places = [match.span() for match in _WORD.finditer(text)]
    raws = [text[start:end] for start, end in places]
    starts = [start for start, _ in places]
    ends = [end for _, end in places]
    between = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    gaps = [gap if gap == Gap.SPACE else gap_kind(gap) for gap in between]  # most are one space
    keys = ["and" if raw == "&" else raw.lower() for raw in raws]
    return Words(plain, raws, keys, starts, ends, [Gap.BLOCK, *gaps] if raws else [])


def mask_addresses(words: Words) -> None:
    """Take the words of web and mail addresses out of play."""
    for start, end in _addresses(words.plain.text):
        for i in range(bisect_left(words.starts, start), bisect_left(words.starts, end)):
            words.keys[i] = MASKED


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of addresses; only words with a sign of one are looked at closely."""
    done = 0
    for sign in _ADDRESS_SIGN.finditer(text):
        if sign.start() < done:
            continue
        start = max(text.rfind(" ", done, sign.start()), text.rfind("\n", done, sign.start()), done - 1) + 1
        done = end.start() if (end := _SPACE.search(text, sign.end())) else len(text)
        yield from (address.span() for address in _ADDRESS.finditer(text, start, done))
