"""Capitals within a word ("TensorQTL"): who writes them writes a name, and knows which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ats_medai.matching.words import cut

_PIECE: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+")
_HUMP: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")


def has_humps(raw: str) -> bool:
    """Tell whether the word has capitals beyond the first letter, but is not all in capitals."""
    return _HUMP.search(raw) is not None


def pieces_of(raw: str) -> list[str]:
    """Give what the capitals cut the word into: "TensorQTL" is Tensor and QTL."""
    return _PIECE.findall(raw)


def written_names(labels: Iterable[str]) -> dict[str, str]:
    """Give the words with capitals within them as the labels write them, by their small letters."""
    return {raw.lower(): raw for label in labels for raw in cut(label).raws if has_humps(raw)}


def is_other_name(raw: str, meant: str, names: Mapping[str, str]) -> bool:
    """Tell whether a word with capitals within is a name of its own, not a slip in writing the word `meant`.

    A slip keeps the pieces ("TensroFlow" for "TensorFlow"); another ending in capitals is another name ("TensorQTL").
    """
    if not has_humps(raw) or raw[1::-1].lower() + raw[2:].lower() == meant:  # "yPtorch": the first two swapped
        return False
    own, other = pieces_of(raw), pieces_of(names.get(meant, meant))
    if len(own) != len(other):
        return True
    return any(
        one.lower() != same.lower() and (one.isupper() or same.isupper()) for one, same in zip(own, other, strict=True)
    )
