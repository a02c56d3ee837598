"""Text files of any encoding."""

from __future__ import annotations

from ats_medai.documents.assemble import assemble
from ats_medai.documents.reading import RawLine, Reading
from ats_medai.model import Document


def read_plain(data: bytes, name: str) -> Reading:
    """Give the lines of a text file."""
    del name
    return _reading(data.decode("utf-8-sig", errors="replace"))


def text_document(text: str, name: str = "text.txt") -> Document:
    """Give a Document of text that is already at hand, cleaned as a file's text is."""
    return assemble(_reading(text), text.encode("utf-8", "surrogatepass"), name, "text/plain")


def _reading(text: str) -> Reading:
    return Reading(tuple(RawLine(line) for line in text.splitlines()), reader="plain")
