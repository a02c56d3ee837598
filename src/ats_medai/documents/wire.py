"""Document <-> JSON text, for the pipe between the reading process and ours: no pickle crosses it."""

from __future__ import annotations

import json
from typing import Any

from ats_medai.model import Document, Issue, Line, Place, Severity, Span


def to_json(document: Document) -> bytes:
    """Give the document as JSON, lines as bare lists to keep it small."""
    plain = {
        "source": document.source,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "text": document.text,
        "reader": document.reader,
        "pages": document.pages,
        "size": document.size,
        "naive_text": document.naive_text,
        "lines": [
            [x.span.start, x.span.end, x.page, x.bbox, x.font_size, x.bold, x.place, x.block] for x in document.lines
        ],
        "issues": [[x.code, x.severity, x.message, _ends(x.span)] for x in document.issues],
    }
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode()


def from_json(data: bytes) -> Document:
    """Give the document back. Raises ValueError, KeyError or TypeError for anything that `to_json` did not write."""
    plain = json.loads(data)
    lines = tuple(_line(row) for row in plain.pop("lines"))
    issues = tuple(
        Issue(code, Severity(severity), message, Span(*ends) if ends else None)
        for code, severity, message, ends in plain.pop("issues")
    )
    return Document(lines=lines, issues=issues, **plain)


def _line(row: list[Any]) -> Line:
    start, end, page, bbox, size, bold, place, block = row
    return Line(Span(start, end), page, tuple(bbox) if bbox else None, size, bold, Place(place), block)


def _ends(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
