"""Points shared out in hundredths, so that sums come out exact."""

from __future__ import annotations

from collections.abc import Sequence


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
