"""Texts that no requirements can be read from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats_medai.errors import JobError
from ats_medai.job.lexicon import Lexicon
from ats_medai.job.segments import Segment
from ats_medai.job.words import words_of
from ats_medai.model import AdvertKind, Document, Keywords

FEWEST_WORDS = 30
_FEWEST_SIGNS = 4
_FEWEST_OTHER_SIGNS = 3
_TOP = 400
"""Characters at the top, where a résumé has its contact data."""
_DATES = re.compile(
    r"\b(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:[A-Za-z]{3,9}\.?\s*)?(?:(?:19|20)\d\d|present|now|current|today)\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_PHONE = re.compile(r"\+?\d[\d ().-]{7,}\d")
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


def check_is_advert(document: Document, segments: Sequence[Segment], keywords: Keywords, lexicon: Lexicon) -> None:
    """Raise JobError for a text that is plainly something else: a résumé, an invoice, a letter."""
    units = [unit.words for segment in segments for unit in segment.units]
    words = words_of(document.text)
    signs = len(lexicon.advert_signs.find(words))
    speaks = signs + sum(
        hit.value.kind in {"seek", "ask", "must", "preferred"} for unit in units for hit in lexicon.levels.find(unit)
    )
    headings = sum(segment.heading is not None and segment.kind in _TELLING for segment in segments)
    resume = _resume_signs(document.text, keywords) + len(lexicon.resume_signs.find(words))
    other = len({hit.form for hit in lexicon.other_signs.find(words)})
    if resume >= _FEWEST_SIGNS and resume > signs:
        raise JobError(document.source, "The text reads like a résumé, not like a job advert.")
    if not speaks + headings or (other >= _FEWEST_OTHER_SIGNS and other > speaks):
        raise JobError(document.source, "The text does not read like a job advert.")


def _resume_signs(text: str, keywords: Keywords) -> int:
    """Count what a résumé has and an advert lacks: its headings, spells of time, contact data at the top."""
    known = {form for forms in keywords.headings.resume.values() for form in forms}
    headings = sum(line.strip(" :*•").lower() in known for line in text.splitlines())
    top = text[:_TOP]
    return headings + len(_DATES.findall(text)) + bool(_EMAIL.search(top)) + bool(_PHONE.search(top))
