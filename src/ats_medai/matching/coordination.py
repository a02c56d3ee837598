"""Two phrases that share their last word: the first of "supervised and unsupervised learning"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ats_medai.matching.candidate import Candidate, Rank
from ats_medai.matching.edges import has_edges
from ats_medai.matching.forms import Form, Kind, concept_of
from ats_medai.matching.words import Words
from ats_medai.model import Method


def share_head(words: Words, candidate: Candidate, forms: Mapping[tuple[str, ...], list[Form]]) -> Candidate | None:
    """Give the first of "supervised and unsupervised learning", seen from the second; None where there is none."""
    at = candidate.first
    if candidate.method is not Method.PHRASE or candidate.after - at < 2:
        return None
    if at and words.keys[at - 1] in {"and", "or"}:
        at -= 1
    elif not at or words.gaps[at] not in {"/", ","}:
        return None
    head = words.keys[candidate.after - 1]
    for length in (2, 1):
        first = at - length
        keys = (*words.keys[max(first, 0) : at], head)
        aliases = [form for form in forms.get(keys, ()) if form.kind is Kind.ALIAS] if first >= 0 else []
        if aliases and has_edges(words, first, at) and all(words.gaps[i] in " -n" for i in range(first + 1, at)):
            reason = f"shares “{head}” with what follows"
            return replace(
                candidate, first=first, after=at, concept=concept_of(aliases[0]), rank=Rank.NEARBY, reason=reason
            )
    return None
