"""Words of a PDF page as a person sees them: placed on the page as it is held, without what nobody sees."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium_c

from ats_medai.documents import pdfium_calls as call
from ats_medai.documents.glyphs import MEANINGLESS, as_seen, spelled_out
from ats_medai.documents.hidden import Backgrounds
from ats_medai.documents.pdfium_found import Found, find_words, lacks_map, read_characters
from ats_medai.documents.words import Hidden, PageWords, Word

Box = tuple[float, float, float, float]

_MOST_OBJECTS = 1_000
_PICTURES = {pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM}
_make_word = tuple.__new__  # a third of what a NamedTuple's own call takes, and there are a thousand words


def has_large_image(page: Any, width: float, height: float) -> bool:  # noqa: ANN401 - handle of the C library
    """Tell whether pictures cover a third of a loaded page or more; none is decoded. Some scans come in strips."""
    covered = 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium_c.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium_c.FPDFPage_GetObject(page, index)
        if pdfium_c.FPDFPageObj_GetType(item) not in _PICTURES:
            continue
        if pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            covered += (right.value - left.value) * (top.value - bottom.value)
            if covered > width * height / 3:
                return True
    return False


def read_words(page: Any, text_page: Any) -> PageWords:  # noqa: ANN401 - handles of the C library
    """Give the words that a person sees on a loaded page, and what was left out."""
    left, bottom, right, top = bounds = _bounds(page)
    text = read_characters(text_page)
    handle = call.ready(text_page)
    drawn = as_seen(text)
    found, styles = find_words(handle, drawn)
    meaningless = len(text) if lacks_map(handle, found) else len(MEANINGLESS.findall(text))
    if any(style.turn or style.light or style.unseen for style in styles):
        turn = _main_turn(found)
        width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
        kept = [item for item in found if turn < 0 or item[4].turn == turn]
        words = [_placed(handle, item, order, turn, bounds) for order, item in enumerate(kept)]
        backgrounds = Backgrounds(page)
        reasons = [_why_unseen(item, backgrounds) for item in kept]
    else:
        width, height = right - left, top - bottom
        words = [
            _make_word(Word, (text_, x - left, end - left, top - y, style.size, style.bold, order))
            for order, (text_, x, y, end, style, _, _) in enumerate(found)
        ]
        reasons = [""] * len(words)
        if _is_plain(drawn) and _are_inside(words, width, height):
            return PageWords(width, height, tuple(words), (), 0, meaningless, len(text))
    rotated = len(found) - len(words)
    seen, hidden = _parted(words, reasons, width, height)
    return PageWords(width, height, tuple(seen), tuple(hidden), rotated, meaningless, len(text))


def _is_plain(text: str) -> bool:
    """Tell a text of which every word is seen as it is."""
    return "\x02" not in text and not MEANINGLESS.search(text)


def _are_inside(words: Iterable[Word], width: float, height: float) -> bool:
    odd = [order for _, x0, x1, base, _, _, order in words if not (0 <= x0 <= x1 <= width and 0 <= base <= height)]
    return not odd


def _parted(
    words: Iterable[Word], reasons: Iterable[str], width: float, height: float
) -> tuple[list[Word], list[Hidden]]:
    """Give the words that are seen, with what their characters mean, and those that are not."""
    seen: list[Word] = []
    hidden: list[Hidden] = []
    for word, reason in zip(words, reasons, strict=True):
        text, x0, x1, base, size, _, _ = word
        content = text if text.isascii() and text.isprintable() else _meaningful(text)
        off = not (-x0 <= x1 <= 2 * width - x0 and 0 <= base <= height + 0.5 * size)
        if (off or reason) and any(map(str.isalnum, content)):
            hidden.append(Hidden(word._replace(text=content), reason or "off the page"))
        elif content:
            seen.append(word if content is text else word._replace(text=content))
    return seen, hidden


def _why_unseen(item: Found, backgrounds: Backgrounds) -> str:
    _, x, y, _, style, pointer, _ = item
    if style.unseen or not style.light:
        return style.unseen
    return "in the colour of its background" if backgrounds.same(pointer, x, y + style.size / 3, style.color) else ""


def _bounds(page: Any) -> Box:  # noqa: ANN401
    rect = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page, rect):
        return 0.0, 0.0, 612.0, 792.0
    return rect.left, rect.bottom, rect.right, rect.top


def _main_turn(found: list[Found]) -> int:
    """The direction that most of the page is written in; -1 where all of it is askew."""
    lengths = [0, 0, 0, 0]
    for text, _, _, _, style, _, _ in found:
        if style.turn >= 0:
            lengths[style.turn] += len(text)
    return lengths.index(max(lengths)) if any(lengths) else -1


def _placed(handle: Any, item: Found, order: int, turn: int, bounds: Box) -> Word:  # noqa: ANN401
    """The word as the reader of a page, turned or not, holds it: origin top left, writing to the right."""
    text, x, y, end, style, _, last = item
    left, bottom, right, top = bounds
    if turn <= 0:
        return Word(text, x - left, end - left, top - y, style.size, style.bold, order)
    rect = pdfium_c.FS_RECTF()
    call.char_box(handle, last, call.pointer_to(rect))
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
