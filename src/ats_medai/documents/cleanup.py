"""All cleaning of text, before any offset exists. Every step is linear in the length of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ats_medai.documents.hyphens import join_broken_words
from ats_medai.model import Issue, Severity

# Zero-width and direction marks, tags, variation selectors, soft hyphens: what takes part in no word
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_SUSPECT = re.compile("[\u202d\u202e\u2066-\u2069\U000e0000-\U000e007f]")  # overrides and tags: they carry a message
_HARMLESS = re.compile("[\u00ad\ufe00-\ufe0f\U000e0100-\U000e01ef\ufeff]")  # hyphenation hints, emoji, byte order
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
_BREAK = re.compile("\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ACCENTED = re.compile("([´¨ˆ˜¸ˇ˘˝˚])([A-Za-zı])")
_STACKED = re.compile("[\u0300-\u036f]{3,}")
_GAP = re.compile(r"\t[ \t]*|[^\S\t\n]{3,}\t?[ \t]*")
_DOTS = "•●○◦▪▫■□◆◇◘◙‣⁃∙⋅➢➤➔►▶▸❖✓✔✦✧★☆⦁⬤🔹🔸\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf0a8"
_BULLET = re.compile(rf"^[ \t]*(?:[{_DOTS}]|[·*](?=[ \t]))[ \t]*", re.MULTILINE)
_OTHER_ALPHABET = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_LETTERS = re.compile("[A-Za-z\u0370-\u03ff\u0400-\u04ff]+")

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ‛′", "'"),
        **dict.fromkeys("“”‟″", '"'),
        **dict.fromkeys("‐‑‒−﹣－", "-"),  # hyphens and minus; dashes stay, they part dates
        **dict.fromkeys("™℠®", ""),  # "Epic™" is Epic, not "EpicTM"
        "⁄": "/",
        "´": "'",
        "˜": "~",
    }
)
# Cyrillic and Greek letters that are drawn like Latin ones
_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ",
    "ABESIJKMHOPCTYXaeopcyxijshdqwABEZHIKMNOPTYXoc",
)
_OTHER_FORM = re.compile(f"[{''.join(map(chr, _SAME))}]")
_COMBINING = {
    "´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327",
    "ˇ": "\u030c", "˘": "\u0306", "˝": "\u030b", "˚": "\u030a",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cleaned:
    """As many lines as were given, emptied ones as "", and what was noticed."""

    lines: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


def clean(lines: Iterable[str]) -> Cleaned:
    """Give the lines in one plain form of Unicode, with words whole and without what nobody sees.

    A tab stands between the cells of a row; line breaks stay, but for the part of a broken word, which moves up.
    """
    lines = list(lines)
    if not lines:
        return Cleaned(())
    text = "\n".join([_BREAK.sub(" ", line) for line in lines])
    issues: tuple[Issue, ...] = ()
    if not text.isascii():
        text, issues = _plain_unicode(text)
    text = _CONTROL.sub("", _BULLET.sub("• ", text))
    cells = [_spaced(line) for line in text.split("\n")]
    return Cleaned(tuple(join_broken_words(cells)), issues)


def _plain_unicode(text: str) -> tuple[str, tuple[Issue, ...]]:
    issues = _count_invisible(text)
    text = _INVISIBLE.sub("", text)
    text = _in_one_form(_ACCENTED.sub(_compose, text))
    text = unicodedata.normalize("NFKC", text)
    text = _in_one_form(_STACKED.sub("", text))
    folded = _LETTERS.sub(_fold, text) if _OTHER_ALPHABET.search(text) else text
    if folded != text:
        message = "Words mix Latin with look-alike letters of another alphabet; they are read as Latin."
        issues += (Issue("invisible_unicode", Severity.WARNING, message),)
    return folded, issues


def _in_one_form(text: str) -> str:
    """Few letters have another form: to translate every one of a text takes ten times as long."""
    return _OTHER_FORM.sub(lambda match: _SAME[ord(match[0])], text)


def _count_invisible(text: str) -> tuple[Issue, ...]:
    count = len(_INVISIBLE.findall(text)) - len(_HARMLESS.findall(text))
    if count <= 0:
        return ()
    suspect = bool(_SUSPECT.search(text)) or count > 0.02 * len(text)
    message = f"{count} invisible characters were taken out."
    return (Issue("invisible_unicode", Severity.WARNING if suspect else Severity.INFO, message),)


def _compose(match: re.Match[str]) -> str:
    """TeX's older fonts draw é as ´ and e; people type ´ for an apostrophe, so only vowels and c, n, z count there."""
    accent, letter = match.groups()
    if accent == "´" and letter.lower() not in "aeiouyıcnz":
        return match.group()
    composed = unicodedata.normalize("NFC", ("i" if letter == "ı" else letter) + _COMBINING[accent])
    return composed if len(composed) == 1 else match.group()


def _fold(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii():
        return word
    latin = word.translate(_LATIN)
    return latin if latin.isascii() and any(map(str.isascii, word)) else word


def _spaced(line: str) -> str:
    """Make one space of several; a tab, or three spaces and more, part cells."""
    if "\t" not in line and "   " not in line:
        return " ".join(line.split())
    cells = (" ".join(cell.split()) for cell in _GAP.split(line))
    return "\t".join(filter(None, cells))
