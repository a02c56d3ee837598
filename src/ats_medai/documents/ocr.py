"""Pages without text: tesseract reads the words from their picture, inside this process (extra `ocr`).

Only the reading process for scans imports this. The words go through the same layout as any other page's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium

from ats_medai.documents import ocr_data
from ats_medai.documents.ocr_lines import Seen, SeenLine, certainty, level_words
from ats_medai.documents.words import PageWords

DPI = 200
MOST_PIXELS = 16_000_000  # a larger page is read at a lower resolution; A4 at 200 dpi has 3,900,000
PAGE_MILLISECONDS = 10_000  # then the page is given up

_UPRIGHT = 60.0  # of 100: words that are less certain than this, on average, may stand on their side
_TURNS = (90, 270, 180)


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
        if certainty(lines) < _UPRIGHT:
            tried = [(*self._recognise(page, turn), turn) for turn in _TURNS]
            best, best_scale, turn = max(tried, key=lambda item: certainty(item[0]))
            if certainty(best) > max(_UPRIGHT, certainty(lines)):
                lines, scale = best, best_scale
                width, height = (height, width) if turn % 180 else (width, height)
        words = tuple(level_words(lines, scale, (width / 2, height / 2)))
        return PageWords(width, height, words, characters=sum(len(word.text) for word in words))

    def _recognise(self, page: pdfium.PdfPage, turn: int) -> tuple[list[SeenLine], float]:
        """Give the lines found, and how many points a pixel has."""
        width, height = page.get_size()
        scale = min(self._dpi / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = page.render(scale=scale, rotation=turn, grayscale=True, may_draw_forms=False)
        self._api.SetImageBytes(bytes(picture.buffer), picture.width, picture.height, 1, picture.stride)
        self._api.SetSourceResolution(max(70, round(72 * scale)))
        picture.close()
        found = (
            list(filter(_is_level, _lines(self._api.GetIterator()))) if self._api.Recognize(PAGE_MILLISECONDS) else []
        )
        self._api.Clear()
        return found, 1 / scale


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
