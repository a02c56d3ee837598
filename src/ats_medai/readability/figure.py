"""Findings -> the figure: one item per check, 100 where nothing was found."""

from __future__ import annotations

from collections.abc import Sequence

from ats_medai.model import Check, Factor, Figure, Finding, Item, Keywords


def readability_figure(obstacles: Sequence[Finding], keywords: Keywords) -> Figure:
    """Give the figure of the findings. Where the text itself cannot be read, that cuts all other items too."""
    found = {finding.code: finding for finding in obstacles}
    blocking = [check for check in keywords.checks.values() if check.blocks and check.id in found]
    items = tuple(_item(check, found, blocking, keywords) for check in keywords.checks.values())
    return Figure("readability", items)


def _item(check: Check, found: dict[str, Finding], blocking: Sequence[Check], keywords: Keywords) -> Item:
    factors = [_factor(check, found, keywords)]
    factors += [_factor(other, found, keywords) for other in blocking if other is not check]
    return Item(check.id, check.label, keywords.weight(f"readability.points.{check.id}"), tuple(factors))


def _factor(check: Check, found: dict[str, Finding], keywords: Keywords) -> Factor:
    rule = f"readability.{check.id}"
    if check.id not in found:
        return Factor(rule, 1.0)
    return Factor(rule, keywords.weight(rule), found[check.id].spans)
