"""Points shared out in hundredths, so that sums come out exact, and the bands of what they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from ats_medai.model import Keywords


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Split a whole number by weights into whole numbers that add up to it (largest remainder, earlier first)."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    order = sorted(range(len(weights)), key=lambda i: (-(exact[i] - parts[i]), i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def bands(figure: str, keywords: Keywords) -> tuple[float, float, float]:
    """Give the lowest scores of Fair, Good and Strong for a figure."""
    fair, good, strong = (keywords.weight(f"band.{figure}.{name}") for name in ("fair", "good", "strong"))
    return fair, good, strong
