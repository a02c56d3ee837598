"""PDF files."""

from __future__ import annotations

import pypdfium2 as pdfium

from ats_medai.documents.layout import read_page
from ats_medai.documents.pdfium_words import read_words
from ats_medai.documents.reading import RawLine, Reading
from ats_medai.errors import DocumentError, ErrorCode


def read_pdf(data: bytes, name: str) -> Reading:
    """Give the lines of a PDF file."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = ErrorCode.ENCRYPTED if "assword" in str(error) else ErrorCode.CORRUPT
        raise DocumentError(name, code) from error
    lines: list[RawLine] = []
    for number, page in enumerate(pdf, 1):
        text_page = page.get_textpage()
        words = read_words(page.raw, text_page.raw)
        lines += read_page(words.words, number, lines[-1].block + 1 if lines else 0)
        text_page.close()
        page.close()
    return Reading(tuple(lines), reader="pdfium", pages=len(pdf))
