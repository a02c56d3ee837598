"""Pages without text: tesseract reads the words from their picture, inside this process (extra `ocr`).

Only the reading process for scans imports this. The words go through the same layout as any other page's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2 as pdfium

from ats_medai.documents import ocr_data
from ats_medai.documents.ocr_lines import Seen, SeenLine, certainty, level_words
from ats_medai.documents.words import PageWords

DPI = 150  # as many letters right as at 200, and more of them in grainy scans of 100, for a sixth less time
FINE = 200  # for pages that are not read with certainty: print of 7 points and less
MOST_PIXELS = 16_000_000  # a larger page is read at a lower resolution; A4 at 150 dpi has 2,200,000
PAGE_MILLISECONDS = 8_000  # then the page is given up

_LEGIBLE = 40.0  # less certain than this it is no text: dirt, a drawing, or letters that the model does not know
_UPRIGHT = 60.0  # of 100: words that are less certain than this, on average, may stand on their side
_SURE = 90.0  # clean and grainy scans of usual print lie above, print of 6 and 7 points below
_TURNS = (90, 270, 180)


class _Attempt(NamedTuple):
    """What was seen in a page's picture turned by `turn` degrees, with `scale` points a pixel."""

    lines: list[SeenLine]
    scale: float
    turn: int

    @property
    def certainty(self) -> float:
        return certainty(self.lines)


class Recogniser:
    """Tesseract with its model loaded. Not safe to share by threads."""

    def __init__(self, dpi: int = DPI, fine: int = FINE) -> None:
        from tesserocr import OEM, PSM, PyTessBaseAPI  # noqa: PLC0415 - the extra may be missing

        self._dpi = dpi
        self._fine = fine
        self._api = PyTessBaseAPI(path=str(ocr_data.find_model()), lang="eng", psm=PSM.AUTO, oem=OEM.LSTM_ONLY)

    def read_words(self, page: pdfium.PdfPage) -> PageWords:
        """Give the words of the page's picture; coordinates are those of the page as it would lie straight."""
        best = self._recognise(page, self._dpi, 0)
        if best.certainty < _UPRIGHT:
            best = max(best, *(self._recognise(page, self._dpi, turn) for turn in _TURNS), key=_certainty)
        if best.lines and best.certainty < _SURE and self._fine > self._dpi:
            best = max(best, self._recognise(page, self._fine, best.turn), key=_certainty)
        if best.certainty < _LEGIBLE:
            best = _Attempt([], best.scale, 0)
        width, height = page.get_size()
        if best.turn % 180:
            width, height = height, width
        words = tuple(level_words(best.lines, best.scale, (width / 2, height / 2)))
        return PageWords(width, height, words, characters=sum(len(word.text) for word in words))

    def _recognise(self, page: pdfium.PdfPage, dpi: int, turn: int) -> _Attempt:
        width, height = page.get_size()
        scale = min(dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = page.render(scale=scale, rotation=turn, grayscale=True, may_draw_forms=False)
        self._api.SetImageBytes(bytes(picture.buffer), picture.width, picture.height, 1, picture.stride)
        self._api.SetSourceResolution(max(70, round(72 * scale)))
        picture.close()
        done = self._api.Recognize(PAGE_MILLISECONDS)
        lines = list(filter(_is_level, _lines(self._api.GetIterator()))) if done else []
        self._api.Clear()
        return _Attempt(lines, 1 / scale, turn)


def _certainty(attempt: _Attempt) -> float:
    return attempt.certainty


def _lines(iterator: Any) -> Iterator[SeenLine]:  # noqa: ANN401 - from a library without types
    from tesserocr import RIL, iterate_level  # noqa: PLC0415

    line: SeenLine | None = None
    for item in iterate_level(iterator, RIL.WORD) if iterator else ():
        box, baseline = item.BoundingBox(RIL.TEXTLINE), item.Baseline(RIL.TEXTLINE)
        if not box:  # a page without any word has one item without anything
            continue
        if item.IsAtBeginningOf(RIL.TEXTLINE) or line is None:
            if line and line.words:
                yield line
            start, end = baseline or ((box[0], box[3]), (box[2], box[3]))
            line = SeenLine([], start, end, item.RowAttributes()["row_height"] or box[3] - box[1])
        box, text = item.BoundingBox(RIL.WORD), "".join(item.GetUTF8Text(RIL.WORD).split())
        confidence = item.Confidence(RIL.WORD)
        if box and text:
            line.words.append(Seen(text, box[0], box[2], confidence))
    if line and line.words:
        yield line


def _is_level(line: SeenLine) -> bool:
    """Tell a line from one that runs up or down the page."""
    return abs(line.end[1] - line.start[1]) < line.end[0] - line.start[0]
