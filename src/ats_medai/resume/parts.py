"""What each line of a section is: the head of an entry, an item of a list, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from ats_medai.model import EntryWords
from ats_medai.resume.dates import DateRange, dates_in
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

LONGEST_HEAD = 14
"""Words of a line that may still head an entry."""
ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Dr|Jr|Sr|St|Dept|Univ|No|etc)|\b[A-Z])\.$")
GOES_ON = "(,&+%"


class Part(StrEnum):
    HEAD = "head"
    ITEM = "item"
    PROSE = "prose"


def find_parts(rows: Sequence[Row], dates: Sequence[DateRange], words: EntryWords) -> list[Part]:
    """Give one part per row. The words of a date do not make a line long."""
    dated = [sum(len(date.span) for date in dates_in(dates, row.whole)) for row in rows]
    widest = max((len(row.text) for row in rows), default=0)
    parts: list[Part] = []
    for i, row in enumerate(rows):
        if row.bullet:
            parts.append(Part.ITEM)
        elif i and _continues(row, rows[i - 1], parts[-1], widest, words):
            parts.append(parts[-1])
        elif _tells(row, dated[i]):
            parts.append(Part.PROSE)
        else:
            parts.append(Part.HEAD)
    return parts


def _tells(row: Row, dated: int) -> bool:
    longest = max(row.text.split("\t"), key=len)
    count = len(longest.split()) - (dated + 3) // 4
    return count > LONGEST_HEAD or (longest[-1] in ".;" and count > 5 and not ABBREVIATED.search(longest))


def _continues(row: Row, above: Row, part: Part, widest: int, words: EntryWords) -> bool:
    """Tell whether the line goes on with the list item or sentence of the line above."""
    if part is Part.HEAD or row.gap or row.bold > above.bold or row.size > above.size + 0.05:
        return False
    if row.text[0].islower() or row.text[0] in GOES_ON:
        return True
    if row.line.bbox and above.line.bbox and part is Part.ITEM:
        indent = row.line.bbox[0] - above.line.bbox[0]
        return indent > 2 if above.bullet else abs(indent) <= 2
    full = len(above.text) >= 0.85 * widest and above.text[-1] not in ".:;"
    return full and not any_of(words.titles).search(row.text)
