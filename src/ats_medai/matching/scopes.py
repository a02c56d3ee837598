"""How far a cue reaches: to the end of its sentence, a terminator, its bracket or a number of words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ats_medai.matching.forms import Hit
from ats_medai.matching.sentences import Sentences
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Direction

Scope = tuple[int, int]
"""First word in reach and the word after the last."""

_ITEM_ENDS: Final = frozenset({Gap.COMMA, Gap.SEMICOLON, Gap.BAR, Gap.BLOCK, Gap.STOP, Gap.COLON, Gap.LINE})
_SMALL: Final = frozenset({"of", "and", "for", "the", "in", "on", "de", "la", "du", "des", "und", "et", "to"})
LONGEST: Final = 80
"""Words that a cue reaches at most, where a text has no sentences."""
_LONGEST_NAME: Final = 8
_JOINED: Final = frozenset({Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.GLUED, Gap.SLASH, Gap.QUOTE})


def strongest(hits: Iterable[Hit], taken: Sequence[bool], transparent: Collection[str]) -> list[Hit]:
    """Give the cues in the order of the text, without those inside a longer cue.

    Those inside a mention are left out too (`taken` words), but for the `transparent` kinds.
    """
    kept: list[Hit] = []
    reached = 0
    for first, after, form in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        inside = after <= reached and not (kept and (first, after) == kept[-1][:2])
        heard = (form.cue is not None and form.cue.kind in transparent) or not all(taken[first:after])
        if not inside and heard:
            kept.append((first, after, form))
        reached = max(reached, after)
    return kept


def find_scopes(words: Words, sentences: Sentences, hit: Hit, ends: Sequence[Hit]) -> list[Scope]:
    """Give the stretches that the cue speaks of; `ends` are the terminators."""
    first, after, form = hit
    cue = form.cue
    if cue is None:
        return []
    start, end = sentences.around(first)
    opens = first == start
    if cue.direction is Direction.FORWARD or (cue.direction is Direction.BOTH and opens):
        return [_forward(words, hit, end, ends)]
    if after - first == 1 and cue.kind in {"negated", "aspired", "weak"} and not _set_apart(words, first, after):
        return []
    scopes = [_backward(words, hit, start, ends)]
    behind = words.gaps[after] if after < len(words) else Gap.BLOCK
    if cue.direction is Direction.BOTH and (
        behind == Gap.COLON or (behind == Gap.OTHER and "-" in words.gap_text(after))
    ):
        scopes.append(_forward(words, hit, end, ends))
    return scopes


def _set_apart(words: Words, first: int, after: int) -> bool:
    behind = words.gaps[after] if after < len(words) else Gap.BLOCK
    return words.gaps[first] not in {Gap.SPACE, Gap.HYPHEN, Gap.LINE, Gap.GLUED} and behind not in {
        Gap.SPACE,
        Gap.HYPHEN,
    }


def _forward(words: Words, hit: Hit, end: int, ends: Sequence[Hit]) -> Scope:
    _, after, form = hit
    reach = form.cue.reach if form.cue and form.cue.reach is not None else LONGEST
    end = min([end, after + reach, *(first for first, _, _ in ends if first >= after)])
    return after, max(after, _bracket_end(words, after, end))


def _bracket_end(words: Words, after: int, end: int) -> int:
    """Give the first word behind the bracket that was open at `after`, or `end` where none was."""
    depth = 0
    for i in range(after, end):
        gap = "" if words.gaps[i] == Gap.SPACE else words.gap_text(i)
        depth += gap.count("(") - gap.count(")")
        if depth < 0:
            return i
    return end


def _backward(words: Words, hit: Hit, start: int, ends: Sequence[Hit]) -> Scope:
    first, _, form = hit
    reach = form.cue.reach if form.cue and form.cue.reach is not None else LONGEST
    start = max(start, first - reach)
    if words.gaps[first] == Gap.OPEN:
        start = next((i for i in range(first - 1, start, -1) if words.gaps[i] in _ITEM_ENDS), start)
    return max([start, *(after for _, after, _ in ends if after <= first)]), first


def name_scope(words: Words, hit: Hit) -> Scope:
    """Give the rest of the name whose head the cue is: capitalised words without a comma between them.

    In small letters ("the chemistry lab") a name has one word more.
    """
    first, after, form = hit
    if form.cue and form.cue.direction is Direction.BACKWARD:
        start = _name_start(words, first)
        return (start, first) if start < first else (first, first)
    end = after
    while end < len(words) and end - after < _LONGEST_NAME and words.gaps[end] in _JOINED and _in_name(words, end):
        if words.gaps[end] == Gap.LINE and end > after and words.raws[end][0].isupper():
            break
        end += 1
    small = form.cue is not None and form.cue.kind == "unit"
    if end == after and small and end < len(words) and words.gaps[end] in _JOINED:
        end += 2
    return after, end


def venue_scope(words: Words, first: int) -> Scope | None:
    """Give the journal's name that the word is in: capitalised words before year, volume and page. None for no such."""
    start, end = first, first
    while start > 0 and first - start < _LONGEST_NAME and words.gaps[start] in _JOINED and _in_name(words, start - 1):
        start -= 1
    while end < len(words) and end - first < _LONGEST_NAME and _in_name(words, end):
        end += 1
        if end < len(words) and words.gaps[end] not in _JOINED:
            break
    numbered = all(i < len(words) and words.raws[i].isdigit() for i in (end, end + 1))
    return (start, end) if numbered and words.gaps[start] == Gap.STOP else None


def _name_start(words: Words, first: int) -> int:
    start = first
    while (
        start > 0
        and first - start < _LONGEST_NAME
        and words.gaps[start] in _JOINED - {Gap.LINE}
        and _in_name(words, start - 1)
    ):
        start -= 1
    while start < first and words.keys[start] in _SMALL:
        start += 1
    if start == first and words.raws[first].islower() and first and words.gaps[first] in _JOINED:
        return max(0, first - 2)
    return start


def _in_name(words: Words, i: int) -> bool:
    raw = words.raws[i]
    return raw[0].isupper() or words.keys[i] in _SMALL or raw == "'s"
