"""Figures as exact decimal numbers, so that what is printed adds up to the last digit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ats_medai.model import Document, Factor, Figure, Item, Resume, Span, Subskill

SUBSKILL_NAMES = {
    Subskill.MODELING: "Clinical AI Modeling",
    Subskill.DATA: "Medical Data Engineering",
    Subskill.DOMAIN: "Healthcare Domain Knowledge",
    Subskill.ETHICS: "AI Ethics and Regulations",
    Subskill.DEPLOYMENT: "Deployment and MLOps",
    Subskill.GENERAL: "General",
}
_SIGN = re.compile(r"[\s•●▪◦‣⁃∙·*–—■□➢➤✓►○-]*")
"""What stands before the words of a bullet."""
WIDEST = 100
"""Characters of a quote; it is cut at words around the evidence."""


def exact(value: float) -> Decimal:
    """Give a number with at most eight decimals as it is written."""
    return Decimal(repr(round(value, 8)))


def earned(item: Item) -> Decimal:
    """Give the points that an item earns, exactly: what is possible times every factor."""
    points = exact(item.possible)
    for factor in item.factors:
        points *= exact(factor.value)
    return points


def plain(value: Decimal) -> str:
    """Write a number without trailing zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def one_decimal(value: float) -> str:
    """Write a number for a person: one decimal, half up."""
    return str(Decimal(repr(value)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def whole(value: float) -> str:
    """Write a figure for a person: no decimals, half up."""
    return str(Decimal(repr(value)).quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Total:
    """Exact sums over items."""

    earned: Decimal
    possible: Decimal


def total(items: Iterable[Item]) -> Total:
    """Give the exact sums of what items earn and what is possible."""
    listed = tuple(items)
    return Total(sum(map(earned, listed), Decimal(0)), sum((exact(item.possible) for item in listed), Decimal(0)))


def by_subskill(figure: Figure) -> tuple[tuple[Subskill, Total], ...]:
    """Give the exact sums of a figure's sub-skills, in the guide's order; what has none stays out."""
    named = [(subskill, tuple(item for item in figure.items if item.subskill is subskill)) for subskill in Subskill]
    return tuple((subskill, total(items)) for subskill, items in named if items)


def formula(item: Item) -> str:
    """Write how the points come about: 2.17 × 0.5 shown.listed."""
    factors = [factor for factor in item.factors if factor.value != 1]
    parts = [plain(exact(item.possible)), *(f"{plain(exact(factor.value))} {factor.rule}" for factor in factors)]
    return " × ".join(parts)


def rules(factors: Iterable[Factor]) -> str:
    """Name the rules of all factors."""
    return ", ".join(factor.rule for factor in factors)


def quote(document: Document, span: Span, width: int = WIDEST) -> str:
    """Give the line around a place, cut at words to a width around it, as one line."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    sign = _SIGN.match(text, start, span.start)
    start = sign.end() if sign else start
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    room = max(0, width - len(span)) // 2
    left = (
        start if span.start - start <= room or end - start <= width else _next_word(text, span.start - room, span.start)
    )
    right = end if end - span.end <= room or end - start <= width else _last_word(text, span.end + room, span.end)
    words = " ".join(text[left:right].split())
    return f"{'… ' if left > start else ''}{words}{' …' if right < end else ''}"


def _next_word(text: str, place: int, most: int) -> int:
    gap = text.find(" ", place, most)
    return gap + 1 if gap >= 0 else most


def _last_word(text: str, place: int, least: int) -> int:
    gap = text.rfind(" ", least, place)
    return gap if gap >= 0 else least


def section_of(resume: Resume, span: Span) -> str:
    """Give the kind of section that a place lies in."""
    return next((str(section.kind) for section in reversed(resume.sections) if section.span.contains(span)), "top")
