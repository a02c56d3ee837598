"""What kind of file is it, by its content, and which reader takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from ats_medai.documents import limits, ocr_data, signatures
from ats_medai.documents.assemble import assemble
from ats_medai.documents.html import looks_like_html, read_html
from ats_medai.documents.mime import find_text, looks_like_mime
from ats_medai.documents.plain import is_text, read_plain
from ats_medai.documents.reading import Note, Reading
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document, Severity


class Kind(StrEnum):
    """The media type of each kind of file that is read."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    PLAIN = "text/plain"


_SUFFIXES = {"pdf": Kind.PDF, "docx": Kind.DOCX, "html": Kind.HTML, "htm": Kind.HTML, "md": Kind.MARKDOWN}
_NAMED = {"pdf", "docx"}
_NOTE_BYTES = 200  # of text under the name of a PDF: an address, a message, a link, and no résumé
_WEB_SUFFIXES = {"html", "htm", "xhtml"}
_TAG = re.compile(rb"<[A-Za-z!/][^<>]{0,200}>")


def read_document(data: bytes, name: str) -> Document:
    """Give the text of a PDF, DOCX, HTML, Markdown or text file; `name` is shown and only hints at the kind.

    Raises DocumentError, and nothing else, for what cannot be read.
    """
    return _read(data, name, _READERS)


def read_scan(data: bytes, name: str) -> Document:
    """Give the same with the text of pages that are pictures, where the extra `ocr` is installed."""
    return _read(data, name, {**_READERS, Kind.PDF: _read_scanned_pdf})


def _read(data: bytes, name: str, readers: dict[Kind, Callable[[bytes, str], Reading]]) -> Document:
    if len(data) > limits.FILE_BYTES:
        told = limits.exceeded("file bytes", len(data), limits.FILE_BYTES)
        raise DocumentError(name, ErrorCode.LIMIT_EXCEEDED, str(told))
    if not data.strip(b"\x00 \t\r\n"):
        raise DocumentError(name, ErrorCode.EMPTY)
    kind = find_kind(data, name)
    try:
        reading = readers[kind](data, name)
        document = assemble(reading, data, name, kind, _about_file(data, name, kind))
    except limits.LimitExceededError as error:
        raise DocumentError(name, ErrorCode.LIMIT_EXCEEDED, str(error)) from error
    if kind in {Kind.PLAIN, Kind.MARKDOWN} and not document.text:
        raise DocumentError(name, ErrorCode.EMPTY)
    if kind not in {Kind.PLAIN, Kind.MARKDOWN} and not any(map(str.isalnum, document.text)):
        raise DocumentError(name, ErrorCode.NO_TEXT, _why_no_text(document))
    return document


def find_kind(data: bytes, name: str) -> Kind:
    """Tell the kind of file from its content; the name only decides between Markdown and plain text.

    Raises DocumentError for kinds that are not read.
    """
    suffix = name.rpartition(".")[2].lower()
    if signatures.is_pdf(data, suffix):
        return Kind.PDF
    if signatures.is_zip(data, suffix):
        return Kind.DOCX
    _refuse_foreign(data, name)
    web = looks_like_html(data) or looks_like_mime(data) or (suffix in _WEB_SUFFIXES and _TAG.search(data[:65_536]))
    if suffix in _NAMED:
        _refuse_other_text(data, name, suffix, web=bool(web))
    if web:
        return Kind.HTML
    if signatures.is_xml(data):
        raise DocumentError(name, ErrorCode.UNSUPPORTED_FORMAT, "an XML file")
    return Kind.MARKDOWN if suffix in {"md", "markdown"} else Kind.PLAIN


def _refuse_other_text(data: bytes, name: str, suffix: str, *, web: bool) -> None:
    """Refuse what a failed download leaves under the name of a PDF or DOCX; whole texts under such a name are read."""
    named = f"named {suffix.upper()}, but it "
    if web and looks_like_mime(data):
        raise DocumentError(
            name, ErrorCode.UNSUPPORTED_FORMAT, named + "is an e-mail or a web page; save the file in it"
        )
    if web:
        why = "is a web page; perhaps the download gave a page instead of the file"
        raise DocumentError(name, ErrorCode.UNSUPPORTED_FORMAT, named + why)
    if len(data) < _NOTE_BYTES:
        raise DocumentError(name, ErrorCode.CORRUPT, named + "holds a short note; perhaps the download failed")


