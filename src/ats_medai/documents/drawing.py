"""Draw a PDF's first pages and tell where their words stand: runs in the reading process and nowhere else."""

from __future__ import annotations

import ctypes
import io
import json
import math
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ats_medai.documents.picture import PAGES
from ats_medai.errors import DocumentError, ErrorCode

DPI = 110
MOST_PIXELS = 2_000_000
"""Of one page; A4 at this resolution has 1.1 million. A larger page is drawn smaller."""
MOST_BYTES = 2 << 20
"""Of one picture; one that needs more is made smaller."""
MOST_CHARACTERS = 20_000
"""Of one page whose places are told."""
_FINE = 10_000
"""Steps that a page's side is cut into when a place on it is asked for."""

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom in parts of the page as it is seen."""


def draw_pages(data: bytes, name: str) -> bytes:
    """Give the first pages in the form that `picture.from_answer` takes; damaged ones are left out.

    Raises DocumentError for what pdfium does not open.
    """
    pages = []
    try:
        with pdfium.PdfDocument(data) as pdf:
            for index in range(min(len(pdf), PAGES)):
                with suppress(pdfium.PdfiumError):
                    pages.append(_drawn(pdf[index], index + 1))
    except pdfium.PdfiumError:
        raise DocumentError(name, ErrorCode.CORRUPT) from None
    return json.dumps(pages, separators=(",", ":")).encode()


def _drawn(page: pdfium.PdfPage, number: int) -> list[Any]:
    width, height = page.get_size()
    scale = min(DPI / 72, math.sqrt(MOST_PIXELS / max(1.0, width * height)))
    picture = page.render(scale=scale).to_pil()
    png = _png(picture)
    while len(png) > MOST_BYTES:
        picture = picture.reduce(2)
        png = _png(picture)
    words = [[text, *(round(edge, 4) for edge in box)] for text, box in _words(page)]
    page.close()
    return [number, round(width, 2), round(height, 2), b64encode(png).decode(), words]


def _png(picture: Any) -> bytes:  # noqa: ANN401 - a picture of Pillow, which comes with pypdfium2's own conversion
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _words(page: pdfium.PdfPage) -> Iterator[tuple[str, _Box]]:
    """Give the words in the order in which the file draws them, each with the box around its characters."""
    text: list[str] = []
    boxes: list[_Box] = []
    for sign, box in _characters(page):
        if text and (sign.isspace() or not _beside(boxes[-1], box)):
            yield "".join(text), _around(boxes)
            text, boxes = [], []
        if sign.isprintable() and not sign.isspace():
            text.append(sign)
            boxes.append(box)
    if text:
        yield "".join(text), _around(boxes)


def _characters(page: pdfium.PdfPage) -> Iterator[tuple[str, _Box]]:
    text = page.get_textpage()
    rect = pdfium_c.FS_RECTF()
    for index in range(min(pdfium_c.FPDFText_CountChars(text.raw), MOST_CHARACTERS)):
        if pdfium_c.FPDFText_GetLooseCharBox(text.raw, index, rect):
            one, other = _seen(page, rect.left, rect.top), _seen(page, rect.right, rect.bottom)
            yield chr(pdfium_c.FPDFText_GetUnicode(text.raw, index)), _around([(*one, *one), (*other, *other)])
    text.close()


def _seen(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    """Give a place in the page's own units as a reader sees it: cut to the visible part and turned with the page."""
    at_x, at_y = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, _FINE, _FINE, 0, x, y, at_x, at_y)
    return at_x.value / _FINE, at_y.value / _FINE


def _beside(one: _Box, other: _Box) -> bool:
    """Tell whether two characters stand on one line, lying or upright: the next line begins another word."""
    return min(one[3], other[3]) > max(one[1], other[1]) or min(one[2], other[2]) > max(one[0], other[0])


def _around(boxes: list[_Box]) -> _Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
