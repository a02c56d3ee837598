"""PDF files."""

from __future__ import annotations

import pypdfium2 as pdfium

from ats_medai.documents.reading import RawLine, Reading
from ats_medai.errors import DocumentError, ErrorCode


def read_pdf(data: bytes, name: str) -> Reading:
    """Give the lines of a PDF file."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = ErrorCode.ENCRYPTED if "assword" in str(error) else ErrorCode.CORRUPT
        raise DocumentError(name, code) from error
    lines = [
        RawLine(text, page=number)
        for number, page in enumerate(pdf, 1)
        for text in page.get_textpage().get_text_range().splitlines()
    ]
    return Reading(tuple(lines), reader="pdfium", pages=len(pdf))
