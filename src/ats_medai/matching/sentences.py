"""Where sentences, lines and list items begin: the stretches that a cue or a neighbour can speak for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ats_medai.matching.english import is_english
from ats_medai.matching.words import Gap, Words

_ABBREVIATIONS: Final = frozenset({
    "dr", "mr", "mrs", "ms", "prof", "eg", "ie", "vs", "etc", "inc", "ltd", "co", "corp", "al", "fig", "no", "st",
    "jr", "sr", "univ", "dept", "assoc", "asst", "approx", "e", "i", "g", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "ph", "m", "b", "d", "s", "sc",
})  # fmt: skip
_OPEN_ENDED: Final = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "their", "to", "using",
    "via", "with", "no", "not", "any", "my", "our", "your", "its", "this", "that", "between", "about", "over", "under",
    "through", "such", "like", "including", "both", "is", "are", "was", "were", "be", "been", "have", "has", "had",
    "will", "would", "can", "than", "without", "within", "across", "only",
})  # fmt: skip
_LONG_LINE: Final = 60
"""Characters that a line must have to be taken for wrapped rather than ended."""
_FULL: Final = 0.8
"""Share of the text's usual line width that a wrapped line has at least."""
_NEVER_INSIDE: Final = frozenset({
    "no", "not", "never", "none", "i", "we", "my", "our", "he", "she", "they", "his", "her", "their", "the", "this",
    "these", "currently", "also", "familiar", "learning", "seeking", "interested", "other", "responsible",
})  # fmt: skip
"""Words that have a capital only where something new begins, even below a line of names."""
_LIST_COMMAS: Final = 3
"""Commas that make a line a list of names."""
_HEADING_WORDS: Final = 4
_HEADING_LETTERS: Final = 5
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

    def begun(self, start: int, end: int) -> list[int]:
        """Give the first words of the sentences that begin from word `start` up to `end`."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def line(self, word: int) -> tuple[int, int]:
        """Give the first word of the line that `word` is in and the word after its last."""
        return _stretch(self.lines, self.size, word)


def _stretch(starts: list[int], size: int, word: int) -> tuple[int, int]:
    at = bisect_right(starts, word)
    return starts[at - 1], starts[at] if at < len(starts) else size


def find_sentences(words: Words, borders: Collection[int] = (), english: frozenset[str] = frozenset()) -> Sentences:
    """Cut the words into sentences and lines; `borders` are the words at which headings begin and end."""
    starts, lines = [0], [0]
    full = _full_width(words.plain.text)
    for i, gap in enumerate(words.gaps):
        if gap == Gap.SPACE or not i:
            continue
        broken = _broken(words, i)
        if broken:
            lines.append(i)
        if (
            gap in {Gap.BLOCK, Gap.SEMICOLON}
            or (gap == Gap.STOP and _is_stop(words, i))
            or (broken and (i in borders or _is_end(words, i, full, english)))
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


def _is_end(words: Words, i: int, full: float, english: frozenset[str]) -> bool:
    """Tell whether the line break before word `i` ends a sentence, or only a line that was full."""
    gap = words.gap_text(i)
    if gap.lstrip("'\"”)")[:1] in {".", "!", "?", ":"}:
        return words.keys[i - 1] not in _ABBREVIATIONS
    text = words.plain.text
    line_start = text.rfind("\n", 0, words.ends[i - 1]) + 1
    line = text[line_start : words.ends[i - 1]]
    if is_heading(line):
        return True
    if words.raws[i][0].islower() or words.keys[i - 1] in _OPEN_ENDED or gap.lstrip()[:1] in {",", "&", "/"}:
        return False
    return len(line) < full or bool(re.search(r"\n\s{2,}|\)\s*\n", gap)) or _begins_anew(words, i, line, english)


def is_heading(line: str) -> bool:
    """Tell whether a whole line is a few words in capitals ("COURSES")."""
    names = line.split()
    return len(names) <= _HEADING_WORDS and len(line) >= _HEADING_LETTERS and line.isupper() and "," not in line


def _begins_anew(words: Words, i: int, line: str, english: frozenset[str]) -> bool:
    """Tell whether the capital of word `i`, below a full line, can only be that of a new sentence."""
    key = words.keys[i]
    if key in _NEVER_INSIDE:
        return True
    is_name = not words.raws[i][1:].islower() or not is_english(key, english)
    if line.count(",") >= _LIST_COMMAS:
        return not is_name or not words.raws[i - 1][0].islower()
    return not is_name and words.raws[i - 1][0].islower()


def items(words: Words, first: int, after: int) -> list[tuple[int, int]]:
    """Cut the words `first` up to `after` into the items of a list at commas, bars, slashes and line breaks."""
    cuts = [i for i in range(first + 1, after) if words.gaps[i] in _ENDS_ITEM or words.keys[i] in {"and", "or"}]
    found = [
        (start + (words.keys[start] in {"and", "or"}), end)
        for start, end in zip([first, *cuts], [*cuts, after], strict=True)
    ]
    return [(start, end) for start, end in found if start < end]
