"""Values looked up by their place in a text: a long one has thousands, and asking each of each costs the square."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from ats_medai.model import Span

Value = TypeVar("Value")


class Places(Generic[Value]):
    """Values with their spans; answers come in the order of the text."""

    def __init__(self, values: Iterable[Value], span: Callable[[Value], Span]) -> None:
        self._values = sorted(((span(value), value) for value in values), key=lambda pair: pair[0])
        self._starts = [place.start for place, _ in self._values]
        # How far the text is covered by a value or one before it: as it never falls, it can be searched.
        self._reach = list(accumulate((place.end for place, _ in self._values), max))

    def sharing(self, span: Span) -> list[Value]:
        """Give the values that share a character with the span."""
        return [value for place, value in self._near(span) if place.overlaps(span)]

    def inside(self, span: Span) -> list[Value]:
        """Give the values that lie wholly inside the span."""
        return [value for place, value in self._near(span) if span.contains(place)]

    def around(self, span: Span) -> list[Value]:
        """Give the values that contain the whole span."""
        return [value for place, value in self._near(span) if place.contains(span)]

    def _near(self, span: Span) -> list[tuple[Span, Value]]:
        first = bisect_right(self._reach, span.start)
        return self._values[first : bisect_left(self._starts, span.end, first)]
