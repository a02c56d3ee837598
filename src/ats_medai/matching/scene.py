"""The words with what surrounds them: sentences, sections, headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ats_medai.matching.fuzzy import Slip
from ats_medai.matching.sentences import Sentences, find_sentences, is_heading
from ats_medai.matching.words import Words
from ats_medai.model import Section, SectionKind


@dataclass(frozen=True, slots=True)
class Scene:
    """What a decision about an unclear form may look at."""

    words: Words
    sentences: Sentences
    section: Callable[[int], SectionKind]
    """The kind of section that a word stands in."""
    heading: Callable[[int], tuple[str, ...]]
    """The words of the section heading that a word stands in; none for a word below one."""
    of_interest: Callable[[int], bool]
    """Whether a word stands in a section of interests."""
    slips: Mapping[int, Slip]
    """Words that are typing errors; their keys are already those that were meant."""
    has_sections: bool = True
    english: frozenset[str] = frozenset()
    """Ordinary English words."""

    def heads(self, word: int) -> bool:
        """Tell whether the line that begins at `word` is a heading, of a section or by its capitals."""
        end = self.sentences.line(word)[1]
        line = self.words.plain.text[self.words.starts[word] : self.words.ends[end - 1]]
        return bool(self.heading(word)) or is_heading(line)


def make_scene(words: Words, sections: Sequence[Section], slips: Mapping[int, Slip], english: frozenset[str]) -> Scene:
    """Give the scene; without sections every word is in one of kind other."""
    ordered = sorted(sections, key=lambda section: section.span)
    starts = [section.span.start for section in ordered]
    headings = [_heading_words(words, section) for section in ordered]
    of_interest = {
        i for i, section in enumerate(ordered)
        if section.kind is SectionKind.INTERESTS or {"interest", "interests"} & set(headings[i])
    }  # fmt: skip

    def at(word: int) -> int | None:
        place = words.place(word)
        found = bisect_right(starts, place) - 1
        return found if found >= 0 and place < ordered[found].span.end else None

    def section(word: int) -> SectionKind:
        found = at(word)
        return SectionKind.OTHER if found is None else ordered[found].kind

    def heading(word: int) -> tuple[str, ...]:
        found = at(word)
        span = None if found is None else ordered[found].heading
        inside = span is not None and words.place(word) < span.end
        return headings[found] if inside and found is not None else ()

    return Scene(
        words,
        find_sentences(words, _borders(words, ordered), english),
        section,
        heading,
        lambda word: at(word) in of_interest,
        slips,
        bool(sections),
        english,
    )


def _borders(words: Words, sections: Sequence[Section]) -> frozenset[int]:
    """Give the first words of the headings and of what stands below them."""
    headings = [section.heading for section in sections if section.heading is not None]
    places = [place for heading in headings for place in (heading.start, heading.end)]
    starts = words.starts
    if words.plain.starts is not None and places:
        starts = [words.place(i) for i in range(len(words))]
    return frozenset(bisect_left(starts, place) for place in places)


def _heading_words(words: Words, section: Section) -> tuple[str, ...]:
    if section.heading is None:
        return ()
    start, end = section.heading.start, section.heading.end
    first = bisect_left(words.starts, start) if words.plain.starts is None else None
    numbers = range(len(words)) if first is None else range(first, len(words))
    inside = takewhile(lambda i: words.place(i) < end, numbers)
    return tuple(words.keys[i] for i in inside if words.place(i) >= start)
