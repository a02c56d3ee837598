"""Whether a mention stands in a sentence that shows work with it, or only in a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ats_medai.matching.candidate import Candidate
from ats_medai.matching.scene import Scene
from ats_medai.matching.sentences import items
from ats_medai.matching.words import Gap
from ats_medai.model import SectionKind, Shown, Wording

_SHOWING: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.PUBLICATIONS})
_PERHAPS: Final = frozenset({SectionKind.EDUCATION, SectionKind.AWARDS})
_BRIEF: Final = frozenset({SectionKind.SUMMARY, SectionKind.OTHER})
"""Where work is told under headings of a person's own; of a summary in prose only the claim is sure."""
_FUNCTION_WORDS: Final = frozenset(
    {
        "with",
        "using",
        "to",
        "in",
        "for",
        "of",
        "by",
        "from",
        "on",
        "the",
        "a",
        "an",
        "was",
        "were",
        "that",
        "into",
        "as",
    }
)

_STATE: Final = frozenset({"in", "as", "at", "by"})
"""What follows a participle that tells a state: "Trained in radiology"."""
_NOT_DONE: Final = frozenset({"advanced", "related", "skilled", "selected", "based", "certified", "varied", "limited"})


class Usage:
    """Tells in use from listed. Knows the action verbs and the words of work, which come from the keyword files."""

    def __init__(self, wording: Wording, work: Iterable[str], held: Collection[str]) -> None:
        self._held = held
        self._verbs = frozenset(form for verb in wording.verbs for form in _forms(verb, wording))
        self._past = frozenset(form for verb in wording.verbs for form in _past(verb, wording))
        self._work = frozenset(work)

    def shown(self, scene: Scene, candidates: Sequence[Candidate]) -> list[Shown]:
        """Give for each candidate how it is shown."""
        covered = {i for candidate in candidates for i in range(candidate.first, candidate.after)}
        known: dict[int, Shown] = {}
        shown: list[Shown] = []
        for candidate in candidates:
            start, _ = scene.sentences.around(candidate.first)
            if start not in known:
                known[start] = self._sentence(scene, start, covered)
            shown.append(Shown.LISTED if candidate.concept.id in self._held else known[start])
        return shown

    def _sentence(self, scene: Scene, start: int, covered: set[int]) -> Shown:
        kind = scene.section(start)
        if kind in _SHOWING:
            return (
                Shown.IN_USE
                if self._is_told(scene, start, covered) or not _is_bare(scene, start, covered)
                else Shown.LISTED
            )
        if kind in _BRIEF and scene.words.after_bullet(start) and self._is_past(scene, start, covered):
            return Shown.LISTED if _is_bare(scene, start, covered) else Shown.IN_USE
        if kind in _PERHAPS or not scene.has_sections:
            _, end = scene.sentences.around(start)
            keys = scene.words.keys[start:end]
            is_work = kind is not SectionKind.AWARDS and any(key in self._work for key in keys[:6])
            return Shown.IN_USE if keys[0] in self._verbs or is_work else Shown.LISTED
        return Shown.LISTED

    def _is_told(self, scene: Scene, start: int, covered: Collection[int]) -> bool:
        """Tell whether the sentence opens with what was done ("Employed spectroscopy, chromatography")."""
        key = scene.words.keys[start]
        done = key in self._verbs or (key.endswith("ed") and key not in _NOT_DONE)
        return done and start not in covered and scene.words.gaps[start + 1 : start + 2] == [Gap.SPACE]

    def _is_past(self, scene: Scene, start: int, covered: Collection[int]) -> bool:
        """Tell whether a bullet says what was done ("Built models with PyTorch"), not what somebody is."""
        words = scene.words
        done = words.keys[start] in self._past and words.keys[start] not in _NOT_DONE and start not in covered
        return done and words.gaps[start + 1 : start + 2] == [Gap.SPACE] and words.keys[start + 1] not in _STATE


def _past(verb: str, wording: Wording) -> tuple[str, ...]:
    irregular = wording.irregular.get(verb, ())
    return (*irregular, verb + ("d" if verb.endswith("e") else "ed"), verb[:-1] + "ied")


def _forms(verb: str, wording: Wording) -> tuple[str, ...]:
    return (*_past(verb, wording), verb.removesuffix("e") + "ing", verb)


def _is_bare(scene: Scene, start: int, covered: set[int]) -> bool:
    """Tell whether a sentence is a bare line of technologies: items, mostly keywords, no words between."""
    words = scene.words
    _, end = scene.sentences.around(start)
    first = start
    for i in range(start + 1, min(start + 5, end)):
        if words.gaps[i] == Gap.COLON:
            first = i  # "Technologies: ..."
    whole = items(words, first, end)
    if len(whole) < 2 and first == start:
        return False
    if any(key in _FUNCTION_WORDS for i, key in enumerate(words.keys[first:end], first) if i not in covered):
        return False
    named = sum(any(i in covered for i in range(item_first, item_after)) for item_first, item_after in whole)
    words_named = sum(i in covered for i in range(first, end))
    return named >= 2 and words_named * 2 >= end - first
