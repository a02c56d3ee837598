"""The few functions of pdfium that are called for every word, with as little between as ctypes allows.

The generated bindings check and wrap each argument and let go of the interpreter lock: that takes several times as
long as the work itself, a tenth of a microsecond. Here numbers go as they are, and what is a pointer is made ready once
(`pointer_to`, `ready`) and handed over again and again.
"""

from __future__ import annotations

from ctypes import PYFUNCTYPE, byref, c_char, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium_c


def _direct(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes has no useful types
    """Without types of arguments, an int goes as a C int and everything else must be ready."""
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


# Of a text page (ready) and the number of a character; then places for the answer (ready)
char_origin = _direct(pdfium_c.FPDFText_GetCharOrigin, c_int)
char_box = _direct(pdfium_c.FPDFText_GetLooseCharBox, c_int)
text_object = _direct(pdfium_c.FPDFText_GetTextObject, c_void_p)
font_size = _direct(pdfium_c.FPDFText_GetFontSize, c_double)
lacks_map = _direct(pdfium_c.FPDFText_HasUnicodeMapError, c_int)
matrix = _direct(pdfium_c.FPDFText_GetMatrix, c_int)
# Of an object, as a c_void_p that holds its address
fill_color = _direct(pdfium_c.FPDFPageObj_GetFillColor, c_int)
render_mode = _direct(pdfium_c.FPDFTextObj_GetTextRenderMode, c_int)
font_of = _direct(pdfium_c.FPDFTextObj_GetFont, c_void_p)
# Of the plain address of an object
font_name = _direct(pdfium_c.FPDFFont_GetBaseFontName, c_int, c_void_p, c_void_p, c_int)
get_object = _direct(pdfium_c.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
object_type = _direct(pdfium_c.FPDFPageObj_GetType, c_int, c_void_p)


def address(handle: Any) -> int:  # noqa: ANN401
    """Give the plain address of a handle that the generated bindings hold."""
    return cast(handle, c_void_p).value or 0


def ready(handle: Any) -> Any:  # noqa: ANN401
    """Give a handle of the generated bindings as a pointer that is ready to be handed over."""
    return byref(c_char.from_address(address(handle)))


pointer_to = byref

__all__ = [
    "address", "char_box", "char_origin", "fill_color", "font_name", "font_of", "font_size", "get_object", "lacks_map",
    "matrix", "object_type", "pointer_to", "ready", "render_mode", "text_object",
]  # fmt: skip