def _refuse_foreign(data: bytes, name: str) -> None:
    """Name the kinds that people try and that are not read."""
    if signatures.is_locked_office_file(data):
        raise DocumentError(name, ErrorCode.ENCRYPTED)
    if what := signatures.name_companion(data, name) or signatures.name_kind(data):
        raise DocumentError(name, ErrorCode.UNSUPPORTED_FORMAT, what)
    if not is_text(data):
        suffix = name.rpartition(".")[2].lower()
        if suffix in _NAMED:
            raise DocumentError(name, ErrorCode.CORRUPT, f"it does not begin as a {suffix.upper()} file does")
        raise DocumentError(name, ErrorCode.UNSUPPORTED_FORMAT, "its content is not text")


def _read_pdf(data: bytes, name: str) -> Reading:
    from ats_medai.documents.pdf import read_pdf  # noqa: PLC0415 - pdfium takes 0.1 s to load

    return read_pdf(signatures.with_pdf_header(data), name)


def _read_scanned_pdf(data: bytes, name: str) -> Reading:
    from ats_medai.documents.ocr import Recogniser  # noqa: PLC0415 - an extra
    from ats_medai.documents.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(signatures.with_pdf_header(data), name, Recogniser().read_words)


def _read_docx(data: bytes, name: str) -> Reading:
    from ats_medai.documents.docx import read_docx  # noqa: PLC0415 - lxml is for those who need it

    return read_docx(data, name)


def _read_web(data: bytes, name: str) -> Reading:
    if not looks_like_mime(data):
        return read_html(data, name)
    part, encoding, is_page = find_text(data)
    return read_html(part, name, encoding) if is_page else read_plain(part, name, encoding)


_READERS: dict[Kind, Callable[[bytes, str], Reading]] = {
    Kind.PDF: _read_pdf,
    Kind.DOCX: _read_docx,
    Kind.HTML: _read_web,
    Kind.MARKDOWN: read_plain,
    Kind.PLAIN: read_plain,
}


def _about_file(data: bytes, name: str, kind: Kind) -> list[Note]:
    notes: list[Note] = []
    if len(data) > limits.LARGE_FILE_BYTES:
        severity = Severity.WARNING if len(data) > limits.VERY_LARGE_FILE_BYTES else Severity.INFO
        notes.append(Note("large_file", severity, f"The file is {len(data) / limits.MIB:.1f} MB large."))
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    named = _SUFFIXES.get(suffix)
    if (named or kind in {Kind.PDF, Kind.DOCX}) and named is not kind and suffix and not _same_family(suffix, kind):
        notes.append(
            Note("type_mismatch", Severity.WARNING, f"The name ends in .{suffix}, the content is {_PLAIN_NAME[kind]}.")
        )
    return notes


_PLAIN_NAME = {Kind.PDF: "PDF", Kind.DOCX: "Word", Kind.HTML: "a web page", Kind.MARKDOWN: "text", Kind.PLAIN: "text"}


def _same_family(suffix: str, kind: Kind) -> bool:
    return kind is Kind.DOCX and re.fullmatch("do[ct][xm]", suffix) is not None


_WHY_NO_TEXT = {
    "hidden_text": "all of its text is invisible",
    "drawn_page": "its pages show shapes and no letters; export it with its fonts, not as outlines",
    "blank_page": "its pages are blank; look at the file before you send it",
    Kind.DOCX: "it is blank, or shows pictures only; look at it in Word and type what is missing",
    Kind.HTML: "the page gets its text only in a browser; copy the text from there",
}
"""By what was noticed, and by the kind of file."""


def _why_no_text(document: Document) -> str:
    seen = {issue.code for issue in document.issues} | {document.media_type}
    if "image_only_page" in seen:
        return "its pages are pictures; " + ("OCR found no words in them" if ocr_data.is_installed() else ocr_data.HOW)
    return next((why for code, why in _WHY_NO_TEXT.items() if code in seen), "")
