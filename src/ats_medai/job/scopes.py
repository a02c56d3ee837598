"""How far the wording beside a keyword reaches: "Python required, R a plus" asks for one and wishes for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ats_medai.job.lexicon import LEVELLED, Lexicon
from ats_medai.job.segments import Unit
from ats_medai.job.words import Hit, Word
from ats_medai.model import Cue, Direction, Span

WEAK = frozenset({"ask", "seek"})
"""Cues that count only where neither a heading nor a plainer cue speaks."""
_LEADS = frozenset({"must", "ask", "seek"})
_BREAK = re.compile(r"[;|]|\s[–—-]\s|:\s")
_HARD_BREAK = re.compile(r"[;|]")
_LONGEST_LABEL = 4
_CLOSES = re.compile(r"\s*(?:$|[.,;:)\]!?/|*–—•\"'”’=-])")
_GOES_ON = frozenset({"and", "but", "or", "though", "although", "with"})
_INTO = frozenset({"in"})
_AND = frozenset({"and", "with", "but"})
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Scope:
    """The stretch of the text that a cue of this kind speaks of."""

    start: int
    end: int
    kind: str

    def holds(self, span: Span) -> bool:
        """Tell whether the span lies inside."""
        return self.start <= span.start and span.end <= self.end


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A unit with its cues and the places of the keywords in it."""

    text: str
    unit: Unit
    cues: tuple[Hit[Cue], ...]
    places: tuple[Span, ...]
    lexicon: Lexicon

    def start_of(self, hit: Hit[Cue]) -> int:
        return self.unit.words[hit.first].start

    def end_of(self, hit: Hit[Cue]) -> int:
        return self.unit.words[hit.last - 1].end

    def named(self, start: int, end: int) -> bool:
        """Tell whether a keyword begins between the two offsets."""
        return any(start <= place.start < end for place in self.places)


def scopes_of(text: str, unit: Unit, places: Sequence[Span], lexicon: Lexicon) -> tuple[Scope, ...]:
    """Give what the cues of the unit reach; `places` are the keywords in it."""
    cues = tuple(hit for hit in lexicon.levels.find(unit.words) if _counts(text, unit, hit))
    sentence = _Sentence(text, unit, cues, tuple(places), lexicon)
    return tuple(_scopes(sentence))


def _counts(text: str, unit: Unit, hit: Hit[Cue]) -> bool:
    """Tell whether a cue is meant as one: a word alone counts where it opens or closes its clause."""
    if hit.value.kind == "pseudo":
        return False
    if hit.value.direction is not Direction.BOTH or hit.last - hit.first > 1 or hit.value.kind == "terminator":
        return True
    closes = hit.last == len(unit.words) or _CLOSES.match(text, unit.words[hit.first].end, unit.span.end)
    if hit.first == 0 or closes:
        return True
    following = unit.words[hit.last].text
    return following in _GOES_ON or (following in _INTO and hit.value.kind == "preferred")


def _scopes(sentence: _Sentence) -> Iterator[Scope]:
    for number, hit in enumerate(sentence.cues):
        kind = hit.value.kind
        if kind not in LEVELLED:
            continue
        start, end = _backward(sentence, number) if _looks_back(sentence, number) else _forward(sentence, number)
        if start < end:
            yield Scope(start, end, kind)


def _looks_back(sentence: _Sentence, number: int) -> bool:
    hit = sentence.cues[number]
    if hit.value.direction is not Direction.BOTH:
        return hit.value.direction is Direction.BACKWARD or _trails(sentence, hit)
    if _has_colon(sentence, hit):
        return False
    if hit.value.kind == "context":
        return sentence.named(sentence.unit.span.start, sentence.start_of(hit))
    return sentence.named(_left_bound(sentence, number), sentence.start_of(hit))


def _trails(sentence: _Sentence, hit: Hit[Cue]) -> bool:
    """Tell whether a wish that mostly comes first stands last: "experience with R ideally"."""
    if hit.value.kind != "preferred" or hit.last < len(sentence.unit.words):
        return False
    return not _has_colon(sentence, hit)


def _forward(sentence: _Sentence, number: int) -> tuple[int, int]:
    hit = sentence.cues[number]
    start, end = sentence.end_of(hit), _right_bound(sentence, number)
    if hit.value.direction is Direction.BOTH and not _opens(sentence, hit):
        return start, start
    if hit.value.kind == "context":
        return sentence.start_of(hit), end  # "no SQL experience needed" holds its keyword inside
    if hit.value.kind == "seek":
        return _skills(sentence, hit.last, end)
    if hit.value.kind == "ask":
        return start, _aim(sentence, hit.last, end, after_comma=not hit.form.endswith(" with"))
    return start, end


def _opens(sentence: _Sentence, hit: Hit[Cue]) -> bool:
    """Tell whether a cue stands before what it speaks of, as a label or as the first words."""
    into = hit.last < len(sentence.unit.words) and sentence.unit.words[hit.last].text in _INTO
    return hit.first <= 1 or into or _has_colon(sentence, hit)


def _has_colon(sentence: _Sentence, hit: Hit[Cue]) -> bool:
    end = sentence.end_of(hit)
    return sentence.text[end : end + 2].lstrip().startswith(":")


def _skills(sentence: _Sentence, first: int, end: int) -> tuple[int, int]:
    """Give where the wished-for person's skills stand ("seeking a scientist with X to lead Y": X alone)."""
    words = sentence.unit.words
    opened = next(
        (hit for place in range(first, len(words)) if (hit := sentence.lexicon.person_has.at(words, place))), None
    )
    if opened is None:
        return end, end
    return words[opened.last - 1].end, _aim(sentence, opened.last, end, after_comma=False)


