"""Is a PDF that gives little or no text broken inside? Asked of few files only: it unpacks what the others never do."""

from __future__ import annotations

import base64
import re
import zlib

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/Filter\s*\[?\s*(/ASCII85Decode\s*)?/FlateDecode\s*(?:\]|/(?!ASCII|Flate|LZW|DCT|Crypt)|>>|\s)")
_PAGE = re.compile(rb"/Type\s*/Page\b|/ObjStm\b|/Contents\b")
_HEAD = 1_024  # bytes before a stream in which its description stands
_MOST_STREAMS = 300
_MOST_BYTES = 1 << 18
"""Unpacked bytes of a stream: a page's text has fewer, and of a picture the start is enough."""
_SUM = 4  # bytes
_AFTER_END = 16  # bytes: the sum and a line break

CUT = "its end is missing; download or copy it again"


def is_cut(data: bytes) -> bool:
    """Tell a file without the mark that ends each PDF."""
    return b"%%EOF" not in data[-2_048:]


def has_no_page(data: bytes) -> bool:
    """Tell a file in which nothing is a page; pdfium shows a blank one for whatever stands in its place."""
    return _PAGE.search(data) is None


def has_broken_streams(data: bytes) -> bool:
    """Tell whether a packed stream cannot be unpacked. Never said of encrypted files: their streams look so."""
    if b"/Encrypt" in data:
        return False
    for number, start in enumerate(_STREAM.finditer(data)):
        if number == _MOST_STREAMS:
            break
        head = data[max(0, start.start() - _HEAD) : start.start()]
        packed = _PACKED.search(head[max(0, head.rfind(b" obj")) :])
        if packed and _is_broken(data, start.end(), in_letters=packed[1] is not None):
            return True
    return False


def _is_broken(data: bytes, start: int, *, in_letters: bool) -> bool:
    end = data.find(b"endstream", start)
    body = data[start : end if end >= 0 else len(data)]
    try:
        if in_letters:
            body = base64.a85decode(body.strip().removesuffix(b"~>"))
        if len(body) < 2 or body[0] & 15 != 8 or int.from_bytes(body[:2], "big") % 31:
            return len(body) > 2
        unpacker = zlib.decompressobj(-15)  # bare, to tell a sum that is missing from one that is wrong
        unpacked = unpacker.decompress(body[2:], _MOST_BYTES)
    except (zlib.error, ValueError):
        return True
    if not unpacker.eof:
        return len(unpacked) < _MOST_BYTES
    after = unpacker.unused_data
    return len(after) > _AFTER_END or (
        len(after) >= _SUM and after[:_SUM] != zlib.adler32(unpacked).to_bytes(_SUM, "big")
    )
