"""Kinds of files that people try and that are not read, told from their first bytes, each with what to do instead."""

from __future__ import annotations

import re

_ARCHIVE = "; take the résumé out of it first"
_PICTURE = "; save the résumé as text, not as a picture"
_BASE64 = "an attachment still in the coding of e-mail (Base64); save the attachment from the e-mail program"
_STARTS = {
    b"\x89PNG": "a PNG picture" + _PICTURE,
    b"\xff\xd8\xff": "a JPEG picture" + _PICTURE,
    b"GIF8": "a GIF picture" + _PICTURE,
    b"II*\x00": "a TIFF picture" + _PICTURE,
    b"MM\x00*": "a TIFF picture" + _PICTURE,
    b"8BPS": "a Photoshop picture" + _PICTURE,
    b"\x00\x00\x01\x00": "a picture of an icon" + _PICTURE,
    b"AT&TFORM": "a DjVu scan; save it as PDF",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"\xce\xfa\xed\xfe": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"\x00asm": "a program",
    b"\x1f\x8b": "a gzip archive" + _ARCHIVE,
    b"Rar!": "a RAR archive" + _ARCHIVE,
    b"7z\xbc\xaf": "a 7z archive" + _ARCHIVE,
    b"BZh": "a bzip2 archive" + _ARCHIVE,
    b"\xfd7zXZ": "an XZ archive" + _ARCHIVE,
    b"ID3": "a sound",
    b"OggS": "a sound or film",
    b"SQLite format 3": "a database",
    b"L\x00\x00\x00\x01\x14\x02\x00": "a shortcut; choose the file that it leads to",
    b"bplist00": "a note of Apple's system; if the file is still in iCloud, download it first",
    b"\x00\x05\x16\x07": "a companion that macOS keeps beside the file; choose the file itself",
    b"\xffWPC": "a WordPerfect file",
    b"%!PS": "a PostScript file",
    b"\xc5\xd0\xd3\xc6": "a PostScript file",
    b"JVBERi0": _BASE64,
    b"UEsDB": _BASE64,
    b"0M8R4KGx": _BASE64,
}
_COMPANIONS = {
    ".ds_store": "a note of macOS about the folder, not a résumé",
    "desktop.ini": "a note of Windows about the folder, not a résumé",
    "thumbs.db": "small pictures that Windows keeps of the folder, not a résumé",
    "ehthumbs.db": "small pictures that Windows keeps of the folder, not a résumé",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS = {
    "WordDocument": "an old Word file (.doc)",
    "Workbook": "an old Excel file (.xls)",
    "PowerPoint Document": "an old PowerPoint file (.ppt)",
    "__substg1.0_": "a message of Outlook (.msg); save the attachment from it",
}
_ZIP = b"PK\x03\x04"
_XML = re.compile(rb"\s*<(?:\?xml|svg)\b")
_PDF_OBJECT = re.compile(rb"(?:^|[\r\n])\d{1,10} \d{1,5} obj\b")
_HEAD = 65_536  # bytes


def name_kind(data: bytes) -> str:
    """Give what the file is and what to do with it, "" where it is none of these kinds."""
    if data.startswith(_OLE):
        found = (what for part, what in _OLE_PARTS.items() if part.encode("utf-16-le") in data)
        return next(found, "an old Word file (.doc)")
    return next((what for start, what in _STARTS.items() if data.startswith(start)), "") or _by_later_bytes(data)


def _by_later_bytes(data: bytes) -> str:
    if data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"{\\rtf":
        return "a Rich Text file (.rtf)"
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return "a BMP picture" + _PICTURE
    if data[:4] == b"RIFF":
        return "a WebP picture" + _PICTURE if data[8:12] == b"WEBP" else "a sound or film"
    if data[4:8] == b"ftyp":
        return "a HEIC picture" + _PICTURE if data[8:11] in {b"hei", b"mif", b"avi"} else "a film"
    return "a TAR archive" + _ARCHIVE if data[257:262] == b"ustar" else ""


def is_locked_office_file(data: bytes) -> bool:
    """Tell an Office file with a password: the whole of it lies in one locked part."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


def is_xml(data: bytes) -> bool:
    """Tell bare XML (a Word file saved as XML, a drawing): its tags would drown its text."""
    return _XML.match(data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None


def is_pdf(data: bytes, suffix: str) -> bool:
    """Tell a PDF by its first line; where that is damaged or lies far in, by its name and its objects."""
    if b"%PDF-" in data[:1024]:
        return True
    return suffix == "pdf" and b"endobj" in data and _PDF_OBJECT.search(data, 0, _HEAD) is not None


def is_zip(data: bytes, suffix: str) -> bool:
    """Tell a ZIP container, as DOCX is, by its first bytes; by its name too where those are damaged or further in."""
    if data[:4] in {_ZIP, b"PK\x05\x06", b"PK\x07\x08"}:
        return True
    return suffix == "docx" and (data[:2] == b"PK" or _ZIP in data[:1024])


def with_pdf_header(data: bytes) -> bytes:
    """Give the PDF with its first line where readers look: what stands before it goes, a lost one is put there."""
    if b"%PDF-" in data[:1024]:
        return data
    at = data.find(b"%PDF-", 0, _HEAD)
    return data[at:] if at >= 0 else b"%PDF-1.7\n" + data


def name_companion(data: bytes, name: str) -> str:
    """Give what a file is that a system or a program keeps beside others, told by its name; "" for none of these."""
    last = re.split(r"[\\/]", name)[-1].lower()
    if len(data) <= 1024 and (last.startswith("~$") or (last.startswith(".~lock.") and last.endswith("#"))):
        return "a note that a file is open, not the file; close the file and choose it itself"
    return _COMPANIONS.get(last, "")
