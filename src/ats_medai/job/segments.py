"""An advert cut into parts by its headings; each part keeps its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ats_medai.job.headings import Heading, own_heading
from ats_medai.job.inner import inner_headings
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.pieces import Piece, pieces_of, trimmed
from ats_medai.job.sentences import sentences_of
from ats_medai.job.words import Word, words_of
from ats_medai.model import AdvertKind, Document, Span

ASIDE = frozenset({AdvertKind.TERMS, AdvertKind.PAY})
"""Labels of these kinds speak of their own line only ("Location: Boston")."""
LISTS = frozenset({AdvertKind.REQUIRED, AdvertKind.PREFERRED, AdvertKind.EDUCATION})
_LONGEST_UNKNOWN = 8
"""Words in a line that is taken for a heading which we do not know."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a bullet; `kind` is first its heading's, later its own."""

    span: Span
    words: tuple[Word, ...]
    kind: AdvertKind
    bullet: bool = False
    opens: bool = False
    """First sentence of its line or paragraph."""
    gap: bool = False
    """An empty line or a heading stands before it."""
    heading: AdvertKind = AdvertKind.OTHER
    """What the heading above says; `other` where there is none."""
    after_break: bool = False
    """A heading that we do not know stands right before it."""
    asks: bool = False
    """Ends in a question mark."""
    leads: bool = False
    """Ends in a colon."""


@dataclass(frozen=True, slots=True)
class Segment:
    """From a heading to the next; the text above the first has none."""

    kind: AdvertKind
    span: Span
    heading: Span | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A piece of running text below its heading."""

    piece: Piece
    heading: Heading | None
    kind: AdvertKind
    after_break: bool = False
    leads: bool = False
    """The heading is the first word of its line."""
    goes_on: bool = False
    """The chunk before stands below the same heading."""


def find_segments(document: Document, lexicon: Lexicon) -> tuple[Segment, ...]:
    """Give the parts of the advert in order, by headings alone; a unit's own words are not yet looked at."""
    parts: list[tuple[_Chunk, list[Unit]]] = []
    last: Heading | None = None
    for chunk in _chunks(document.text, lexicon):
        units = list(_units(document.text, chunk, lexicon))
        if not units:
            continue
        if parts and chunk.heading is last and parts[-1][0].kind is chunk.kind:
            parts[-1][1].extend(units)
        else:
            parts.append((replace(chunk, goes_on=chunk.heading is last), units))
        last = chunk.heading
    return _with_sole_list(document.text, [_segment(chunk, units) for chunk, units in parts], lexicon)


def _segment(chunk: _Chunk, units: list[Unit]) -> Segment:
    heading = chunk.heading.span if chunk.heading else None
    start = heading.start if heading and not chunk.goes_on else units[0].span.start
    return Segment(chunk.kind, Span(start, units[-1].span.end), heading, tuple(units))


def _chunks(text: str, lexicon: Lexicon) -> Iterator[_Chunk]:
    pieces = pieces_of(text)
    base: Heading | None = None
    current: Heading | None = None
    broken = False
    for piece, following in zip_longest(pieces, pieces[1:]):
        listed = following is not None and following.bullet
        opens_list = listed and piece is not pieces[0]
        heading = own_heading(text, piece, lexicon, opens_list=opens_list)
        if heading:
            base, current, broken = heading, heading, True
            if not heading.whole:
                yield _Chunk(piece, heading, heading.kind)
            continue
        if piece is not pieces[0] and _is_unknown_heading(text, piece, opens_list=opens_list):
            base = current = current if current and current.kind in {*LISTS, AdvertKind.DUTIES} else None
            broken = True
            continue
        inner = inner_headings(text, piece, lexicon, opens_list=listed)
        for chunk in _split(text, piece, current, base, inner):
            yield replace(chunk, after_break=broken)
            broken = False
            if chunk.heading and chunk.heading is not current and _lasts(chunk, base):
                current = chunk.heading
        if inner and not text[inner[-1].span.end : piece.span.end].strip() and inner[-1].kind not in ASIDE:
            base, current, broken = inner[-1], inner[-1], True


