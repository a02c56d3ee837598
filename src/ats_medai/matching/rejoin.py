"""Words that are one and came apart: at a line's end, after a prefix, or letter by letter."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ats_medai.matching.words import Gap, Words

PREFIXES: Final = frozenset({
    "anti", "bi", "bio", "cardio", "chemo", "co", "counter", "cross", "de", "electro", "extra", "hyper", "hypo",
    "immuno", "inter", "intra", "macro", "micro", "mid", "multi", "nano", "neuro", "non", "onco", "para", "pharmaco",
    "photo", "poly", "post", "pre", "pseudo", "psycho", "quasi", "radio", "re", "self", "semi", "sub", "super",
    "tele", "trans", "tri", "un",
})  # fmt: skip
"""Parts of words: what follows their hyphen is not a word of its own ("semi-supervised learning")."""
_STANDING: Final = frozenset(prefix for prefix in PREFIXES if len(prefix) > 2)
"""Prefixes that may stand apart by a space."""
_SPACED_OUT: Final = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")


def rejoin(words: Words, known: Collection[str], pairs: Collection[str]) -> Words:
    """Join words that are one: broken at a line's end, after a prefix ("bio technology") or l e t t e r by letter.

    The whole must be a `known` key; inside a line the words stay two where a form has them apart (`pairs`).
    """
    runs = _spaced_runs(words, words.plain.text)
    beside = enumerate(zip(words.keys, words.gaps[1:], strict=False), 1)
    for i in [i for i, (left, gap) in beside if gap == Gap.HYPHEN or (gap == Gap.SPACE and left in _STANDING)]:
        left, gap = words.keys[i - 1], words.gaps[i]
        joined = left + words.keys[i]
        if joined in known:
            broken = gap == Gap.HYPHEN and "\n" in words.gap_text(i)
            if broken or (left in PREFIXES and joined not in pairs):
                runs.append((i - 1, i + 1))
    joined_runs = [(first, after) for first, after in runs if "".join(words.keys[first:after]) in known]
    return _joined(words, sorted(joined_runs)) if joined_runs else words


def _spaced_runs(words: Words, text: str) -> list[tuple[int, int]]:
    index = {start: i for i, start in enumerate(words.starts)} if _SPACED_OUT.search(text) else {}
    runs = ((index[run.start()], len(run[0]) // 2 + 1) for run in _SPACED_OUT.finditer(text) if run.start() in index)
    return [(first, first + count) for first, count in runs]


def _joined(words: Words, runs: list[tuple[int, int]]) -> Words:
    new = Words(words.plain, [], [], [], [], [])
    done = 0
    for first, after in [*runs, (len(words), len(words))]:
        if first < done:
            continue
        for old, target in ((words.raws, new.raws), (words.keys, new.keys), (words.gaps, new.gaps)):
            target.extend(old[done:first])
        new.starts.extend(words.starts[done:first])
        new.ends.extend(words.ends[done:first])
        if after > first:
            new.raws.append("".join(words.raws[first:after]))
            new.keys.append("".join(words.keys[first:after]))
            new.starts.append(words.starts[first])
            new.ends.append(words.ends[after - 1])
            new.gaps.append(words.gaps[first])
        done = after
    return new
