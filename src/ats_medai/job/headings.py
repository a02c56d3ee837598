"""Headings of an advert: lines of their own, labels before a colon, and those that a scrape ran into the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ats_medai.job.lexicon import Lexicon
from ats_medai.job.pieces import Piece
from ats_medai.job.words import Hit, Word, words_of
from ats_medai.model import AdvertKind, Span

_LONGEST = 16
"""Words in a line that introduces a list ("To be successful in this role, you will need:")."""
_LONGEST_PLAIN = 8
"""Words in a heading without a colon."""
_FLAT = 220
"""Characters: a line longer than this may hold headings that lost their line breaks."""
_NEVER_RUN_IN = frozenset({AdvertKind.TERMS, AdvertKind.PAY, AdvertKind.OTHER})
_SURE_COVER = 0.6
_LOOSE_COVER = 0.5
_JOINS = frozenset(
    {"and", "or", "the", "of", "to", "for", "in", "a", "an", "with", "you", "your", "we", "our", "what", "at", "on"}
)
_POINTING = frozenset({"the", "this"})
_BEFORE_GLUE = re.compile(r"[A-Za-z0-9.)!?;:]$")
_ENDS_BEFORE = frozenset(".!?;:)]•*|–—-\"'”’•\n")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and what stands below it; `label`: it has the level of the list it stands in."""

    span: Span
    kind: AdvertKind
    label: bool = False
    whole: bool = True
    """Nothing but heading words stands in it."""


def own_heading(text: str, piece: Piece, lexicon: Lexicon, *, opens_list: bool) -> Heading | None:
    """Tell whether the whole piece is a heading. `opens_list`: a bullet follows it."""
    line = text[piece.span.start : piece.span.end].rstrip(" *_\"'”,")
    words = words_of(text, piece.span.start, piece.span.end)
    if not words or len(words) > _LONGEST or (line[-1:] in {".", "!"} and len(words) > 3):
        return None
    hits = lexicon.headings.find(words)
    if not hits:
        return None
    cover = _cover(words, hits, lexicon)
    leads = line.endswith((":", ";")) or (opens_list and not piece.bullet and ":" not in line)
    if leads:
        hits = [hit for hit in hits if cover >= _LOOSE_COVER or _is_telling(hit)]
    elif len(words) > _LONGEST_PLAIN or cover < (1.0 if piece.bullet or not _stands_out(words) else _SURE_COVER):
        return None
    if not hits:
        return None
    return Heading(piece.span, kind_of(hits), _is_label(words, lexicon), whole=cover == 1.0)


def _is_telling(hit: Hit[AdvertKind]) -> bool:
    """Tell whether the phrase makes a heading of a longer line that ends in a colon."""
    return len(hit.form.replace("*", "").split()) > 1


def _cover(words: Sequence[Word], hits: Sequence[Hit[AdvertKind]], lexicon: Lexicon) -> float:
    """Give the share of the words that heading phrases and fillers account for."""
    inside = {place for hit in hits for place in range(hit.first, hit.last)}
    rest = [place for place, word in enumerate(words) if place not in inside and word.text not in lexicon.fillers]
    return 1.0 - len(rest) / (len(rest) + len(inside))


def _stands_out(words: Sequence[Word]) -> bool:
    """Tell whether the words are written as a title: capitals but for the small words."""
    return all(word.surface[0].isupper() or word.surface[0].isdigit() or word.text in _JOINS for word in words)


def kind_of(hits: Sequence[Hit[AdvertKind]]) -> AdvertKind:
    """Give the kind of a heading made of these phrases."""
    kinds = {hit.value for hit in hits}
    if AdvertKind.PREFERRED in kinds:
        return AdvertKind.PREFERRED
    if {AdvertKind.DUTIES, AdvertKind.REQUIRED} <= kinds and all(hit.last - hit.first == 1 for hit in hits):
        return AdvertKind.OTHER
    return max(hits, key=_weight).value


def _weight(hit: Hit[AdvertKind]) -> tuple[bool, bool, int, int]:
    """Order the phrases of a heading: "requirements for the position" is about requirements."""
    return "*" not in hit.form, hit.form.split()[0] not in _POINTING, hit.last - hit.first, hit.first


def _is_label(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return " ".join(word.text for word in words) in lexicon.labels


def inner_headings(text: str, piece: Piece, lexicon: Lexicon) -> list[Heading]:
    """Give the headings inside a piece that is more than a heading, in order."""
    words = words_of(text, piece.span.start, piece.span.end)
    flat = len(piece.span) > _FLAT
    found = []
    for hit in lexicon.headings.find(words):
        colon = _colon_after(text, words, hit.last, lexicon)
        if colon is not None and _may_be_label(text, piece, words, hit):
            span = Span(words[hit.first].start, colon)
            found.append(Heading(span, hit.value, _is_label(words[hit.first : hit.last], lexicon)))
        elif flat and colon is None and _is_run_in(text, piece, words, hit, lexicon):
            found.append(Heading(Span(words[hit.first].start, words[hit.last - 1].end), hit.value))
    return _apart(found)


def _colon_after(text: str, words: Sequence[Word], last: int, lexicon: Lexicon) -> int | None:
    """Give the offset behind the colon that follows the words up to `last`, with at most three fillers between."""
    for place in range(last, min(last + 4, len(words) + 1)):
        end = words[place - 1].end
        mark = re.compile(r"[\s*_)]*:(?!//)[\s*_]*").match(text, end)
        if mark:
            return end + mark[0].index(":") + 1
        if place == len(words) or words[place].text not in lexicon.fillers:
            return None
    return None


def _may_be_label(text: str, piece: Piece, words: Sequence[Word], hit: Hit[AdvertKind]) -> bool:
    """Tell whether a phrase before a colon stands where a label stands."""
    if _is_first(text, piece, words[hit.first].start):
        return True
    before = words[hit.first - 1]
    titled = words[hit.first].surface[0].isupper()
    return titled and before.text not in _JOINS and not (before.surface[0].isupper() and text[before.end] == " ")


def _is_run_in(text: str, piece: Piece, words: Sequence[Word], hit: Hit[AdvertKind], lexicon: Lexicon) -> bool:
    """Tell whether a phrase without a colon is a heading whose line breaks were lost."""
    if "*" in hit.form or hit.last >= len(words) or hit.value in _NEVER_RUN_IN:
        return False
    named = words[hit.first : hit.last]
    after = words[hit.last]
    between = text[named[-1].end : after.start]
    if not _stands_out(named) or not (after.surface[0].isupper() or after.surface[0].isdigit() or "•" in between):
        return False
    if between.strip(" \t\xa0•-–—*") or (len(named) == 1 and named[0].text in lexicon.labels):
        return False
    return _is_first(text, piece, named[0].start) or (len(named) > 1 and words[hit.first - 1].surface[0].islower())


def _is_first(text: str, piece: Piece, start: int) -> bool:
    """Tell whether a sentence or a line begins here, or ended right before without a space."""
    before = text[piece.span.start : start]
    if not before.strip(" *_#\"'"):
        return True
    return before.rstrip(" \t\xa0*_")[-1:] in _ENDS_BEFORE or bool(_BEFORE_GLUE.search(before))


def _apart(found: list[Heading]) -> list[Heading]:
    """Leave out headings that overlap the one before."""
    apart: list[Heading] = []
    for heading in found:
        if not apart or apart[-1].span.end <= heading.span.start:
            apart.append(heading)
    return apart
