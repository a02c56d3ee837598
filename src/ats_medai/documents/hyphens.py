"""Words that a line's end has broken in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(r"(?:[^\w]*)([^\W_][\w'&/.+#-]*[^\W_]|[^\W\d_])-")
_LONGEST = 60  # characters: nothing longer is a word
_TAIL = re.compile(r"[^\W_][\w'-]*")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

# Parts that keep their hyphen where a compound is broken at it; any other lower-case pair is one word.
_FIRST = frozenset(
    "after all anti back best beta big client close cloud co cost cross cutting data day deep double early end error"  # noqa: SIM905
    " event evidence ex face fast feature few fine first five four free front full gold graph ground half hand hands"
    " hard high home house image in intra joint key knowledge large last late left life light line long low machine"
    " many mid model multi near new non object off on one open out paper part patient peer plug point policy post pre"
    " problem product proof quality quasi rate re ready real right risk role rule self semi set seven short side single"
    " six small so soft state sub super task team ten test text three time top two ultra under up user value web well"
    " wide work world year zero".split()
)
_SECOND = frozenset(
    "and art as assisted assurance aware based bearing bound box by centered centred centric class cutting date deep"  # noqa: SIM905
    " dependent depth dimensional driven duty edge effective efficient enabled end ended facing factor faith fit fold"
    " for free friendly functional going grade grained grown guided hand high house in intensive invasive known led"
    " length level like line linear live long loop making management market memory modal native of off on one only"
    " oriented out outs party performing play point positive powered precision quality ray ready related renowned"
    " resolution round run safe sale scale sectional series set shot side sided site size solving source specific"
    " square stack stage standing state step style supervised task term the throughput tier time timed to track tuned"
    " tuning up ups user valued view vocabulary ware week wide winning wise year".split()
)


def join_broken_words(lines: Sequence[str]) -> list[str]:
    """Move the rest of a word that is broken at a line's end up to its beginning; a true hyphen stays."""
    joined = list(lines)
    broken = [i for i, line in enumerate(joined[:-1]) if line.endswith("-")]
    if not broken:
        return joined
    seen = set(_WORD.findall("\n".join(lines).lower()))
    for i in broken:
        head = _HEAD.fullmatch(joined[i][-_LONGEST:].split()[-1]) if joined[i] else None
        tail = _TAIL.match(joined[i + 1])
        if head is None or tail is None:
            continue
        first, second = head.group(1), tail.group()
        end = tail.end()
        while end < len(joined[i + 1]) and not joined[i + 1][end].isspace():
            end += 1  # a comma or bracket goes up with its word
        line = joined[i] if _keeps_hyphen(first, second.split("-")[0], seen) else joined[i][:-1]
        joined[i] = line + joined[i + 1][:end]
        joined[i + 1] = joined[i + 1][end:].lstrip()
    return joined


def _keeps_hyphen(first: str, second: str, seen: set[str]) -> bool:
    """COVID-19, end-to-end, T-cell and cross-functional keep it; seg-mentation does not."""
    last = re.split(r"[-/]", first)[-1]
    if last != first or len(last) < 2 or not second.isalpha() or not second.islower():
        return True
    if not last.isalpha() or not (last.islower() or last.istitle()):
        return True
    whole, compound = (last + second).lower(), f"{last}-{second}".lower()
    if whole in seen:
        return False
    if compound in seen:
        return True
    return last.lower() in _FIRST or second in _SECOND
