"""Headings of an advert that stand on a line of their own."""

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
_SURE_COVER = 0.6
_LOOSE_COVER = 0.5
JOINS = frozenset(
    {"and", "or", "the", "of", "to", "for", "in", "a", "an", "with", "you", "your", "we", "our", "what", "at", "on"}
)
_SENTENCE_BEFORE = re.compile(r"[a-z)][.!?]\s+[A-Z]")
_POINTING = frozenset({"the", "this"})


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
    if _SENTENCE_BEFORE.search(line):
        return None
    if not words or len(words) > _LONGEST or (line[-1:] in {".", "!"} and len(words) > 3):
        return None
    hits = lexicon.headings.find(words)
    if not hits:
        return None
    cover = _cover(words, hits, lexicon)
    leads = line.endswith((":", ";")) or (opens_list and not piece.bullet and ":" not in line)
    if leads:
        hits = [hit for hit in hits if cover >= _LOOSE_COVER or (_is_telling(hit) and not line.endswith(";"))]
    elif len(words) > _LONGEST_PLAIN or cover < (1.0 if piece.bullet or not _stands_out(words) else _SURE_COVER):
        return None
    if not hits:
        return None
    return Heading(piece.span, kind_of(hits), is_label(words, lexicon), whole=cover == 1.0)


def _is_telling(hit: Hit[AdvertKind]) -> bool:
    """Tell whether the phrase makes a heading of a longer line that ends in a colon.

    Words about the company do so at the start only: "Improve the models behind our products:" leads to tasks.
    """
    opens = hit.value is not AdvertKind.COMPANY or hit.first <= 1
    return opens and len(hit.form.replace("*", "").split()) > 1


def _cover(words: Sequence[Word], hits: Sequence[Hit[AdvertKind]], lexicon: Lexicon) -> float:
    """Give the share of the words that heading phrases and fillers account for."""
    inside = {place for hit in hits for place in range(hit.first, hit.last)}
    rest = [place for place, word in enumerate(words) if place not in inside and word.text not in lexicon.fillers]
    return 1.0 - len(rest) / (len(rest) + len(inside))


def _stands_out(words: Sequence[Word]) -> bool:
    """Tell whether the words are written as a title: capitals but for the small words."""
    return all(word.surface[0].isupper() or word.surface[0].isdigit() or word.text in JOINS for word in words)


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


def is_label(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Tell whether a heading takes the level of the list it stands in."""
    return " ".join(word.text for word in words) in lexicon.labels
