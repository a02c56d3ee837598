"""Reading -> Document: clean once, then count offsets."""

from __future__ import annotations

import hashlib

from ats_medai.documents.cleanup import clean
from ats_medai.documents.reading import RawLine, Reading
from ats_medai.model import Document, Issue, Line, Span


def assemble(reading: Reading, data: bytes, name: str, media_type: str, issues: tuple[Issue, ...] = ()) -> Document:
    """Give the Document of a reading; `issues` are those noticed before the reader was asked."""
    cleaned = clean(line.text for line in reading.lines)
    text, lines = _lay_out(cleaned.lines, reading.lines)
    naive = "\n".join(line for line in clean(reading.naive).lines if line) if reading.naive else None
    return Document(
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        text=text,
        lines=lines,
        issues=issues + reading.issues + cleaned.issues,
        reader=reading.reader,
        pages=reading.pages,
        size=len(data),
        naive_text=naive,
    )


def _lay_out(texts: tuple[str, ...], raw: tuple[RawLine, ...]) -> tuple[str, tuple[Line, ...]]:
    """Join the cleaned lines and say where each one stands."""
    at = 0
    lines: list[Line] = []
    kept: list[str] = []
    for text, line in zip(texts, raw, strict=True):
        if not text:
            if kept and kept[-1] and not line.text.strip():
                kept.append("")  # a blank line parts paragraphs
                at += 1
            continue
        span = Span(at, at + len(text))
        lines.append(Line(span, line.page, line.bbox, line.font_size, line.bold, line.place, line.block))
        kept.append(text)
        at += len(text) + 1
    return "\n".join(kept), tuple(lines)