def _aim(sentence: _Sentence, first: int, end: int, *, after_comma: bool) -> int:
    """Give where the wish ends and its purpose begins ("to lead Y", "who will lead Y")."""
    words = sentence.unit.words
    for number in range(first, len(words) - 1):
        comma = "," in sentence.text[words[number - 1].end : words[number].start]
        aims = words[number].text == "to" and words[number + 1].text in sentence.lexicon.duties
        aims = aims or (words[number].text in {"who", "that"} and words[number + 1].text == "will")
        if aims and (comma or not after_comma):
            return min(end, words[number].start)
    return end


def _leads(cue: Hit[Cue]) -> bool:
    """Tell whether a cue opens a demand that goes on behind other cues: "you must have"."""
    return cue.value.direction is Direction.FORWARD and cue.value.kind in _LEADS


def _left_bound(sentence: _Sentence, number: int) -> int:
    """Give where the clause of a cue begins, by what stands before it: another cue, a break, a bracket."""
    text, unit, left = sentence.text, sentence.unit, sentence.start_of(sentence.cues[number])
    bounds = [unit.span.start]
    bounds += [sentence.end_of(cue) for cue in sentence.cues[:number] if not _leads(cue)]
    bounds += [
        mark.end() for mark in _BREAK.finditer(text, unit.span.start, left - 1) if not _ends_label(text, unit, mark)
    ]
    bracket = text.rfind("(", unit.span.start, left)
    if bracket >= 0 and ")" not in text[bracket:left] and text[bracket + 1 : left].strip():
        bounds.append(bracket + 1)
    return max(bounds)


def _ends_label(text: str, unit: Unit, mark: re.Match[str]) -> bool:
    """Tell whether a colon ends a label at the start: "Python: 1 year (preferred)" speaks of Python."""
    return mark[0][0] == ":" and len(text[unit.span.start : mark.start()].split()) <= _LONGEST_LABEL


def _right_bound(sentence: _Sentence, number: int) -> int:
    text, unit, right = sentence.text, sentence.unit, sentence.end_of(sentence.cues[number])
    bounds = [unit.span.end]
    bounds += [
        sentence.start_of(cue)
        for cue in sentence.cues[number + 1 :]
        if cue.value.kind == "terminator" or (cue.value.direction is Direction.FORWARD and cue.value.kind not in WEAK)
    ]
    bounds += [mark.start() for mark in _HARD_BREAK.finditer(text, right, unit.span.end)]
    opened = text.rfind("(", unit.span.start, right)
    if opened >= 0 and ")" not in text[opened:right] and (closed := text.find(")", right, unit.span.end)) >= 0:
        bounds.append(closed)
    return min(bounds)


def _backward(sentence: _Sentence, number: int) -> tuple[int, int]:
    """Give the part before a cue that it speaks of: "Python, and knowledge of R is a plus" wishes for R alone."""
    hit = sentence.cues[number]
    left, bound = sentence.start_of(hit), _left_bound(sentence, number)
    if hit.value.kind == "context" and not sentence.named(bound, left):
        return sentence.unit.span.start, left
    if "are" in {word.text for word in sentence.unit.words[hit.first : hit.last]}:
        return bound, left
    led = max((sentence.end_of(cue) for cue in sentence.cues[:number] if cue.value.kind in _LEADS), default=None)
    starts = [
        word.start
        for place, word in enumerate(sentence.unit.words[: hit.first])
        if place > 0
        and max(bound, led or 0) < word.start
        and _parts(sentence, place, hit.first, led=led is not None)
        and sentence.named(max(bound, led or 0), word.start)
        and sentence.named(word.start, left)
    ]
    return max([bound, *starts]), left


def _parts(sentence: _Sentence, place: int, last: int, *, led: bool) -> bool:
    """Tell whether a new wish begins at this word."""
    words, text = sentence.unit.words, sentence.text
    comma = "," in text[words[place - 1].end : words[place].start]
    joined = words[place - 1].text in _AND
    if words[place - 1].text == "with" and words[last - 1].text == "being":
        return True
    if joined and place > 1:
        comma = "," in text[words[place - 2].end : words[place - 1].start]
        comma = comma or (words[place - 1].text == "with" and sentence.lexicon.degrees.at(words, place) is not None)
    rest = text[words[place].start : words[last].start]
    if not comma or (rest.find(")") >= 0 and not 0 <= rest.find("(") < rest.find(")")):
        return False
    only = text.count(",", sentence.unit.span.start, words[last - 1].end) == 1
    return _names_quality(sentence, place) or (led and only) or (only and _is_second(sentence, place, last))


def _names_quality(sentence: _Sentence, place: int) -> bool:
    words = sentence.unit.words
    first = place + 1 if words[place].text in _ARTICLES and place + 1 < len(words) else place
    return bool(sentence.lexicon.qualities.at(words, first) or sentence.lexicon.degrees.at(words, first))


def _is_second(sentence: _Sentence, place: int, last: int) -> bool:
    """Tell a second demand from a list: "5 years of analysis experience, healthcare experience preferred"."""
    words: Sequence[Word] = sentence.unit.words
    if words[place].text in {"and", "or"}:
        return False
    find = sentence.lexicon.qualities.find
    return bool(find(words[:place])) and bool(find(words[max(place, last - 2) : last]))
