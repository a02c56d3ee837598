import subprocess
import sys

import pytest
from docx_maker import docx, paragraph
from pdf_maker import Sheet

from ats_medai.documents import limits, read_document
from ats_medai.errors import DocumentError, ErrorCode

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf():
    return Sheet().text(60, 100, "Seen").data()


MAIL = "MIME-Version: 1.0\r\nSubject: a\r\n folded line\r\n{}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
SAVED_PAGE = (
    MAIL.replace("\r\nContent-Transfer", "")
    .replace("-Encoding: quoted-printable", "")
    .format('Content-Type: multipart/related; boundary="x"')
    + "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBO\n"
    + "--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>Se=\nen</p>\n--x--\n"
).encode()


KINDS = [
    pytest.param(pdf(), "a.pdf", "application/pdf", [], id="PDF"),
    pytest.param(b"\n\n  " + pdf(), "a.pdf", "application/pdf", [], id="PDF after white space"),
    pytest.param(pdf(), "a.docx", "application/pdf", ["type_mismatch"], id="PDF named DOCX"),
    pytest.param(pdf(), "a", "application/pdf", [], id="PDF without a suffix"),
    pytest.param(docx(paragraph("Seen")), "a.pdf", "wordprocessingml", ["type_mismatch"], id="DOCX named PDF"),
    pytest.param(docx(paragraph("Seen")), "a.docm", "wordprocessingml", [], id="DOCX with macros by name"),
    pytest.param(b"Seen", "a.txt", "text/plain", [], id="text"),
    pytest.param(b"Seen", "a", "text/plain", [], id="text without a suffix"),
    pytest.param(b"Seen", "a.md", "text/markdown", [], id="Markdown"),
    pytest.param(b"<html><body>Seen</body></html>", "a.htm", "text/html", [], id="web page"),
    pytest.param(b"<html><body>Seen</body></html>", "a.doc", "text/html", [], id="web page that Word saved as .doc"),
    pytest.param(b"<div>Seen</div>", "a.html", "text/html", [], id="part of a web page"),
    pytest.param(SAVED_PAGE, "a.mhtml", "text/html", [], id="web page in one file"),
    pytest.param(MAIL.format("Content-Type: text/plain").encode() + b"Se=65n", "a.eml", "text/html", [], id="e-mail"),
    pytest.param(b"HTTP/1.1 200 OK\n" * 99 + pdf(), "a.pdf", "application/pdf", [], id="PDF after 1,500 bytes"),
    pytest.param(pdf().replace(b"%PDF-", b"%pDF-"), "a.pdf", "application/pdf", [], id="PDF with a damaged first line"),
    pytest.param(
        pdf().replace(b"%PDF-1", b"%!PS-Adobe-3.0 PDF-1"), "a.pdf", "application/pdf", [], id="PDF as of 1993"
    ),
    pytest.param(b"Seen" + b"\0" * 4_000, "a.txt", "text/plain", [], id="text padded with zeros"),
]


@pytest.mark.parametrize(("data", "name", "media_type", "codes"), KINDS)
def test_the_content_tells_the_kind(data, name, media_type, codes):
    document = read_document(data, name)
    assert document.text == "Seen"
    assert media_type in document.media_type
    assert [issue.code for issue in document.issues] == codes
    assert (document.source, document.size, len(document.sha256)) == (name, len(data), 64)


