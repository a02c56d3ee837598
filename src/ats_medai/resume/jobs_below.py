"""Whether a position begins at a line: what a heading of everyday words is told by."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from ats_medai.model import EntryWords
from ats_medai.resume.dates import DateRange, dates_in
from ats_medai.resume.degree_words import find_degree_names
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

LONGEST = 16
"""Words of a line that may still head a position."""
MOST_ABOVE = 3
"""Lines of a position's head above the one with its date."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """Lines and dates of a document, and the words of titles; without words nothing is told."""

    rows: Sequence[Row]
    dates: Sequence[DateRange] = ()
    words: EntryWords | None = None

    def is_title(self, text: str) -> bool:
        """Tell whether a line names a job."""
        return self.words is not None and any_of(self.words.titles).search(text) is not None

    def begin_at(self, at: int, headings: Container[int] = ()) -> bool:
        """Tell whether the lines from here on, up to a heading, name a title, no degree, and dates from and to."""
        if self.words is None or not self.dates:
            return False
        dated = self._dated(at, headings)
        if dated is None:
            return False
        last = dated + (dated + 1 not in headings and self._heads(dated + 1))
        head = [row.text for row in self.rows[at : last + 1]]
        titled = any(map(self.is_title, head))
        return titled and not any(find_degree_names(text, self.words, listed=True) for text in head)

    def _dated(self, at: int, headings: Container[int]) -> int | None:
        """Give the first line from here on with a range of dates; None where other text comes before it."""
        for i in range(at, min(at + MOST_ABOVE + 1, len(self.rows))):
            row = self.rows[i]
            if i in headings or row.words > LONGEST or (row.bullet and i > at):
                return None
            if any(not date.single for date in dates_in(self.dates, row.whole)):
                return i
        return None

    def _heads(self, i: int) -> bool:
        if i >= len(self.rows):
            return False
        row = self.rows[i]
        return not row.bullet and not row.gap and row.words <= LONGEST
