"""Pages without text: tesseract reads the words from their picture, inside this process (extra `ocr`).

Only the reading process for scans imports this. The words go through the same layout as any other page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, cos, sin
from statistics import median
from typing import Any, NamedTuple

import pypdfium2 as pdfium

from ats_medai.documents import ocr_data
from ats_medai.documents.look_alikes import mend_line
from ats_medai.documents.words import PageWords, Word

DPI = 200
MOST_PIXELS = 16_000_000  # a larger page is read at a lower resolution; A4 at 200 dpi has 3,900,000
PAGE_MILLISECONDS = 12_000  # then what was read of the page so far is given up

_HEIGHT = 0.92  # of the font size: from the top of b to the bottom of p
_UPRIGHT = 60.0  # of 100: words that are less certain than this, on average, may stand on their side
_LEAST_SURE = 25.0
_TURNS = (90, 270, 180)

Point = tuple[float, float]


class _Found(NamedTuple):
    """A word in pixels, y downwards."""

    text: str
    left: float
    right: float
    confidence: float


class _Line(NamedTuple):
    """A line in pixels: words, both ends of its baseline, height of its letters."""

    words: list[_Found]
    start: Point
    end: Point
    height: float


class Recogniser:
    """Tesseract with its model loaded. Not safe to share by threads."""

    def __init__(self, dpi: int = DPI) -> None:
        from tesserocr import OEM, PSM, PyTessBaseAPI  # noqa: PLC0415 - the extra may be missing

        self._dpi = dpi
        self._api = PyTessBaseAPI(path=str(ocr_data.find_model()), lang="eng", psm=PSM.AUTO, oem=OEM.LSTM_ONLY)

    def read_words(self, page: pdfium.PdfPage) -> PageWords:
        """Give the words of the page's picture; coordinates are those of the page as it would lie straight."""
        width, height = page.get_size()
        lines, scale = self._recognise(page, 0)
        if lines and _certainty(lines) < _UPRIGHT:
            tried = [(*self._recognise(page, turn), turn) for turn in _TURNS]
            best, best_scale, turn = max(tried, key=lambda item: _certainty(item[0]))
            if _certainty(best) > max(_UPRIGHT, _certainty(lines)):
                lines, scale = best, best_scale
                width, height = (height, width) if turn % 180 else (width, height)
        words = tuple(_words(lines, scale, (width / 2, height / 2)))
        return PageWords(width, height, words, characters=sum(len(word.text) for word in words))

    def _recognise(self, page: pdfium.PdfPage, turn: int) -> tuple[list[_Line], float]:
        """Give the lines found, and how many points a pixel has."""
        width, height = page.get_size()
        scale = min(self._dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = page.render(scale=scale, rotation=turn, grayscale=True, may_draw_forms=False)
        self._api.SetImageBytes(bytes(picture.buffer), picture.width, picture.height, 1, picture.stride)
        self._api.SetSourceResolution(max(70, round(72 * scale)))
        picture.close()
        found = list(_lines(self._api.GetIterator())) if self._api.Recognize(PAGE_MILLISECONDS) else []
        self._api.Clear()
        return found, 1 / scale


def _lines(iterator: Any) -> Iterator[_Line]:  # noqa: ANN401 - from a library without types
    from tesserocr import RIL, iterate_level  # noqa: PLC0415

    line: _Line | None = None
    for item in iterate_level(iterator, RIL.WORD) if iterator else ():
        if item.IsAtBeginningOf(RIL.TEXTLINE) or line is None:
            if line and line.words:
                yield line
            box, baseline = item.BoundingBox(RIL.TEXTLINE), item.Baseline(RIL.TEXTLINE)
            start, end = baseline or ((box[0], box[3]), (box[2], box[3]))
            line = _Line([], start, end, item.RowAttributes()["row_height"] or box[3] - box[1])
        box, text = item.BoundingBox(RIL.WORD), "".join(item.GetUTF8Text(RIL.WORD).split())
        confidence = item.Confidence(RIL.WORD)
        if box and text and confidence >= _LEAST_SURE:
            line.words.append(_Found(text, box[0], box[2], confidence))
    if line and line.words:
        yield line


def _certainty(lines: Sequence[_Line]) -> float:
    """Give how sure the engine is of the average letter, 0 to 100."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _words(lines: Sequence[_Line], scale: float, centre: Point) -> Iterator[Word]:
    """The words in points, turned about the centre of the page until their lines are level."""
    skew = _skew(lines)
    order = 0
    for line in lines:
        middle = ((line.start[0] + line.end[0]) / 2 * scale, (line.start[1] + line.end[1]) / 2 * scale)
        _, base = _turned(middle, centre, skew)
        size = line.height * scale / _HEIGHT
        texts = mend_line([found.text for found in line.words])
        for found, text in zip(line.words, texts, strict=True):
            x0, _ = _turned((found.left * scale, middle[1]), centre, skew)
            x1, _ = _turned((found.right * scale, middle[1]), centre, skew)
            yield Word(text, x0, x1, base, size, bold=False, order=order)
            order += 1


def _skew(lines: Sequence[_Line]) -> float:
    """Give the slope of the longer lines, in radians; one line alone may be set at an angle."""
    longest = max((line.end[0] - line.start[0] for line in lines), default=0.0)
    long = [line for line in lines if line.end[0] - line.start[0] > longest / 2]
    return median(atan2(line.end[1] - line.start[1], line.end[0] - line.start[0]) for line in long) if long else 0.0


def _turned(point: Point, centre: Point, angle: float) -> Point:
    x, y = point[0] - centre[0], point[1] - centre[1]
    return centre[0] + x * cos(angle) + y * sin(angle), centre[1] - x * sin(angle) + y * cos(angle)
