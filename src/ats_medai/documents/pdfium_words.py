"""Words of a PDF page from pdfium's raw interface, in bulk: two calls a word, the rest once a text object.

pdfium counts characters as it draws them; white space that it adds itself counts too. Offsets of a Python string agree
with that as long as it is taken code point by code point.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import addressof
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium_c

from ats_medai.documents import pdfium_calls as call
from ats_medai.documents.glyphs import MEANINGLESS, as_seen, spelled_out
from ats_medai.documents.hidden import Backgrounds
from ats_medai.documents.styles import Style, Styles
from ats_medai.documents.words import Hidden, PageWords, Word

Box = tuple[float, float, float, float]

# pdfium leaves out a line break after a hyphen and gives U+0002 or U+FFFE; other controls are glyphs without a map
_WORD = re.compile("[^ \t\r\n\x02\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+\x02?")
_TRIES = 40  # words of several text objects: if none of so many hides a space, the page's other words don't either
_MOST_OBJECTS = 1_000
_PICTURES = {pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM}
_NARROW = 0.11  # of the font size: the narrowest space between words
_SURROGATE = re.compile("[\ud800-\udfff]")


_Found = tuple[str, float, float, float, Style, int | None, int]
"""A word in the page's own units: text, left end of its baseline (x, y), right edge of its last character, style, text
object, index of its last character."""


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
    left, bottom, right, top = bounds = _bounds(page)
    text = _characters(text_page)
    handle = call.address(text_page)
    found, styles = _find(handle, as_seen(text))
    meaningless = len(text) if _lacks_map(handle, found) else len(MEANINGLESS.findall(text))
    hidden: list[Hidden] = []
    rotated = 0
    if any(style.turn or style.light or style.unseen for style in styles):
        turn = _main_turn(found)
        width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
        kept = [item for item in found if turn < 0 or item[4].turn == turn]
        rotated = len(found) - len(kept)
        words = [_placed(handle, item, order, turn, bounds) for order, item in enumerate(kept)]
        backgrounds = Backgrounds(page)
        reasons = [_why_unseen(item, backgrounds) for item in kept]
    else:
        width, height = right - left, top - bottom
        words = [
            Word(text, x - left, end - left, top - y, style.size, style.bold, order)
            for order, (text, x, y, end, style, _, _) in enumerate(found)
        ]
        reasons = [""] * len(words)
    seen: list[Word] = []
    for word, reason in zip(words, reasons, strict=True):
        text_, x0, x1, base, size, _, _ = word
        content = text_ if text_.isascii() and text_.isprintable() else _meaningful(text_)
        off = not (-x0 <= x1 <= 2 * width - x0 and 0 <= base <= height + 0.5 * size)
        if (off or reason) and any(map(str.isalnum, content)):
            hidden.append(Hidden(word._replace(text=content), reason or "off the page"))
        elif content:
            seen.append(word if content is text_ else word._replace(text=content))
    return PageWords(width, height, tuple(seen), tuple(hidden), rotated, meaningless, len(text))


def _why_unseen(item: _Found, backgrounds: Backgrounds) -> str:
    _, x, y, _, style, pointer, _ = item
    if style.unseen or not style.light:
        return style.unseen
    return "in the colour of its background" if backgrounds.same(pointer, x, y + style.size / 3, style.color) else ""


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
    tries = _TRIES
    for (start, end), first_owner, following in zip(spans, owners, [*owners[1:], None][: len(owners)], strict=True):
        style = known.get(first_owner) or styles.look_up(first_owner, start)
        whole = first_owner == following or end - start == 1 or not tries
        if whole or owner(handle, end - 1) == first_owner:
            origin(handle, start, at_x, at_y)
            box(handle, end - 1, at_rect)
            words.append((text[start:end], x.value, y.value, rect.right, style, first_owner, end - 1))
            continue
        first, ends = start, _gaps(handle, start, end, style.size, spot)
        tries = tries - 1 if len(ends) == 1 else 1 << 20
        for until in ends:
            pointer = owner(handle, first)
            style = known.get(pointer) or styles.look_up(pointer, first)
            origin(handle, first, at_x, at_y)
            box(handle, until - 1, at_rect)
            words.append((text[first:until], x.value, y.value, rect.right, style, pointer, until - 1))
            first = until
    return words, [style for pointer, style in known.items() if pointer]


def _lacks_map(handle: int, found: list[_Found]) -> bool:
    """Tell from every eighth word whether the fonts don't say which letters their glyphs are."""
    sample = found[::8]
    return sum(1 for item in sample if call.lacks_map(handle, item[-1]) == 1) > 0.3 * len(sample)


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
    """The direction that most of the page is written in; -1 where all of it is askew."""
    lengths = [0, 0, 0, 0]
    for text, _, _, _, style, _, _ in found:
        if style.turn >= 0:
            lengths[style.turn] += len(text)
    return lengths.index(max(lengths)) if any(lengths) else -1


def _placed(handle: int, item: _Found, order: int, turn: int, bounds: Box) -> Word:
    """The word as the reader of a page, turned or not, holds it: origin top left, writing to the right."""
    text, x, y, end, style, _, last = item
    left, bottom, right, top = bounds
    if turn <= 0:
        return Word(text, x - left, end - left, top - y, style.size, style.bold, order)
    rect = pdfium_c.FS_RECTF()
    call.char_box(handle, last, addressof(rect))
    x0, x1, base = (
        (y - bottom, rect.top - bottom, x - left),
        (right - x, right - rect.left, y - bottom),
        (top - y, top - rect.bottom, right - x),
    )[turn - 1]
    return Word(text, x0, x1, base, style.size, style.bold, order)


def _meaningful(text: str) -> str:
    if "\x02" not in text and not MEANINGLESS.search(text):
        return text
    return MEANINGLESS.sub("", spelled_out(text.replace("\x02", "-")))
