"""Which of full form and acronym a résumé has: both should stand there once, because searches differ."""

from __future__ import annotations

from ats_medai.findability.search import find_term
from ats_medai.model import Concept, Document, Pair, SearchMode
from ats_medai.names import both_names


def pair_state(document: Document, concept: Concept) -> Pair | None:
    """Tell which of full form and acronym the text has; None for a keyword that has no such pair."""
    names = both_names(concept)
    if names is None:
        return None
    has_short = any(find_term(document, short + s, SearchMode.LITERAL) for short in names.short for s in ("", "s"))
    has_full = any(find_term(document, form, SearchMode.STEMMED) for form in names.full)
    states = {(True, True): Pair.BOTH, (True, False): Pair.ACRONYM, (False, True): Pair.FULL}
    return states.get((has_short, has_full), Pair.NEITHER)
