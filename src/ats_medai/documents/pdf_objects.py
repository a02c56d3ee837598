"""The objects of a PDF, found by looking for them one after the other, as is needed where its table of them is lost."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from ats_medai.documents import limits

MOST_OBJECTS = 100_000
"""A résumé has some hundred; more are not looked for."""

_SPACE = rb"[ \t\r\n\f\x00]{1,20}"
_START = re.compile(rb"(?<![\w.])(\d{1,7})" + _SPACE + rb"(\d{1,5})" + _SPACE + rb"obj\b")
_NEXT = re.compile(rb"(?<!end)stream\r?\n|\bendobj|(?<![\w.])\d{1,7}" + _SPACE + rb"\d{1,5}" + _SPACE + rb"obj\b")
_END = re.compile(rb"\s{0,20}endobj")
_MOST_BYTES = 8 << 20
"""Unpacked bytes of all packed objects together: they are dictionaries, never text or pictures."""


@dataclass(slots=True)
class Objects:
    """What was found; a later object takes the place of an earlier one of the same number, as in a file that grew."""

    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Number -> (offset in the file, generation)."""
    packed: dict[int, bytes] = field(default_factory=dict)
    """Number -> text of the objects that lie packed in others."""
    heads: dict[int, bytes] = field(default_factory=dict)
    """Number -> text of every object, without the bytes of its stream."""
    partial: int = 0
    """Number of the object in whose stream the file breaks off, 0 for none."""
    end: int = 0
    """Offset behind the last object."""
    _unpacked: int = 0

    def add(self, number: int, generation: int, at: int, head: bytes) -> None:
        """Take an object that lies in the file as it is."""
        self.heads.pop(number, None)
        self.packed.pop(number, None)
        self.places[number], self.heads[number] = (at, generation), head

    def unpack(self, head: bytes, body: bytes) -> None:
        """Take the objects out of a packed stream (PDF 1.7, 7.5.7), as many as are whole."""
        count, first = re.search(rb"/N\s+(\d{1,6})\b", head), re.search(rb"/First\s+(\d{1,8})\b", head)
        if not count or not first or b"/FlateDecode" not in head or self._unpacked >= _MOST_BYTES:
            return
        try:
            text = zlib.decompressobj().decompress(body, _MOST_BYTES)
        except zlib.error:
            return
        self._unpacked += len(text)
        start = int(first[1])
        numbers = [int(word) for word in text[:start].split()[: 2 * int(count[1])] if word.isdigit() and len(word) < 9]
        offsets = [start + offset for offset in numbers[1::2]]
        for number, at, end in zip(numbers[::2], offsets, [*offsets[1:], len(text)], strict=False):
            if at < end <= len(text) and len(self.heads) < MOST_OBJECTS:
                self.heads.pop(number, None)
                self.places.pop(number, None)
                self.packed[number] = self.heads[number] = text[at:end]


def find_objects(data: bytes) -> Objects:
    """Give all objects of a file, in one pass from its beginning."""
    found = Objects()
    at = 0
    while (start := _START.search(data, at)) and len(found.heads) < MOST_OBJECTS:
        after = _NEXT.search(data, start.end())
        if after is None:
            break  # cut within an object
        number, generation = int(start[1]), int(start[2])
        found.add(number, generation, start.start(), data[start.end() : min(after.start(), start.end() + limits.MIB)])
        if after[0].startswith(b"stream"):
            end = data.find(b"endstream", after.end())
            found.partial = number if end < 0 else 0
            if b"/ObjStm" in found.heads[number]:
                found.unpack(found.heads[number], data[after.end() : end if end >= 0 else len(data)])
            at = found.end = len(data) if end < 0 else end + len(b"endstream")
            if closing := _END.match(data, at):
                at = found.end = closing.end()
        elif after[0] == b"endobj":
            at = found.end = after.end()
        else:
            at = found.end = after.start()
    return found
