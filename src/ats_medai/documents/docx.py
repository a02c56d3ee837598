"""DOCX files."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from ats_medai.documents.reading import RawLine, Reading
from ats_medai.errors import DocumentError, ErrorCode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes, name: str) -> Reading:
    """Give the lines of a DOCX file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise DocumentError(name, ErrorCode.CORRUPT) from error
    lines = [RawLine("".join(p.itertext(W + "t"))) for p in root.iter(W + "p")]
    return Reading(tuple(lines), reader="docx")
