"""Two phrases that share their last word: the first of "supervised and unsupervised learning"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ats_medai.matching.candidate import Candidate, Rank
from ats_medai.matching.edges import has_edges
from ats_medai.matching.forms import Form, Kind, concept_of
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Method

_INSIDE = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE})


def share_head(words: Words, candidate: Candidate, forms: Mapping[tuple[str, ...], list[Form]]) -> list[Candidate]:
    """Give the others of "linear, logistic and ordinal regression", seen from the last; the last is not among them."""
    found: list[Candidate] = []
    at = candidate.first
    while candidate.method is Method.PHRASE and candidate.after - candidate.first > 1 and at:
        if words.keys[at - 1] in {"and", "or"}:
            at -= 1
        elif words.gaps[at] != Gap.SLASH and not (found and words.gaps[at] == Gap.COMMA):
            break
        other = _before(words, candidate, at, forms)
        if other is None:
            break
        found.append(other)
        at = other.first
    return found


def _before(
    words: Words, candidate: Candidate, at: int, forms: Mapping[tuple[str, ...], list[Form]]
) -> Candidate | None:
    head = words.keys[candidate.after - 1]
    for first in (at - 2, at - 1):
        if (
            first < 0
            or not _opens_item(words, first)
            or any(words.gaps[i] not in _INSIDE for i in range(first + 1, at))
        ):
            continue
        alias = next((form for form in forms.get((*words.keys[first:at], head), ()) if form.kind is Kind.ALIAS), None)
        if alias and has_edges(words, first, at):
            reason = f"shares “{head}” with what follows"
            concept = concept_of(alias)
            return replace(candidate, first=first, after=at, concept=concept, rank=Rank.NEARBY, reason=reason)
    return None


def _opens_item(words: Words, first: int) -> bool:
    """Tell whether the word is not the rest of a name before it ("Operating Systems and Software Engineering")."""
    if first == 0 or words.gaps[first] != Gap.SPACE:
        return words.gaps[first] != Gap.HYPHEN
    return not (words.raws[first][0].isupper() and words.raws[first - 1][0].isupper())
