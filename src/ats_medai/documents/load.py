"""What kind of file is it (by content), and which reader takes it."""

from __future__ import annotations

from ats_medai.documents.assemble import assemble
from ats_medai.documents.plain import read_plain
from ats_medai.documents.reading import Reading
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document


def read_document(data: bytes, name: str) -> Document:
    """Give the text of a file. Raises DocumentError."""
    if not data.strip():
        raise DocumentError(name, ErrorCode.EMPTY)
    if b"%PDF-" in data[:1024]:
        document = assemble(_read_pdf(data, name), data, name, "application/pdf")
    elif data[:2] == b"PK":
        document = assemble(_read_docx(data, name), data, name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    else:
        document = assemble(read_plain(data, name), data, name, "text/plain")
    if not document.text:
        raise DocumentError(name, ErrorCode.NO_TEXT)
    return document


def _read_pdf(data: bytes, name: str) -> Reading:
    from ats_medai.documents.pdf import read_pdf

    return read_pdf(data, name)


def _read_docx(data: bytes, name: str) -> Reading:
    from ats_medai.documents.docx import read_docx

    return read_docx(data, name)
