"""Which suggestions help, and which come first, once their gains are known."""

from __future__ import annotations

from collections.abc import Iterable

from ats_medai.model import Gain, Suggestion, SuggestionKind

PROVED = frozenset({SuggestionKind.MEND, SuggestionKind.NAME, SuggestionKind.FULL_FORM})
"""Kinds that name what the text shows already."""


def rank(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Give those that help: what the text proves but words differently first, then by the points that they bring."""
    return tuple(sorted(filter(_helps, suggestions), key=_worth))


def points(gain: Gain) -> float:
    """Give the points of both figures together."""
    return gain.profile + (gain.match or 0.0)


def _helps(suggestion: Suggestion) -> bool:
    """Keep what raises a figure and lowers none; writing both forms raises none, but helps to be found."""
    lowest = min(suggestion.gain.profile, suggestion.gain.match or 0.0)
    raises = points(suggestion.gain) > 0 or suggestion.kind is SuggestionKind.FULL_FORM
    return raises and lowest > -1e-9


def _worth(suggestion: Suggestion) -> tuple[bool, float, str]:
    brings = points(suggestion.gain)
    return not (suggestion.kind in PROVED and brings > 0), -brings, suggestion.code
