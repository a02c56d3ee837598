"""A container whose table of contents is lost, or of which a part breaks off, packed anew from what is still there.

In a ZIP file each member has a header of its own before it; the table at the end only repeats them. Text parts are
unpacked one after the other, as far as they go, within the limits of every container, and stored in a new one.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ats_medai.documents import limits

_SIGN = b"PK\x03\x04"
_NEXT = b"PK"
_HEADER = struct.Struct("<4s5H3I2H")
_LOCKED, _UTF8 = 1, 1 << 11
_CHUNK = 64  # bytes: a broken member is unpacked up to the chunk in which it breaks


@dataclass(frozen=True, slots=True)
class Member:
    """A text part as far as it can be unpacked."""

    name: str
    data: bytes
    whole: bool
    """It is there to its end, and its sum is right."""


def mended(data: bytes) -> tuple[bytes, frozenset[str]]:
    """Give a sound container with all that is left of the text parts, and the names of those that are not whole.

    Raises LimitExceededError.
    """
    best: dict[str, Member] = {}
    for member in _members(data):
        before = best.get(member.name)
        if before is None or (member.whole, len(member.data)) >= (before.whole, len(before.data)):
            best[member.name] = member
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for member in best.values():
            package.writestr(zipfile.ZipInfo(member.name), member.data)
    return out.getvalue(), frozenset(name for name, member in best.items() if not member.whole)


def _members(data: bytes) -> Iterator[Member]:
    at = total = number = 0
    while (at := data.find(_SIGN, at)) >= 0 and at + _HEADER.size <= len(data):
        number += 1
        if number > limits.ZIP_MEMBERS:
            raise limits.exceeded("parts", number, limits.ZIP_MEMBERS)
        _, _, flags, method, _, _, check, packed, size, name_length, extra = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size + name_length
        name = data[at + _HEADER.size : start].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        start += extra
        name = name.replace("\\", "/").lstrip("/").lower()
        if flags & _LOCKED or not name.endswith(".xml"):
            end = start + packed  # where its size is not told, or wrong, the next header is looked for
            at = end if data.startswith(_NEXT, end) else at + len(_SIGN)
            continue
        content, end, whole = _unpacked(data, start, method, packed)
        total += len(content)
        if total > limits.UNPACKED_BYTES:
            raise limits.exceeded("unpacked bytes", total, limits.UNPACKED_BYTES)
        told = check or size  # both are 0 where they follow the member
        yield Member(name, content, whole and (not told or zlib.crc32(content) == check))
        at = max(end, at + len(_SIGN))


def _unpacked(data: bytes, start: int, method: int, packed: int) -> tuple[bytes, int, bool]:
    """The content, where it ends in the file, and whether it is all there."""
    if method == zipfile.ZIP_STORED:
        end = start + packed if packed else data.find(_NEXT, start)
        content = data[start : end if end >= 0 else len(data)]
        limits.check_part(len(content), len(content))
        return content, max(end, start), start <= end <= len(data)
    if method != zipfile.ZIP_DEFLATED:
        return b"", start, False
    unpacker = zlib.decompressobj(-15)
    parts: list[bytes] = []
    size = 0
    at = start
    try:
        while at < len(data) and not unpacker.eof:
            parts.append(unpacker.decompress(data[at : at + _CHUNK]))
            at += _CHUNK
            size += len(parts[-1])
            limits.check_part(size, at - start)
    except zlib.error:
        return b"".join(parts), at, False
    return b"".join(parts), min(at, len(data)) - len(unpacker.unused_data), unpacker.eof
