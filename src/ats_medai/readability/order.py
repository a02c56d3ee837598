"""Keywords that a line-by-line reading of the pages tears apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_medai.model import Keywords, Mention, Resume
from ats_medai.readability.found import Found, listed

WORDS = re.compile(r"[\W_]+")


def check_order(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give the keywords of which no whole form is left when the pages are read straight across."""
    naive = resume.document.naive_text
    if naive is None:
        return
    flat = f" {WORDS.sub(' ', naive).lower()} "
    whole: dict[str, bool] = {}
    torn: dict[str, Mention] = {}
    for mention in resume.mentions:
        stands = f" {_flat(resume, mention)} " in flat
        whole[mention.concept] = whole.get(mention.concept, False) or stands
        if not stands:
            torn.setdefault(mention.concept, mention)
    lost = [mention for concept, mention in torn.items() if not whole[concept]]
    names = listed([f"“{' '.join(resume.document[mention.span].split())}”" for mention in lost])
    spans = tuple(mention.span for mention in lost)
    if lost:
        yield Found("columns_lose_a_keyword", names, spans)
    if len(lost) >= keywords.weight("limit.lost_keywords"):
        yield Found("columns_lose_keywords", names, spans)


def _flat(resume: Resume, mention: Mention) -> str:
    return WORDS.sub(" ", resume.document[mention.span]).strip().lower()
