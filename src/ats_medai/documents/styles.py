"""What the words of one text object of a PDF share: size, weight, direction, colour, and whether anybody sees them."""

from __future__ import annotations

import ctypes
import re
from ctypes import addressof
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium_c

from ats_medai.documents import pdfium_calls as call

Color = tuple[int, int, int]

_BOLD = re.compile(r"bold|black|heavy|semi|demi|medi(?!um)|cmb|bx\d|[-_ ]b[dx]?\b", re.IGNORECASE)
_SMALLEST = 4.0  # points; smaller print is for machines only
_LARGEST = 400.0  # points
_LIGHT = 200  # of 255 in every channel: darker text is seen on the white of a page


@dataclass(frozen=True, slots=True)
class Style:
    """How words look. Sizes in points."""

    size: float = 10.0
    bold: bool = False
    turn: int = 0
    """Quarter turns, counter-clockwise, of the direction of writing; -1 at another angle."""
    color: Color = (0, 0, 0)
    light: bool = False
    unseen: str = ""
    """Why nobody sees it; "" for what is seen."""


_PLAIN = Style()


class Styles:
    """The styles of one page, looked up once a text object and kept by its address in `known`."""

    def __init__(self, text_page: Any) -> None:  # noqa: ANN401 - a pointer that is ready
        self.known: dict[int | None, Style] = {None: _PLAIN}
        self._page = text_page
        self._fonts: dict[int, bool] = {}
        self._alike: dict[tuple[float | int | bool, ...], Style] = {}
        self._matrix = pdfium_c.FS_MATRIX()
        self._at_matrix = call.pointer_to(self._matrix)
        self._channels = (ctypes.c_uint * 4)()
        self._places = [call.pointer_to(self._channels, i * ctypes.sizeof(ctypes.c_uint)) for i in range(4)]
        self._object = ctypes.c_void_p()

    def look_up(self, pointer: int, index: int) -> Style:
        """Give the style of the text object at `pointer`, to which the character at `index` belongs."""
        matrix = self._matrix
        call.matrix(self._page, index, self._at_matrix)
        self._object.value = pointer
        call.fill_color(self._object, *self._places)
        mode = call.render_mode(self._object)
        size = call.font_size(self._page, index)
        scale = hypot(matrix.c, matrix.d)
        if not _SMALLEST <= size * scale <= _LARGEST:  # Type 3 fonts have sizes of their own: look at the glyph
            size = self._glyph_size(index) / (scale or 1.0)
        seed = (size, matrix.a, matrix.b, matrix.c, matrix.d, mode, self._is_bold(), *self._channels)
        style = self._alike.get(seed)
        if style is None:
            style = self._alike[seed] = _make(*seed)
        self.known[pointer] = style
        return style

    def _glyph_size(self, index: int) -> float:
        rect = pdfium_c.FS_RECTF()
        call.char_box(self._page, index, call.pointer_to(rect))
        height = rect.top - rect.bottom
        return min(height, _LARGEST) if height > 0 else _PLAIN.size

    def _is_bold(self) -> bool:
        font = call.font_of(self._object)
        if not font:
            return False
        if font not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            length = call.font_name(font, addressof(buffer), 128)
            name = buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")
            self._fonts[font] = bool(_BOLD.search(name.partition("+")[2] or name))
        return self._fonts[font]


def _make(  # noqa: PLR0913, PLR0917 - the fields of the key, in its order
    size: float,
    a: float,
    b: float,
    c: float,
    d: float,
    mode: int,
    bold: int,
    red: int,
    green: int,
    blue: int,
    alpha: int,
) -> Style:
    size *= hypot(c, d)
    unseen = ""
    if mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE or (alpha == 0 and mode == 0):
        unseen = "drawn invisibly"
    elif 0 < size < _SMALLEST:
        unseen = f"set in less than {_SMALLEST:g} points"
    return Style(
        size=size,
        bold=bool(bold) or mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE,
        turn=_turn(a, b),
        color=(red, green, blue),
        light=min(red, green, blue) >= _LIGHT,
        unseen=unseen,
    )


def _turn(a: float, b: float) -> int:
    if abs(b) <= 0.1 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= 0.1 * abs(b):
        return 1 if b > 0 else 3
    return -1
