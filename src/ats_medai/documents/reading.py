"""What a reader hands over before the text is cleaned and offsets exist."""

from __future__ import annotations

from dataclasses import dataclass

from ats_medai.model import Place, Severity


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as read: text not yet cleaned, place as in `model.Line`."""

    text: str
    page: int = 1
    bbox: tuple[float, float, float, float] | None = None
    font_size: float | None = None
    bold: bool = False
    place: Place = Place.BODY
    block: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Something noticed while reading; `line` is the index of the raw line that it is about."""

    code: str
    severity: Severity
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All lines of one file in reading order, who read them and what was noticed."""

    lines: tuple[RawLine, ...]
    reader: str
    pages: int = 1
    notes: tuple[Note, ...] = ()
    naive: tuple[str, ...] | None = None
    """Lines of a strict left-to-right reading, where the order differs."""
