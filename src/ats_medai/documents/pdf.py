"""PDF files: pdfium reads the words, the layout puts them in order, pdfplumber is asked where pdfium finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ats_medai.documents import limits, pdf_damage, pdf_notes, pdf_repair
from ats_medai.documents.budget import OutOfTimeError, at_most
from ats_medai.documents.layout import PageLines, read_page
from ats_medai.documents.pdf_second import SECOND_TRY_SECONDS, read_pages
from ats_medai.documents.pdfium_found import count_characters
from ats_medai.documents.pdfium_words import has_large_image, read_words
from ats_medai.documents.reading import Note, RawLine, Reading
from ats_medai.documents.running import mark_running
from ats_medai.documents.words import PageWords
from ats_medai.errors import DocumentError, ErrorCode

Recognise = Callable[[pdfium.PdfPage], PageWords]

_LOCKED = {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}
_FEW = 1_000  # characters: with fewer, part of the text may be lost in what is damaged
_TOO_LITTLE = 300  # characters of a mended file: hardly more than an address; to fetch the whole file helps more
_OUTLINES = 30  # shapes on a page without letters: fewer are lines and boxes
_GARBLED = 0.05  # of the characters: more without a meaning and the text is not what is seen


@dataclass(slots=True)
class _Pages:
    """What a reader made of the pages of a file."""

    reader: str
    words: list[PageWords] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    """Pages without words that show a picture."""
    scans: list[int] = field(default_factory=list)
    """Pages whose words lie invisibly over a picture: somebody else's OCR."""
    recognised: list[int] = field(default_factory=list)
    """Pages whose words our own OCR read."""
    numbers: list[int] = field(default_factory=list)
    """The number, from 1, of each page in `words`: damaged ones are missing there."""
    total: int = 0

    @property
    def characters(self) -> int:
        return sum(len(word.text) for page in self.words for word in page.words)

    @property
    def garbled(self) -> bool:
        """Too much of the text has no meaning."""
        meaningless = sum(page.meaningless for page in self.words)
        return meaningless > _GARBLED * (self.characters + meaningless)

    @property
    def make_sense(self) -> bool:
        """The text has the letters of a language."""
        return pdf_notes.is_language(" ".join(word.text for page in self.words for word in page.words))


def read_pdf(data: bytes, name: str, recognise: Recognise | None = None) -> Reading:
    """Give the lines of a PDF file; `recognise` is asked for the words of pictures.

    Raises DocumentError and LimitExceededError.
    """
    notes: list[Note] = []
    code: ErrorCode | None = None
    pages = _Pages("pdfium")
    try:
        with pdfium.PdfDocument(data) as pdf:
            pages = _read_with_pdfium(pdf)
            if recognise:
                _read_pictures(pdf, pages, recognise)
            notes += pdf_notes.extras(pdf)
    except pdfium.PdfiumError as error:
        code = ErrorCode.ENCRYPTED if getattr(error, "err_code", None) in _LOCKED else ErrorCode.CORRUPT
    mended = _read_mended(data, name) if code is ErrorCode.CORRUPT or not (code or pages.words) else None
    if mended:
        pages, code = mended, None
        notes.append(pdf_notes.CUT if pdf_damage.is_cut(data) else pdf_notes.BROKEN)
    elif code or not pages.words or (pages.damaged and not pages.characters) or pages.garbled:
        second, locked = read_pages(data, limits.PDF_PAGES_READ)
        code = ErrorCode.ENCRYPTED if locked else code
        pages = _better(pages, _Pages("pdfplumber", second))
    if (code or pages.damaged or not pages.words) and not pages.characters:
        cut = code is not ErrorCode.ENCRYPTED and pdf_damage.is_cut(data)
        raise DocumentError(name, code or ErrorCode.CORRUPT, pdf_damage.CUT if cut else "")
    doubtful = pages.characters < _FEW or not all(page.words for page in pages.words)
    if doubtful and not (pages.images or pages.damaged or mended) and _is_broken(data, pages):
        if not pages.characters:
            raise DocumentError(name, ErrorCode.CORRUPT)
        notes.append(pdf_notes.BROKEN)
    return _reading(pages, notes)


def _read_mended(data: bytes, name: str) -> _Pages | None:
    """Give what pdfium reads once the table of objects is written anew; None where that is not worth having.

    Raises DocumentError for a file that is in order and has no page.
    """
    try:
        with at_most(SECOND_TRY_SECONDS):
            versions = pdf_repair.rebuilt(data)
    except OutOfTimeError:
        return None
    except pdf_repair.NoPageError as error:
        if error.looped:
            raise DocumentError(name, ErrorCode.CORRUPT, "its list of pages leads nowhere") from error
        raise DocumentError(name, ErrorCode.NO_TEXT, "it has no pages; save it again") from error
    best = _Pages("pdfium")
    for version in versions:
        with suppress(pdfium.PdfiumError), pdfium.PdfDocument(version) as pdf:
            pages = _read_with_pdfium(pdf)
            if version is versions[0] or (pages.characters > 2 * best.characters and pages.make_sense):
                best = pages
    best.words = [replace(page, meaningless=0) for page in best.words]  # letters of lost fonts: they were left out
    return best if best.characters >= _TOO_LITTLE else None


