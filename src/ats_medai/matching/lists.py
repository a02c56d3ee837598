"""Whether an unclear acronym stands in a list beside keywords of its kind ("Tableau, R, Git")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.forms import Hit, concept_of
from ats_medai.matching.scene import Scene
from ats_medai.matching.sentences import items
from ats_medai.model import Category, SectionKind

TOOLS: Final = frozenset({Category.LANGUAGE, Category.TOOL, Category.INFRASTRUCTURE})
"""What people name in one list: languages, tools and infrastructure."""
_LISTED_TOGETHER: Final = dict.fromkeys(TOOLS, TOOLS) | {
    Category.DATA_STANDARD: frozenset({Category.DATA_STANDARD, Category.REGULATION, Category.TOOL})
}
_STRETCH: Final = 60
"""Words of a long list that are cut into items at once; those before and after are looked at too."""
_BESIDE: Final = 3
"""Items on either side in which a keyword of the kind speaks for an acronym."""
_COLUMN: Final = 12
"""Words above and below that are looked at in a section of skills."""

Items = Mapping[tuple[int, int], int]
"""The items of a stretch, in order, and their numbers."""


class Lists:
    """Looks for keywords beside a place. Stretches are cut once, so that long lists of letters take no longer."""

    def __init__(self, scene: Scene, sure: Iterable[Candidate]) -> None:
        self._scene = scene
        self._spots = {i: candidate for candidate in sure for i in range(candidate.first, candidate.after)}
        self._cut: dict[tuple[int, int], tuple[Items, bool]] = {}

    def reason(self, hit: Hit) -> str | None:
        """Give a reason where the acronym is a whole item of a list beside a keyword of its kind."""
        first, after, form = hit
        whole, names_tools = self._items(first)
        at = whole.get((first, after))
        if at is None:
            return None
        kind = concept_of(form).category
        kinds = _LISTED_TOGETHER.get(kind, frozenset({kind}))
        for item_first, item_after in islice(whole, max(0, at - _BESIDE), at + _BESIDE + 1):
            other = self._spots.get(item_first)
            if other and other.after == item_after and other.concept.category in kinds:
                return f"in a list with “{' '.join(self._scene.words.raws[item_first:item_after])}”"
        if kind not in TOOLS or self._scene.section(first) is not SectionKind.SKILLS:
            return None
        return "an item of a list of skills" if names_tools or self._in_column(first, after) else None

    def _items(self, first: int) -> tuple[Items, bool]:
        """Give the items of the stretch that the word is in, and whether one begins with a tool."""
        start, end = self._scene.sentences.around(first)
        number = (first - start) // _STRETCH
        if (start, number) not in self._cut:
            begin, stop = max(start, start + (number - 1) * _STRETCH), min(end, start + (number + 2) * _STRETCH)
            found = items(self._scene.words, begin, stop)
            tools = any(item[0] in self._spots and self._spots[item[0]].concept.category in TOOLS for item in found)
            self._cut[start, number] = {item: i for i, item in enumerate(found)}, tools
        return self._cut[start, number]

    def _in_column(self, first: int, after: int) -> bool:
        """Tell whether the lines above or below name tools, in the same kind of section."""
        near = range(max(0, first - _COLUMN), min(len(self._scene.words), after + _COLUMN))
        others = (self._spots[i] for i in near if i in self._spots)
        return any(
            other.concept.category in TOOLS and self._scene.section(other.first) is SectionKind.SKILLS
            for other in others
        )
