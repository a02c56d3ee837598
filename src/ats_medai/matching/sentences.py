"""Where sentences, lines and list items begin: the stretches that a cue or a neighbour can speak for."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from ats_medai.matching.words import Gap, Words

_ABBREVIATIONS: Final = frozenset({
    "dr", "mr", "mrs", "ms", "prof", "eg", "ie", "vs", "etc", "inc", "ltd", "co", "corp", "al", "fig", "no", "st",
    "jr", "sr", "univ", "dept", "assoc", "asst", "approx", "e", "i", "g", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "ph", "m", "b", "d", "s", "sc",
})  # fmt: skip
_OPEN_ENDED: Final = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "their", "to", "using",
    "via", "with",
})  # fmt: skip
_LONG_LINE: Final = 60
"""Characters that a line must have to be taken for wrapped rather than ended."""
_FULL: Final = 0.8
"""Share of the text's usual line width that a wrapped line has at least."""
_ENDS_ITEM: Final = frozenset({
    Gap.COMMA, Gap.SEMICOLON, Gap.BAR, Gap.BLOCK, Gap.LINE, Gap.SLASH, Gap.OPEN, Gap.CLOSE, Gap.COLON, Gap.STOP,
    Gap.OTHER,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentences:
    """First words of the sentences and of the lines, in order; each starts with 0."""

    starts: list[int]
    lines: list[int]
    size: int

    def around(self, word: int) -> tuple[int, int]:
        """Give the first word of the sentence that `word` is in and the word after its last."""
        return _stretch(self.starts, self.size, word)

    def line(self, word: int) -> tuple[int, int]:
        """Give the first word of the line that `word` is in and the word after its last."""
        return _stretch(self.lines, self.size, word)


def _stretch(starts: list[int], size: int, word: int) -> tuple[int, int]:
    at = bisect_right(starts, word)
    return starts[at - 1], starts[at] if at < len(starts) else size


def find_sentences(words: Words) -> Sentences:
    """Cut the words into sentences and lines."""
    starts, lines = [0], [0]
    full = _full_width(words.plain.text)
    for i in range(1, len(words)):
        gap = words.gaps[i]
        if gap in {Gap.SPACE, Gap.COMMA} and words.starts[i] - words.ends[i - 1] <= 2 and not _broken(words, i):
            continue
        broken = _broken(words, i)
        if broken:
            lines.append(i)
        if (
            gap in {Gap.BLOCK, Gap.SEMICOLON}
            or (gap == Gap.STOP and _is_stop(words, i))
            or (broken and _is_end(words, i, full))
        ):
            starts.append(i)
    return Sentences(starts, lines, len(words))


def _broken(words: Words, i: int) -> bool:
    return "\n" in words.plain.text[words.ends[i - 1] : words.starts[i]]


def _is_stop(words: Words, i: int) -> bool:
    if words.keys[i - 1] in _ABBREVIATIONS and words.gap_text(i)[0] == ".":
        return False
    return not words.raws[i][0].islower() or "\n" in words.gap_text(i)


def _full_width(text: str) -> float:
    """Give the characters from which a line counts as full, by the longer lines of this text."""
    widths = sorted(width for line in text.split("\n") if (width := len(line)) > _LONG_LINE)
    return max(_LONG_LINE, _FULL * widths[int(0.85 * (len(widths) - 1))]) if widths else _LONG_LINE


def _is_end(words: Words, i: int, full: float) -> bool:
    """Tell whether the line break before word `i` ends a sentence, or only a line that was full."""
    gap = words.gap_text(i)
    if gap.lstrip("'\"”)")[:1] in {".", "!", "?", ":"}:
        return words.keys[i - 1] not in _ABBREVIATIONS
    if words.raws[i][0].islower() or words.keys[i - 1] in _OPEN_ENDED or gap.lstrip()[:1] in {",", "&", "/"}:
        return False
    line_start = words.plain.text.rfind("\n", 0, words.ends[i - 1]) + 1
    return words.ends[i - 1] - line_start < full or bool(re.search(r"\n\s{2,}|\)\s*\n", gap))


def items(words: Words, first: int, after: int) -> list[tuple[int, int]]:
    """Cut the words `first` up to `after` into the items of a list at commas, bars, slashes and line breaks."""
    cuts = [i for i in range(first + 1, after) if words.gaps[i] in _ENDS_ITEM or words.keys[i] in {"and", "or"}]
    found = [
        (start + (words.keys[start] in {"and", "or"}), end)
        for start, end in zip([first, *cuts], [*cuts, after], strict=True)
    ]
    return [(start, end) for start, end in found if start < end]
