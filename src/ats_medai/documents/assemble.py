"""Reading -> Document: clean once, then count offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ats_medai.documents.cleanup import clean
from ats_medai.documents.limits import TEXT_CHARACTERS, exceeded
from ats_medai.documents.reading import Note, RawLine, Reading
from ats_medai.model import Document, Issue, Line, Severity, Span

_SMALL = 8.0  # points: smaller print is named by parser makers as hard to read
_NOT_A_FEW = 40  # characters: fewer in small print are a page number or a footnote


def assemble(reading: Reading, data: bytes, name: str, media_type: str, notes: Iterable[Note] = ()) -> Document:
    """Give the Document of a reading; `notes` are those taken before the reader was asked. Raises LimitExceeded."""
    length = sum(len(line.text) for line in reading.lines)
    if length > TEXT_CHARACTERS:
        raise exceeded("text characters", length, TEXT_CHARACTERS)
    cleaned = clean(line.text for line in reading.lines)
    text, lines = _lay_out(cleaned.lines, reading.lines)
    spans = {number: line.span for number, line in lines}
    issues = tuple(_issue(note, spans) for note in (*notes, *reading.notes))
    return Document(
        source=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        text=text,
        lines=tuple(line for _, line in lines),
        issues=(*issues, *cleaned.issues, *_small_print(line for _, line in lines)),
        reader=reading.reader,
        pages=reading.pages,
        size=len(data),
        naive_text="\n".join(filter(None, clean(reading.naive).lines)) if reading.naive else None,
    )


def _lay_out(texts: tuple[str, ...], raw: tuple[RawLine, ...]) -> tuple[str, list[tuple[int, Line]]]:
    """Join the cleaned lines; say for each, with its number among the raw ones, where it stands."""
    at = 0
    lines: list[tuple[int, Line]] = []
    kept: list[str] = []
    for number, (text, line) in enumerate(zip(texts, raw, strict=True)):
        if not text:
            if kept and kept[-1] and not line.text.strip():
                kept.append("")  # a blank line parts paragraphs
                at += 1
            continue
        span = Span(at, at + len(text))
        lines.append((number, Line(span, line.page, line.bbox, line.font_size, line.bold, line.place, line.block)))
        kept.append(text)
        at += len(text) + 1
    return "\n".join(kept).rstrip("\n"), lines


def _issue(note: Note, spans: dict[int, Span]) -> Issue:
    return Issue(note.code, note.severity, note.message, spans.get(note.line) if note.line is not None else None)


def _small_print(lines: Iterable[Line]) -> tuple[Issue, ...]:
    small = [line for line in lines if line.font_size and line.font_size < _SMALL - 0.05]
    count = sum(len(line.span) for line in small)
    if count <= _NOT_A_FEW:
        return ()
    message = f"{count} characters are set smaller than {_SMALL:g} points."
    return (Issue("small_text", Severity.WARNING, message, small[0].span),)
