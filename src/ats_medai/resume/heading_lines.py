"""Which lines are headings: by their words first, then by the look that the headings of this document share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ats_medai.model import SectionKind, Span
from ats_medai.resume.heading_looks import BODY, Candidate, Look, is_kept, look_of, settled
from ats_medai.resume.headings import HeadingTable, read_heading, read_loosely
from ats_medai.resume.jobs_below import Jobs
from ats_medai.resume.labels import find_labels
from ats_medai.resume.rows import Row

LONGEST = 70
"""Characters of a line that may still be a heading."""
LONGEST_ACRONYM = 5
MOST_WORDS = 7
"""Of a heading of unknown words."""
SHORT = 3
"""Words of each line of a heading that breaks."""
MOST_LINES = 4
OTHER_WORDS = re.compile(r"\d|@|[.,;]$|\t")


@dataclass(frozen=True, slots=True)
class Heading:
    """`row` and, where a heading breaks over two lines, `last`."""

    row: int
    kind: SectionKind
    span: Span
    last: int


def find_headings(rows: Sequence[Row], table: HeadingTable, jobs: Jobs | None = None) -> list[Heading]:
    """Give the headings in the order of the text."""
    jobs = jobs or Jobs(rows)
    known = settled(list(_candidates(rows, table, jobs)), rows, jobs)
    found = {c.row: Heading(c.row, c.reading.kind, _span(rows, c.row, c.rows), c.row + c.rows - 1) for c in known}
    inside = {i for heading in found.values() for i in range(heading.row, heading.last + 1)}
    jobless = all(heading.kind is not SectionKind.EXPERIENCE for heading in found.values())
    for i, count in _alike(rows, known, inside):
        kind = read_loosely(_joined(rows, i, count), table)
        if kind is SectionKind.OTHER and jobless and jobs.begin_at(i + count):
            kind = SectionKind.EXPERIENCE
        found[i] = Heading(i, kind, _span(rows, i, count), i + count - 1)
    kinds = {i: heading.kind for i, heading in found.items()}
    for i, kind, span in find_labels(rows, kinds, table):
        found.setdefault(i, Heading(i, kind, span, i))
    return [found[i] for i in sorted(found)]


def _candidates(rows: Sequence[Row], table: HeadingTable, jobs: Jobs) -> Iterator[Candidate]:
    """Lines, or a few that look alike, whose words make a heading and whose shape allows one."""
    done = -1
    for i, row in enumerate(rows):
        if i <= done or not _shaped(rows, i):
            continue
        most = _run(rows, i)
        if most > 1 and _both_whole(rows, i, table):
            most = 1
        for count in range(most, 0, -1):
            reading = read_heading(_joined(rows, i, count), table)
            if reading is not None and not (reading.open and (count > 1 or jobs.is_title(row.text))):
                done = i + count - 1
                yield Candidate(i, reading, look_of(row), count)
                break


def _both_whole(rows: Sequence[Row], i: int, table: HeadingTable) -> bool:
    """Tell whether this line and the next are each a heading of their own."""
    if i + 1 >= len(rows) or rows[i].text.endswith(("&", "and")):
        return False
    one, other = read_heading(rows[i].text, table), read_heading(rows[i + 1].text, table)
    return one is not None and not one.unsure and other is not None and not other.unsure


def _joined(rows: Sequence[Row], i: int, count: int) -> str:
    return " ".join(row.text for row in rows[i : i + count])


def _shaped(rows: Sequence[Row], i: int) -> bool:
    row = rows[i]
    if len(row.text) > LONGEST or "\t" in row.text or _listed(row) or row.text.endswith((",", ";")):
        return False
    return not (row.text.endswith(".") and row.words > 2) and not _runs_on(rows, i)


def _run(rows: Sequence[Row], i: int) -> int:
    """Count the lines over which a narrow column may have broken a heading that begins here."""
    count = 1
    while count < MOST_LINES and i + count < len(rows):
        row, below = rows[i + count - 1], rows[i + count]
        if below.gap or below.bullet:
            break
        alike = abs(row.size - below.size) <= 0.03 and row.bold == below.bold and row.caps == below.caps
        if not alike or "\t" in below.text or not row.line.bbox or look_of(row).plain:
            break
        if row.words > SHORT or below.words > SHORT:
            break
        count += 1
    return count


def _listed(row: Row) -> bool:
    """Tell whether the line is an item of a list; an icon before a heading is none, nor is a mark in larger type."""
    return row.bullet and row.size < 1.12 and not row.bold and not row.caps


def _runs_on(rows: Sequence[Row], i: int) -> bool:
    """Tell whether the line goes on with the sentence of the line before."""
    row, above = rows[i], rows[i - 1] if i else None
    if above is None or row.gap or not row.text[0].islower() or row.size > 1.05 or row.bold:
        return False
    return above.words > 4 and above.text[-1] not in ".:!?"


def _alike(rows: Sequence[Row], known: list[Candidate], inside: set[int]) -> Iterator[tuple[int, int]]:
    """Lines of other words that look just as the known headings do, where that look is kept for headings."""
    looks = Counter(c.look for c in known if not c.look.plain)
    if not looks:
        return
    first = min(known[0].row, next((i + 1 for i, row in enumerate(rows) if "@" in row.text), len(rows)))
    own = [look_of(row) for row in rows[first:]]
    same = Counter(look for look, row in zip(own, rows[first:], strict=True) if not row.bullet)
    kept = {look for look, count in looks.items() if is_kept(look, count, same[look], own)}
    skip = -1
    for i in range(first, len(rows)):
        row = rows[i]
        if i in inside or i <= skip or own[i - first] not in kept:
            continue
        if _set_apart(row, own[i - first]) and row.words <= MOST_WORDS and not OTHER_WORDS.search(row.text):
            count = next((n for n in range(1, _run(rows, i)) if i + n in inside), _run(rows, i))
            skip = i + count - 1
            yield i, count


def _set_apart(row: Row, look: Look) -> bool:
    """Tell whether a line of unknown words stands as a heading does; capitals alone may be an acronym in a list."""
    typed = look.bold or look.size > BODY
    if _listed(row) or not (typed or len(row.text) > LONGEST_ACRONYM):
        return False
    return row.gap or (typed and row.line.font_size is not None and not row.line.bbox)  # Word tells no distances


def _span(rows: Sequence[Row], i: int, count: int) -> Span:
    """Leave decoration out: rules of dashes, the marks of Markdown, a colon."""
    first, last = rows[i], rows[i + count - 1]
    lead = re.match(r"[\W_]*", first.text)
    tail = re.search(r"[\s:=#*_~─━|-]*$", last.text)
    left = first.span.start + (lead.end() if lead else 0)
    right = last.span.start + (tail.start() if tail else len(last.text))
    return Span(left, right) if left < right else Span(first.span.start, last.span.end)
