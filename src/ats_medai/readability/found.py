"""What a check gives: the check's name, where, and the detail that goes into its message."""

from __future__ import annotations

from dataclasses import dataclass

from ats_medai.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One obstacle. `check` is an id of readability.yaml."""

    check: str
    detail: str = ""
    spans: tuple[Span, ...] = ()


def listed(items: list[str], most: int = 6) -> str:
    """Give the items as words of a sentence, the first few of them."""
    shown = ", ".join(items[:most])
    return shown if len(items) <= most else f"{shown} and {len(items) - most} more"
