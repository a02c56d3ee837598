"""Words of a PDF page from pdfium's raw interface, in bulk: two calls a word, the rest once a text object.

pdfium counts characters as it draws them; white space that it adds itself counts too. Offsets of a Python string agree
with that as long as it is taken code point by code point.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import addressof
from statistics import median
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
_MOST_OBJECTS = 1_000
_PICTURES = {pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM}
_NARROW = 0.11  # of the font size: the narrowest space between words
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Found(NamedTuple):
    """A word in the page's own units."""

    text: str
    x: float
    """Where its first character starts ..."""
    y: float
    """... on the baseline."""
    right: float
    """Right edge of its last character."""
    style: Style
    pointer: int
    last: int
    """Index of its last character."""


def count_characters(text_page: Any) -> int:  # noqa: ANN401 - handle of the C library
    """Give the number of characters as pdfium counts them, without reading any."""
    return max(0, int(pdfium_c.FPDFText_CountChars(text_page)))


def has_large_image(page: Any, width: float, height: float) -> bool:  # noqa: ANN401 - handle of the C library
    """Tell whether a picture covers a third of a loaded page or more; no picture is decoded."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium_c.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium_c.FPDFPage_GetObject(page, index)
        if pdfium_c.FPDFPageObj_GetType(item) not in _PICTURES:
            continue
        if pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            area = (right.value - left.value) * (top.value - bottom.value)
            if area > width * height / 3:
                return True
    return False


def read_words(page: Any, text_page: Any) -> PageWords:  # noqa: ANN401 - handles of the C library
    """Give the words that a person sees on a loaded page, and what was left out."""
    bounds = _bounds(page)
    text = _characters(text_page)
    handle = call.address(text_page)
    found, styles = _find(handle, as_seen(text))
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    meaningless = 0 if text.isascii() and text.isprintable() else len(MEANINGLESS.findall(text))
    if _lacks_map(handle, found):
        meaningless = len(text)
    turn = 0 if all(style.turn == 0 for style in styles) else _main_turn(found)
    askew = bool(found) and all(style.turn < 0 for style in styles)
    if turn % 2:
        width, height = height, width
    words: list[Word] = []
    hidden: list[Hidden] = []
    backgrounds = Backgrounds(page)
    rotated = 0
    for order, item in enumerate(found):
        style = item.style
        if style.turn != turn and not askew:
            rotated += 1
            continue
        if turn:
            x0, x1, base = _turned(handle, item, turn, bounds)
        else:
            x0, x1, base = item.x - bounds[0], item.right - bounds[0], bounds[3] - item.y
        content = item.text if item.text.isascii() and item.text.isprintable() else _meaningful(item.text)
        reason = style.unseen
        if not (-x0 <= x1 <= 2 * width - x0 and 0 <= base <= height + 0.5 * style.size):
            reason = reason or "off the page"
        elif style.light and backgrounds.same(item.pointer, item.x, item.y + style.size / 3, style.color):
            reason = reason or "in the colour of its background"
        if not content:
            continue
        word = Word(content, x0, x1, base, style.size, style.bold, order)
        if reason and any(map(str.isalnum, content)):
            hidden.append(Hidden(word, reason))
        else:
            words.append(word)
    return PageWords(width, height, tuple(words), tuple(hidden), rotated, meaningless, len(text))


def _bounds(page: Any) -> Box:  # noqa: ANN401
    rect = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page, rect):
        return 0.0, 0.0, 612.0, 792.0
    width, height = rect.right - rect.left, rect.top - rect.bottom
    if pdfium_c.FPDFPage_GetRotation(page) % 2:  # the box is turned with the page, the words are not
        width, height = height, width
    return rect.left, rect.bottom, rect.left + width, rect.bottom + height


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


def _find(handle: int, text: str) -> tuple[list[_Found], list[Style]]:
    """The words in the order in which the file draws them, and all their styles."""
    spot = _Spot()
    x, y, rect, (at_x, at_y, at_rect) = spot.x, spot.y, spot.rect, spot.places
    origin, box, owner = call.char_origin, call.char_box, call.text_object
    styles = Styles(handle)
    known = styles.known
    spans = [match.span() for match in _WORD.finditer(text)]
    owners = [owner(handle, first) for first, _ in spans]
    words: list[_Found] = []
    for (start, end), first_owner, following in zip(spans, owners, [*owners[1:], None][: len(owners)], strict=True):
        style = known.get(first_owner) or styles.look_up(first_owner, start)
        if first_owner == following or end - start == 1 or owner(handle, end - 1) == first_owner:
            origin(handle, start, at_x, at_y)
            box(handle, end - 1, at_rect)
            words.append(_Found(text[start:end], x.value, y.value, rect.right, style, first_owner, end - 1))
            continue
        first = start
        for until in _gaps(handle, start, end, style.size, spot):
            pointer = owner(handle, first)
            style = known.get(pointer) or styles.look_up(pointer, first)
            origin(handle, first, at_x, at_y)
            box(handle, until - 1, at_rect)
            words.append(_Found(text[first:until], x.value, y.value, rect.right, style, pointer, until - 1))
            first = until
    return words, [style for pointer, style in known.items() if pointer]


def _lacks_map(handle: int, found: list[_Found]) -> bool:
    """Tell from every eighth word whether the fonts don't say which letters their glyphs are."""
    sample = found[::8]
    return sum(1 for item in sample if call.lacks_map(handle, item.last) == 1) > 0.3 * len(sample)


def _gaps(handle: int, first: int, end: int, size: float, spot: _Spot) -> list[int]:
    """Where a run of characters from several text objects falls into words, as the index after each one.

    pdfium finds no space where two objects stand a narrow space apart, as in tightly set or justified text.
    """
    owner, origin, box, x, rect = call.text_object, call.char_origin, call.char_box, spot.x, spot.rect
    at_x, at_y, at_rect = spot.places
    gaps: list[float] = []
    places: list[int] = []
    before = owner(handle, first)
    for index in range(first + 1, end):
        after = owner(handle, index)
        if after != before:
            origin(handle, index, at_x, at_y)
            box(handle, index - 1, at_rect)
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
        self.places = addressof(self.x), addressof(self.y), addressof(self.rect)


def _main_turn(found: list[_Found]) -> int:
    """The direction that most of the page is written in."""
    lengths = [0, 0, 0, 0]
    for item in found:
        if item.style.turn >= 0:
            lengths[item.style.turn] += len(item.text)
    return lengths.index(max(lengths))


def _turned(handle: int, item: _Found, turn: int, bounds: Box) -> tuple[float, float, float]:
    """Left, right and baseline as the reader of a turned page holds it: origin top left, writing to the right."""
    left, bottom, right, top = bounds
    rect = pdfium_c.FS_RECTF()
    call.char_box(handle, item.last, addressof(rect))
    if turn == 1:
        return item.y - bottom, rect.top - bottom, item.x - left
    if turn == 2:
        return right - item.x, right - rect.left, item.y - bottom
    return top - item.y, top - rect.bottom, right - item.x


def _meaningful(text: str) -> str:
    return MEANINGLESS.sub("", spelled_out(text.replace("\x02", "-")))
