"""The words of a PDF page as pdfium finds them, in bulk: three calls a word, the rest once a text object.

pdfium counts characters as it draws them; white space that it adds itself counts too. Offsets of a Python string agree
with that as long as it is taken code point by code point.
"""

from __future__ import annotations

import ctypes
import re
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium_c

from ats_medai.documents import pdfium_calls as call
from ats_medai.documents.styles import Style, Styles

# pdfium leaves out a line break after a hyphen and gives U+0002 or U+FFFE; other controls are glyphs without a map
_WORD = re.compile("[^ \t\r\n\x02\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+\x02?")
_TRIES = 40  # words of several text objects: if none of so many hides a space, the page's other words don't either
_NARROW = 0.11  # of the font size: the narrowest space between words
_SURROGATE = re.compile("[\ud800-\udfff]")

Found = tuple[str, float, float, float, Style, int | None, int]
"""A word in the page's own units: text, left end of its baseline (x, y), right edge of its last character, style, text
object, index of its last character."""


def count_characters(text_page: Any) -> int:  # noqa: ANN401 - handle of the C library
    """Give the number of characters as pdfium counts them, without reading any."""
    return max(0, int(pdfium_c.FPDFText_CountChars(text_page)))


def read_characters(handle: Any) -> str:  # noqa: ANN401
    """Give the page's characters, one code point for each that pdfium counts."""
    count = count_characters(handle)
    if not count:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    units = pdfium_c.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * (units - 1)].decode("utf-16-le", errors="surrogatepass")
    if len(text) == count and not _SURROGATE.search(text):
        return text.replace("\ufffe", "\x02")
    codes = map(pdfium_c.FPDFText_GetUnicode, [handle] * count, range(count))
    return "".join([chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes])


def find_words(page: Any, text: str) -> tuple[list[Found], list[Style]]:  # noqa: ANN401 - a pointer that is ready
    """Give the words of a text page, `text`, in the order in which the file draws them, and all their styles."""
    spot = _Spot()
    x, y, rect, (at_x, at_y, at_rect) = spot.x, spot.y, spot.rect, spot.places
    origin, box, owner = call.char_origin, call.char_box, call.text_object
    styles = Styles(page)
    known = styles.known
    spans = [match.span() for match in _WORD.finditer(text)]
    owners = [owner(page, first) for first, _ in spans]
    words: list[Found] = []
    tries = _TRIES
    for (start, end), first_owner, following in zip(spans, owners, [*owners[1:], None][: len(owners)], strict=True):
        style = known.get(first_owner) or styles.look_up(first_owner, start)
        whole = first_owner == following or end - start == 1 or not tries
        if whole or owner(page, end - 1) == first_owner:
            origin(page, start, at_x, at_y)
            box(page, end - 1, at_rect)
            words.append((text[start:end], x.value, y.value, rect.right, style, first_owner, end - 1))
            continue
        first, ends = start, _gaps(page, start, end, style.size, spot)
        tries = tries - 1 if len(ends) == 1 else 1 << 20
        for until in ends:
            pointer = owner(page, first)
            style = known.get(pointer) or styles.look_up(pointer, first)
            origin(page, first, at_x, at_y)
            box(page, until - 1, at_rect)
            words.append((text[first:until], x.value, y.value, rect.right, style, pointer, until - 1))
            first = until
    return words, [style for pointer, style in known.items() if pointer]


def lacks_map(page: Any, found: list[Found]) -> bool:  # noqa: ANN401
    """Tell from every eighth word whether the fonts don't say which letters their glyphs are."""
    sample = found[::8]
    return sum(1 for item in sample if call.lacks_map(page, item[-1]) == 1) > 0.3 * len(sample)


def _gaps(page: Any, first: int, end: int, size: float, spot: _Spot) -> list[int]:  # noqa: ANN401
    """Where a run of characters from several text objects falls into words, as the index after each one.

    pdfium finds no space where two objects stand a narrow space apart, as in tightly set or justified text.
    """
    owner, origin, box, x, rect = call.text_object, call.char_origin, call.char_box, spot.x, spot.rect
    at_x, at_y, at_rect = spot.places
    gaps: list[float] = []
    places: list[int] = []
    before = owner(page, first)
    for index in range(first + 1, end):
        after = owner(page, index)
        if after != before:
            origin(page, index, at_x, at_y)
            box(page, index - 1, at_rect)
            gaps.append(x.value - rect.right)
            places.append(index)
            before = after
    if max(gaps) <= _NARROW * size:
        return [end]
    limit = max(_NARROW * size, (median(gaps) if len(gaps) > 2 else 0.0) + 0.08 * size)
    return [index for gap, index in zip(gaps, places, strict=True) if gap > limit] + [end]


class _Spot:
    """Room for what pdfium says about one character."""

    def __init__(self) -> None:
        self.x, self.y, self.rect = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
        self.places = call.pointer_to(self.x), call.pointer_to(self.y), call.pointer_to(self.rect)
