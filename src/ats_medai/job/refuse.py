"""Texts that no requirements can be read from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats_medai.errors import JobError
from ats_medai.job.lexicon import ROLE, Lexicon
from ats_medai.job.segments import Segment
from ats_medai.model import AdvertKind, Document

FEWEST_WORDS = 30
_FEWEST_SIGNS = 2
_DATE_RANGE = re.compile(r"\b(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:(?:19|20)\d\d|present|now|current)\b", re.IGNORECASE)
_SPEAKS = frozenset({"ask", "seek", "must", "preferred"})
_TELLING = frozenset(
    {AdvertKind.DUTIES, AdvertKind.REQUIRED, AdvertKind.PREFERRED, AdvertKind.BENEFITS, AdvertKind.LEGAL}
)


def check_length(document: Document) -> None:
    """Raise JobError for an empty text or one under 30 words."""
    words = len(document.text.split())
    if not words:
        raise JobError(document.source, "The advert is empty.")
    if words < FEWEST_WORDS:
        raise JobError(document.source, f"The advert has {words} words; at least {FEWEST_WORDS} are needed.")


def check_is_advert(document: Document, segments: Sequence[Segment], lexicon: Lexicon) -> None:
    """Raise JobError for a text that is plainly something else: a résumé, an invoice, a letter."""
    units = [unit.words for segment in segments for unit in segment.units]
    speaks = sum(hit.value == ROLE for words in units for hit in lexicon.sentences.find(words))
    speaks += sum(hit.value.kind in _SPEAKS for words in units for hit in lexicon.levels.find(words))
    headings = sum(segment.heading is not None and segment.kind in _TELLING for segment in segments)
    for_it = speaks + headings
    resume = sum(len(lexicon.resume_signs.find(words)) for words in units) + len(_DATE_RANGE.findall(document.text))
    other = len({hit.form for words in units for hit in lexicon.other_signs.find(words)})
    if resume >= _FEWEST_SIGNS and resume > for_it:
        raise JobError(document.source, "The text reads like a résumé, not like a job advert.")
    if not for_it or (other > _FEWEST_SIGNS and other > for_it):
        raise JobError(document.source, "The text asks for nothing; it does not read like a job advert.")
