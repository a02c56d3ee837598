"""A text and the places in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`: code points `start` to `end`, half-open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something noticed while reading that did not stop the reading."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


class Place(StrEnum):
    """Where in the file a line of text stood."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text_box"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line: its place on the page in PDF points (origin top left) where the format tells."""

    span: Span
    page: int = 1
    bbox: tuple[float, float, float, float] | None = None
    font_size: float | None = None
    bold: bool = False
    place: Place = Place.BODY
    block: int = 0
    """Number of the column or block that the line belongs to, in reading order."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file's text, cleaned once, and where its lines stood."""

    source: str
    sha256: str
    media_type: str
    text: str
    lines: tuple[Line, ...]
    issues: tuple[Issue, ...] = ()
    reader: str = "plain"
    """Which engine read the text: pdfium, pdfplumber, ocr, docx, html or plain."""
    pages: int = 1
    size: int = 0
    """Bytes of the file."""
    naive_text: str | None = None
    """What a strict left-to-right, line-by-line reading of the pages gives; None where the order is the same."""

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]