REFUSED = [
    pytest.param(b"\xef\xbb\xbf \n", "a.txt", ErrorCode.EMPTY, "", id="a mark and white space"),
    pytest.param("\u00a0\u200b".encode(), "a.txt", ErrorCode.EMPTY, "", id="only what nobody sees"),
    pytest.param(OLE + "Workbook".encode("utf-16-le"), "a.doc", ErrorCode.UNSUPPORTED_FORMAT, ".xls", id="old Excel"),
    pytest.param(
        OLE + "__substg1.0_".encode("utf-16-le"), "a.msg", ErrorCode.UNSUPPORTED_FORMAT, "Outlook", id="message"
    ),
    pytest.param(
        b"\xef\xbb\xbf{\\rtf1 Seen}", "a.doc", ErrorCode.UNSUPPORTED_FORMAT, "Rich Text", id="RTF after a mark"
    ),
    pytest.param(b"BM\x36\4" + bytes(6) + b"\x80" * 900, "a.pdf", ErrorCode.UNSUPPORTED_FORMAT, "BMP", id="BMP"),
    pytest.param(b"RIFF\1\2\3\4WEBPVP8 ", "a.pdf", ErrorCode.UNSUPPORTED_FORMAT, "WebP", id="WebP"),
    pytest.param(b"\0\0\0\x18ftypheic", "a.docx", ErrorCode.UNSUPPORTED_FORMAT, "HEIC", id="HEIC"),
    pytest.param(b"\0\0\0\x18ftypmp42", "a.pdf", ErrorCode.UNSUPPORTED_FORMAT, "film", id="film"),
    pytest.param(b"a.txt".ljust(257, b"\0") + b"ustar\0", "a.pdf", ErrorCode.UNSUPPORTED_FORMAT, "TAR", id="TAR"),
    pytest.param(b"JVBERi0xLjQK" * 9, "a.pdf", ErrorCode.UNSUPPORTED_FORMAT, "e-mail", id="PDF in Base64"),
    pytest.param(b"\x08Jane" + b" \0" * 78, "~$a.docx", ErrorCode.UNSUPPORTED_FORMAT, "open", id="Word's lock"),
    pytest.param(b"<?xml version='1.0'?><w/>", "a.doc", ErrorCode.UNSUPPORTED_FORMAT, "XML", id="XML"),
    pytest.param("<svg>x</svg>".encode("utf-16"), "a.txt", ErrorCode.UNSUPPORTED_FORMAT, "XML", id="drawing"),
    pytest.param(SAVED_PAGE, "a.pdf", ErrorCode.UNSUPPORTED_FORMAT, "web page", id="page in one file, named PDF"),
    pytest.param(MAIL.format("Content-Type: image/png").encode(), "a.eml", ErrorCode.NO_TEXT, "", id="e-mail, no text"),
    pytest.param(
        b"<html><script>x</script></html>", "a.html", ErrorCode.NO_TEXT, "browser", id="page made by a script"
    ),
    pytest.param(
        MAIL.format("Content-Type: text/plain").encode(),
        "a.pdf",
        ErrorCode.UNSUPPORTED_FORMAT,
        "e-mail",
        id="e-mail named PDF",
    ),
    pytest.param(b"UEsDBBQACAgIAA" * 9, "a.docx", ErrorCode.UNSUPPORTED_FORMAT, "e-mail", id="DOCX in Base64"),
    pytest.param(b"404: Not found", "a.pdf", ErrorCode.CORRUPT, "download", id="a note named PDF"),
    pytest.param(
        b"[InternetShortcut]\r\nURL=https://example.org/cv",
        "a.docx",
        ErrorCode.CORRUPT,
        "download",
        id="a link named DOCX",
    ),
    pytest.param(b"\xff" * 4096, "a.pdf", ErrorCode.CORRUPT, "begin", id="one byte over and over"),
    pytest.param(docx(), "a.docx", ErrorCode.NO_TEXT, "blank", id="a blank DOCX"),
    pytest.param(pdf()[:-60], "a.pdf", ErrorCode.CORRUPT, "again", id="PDF without its end"),
    pytest.param(docx(paragraph("Seen"))[:-40], "a.docx", ErrorCode.CORRUPT, "again", id="DOCX without its end"),
    pytest.param(b"", "a.txt", ErrorCode.EMPTY, "", id="nothing"),
    pytest.param(b" \n\x00", "a.pdf", ErrorCode.EMPTY, "", id="white space"),
    pytest.param(OLE + b"\0" * 99, "a.doc", ErrorCode.UNSUPPORTED_FORMAT, ".doc", id="old Word"),
    pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", ErrorCode.ENCRYPTED, "", id="locked Word"),
    pytest.param(b"{\\rtf1 Seen}", "a.rtf", ErrorCode.UNSUPPORTED_FORMAT, "Rich Text", id="RTF"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(99)), "a.png", ErrorCode.UNSUPPORTED_FORMAT, "PNG", id="picture"),
    pytest.param(b"MZ" + bytes(range(99)), "a.txt", ErrorCode.UNSUPPORTED_FORMAT, "program", id="program"),
    pytest.param(bytes(range(256)), "a.txt", ErrorCode.UNSUPPORTED_FORMAT, "not text", id="binary"),
    pytest.param(bytes(range(256)), "a.pdf", ErrorCode.CORRUPT, "PDF", id="binary named PDF"),
    pytest.param(b"%PDF-1.7 and no more", "a.pdf", ErrorCode.CORRUPT, "", id="PDF in name only"),
    pytest.param(b"<html><p>x</html>", "a.docx", ErrorCode.UNSUPPORTED_FORMAT, "web page", id="page named DOCX"),
    pytest.param(b"x" * (limits.FILE_BYTES + 1), "a.txt", ErrorCode.LIMIT_EXCEEDED, "file bytes", id="too large"),
]


@pytest.mark.parametrize(("data", "name", "code", "detail"), REFUSED)
def test_what_is_not_read_is_told(data, name, code, detail):
    with pytest.raises(DocumentError) as caught:
        read_document(data, name)
    assert caught.value.code is code
    assert detail in caught.value.detail
    assert caught.value.source == name


def test_a_large_file_is_noticed():
    data = pdf() + b"\n%" + b"x" * limits.VERY_LARGE_FILE_BYTES
    (issue,) = read_document(data, "a.pdf").issues
    assert (issue.code, issue.severity) == ("large_file", "warning")


def test_reading_text_loads_no_library():
    code = (
        "import sys; from ats_medai.documents import text_document; text_document('x');"
        "print([m for m in ('pypdfium2', 'pdfplumber', 'lxml', 'docx', 'charset_normalizer') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
