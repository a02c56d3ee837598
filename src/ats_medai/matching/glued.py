"""Words that a copied text ran together ("GitExperience", "PythonSQL"): cut where both parts are words we know."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ats_medai.matching.words import Gap, Words

_PIECE: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+")
_HUMP: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]{2}")


def split_glued(words: Words, known: Collection[str], names: Collection[str], others: Collection[str]) -> Words:
    """Cut unknown words at capitals where every part is one of `names` (of a keyword) or `others`, and one a name."""
    cuts = {
        i: pieces
        for i, (raw, key) in enumerate(zip(words.raws, words.keys, strict=True))
        if not raw.islower() and key not in known and _HUMP.search(raw) and (pieces := _pieces(raw, names, others))
    }
    if not cuts:
        return words
    new = Words(words.plain, [], [], [], [], [])
    for i, raw in enumerate(words.raws):
        at = words.starts[i]
        for j, piece in enumerate(cuts.get(i) or [raw]):
            new.raws.append(piece)
            new.keys.append(piece.lower() if i in cuts else words.keys[i])
            new.starts.append(at)
            new.ends.append(at + len(piece) if i in cuts else words.ends[i])
            new.gaps.append(words.gaps[i] if j == 0 else Gap.SPACE)
            at += len(piece)
    return new


def _pieces(raw: str, names: Collection[str], others: Collection[str]) -> list[str]:
    pieces = _PIECE.findall(raw)
    if len(pieces) < 2 or "".join(pieces) != raw:
        return []
    keys = [piece.lower() for piece in pieces]
    is_name = [key in names and len(key) > 2 for key in keys]
    fine = all(named or key in others for named, key in zip(is_name, keys, strict=True))
    return pieces if fine and any(is_name) else []
