"""What lies behind the words: text in the colour of its background is seen by machines only."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from ats_medai.documents import pdfium_calls as call

Color = tuple[int, int, int]
Box = tuple[float, float, float, float]
_WHITE: Color = (255, 255, 255)
_NEAR = 24  # of 765: less than an eye tells apart on white
_MOST_OBJECTS = 20_000
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Area:
    """A filled shape, picture or shading: its box in page units and its colour, None where that is not plain."""

    box: Box
    color: Color | None


class Backgrounds:
    """The filled areas of a page, looked up only when a word is asked about."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - handle of the C library
        self._page = page
        self._areas: list[tuple[int, _Area]] | None = None
        self._place: dict[int, int] = {}
        self._left = _MOST_OBJECTS

    def same(self, pointer: int | None, x: float, y: float, color: Color) -> bool:
        """Tell whether text of this colour at a point, of the text object at `pointer`, melts into what is behind."""
        if self._areas is None:
            self._areas = list(self._collect())
        behind = self._place.get(pointer or 0, _MOST_OBJECTS)
        ground: Color | None = _WHITE
        for place, area in self._areas:
            left, bottom, right, top = area.box
            if place < behind and left <= x <= right and bottom <= y <= top:
                ground = area.color
        return ground is not None and sum(abs(a - b) for a, b in zip(ground, color, strict=True)) < _NEAR

    def _collect(self) -> Iterator[tuple[int, _Area]]:
        page = call.address(self._page)
        count = min(int(pdfium_c.FPDFPage_CountObjects(self._page)), _MOST_OBJECTS)
        yield from self._walk((call.get_object(page, i) for i in range(count)), None, 0)

    def _walk(self, objects: Iterable[int | None], matrix: Any, depth: int) -> Iterator[tuple[int, _Area]]:  # noqa: ANN401
        for pointer in objects:
            self._left -= 1
            if not pointer or self._left < 0:
                continue
            place = _MOST_OBJECTS - self._left
            kind = call.object_type(pointer)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                self._place[pointer] = place
                continue
            item = ctypes.cast(pointer, pdfium_c.FPDF_PAGEOBJECT)
            if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = range(min(pdfium_c.FPDFFormObj_CountObjects(item), self._left))
                parts = (call.address(pdfium_c.FPDFFormObj_GetObject(item, i)) for i in inner)
                yield from self._walk(parts, _combined(item, matrix), depth + 1)
            elif (area := _area(item, kind, matrix)) is not None:
                yield place, area


def _area(item: Any, kind: int, matrix: Any) -> _Area | None:  # noqa: ANN401
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    box = _moved((left.value, bottom.value, right.value, top.value), matrix)
    if box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return None
    if kind != pdfium_c.FPDF_PAGEOBJ_PATH:
        return _Area(box, None)
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, mode, stroke)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium_c.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    if not mode.value or alpha.value < 20:
        return None
    plain = alpha.value > 230 and pdfium_c.FPDFPath_CountSegments(item) <= 6
    return _Area(box, (red.value, green.value, blue.value) if plain else None)


def _combined(form: Any, outer: Any) -> Any:  # noqa: ANN401
    inner = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(form, inner):
        return outer
    if outer is None:
        return inner
    return pdfium_c.FS_MATRIX(
        inner.a * outer.a + inner.b * outer.c,
        inner.a * outer.b + inner.b * outer.d,
        inner.c * outer.a + inner.d * outer.c,
        inner.c * outer.b + inner.d * outer.d,
        inner.e * outer.a + inner.f * outer.c + outer.e,
        inner.e * outer.b + inner.f * outer.d + outer.f,
    )


def _moved(box: Box, matrix: Any) -> Box:  # noqa: ANN401
    if matrix is None:
        return box
    corners = [(x, y) for x in box[::2] for y in box[1::2]]
    xs = [matrix.a * x + matrix.c * y + matrix.e for x, y in corners]
    ys = [matrix.b * x + matrix.d * y + matrix.f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
