"""Sentences of a stretch of an advert, also where a scrape lost the space or the full stop between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_medai.job.lexicon import Lexicon
from ats_medai.job.pieces import trimmed
from ats_medai.model import Span

_END = re.compile(
    r"[.!?]+[\"”’')\]]*(?:\s+(?=[\"“(\[]?[A-Z0-9•])|(?<=[a-z)][.!?])(?=[A-Z][a-z])"
    r"|(?<=[a-z]{2}[.!?])(?=[A-Z]{2,}[a-z]|\d+\+?\s+(?:years|yrs)\b))"
)
_SHORT = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|vs|dr|mr|ms|mrs|prof|inc|ltd|corp|st|no|approx|incl|dept|univ|al|ph\.d|jr|sr|ca|cf|est|min|max)"
    r"|\b[a-z]\.\s?[a-z])\.$",
    re.IGNORECASE,
)
"""Abbreviations whose full stop ends no sentence; "R." does."""
_MAY_BE_GLUED = re.compile(r"[a-z0-9)][A-Z][a-z]|[A-Z]{2}[a-z]{3}")
_GOES_ON = re.compile(r"(?:[,(&/:–—-]|\b(?:and|or|of|the|an?|in|to|for|with|by|on|as|our|your|is|are))$", re.IGNORECASE)
_RUN_ON = 160
"""Characters: a longer sentence may be lines that lost their breaks."""
_LOOK_BACK = 8


def sentences_of(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Give the sentences inside the span; a run-on of lines without full stops is cut where a line seems to open."""
    start = span.start
    for cut in (*_cuts(text, span, lexicon.glued), span.end):
        if part := trimmed(text, start, cut) if start < cut else None:
            yield from _lines(text, part, lexicon) if len(part) > _RUN_ON else (part,)
        start = cut


def _cuts(text: str, span: Span, glued: re.Pattern[str]) -> list[int]:
    cuts = {
        mark.end()
        for mark in _END.finditer(text, span.start, span.end)
        if not _SHORT.search(text, max(span.start, mark.start() - _LOOK_BACK), mark.start() + 1)
    }
    if _MAY_BE_GLUED.search(text, span.start, span.end):
        cuts |= {mark.start() for mark in glued.finditer(text, span.start, span.end)}
    return sorted(cut for cut in cuts if span.start < cut < span.end)


def _lines(text: str, part: Span, lexicon: Lexicon) -> Iterator[Span]:
    start = part.start
    for mark in lexicon.run_on.finditer(text, part.start, part.end):
        before = text[max(part.start, mark.start() - _LOOK_BACK) : mark.start()]
        if not _GOES_ON.search(before) and (line := trimmed(text, start, mark.start())):
            yield line
            start = mark.end()
    yield Span(start, part.end)
