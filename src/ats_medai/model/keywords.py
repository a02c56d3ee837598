"""All data that the analysis rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ats_medai.model.concepts import Concept, Track
from ats_medai.model.guide import Guide
from ats_medai.model.lexicon import AdvertWords, Check, Cues, EntryWords, Headings, Weight
from ats_medai.model.orders import OrderWords
from ats_medai.model.wording import Wording


@dataclass(frozen=True)
class Keywords:
    """All data that the analysis rests on. `version` is a hash of the files and stands in every report."""

    concepts: tuple[Concept, ...]
    tracks: tuple[Track, ...]
    headings: Headings
    cues: Cues
    weights: Mapping[str, Weight]
    version: str
    entries: EntryWords = field(default_factory=EntryWords)
    checks: Mapping[str, Check] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    guide: Guide = field(default_factory=Guide)
    advert_words: AdvertWords = field(default_factory=AdvertWords)
    orders: OrderWords = field(default_factory=OrderWords)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each alias with the forms that rules make of it, itself first."""
    english: frozenset[str] = frozenset()
    """Ordinary English words, which are never typing errors; regular endings left out."""

    @cached_property
    def concept_by_id(self) -> Mapping[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def track_by_id(self) -> Mapping[str, Track]:
        return {track.id: track for track in self.tracks}

    def weight(self, key: str) -> float:
        """Give the number of this key in weights.yaml; KeyError where there is none."""
        return self.weights[key].value
