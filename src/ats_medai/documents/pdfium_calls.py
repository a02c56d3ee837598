"""The few functions of pdfium that are called for every word, with as little between as ctypes allows.

The generated bindings check and wrap each argument and let go of the interpreter lock: that doubles the time of calls
that take a third of a microsecond. Here handles and buffers are plain addresses.
"""

from __future__ import annotations

from ctypes import PYFUNCTYPE, addressof, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium_c


def _direct(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes has no useful types
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


char_origin = _direct(pdfium_c.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
char_box = _direct(pdfium_c.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
text_object = _direct(pdfium_c.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
font_size = _direct(pdfium_c.FPDFText_GetFontSize, c_double, c_void_p, c_int)
lacks_map = _direct(pdfium_c.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
matrix = _direct(pdfium_c.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
fill_color = _direct(pdfium_c.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
render_mode = _direct(pdfium_c.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
font_of = _direct(pdfium_c.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_name = _direct(pdfium_c.FPDFFont_GetBaseFontName, c_int, c_void_p, c_void_p, c_int)
get_object = _direct(pdfium_c.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
object_type = _direct(pdfium_c.FPDFPageObj_GetType, c_int, c_void_p)


def address(handle: Any) -> int:  # noqa: ANN401
    """Give the plain address of a handle that the generated bindings hold."""
    return cast(handle, c_void_p).value or 0


__all__ = [
    "address", "addressof", "char_box", "char_origin", "fill_color", "font_name", "font_of", "font_size",
    "get_object", "lacks_map", "matrix", "object_type", "render_mode", "text_object",
]  # fmt: skip
