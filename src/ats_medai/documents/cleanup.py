"""All cleaning of text, before any offset exists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ats_medai.model import Issue, Severity


@dataclass(frozen=True, slots=True)
class Cleaned:
    """As many lines as were given (emptied ones are ""), and what was noticed."""

    lines: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


def clean(lines: Iterable[str]) -> Cleaned:
    """Clean lines of text."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]", "", text)
    out = [_cells(line) for line in text.split("\n")]
    for i in range(len(out) - 1):
        m = re.search(r"[a-z]{2,}-$", out[i])
        n = re.match(r"[a-z]{2,}", out[i + 1])
        if m and n:
            head, _, rest = out[i + 1].partition(" ")
            out[i], out[i + 1] = out[i][:-1] + head, rest
    return Cleaned(tuple(out))


def _cells(line: str) -> str:
    """Make one space of several; a tab or a wide gap, which parts cells, is one tab."""
    cells = (" ".join(cell.split()) for cell in re.split(r"\t|\s{3,}", line))
    return "\t".join(filter(None, cells))


__all__ = ["Cleaned", "Issue", "Severity", "clean"]
