"""Headings inside a line: labels before a colon, and those whose line breaks a scrape lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats_medai.job.headings import JOINS, Heading, is_label, kind_of
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.pieces import Piece
from ats_medai.job.words import Hit, Word, words_of
from ats_medai.model import AdvertKind, Span

_FLAT = 220
"""Characters: a line longer than this may hold headings that lost their line breaks."""
_NEVER_RUN_IN = frozenset({AdvertKind.TERMS, AdvertKind.PAY, AdvertKind.OTHER})
_SURE_ALONE = frozenset({"qualifications", "requirements", "responsibilities", "duties", "benefits"})
"""Single words that are headings in the middle of a run-on text, where a capital follows."""
_OPENS = frozenset(
    {"about", "what", "who", "why", "how", "essential", "desirable", "nice", "good", "bonus", "key", "main", "minimum"}
    | {"preferred", "required", "basic", "job", "your"}
)
"""First words of headings that are written like a sentence ("What you will do")."""
_OPENS_TWO = frozenset({"essential", "desirable", "minimum", "preferred", "required", "basic"})
_NO_LABEL_AFTER = JOINS - {"you", "your", "we", "our", "what"}
_COLON = re.compile(r"[\s*_)]*:(?!//)[\s*_]*")
_BEFORE_GLUE = re.compile(r"[A-Za-z0-9.)!?;:]$")
_ENDS_BEFORE = frozenset(".!?;:)]•*|–—-\"'”’•\n")
_BESIDE = re.compile(r"\s*[/&,]\s*|\s+and\s+")


def inner_headings(text: str, piece: Piece, lexicon: Lexicon, *, opens_list: bool = False) -> list[Heading]:
    """Give the headings inside a piece that is more than a heading, in order. `opens_list`: a bullet follows it."""
    words = words_of(text, piece.span.start, piece.span.end)
    flat = len(piece.span) > _FLAT
    found: list[Heading] = []
    for hits in _joined(text, words, lexicon.headings.find(words)):
        first, last = hits[0].first, hits[-1].last
        colon = _colon_after(text, words, last, lexicon)
        if colon is not None and _may_be_label(text, piece, words, hits[0]):
            span = Span(words[first].start, colon)
            found.append(Heading(span, kind_of(hits), is_label(words[first:last], lexicon)))
        elif (opens_list and last == len(words) and _ends_line(text, piece, words, hits)) or (
            flat and colon is None and _is_run_in(text, piece, words, hits, lexicon)
        ):
            found.append(Heading(Span(words[first].start, words[last - 1].end), kind_of(hits)))
    return _apart(found)


def _joined(text: str, words: Sequence[Word], hits: Sequence[Hit[AdvertKind]]) -> list[list[Hit[AdvertKind]]]:
    """Put phrases that stand side by side together ("Education/Qualifications")."""
    joined: list[list[Hit[AdvertKind]]] = []
    for hit in hits:
        gap = text[words[joined[-1][-1].last - 1].end : words[hit.first].start] if joined else "."
        if _BESIDE.fullmatch(gap) and words[hit.first].surface[0].isupper():
            joined[-1].append(hit)
        else:
            joined.append([hit])
    return joined


def _colon_after(text: str, words: Sequence[Word], last: int, lexicon: Lexicon) -> int | None:
    """Give the offset behind the colon that follows the words up to `last`, with at most three fillers between."""
    for place in range(last, min(last + 4, len(words) + 1)):
        end = words[place - 1].end
        mark = _COLON.match(text, end)
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
    if not words[hit.first].surface[0].isupper() or before.text in _NO_LABEL_AFTER:
        return False
    return hit.last - hit.first > 1 or not (before.surface[0].isupper() and text[before.end] == " ")


def _is_run_in(
    text: str, piece: Piece, words: Sequence[Word], hits: Sequence[Hit[AdvertKind]], lexicon: Lexicon
) -> bool:
    """Tell whether phrases without a colon are a heading whose line breaks were lost."""
    first, last = hits[0].first, hits[-1].last
    if "*" in hits[0].form or last >= len(words) or kind_of(hits) in _NEVER_RUN_IN:
        return False
    named, after = words[first:last], words[last]
    between = text[named[-1].end : after.start]
    if between.strip(" \t\xa0•-–—*") or not (
        after.surface[0].isupper() or after.surface[0].isdigit() or "•" in between
    ):
        return False
    if not named[0].surface[0].isupper() or not _is_written_as_heading(named):
        return False
    if _is_first(text, piece, named[0].start):
        return len(named) > 1 or named[0].text in _SURE_ALONE or named[0].text not in lexicon.labels
    before = words[first - 1]
    return (
        before.text not in JOINS
        and not before.surface[0].isupper()
        and (len(named) > 1 or named[0].text in _SURE_ALONE)
    )


def _ends_line(text: str, piece: Piece, words: Sequence[Word], hits: Sequence[Hit[AdvertKind]]) -> bool:
    """Tell whether a line ends in a heading that the bullets behind it lost: "... of the team. Requirements • R"."""
    named = words[hits[0].first :]
    titled = named[0].surface[0].isupper() and _is_written_as_heading(named)
    return titled and kind_of(hits) not in _NEVER_RUN_IN and _is_first(text, piece, named[0].start)


def _is_written_as_heading(named: Sequence[Word]) -> bool:
    titled = all(word.surface[0].isupper() or word.text in JOINS for word in named)
    return titled or (named[0].text in _OPENS and (len(named) > 2 or named[0].text in _OPENS_TWO))


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