def _lasts(chunk: _Chunk, base: Heading | None) -> bool:
    """Tell whether a heading inside a line speaks for the lines below too: not where it labels one of a list."""
    if chunk.heading is None or chunk.heading.kind in ASIDE:
        return False
    local = chunk.piece.bullet or not chunk.leads
    return not (base and base.kind in LISTS and local)


def _split(
    text: str, piece: Piece, current: Heading | None, base: Heading | None, found: Sequence[Heading]
) -> Iterator[_Chunk]:
    """Take a piece apart at the headings inside it."""
    kind = current.kind if current else AdvertKind.OTHER
    start, gap, leads = piece.span.start, piece.gap, False
    for inner in found:
        if span := trimmed(text, start, inner.span.start) if start < inner.span.start else None:
            yield _Chunk(replace(piece, span=span, gap=gap), current, kind, leads=leads)
        current = _settled(inner, piece, base)
        leads = inner.span.start == piece.span.start
        kind, start, gap = current.kind, inner.span.end, False
    if span := trimmed(text, start, piece.span.end) if start < piece.span.end else None:
        yield _Chunk(replace(piece, span=span, gap=gap), current, kind, leads=leads)


def _settled(inner: Heading, piece: Piece, base: Heading | None) -> Heading:
    """Give the heading with the kind that counts: "Education: PhD" inside a list of wishes is a wish."""
    if inner.label and base and base.kind in {AdvertKind.PREFERRED, AdvertKind.REQUIRED} and not piece.gap:
        return replace(inner, kind=base.kind)
    return inner


def _units(text: str, chunk: _Chunk, lexicon: Lexicon) -> Iterator[Unit]:
    for number, span in enumerate(sentences_of(text, chunk.piece.span, lexicon)):
        words = words_of(text, span.start, span.end)
        if words:
            yield Unit(
                span=span,
                words=words,
                kind=chunk.kind,
                bullet=chunk.piece.bullet,
                opens=number == 0,
                gap=number == 0 and (chunk.piece.gap or chunk.after_break),
                heading=chunk.kind,
                after_break=number == 0 and chunk.after_break,
                asks=text[span.end - 1] == "?",
                leads=text[span.end - 1] == ":",
            )


def _is_unknown_heading(text: str, piece: Piece, *, opens_list: bool) -> bool:
    """Tell whether a line looks like a heading although none of our words is in it."""
    line = text[piece.span.start : piece.span.end].strip(" *_#")
    words = line.split()
    if piece.bullet or not words or len(words) > _LONGEST_UNKNOWN or "," in line:
        return False
    letters = [letter for letter in line if letter.isalpha()]
    shouted = len(letters) > 3 and all(letter.isupper() for letter in letters) and len(words) > 1
    return line.endswith(":") or shouted or (opens_list and not line.endswith(".") and words[0][0].isupper())


def _with_sole_list(text: str, segments: list[Segment], lexicon: Lexicon) -> tuple[Segment, ...]:
    """Take a "Desired skills" list for the requirements where the advert has no other list."""
    if any(segment.kind is AdvertKind.REQUIRED for segment in segments):
        return tuple(segments)
    return tuple(
        _as_required(segment) if segment.heading and _is_sole(text, segment.heading, lexicon) else segment
        for segment in segments
    )


def _is_sole(text: str, heading: Span, lexicon: Lexicon) -> bool:
    words = words_of(text, heading.start, heading.end)
    return lexicon.sole.at(words, 0) is not None if words else False


def _as_required(segment: Segment) -> Segment:
    if segment.kind is not AdvertKind.PREFERRED:
        return segment
    kind = AdvertKind.REQUIRED
    units = tuple(replace(unit, kind=kind, heading=kind) for unit in segment.units)
    return replace(segment, kind=kind, units=units)
