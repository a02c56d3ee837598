"""Words of a PDF page from pdfium's raw interface, in bulk: two calls a word, the rest once a text object.

pdfium counts characters as it draws them; white space that it adds itself counts too. Offsets of a Python string agree
with that as long as it is taken code point by code point.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import addressof
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from ats_medai.documents import pdfium_calls as call
from ats_medai.documents.glyphs import MEANINGLESS, as_seen, spelled_out
from ats_medai.documents.hidden import Backgrounds
from ats_medai.documents.styles import Style, Styles
from ats_medai.documents.words import Hidden, PageWords, Word

Box = tuple[float, float, float, float]

# pdfium leaves out a line break after a hyphen and gives U+0002 or U+FFFE; other controls are glyphs without a map
_WORD = re.compile("[^ \t\r\n\x02\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+\x02?")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Found(NamedTuple):
    """A word in the page's own units: where its first character starts and the box of its last one."""

    text: str
    x: float
    y: float
    end: Box
    style: Style
    pointer: int


def count_characters(text_page: Any) -> int:  # noqa: ANN401 - handle of the C library
    """Give the number of characters as pdfium counts them, without reading any."""
    return max(0, int(pdfium_c.FPDFText_CountChars(text_page)))


def read_words(page: Any, text_page: Any) -> PageWords:  # noqa: ANN401 - handles of the C library
    """Give the words that a person sees on a loaded page, and what was left out."""
    bounds = _bounds(page)
    text = _characters(text_page)
    found = _find(call.address(text_page), as_seen(text))
    turn = _main_turn(found)
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if turn % 2:
        width, height = height, width
    backgrounds = Backgrounds(page)
    words: list[Word] = []
    hidden: list[Hidden] = []
    rotated = 0
    for order, item in enumerate(found):
        style = item.style
        if style.turn != turn:
            rotated += 1
            continue
        x0, x1, base = _upright(item, turn, bounds)
        reason = style.unseen
        if not 0 <= base <= height + style.size / 2 or not 0 <= (x0 + x1) / 2 <= width:
            reason = reason or "off the page"
        elif style.light and backgrounds.same(item.pointer, item.x, item.y + style.size / 3, style.color):
            reason = reason or "in the colour of its background"
        content = _meaningful(item.text)
        if reason and any(map(str.isalnum, content)):
            hidden.append(Hidden(content, reason))
        elif content:
            words.append(Word(content, x0, x1, base, style.size, style.bold, order))
    meaningless = 0 if text.isascii() else len(MEANINGLESS.findall(text))
    return PageWords(width, height, tuple(words), tuple(hidden), rotated, meaningless, len(text))


def _bounds(page: Any) -> Box:  # noqa: ANN401
    rect = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page, rect):
        return 0.0, 0.0, 612.0, 792.0
    return rect.left, rect.bottom, rect.right, rect.top


def _characters(handle: Any) -> str:  # noqa: ANN401
    """The page's characters, one code point for each that pdfium counts."""
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


def _find(handle: int, text: str) -> list[_Found]:
    x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
    at_x, at_y, at_rect = addressof(x), addressof(y), addressof(rect)
    origin, box, owner = call.char_origin, call.char_box, call.text_object
    styles = Styles(handle)
    words: list[_Found] = []
    for match in _WORD.finditer(text):
        first, end = match.span()
        origin(handle, first, at_x, at_y)
        box(handle, end - 1, at_rect)
        pointer = owner(handle, first)
        style = styles.known.get(pointer) or styles.look_up(pointer, first)
        edges = (rect.left, rect.bottom, rect.right, rect.top)
        words.append(_Found(match.group(), x.value, y.value, edges, style, pointer))
    return words


def _main_turn(found: list[_Found]) -> int:
    """The direction that most of the page is written in."""
    if all(item.style.turn == 0 for item in found):
        return 0
    lengths = [0, 0, 0, 0]
    for item in found:
        if item.style.turn >= 0:
            lengths[item.style.turn] += len(item.text)
    return lengths.index(max(lengths))


def _upright(item: _Found, turn: int, bounds: Box) -> tuple[float, float, float]:
    """Left, right and baseline as the page's reader holds it: origin top left, writing to the right."""
    left, bottom, right, top = bounds
    if turn == 0:
        return item.x - left, item.end[2] - left, top - item.y
    if turn == 1:
        return item.y - bottom, item.end[3] - bottom, item.x - left
    if turn == 2:
        return right - item.x, right - item.end[0], item.y - bottom
    return top - item.y, top - item.end[1], right - item.x


def _meaningful(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return MEANINGLESS.sub("", spelled_out(text.replace("\x02", "-")))