def _is_broken(data: bytes, pages: _Pages) -> bool:
    return pdf_damage.has_broken_streams(data) or (not pages.characters and pdf_damage.has_no_page(data))


def _read_with_pdfium(pdf: pdfium.PdfDocument) -> _Pages:
    pages = _Pages("pdfium", total=len(pdf))
    if pages.total > limits.PDF_PAGES and _opens(pdf, limits.PDF_PAGES):
        raise limits.exceeded("pages", pages.total, limits.PDF_PAGES)
    characters = 0
    for index in range(min(pages.total, limits.PDF_PAGES_READ)):
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            pages.damaged.append(index + 1)
            continue
        try:
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            pages.damaged.append(index + 1)
            page.close()
            continue
        count = count_characters(text_page.raw)
        characters += count
        if count > limits.PAGE_CHARACTERS:
            raise limits.exceeded("characters on a page", count, limits.PAGE_CHARACTERS)
        if characters > limits.PDF_CHARACTERS:
            raise limits.exceeded("characters", characters, limits.PDF_CHARACTERS)
        words = read_words(page.raw, text_page.raw)
        pages.numbers.append(index + 1)
        pages.words.append(_seen(pages, words, page, index + 1))
        text_page.close()
        page.close()
    return pages


def _read_pictures(pdf: pdfium.PdfDocument, pages: _Pages, recognise: Recognise) -> None:
    """Put what the recogniser reads in the place of pages without text."""
    if not pages.characters:
        pages.reader = "ocr"
    for number in pages.images[: limits.OCR_PAGES]:
        place = pages.numbers.index(number)
        page = pdf[number - 1]
        words = recognise(page)
        page.close()
        if words.words:
            pages.words[place] = words
            pages.recognised.append(number)
            pages.images = [image for image in pages.images if image != number]


def _opens(pdf: pdfium.PdfDocument, index: int) -> bool:
    """Tell whether a page is there: the count that a file states may be a lie."""
    try:
        pdf[index].close()
    except pdfium.PdfiumError:
        return False
    return True


def _seen(pages: _Pages, words: PageWords, page: pdfium.PdfPage, number: int) -> PageWords:
    """Note pictures without text; take the invisible text over a scanned page for its text."""
    if words.words:
        return words
    if not has_large_image(page.raw, words.width, words.height):
        return replace(words, drawn=pdfium_c.FPDFPage_CountObjects(page.raw) >= _OUTLINES)
    invisible = tuple(hidden.word for hidden in words.hidden if hidden.reason == "drawn invisibly")
    if not invisible:
        pages.images.append(number)
        return words
    pages.scans.append(number)
    kept = tuple(hidden for hidden in words.hidden if hidden.reason != "drawn invisibly")
    return PageWords(words.width, words.height, invisible, kept, words.rotated, words.meaningless, words.characters)


def _better(first: _Pages, second: _Pages) -> _Pages:
    """The reading that gives more text with a meaning; the first where they are alike."""
    if second.characters and (not first.characters or (first.garbled and not second.garbled)):
        second.damaged, second.total = first.damaged, max(first.total, len(second.words))
        return second
    return first


def _reading(pages: _Pages, notes: Sequence[Note]) -> Reading:
    lines: list[RawLine] = []
    laid_out: list[PageLines] = []
    taken = [
        *notes,
        *pdf_notes.about_pages(pages.words, pages.damaged, pages.images, [*pages.scans, *pages.recognised]),
    ]
    for number, page in enumerate(pages.words, 1):
        part = read_page(page.words, number, lines[-1].block + 1 if lines else 0)
        taken += pdf_notes.about_layout(part, number, len(lines))
        lines += part.lines
        laid_out.append(part)
    if pages.garbled or pdf_notes.is_gibberish(" ".join([line.text for line in lines])):
        taken.append(pdf_notes.GARBLED)
    marked = mark_running(lines, [page.height for page in pages.words])
    naive = tuple(_naive(laid_out)) if any(part.naive for part in laid_out) else None
    return Reading(tuple(marked), pages.reader, max(pages.total, len(pages.words)), tuple(taken), naive)


def _naive(pages: Sequence[PageLines]) -> Iterator[str]:
    for page in pages:
        yield from page.naive or [line.text for line in page.lines]
