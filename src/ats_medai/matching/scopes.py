"""How far a cue reaches: to the end of its sentence, a terminator, its bracket or a number of words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ats_medai.matching.forms import Hit
from ats_medai.matching.sentences import Sentences
from ats_medai.matching.words import Gap, Words
from ats_medai.model import Cue, Direction

Scope = tuple[int, int]
"""First word in reach and the word after the last."""

_ITEM_ENDS: Final = frozenset({Gap.COMMA, Gap.SEMICOLON, Gap.BAR, Gap.BLOCK, Gap.STOP, Gap.COLON, Gap.LINE})
_PLAIN_KINDS: Final = frozenset({"negated", "aspired", "weak"})
_BEFORE_OBJECT: Final = frozenset({"with", "in", "of", "using", "on", "at"})
LONGEST: Final = 80
"""Words that a cue reaches at most, where a text has no sentences."""
LONGEST_NAME: Final = 8
"""Words of a name, or of what a cue without a sentence speaks of."""


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
    behind = words.gaps[after] if after < len(words) else Gap.BLOCK
    if _looks_forward(cue, behind, opens=first == start):
        ends_it = after == end and cue.kind == "negated"
        return [_object_before(words, hit, start, ends) if ends_it else _forward(words, hit, end, ends)]
    if _is_loose(words, hit) or (cue.kind == "negated" and _has_object(words, after, end)):
        return []
    scopes = [_backward(words, hit, start, ends)]
    if cue.direction is Direction.BOTH and (
        behind == Gap.COLON or (behind == Gap.OTHER and "-" in words.gap_text(after))
    ):
        scopes.append(_forward(words, hit, end, ends))
    return scopes


def _looks_forward(cue: Cue, behind: str, *, opens: bool) -> bool:
    """Tell whether the cue speaks of what follows; one that labels a line does ("Not yet used: Spark")."""
    if cue.direction is Direction.BACKWARD:
        return opens and cue.kind in _PLAIN_KINDS and behind in {Gap.COLON, Gap.OTHER}
    return cue.direction is Direction.FORWARD or opens


def _is_loose(words: Words, hit: Hit) -> bool:
    """Tell whether a single word of every day stands inside a phrase rather than apart, as a remark does."""
    first, after, form = hit
    plain = form.cue is not None and form.cue.kind in _PLAIN_KINDS
    return plain and after - first == 1 and not _set_apart(words, first, after)


def until_colon(words: Words, scope: Scope) -> Scope:
    """Cut the scope off where a colon or dash starts what it is set against ("all clouds except Azure: AWS")."""
    start, end = scope
    return start, next((i for i in range(start + 1, end) if words.gaps[i] in {Gap.COLON, Gap.OTHER}), end)


def _object_before(words: Words, hit: Hit, start: int, ends: Sequence[Hit]) -> Scope:
    """Give what the end of a sentence speaks of ("Scala is a language I have never used"): its clause so far."""
    first = hit[0]
    start = max([start, first - LONGEST_NAME, *(after for _, after, _ in ends if after < first - 1)])
    commas = [i for i in range(start + 1, first) if words.gaps[i] in {Gap.COMMA, Gap.COLON, Gap.OTHER}]
    return max([start, *commas]), first


def _has_object(words: Words, after: int, end: int) -> bool:
    return after < end and words.gaps[after] in {Gap.SPACE, Gap.LINE} and words.keys[after] in _BEFORE_OBJECT


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
