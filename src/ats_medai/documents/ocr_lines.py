"""Lines that OCR found in a picture -> words on level lines, as the layout takes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, sin
from statistics import median
from typing import NamedTuple

from ats_medai.documents.look_alikes import mend_line
from ats_medai.documents.words import Word

_HEIGHT = 0.92  # of the font size: from the top of b to the bottom of p
_LEVEL = 0.25  # of the font size: baselines that differ by less are one
_NEAR = 0.8  # of the font size: what starts within that behind a line goes on with it
_SPACE = 0.45  # of the font size: no address has a wider gap around its @
_AIR = 0.1  # of the font size, on both sides of a bar: OCR sees the ink, the layout counts in widths of type
_LEAST_SURE = 25.0  # of 100: below this a word is dirt, or a bullet at the start of a line

Point = tuple[float, float]


class Seen(NamedTuple):
    """A word in pixels from the left edge; `confidence` is 0 to 100."""

    text: str
    left: float
    right: float
    confidence: float


class SeenLine(NamedTuple):
    """A line in pixels, y downwards: words, both ends of its baseline, height from the top of b to the bottom of p."""

    words: list[Seen]
    start: Point
    end: Point
    height: float


@dataclass(slots=True)
class _Level:
    """The same in points, turned level: words as text, left, right."""

    words: list[tuple[str, float, float]]
    base: float
    size: float


def level_words(lines: Sequence[SeenLine], scale: float, centre: Point) -> Iterator[Word]:
    """Give the words in points, turned about the centre of the page until its lines are level.

    `scale` is the number of points a pixel has; `centre` is in points.
    """
    skew = find_skew(lines)
    order = 0
    for line in _joined([level for line in lines if (level := _levelled(line, scale, centre, skew)).words]):
        texts = mend_line([text for text, _, _ in line.words])
        words = [(text, x0, x1) for text, (_, x0, x1) in zip(texts, line.words, strict=True)]
        for text, x0, x1 in _parted(_whole_addresses(words, line.size)):
            yield Word(text, x0, x1, line.base, line.size, bold=False, order=order)
            order += 1


def find_skew(lines: Sequence[SeenLine]) -> float:
    """Give the slope of the longer lines in radians; a short one may lean by itself."""
    longest = max((line.end[0] - line.start[0] for line in lines), default=0.0)
    long = [line for line in lines if line.end[0] - line.start[0] > longest / 2]
    return median(atan2(line.end[1] - line.start[1], line.end[0] - line.start[0]) for line in long) if long else 0.0


def certainty(lines: Sequence[SeenLine]) -> float:
    """Give how sure the engine is of the average letter, 0 to 100."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _levelled(line: SeenLine, scale: float, centre: Point, skew: float) -> _Level:
    x, y = (line.start[0] + line.end[0]) / 2 * scale, (line.start[1] + line.end[1]) / 2 * scale
    _, base = _turned((x, y), centre, skew)
    size = line.height * scale / _HEIGHT
    words: list[tuple[str, float, float]] = []
    for place, word in enumerate(line.words):
        text = _believed(word, first=place == 0 and len(line.words) > 1)
        air = _AIR * size if text == "|" else 0.0
        if text:
            left, _ = _turned((word.left * scale - air, y), centre, skew)
            right, _ = _turned((word.right * scale + air, y), centre, skew)
            words.append((text, left, right))
    return _Level(words, base, size)


def _believed(word: Seen, *, first: bool) -> str:
    """Take an uncertain sign before other words for a bullet, and any other uncertain word for dirt."""
    if word.confidence >= _LEAST_SURE:
        return word.text
    return "•" if first and len(word.text) == 1 else ""


def _turned(point: Point, centre: Point, angle: float) -> Point:
    x, y = point[0] - centre[0], point[1] - centre[1]
    return centre[0] + x * cos(angle) + y * sin(angle), centre[1] - x * sin(angle) + y * cos(angle)


def _joined(lines: Sequence[_Level]) -> list[_Level]:
    """Put parts of a line together that the engine took for two."""
    whole: list[_Level] = []
    for line in lines:
        before = next((other for other in whole if _goes_on(other, line)), None)
        if before is None:
            whole.append(line)
        else:
            before.words += line.words
    return whole


def _goes_on(before: _Level, line: _Level) -> bool:
    size = min(before.size, line.size)
    gap = line.words[0][1] - before.words[-1][2]
    return abs(line.base - before.base) < _LEVEL * size and 0 <= gap <= _NEAR * size


def _whole_addresses(words: Sequence[tuple[str, float, float]], size: float) -> list[tuple[str, float, float]]:
    """Close the gap that is often seen around the @ of an address."""
    whole = list(words[:1])
    for before, word in pairwise(words):
        behind = len(before[0]) > 1 and before[0].endswith("@") and word[0][0].isalnum()
        at = behind or (len(word[0]) > 1 and word[0].startswith("@") and before[0][-1].isalnum())
        if at and word[1] - before[2] < _SPACE * size:
            text, x0, _ = whole.pop()
            whole.append((text + word[0], x0, word[2]))
        else:
            whole.append(word)
    return whole


def _parted(words: Sequence[tuple[str, float, float]]) -> Iterator[tuple[str, float, float]]:
    """End each word where the next one starts: the engine's boxes overlap here and there, words don't."""
    for (text, x0, x1), (_, following, _) in pairwise(words):
        yield text, x0, min(x1, max(x0, following))
    yield from words[-1:]
