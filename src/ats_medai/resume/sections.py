"""Document -> sections: headings by their words and by how they stand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ats_medai.model import Document, EntryWords, Headings, Section, SectionKind, Span
from ats_medai.resume.columns import Place, continued_blocks, place_of
from ats_medai.resume.dates import DateRange, find_dates
from ats_medai.resume.heading_lines import Heading, find_headings
from ats_medai.resume.headings import heading_table
from ats_medai.resume.inference import infer_kinds
from ats_medai.resume.jobs_below import Jobs
from ats_medai.resume.rows import Row, body_of, read_rows

Start = tuple[int, SectionKind, Span | None]

PROSE = 9
"""From so many words on a line above the first heading is a sentence of a summary, not a contact line."""
SHARED = 3
"""Characters behind a heading on its line; more are text that it shares the line with."""
LISTS = {SectionKind.SKILLS, SectionKind.LANGUAGES}
DATED = {SectionKind.CERTIFICATIONS, SectionKind.PUBLICATIONS, SectionKind.OTHER}
"""What may have items with titles and dates of its own."""


def find_sections(document: Document, headings: Headings, words: EntryWords | None = None) -> tuple[Section, ...]:
    """Give the parts of a résumé in the order of the text; together they cover it but for white space.

    Text above the first heading, and a column that goes on after another one, have a section without heading. With
    `words`, jobs and degrees that stand under no heading are told by what they hold.
    """
    rows = body_of(read_rows(document))
    dates = find_dates(document.text, words) if words else ()
    return sections_of(document, rows, dates, headings, words)


def sections_of(
    document: Document, rows: Sequence[Row], dates: Sequence[DateRange], headings: Headings, words: EntryWords | None
) -> tuple[Section, ...]:
    """Give the sections of a document whose lines and dates are at hand."""
    if not rows:
        return ()
    jobs = Jobs(rows, dates, words)
    found = find_headings(rows, heading_table(headings), jobs)
    marks: dict[int, Heading] = {heading.row: heading for heading in found}
    first = min(marks, default=len(rows))
    inferred = infer_kinds(rows[:first], dates, words) if words else {}
    starts = [*_top(rows[:first], inferred), *_starts(rows, marks, first, jobs)]
    ends = [*(start for start, _, _ in starts[1:]), len(document.text)]
    return tuple(
        Section(kind, Span(start, start + len(document.text[start:end].rstrip())), heading)
        for (start, kind, heading), end in zip(starts, ends, strict=True)
    )


def _starts(rows: Sequence[Row], marks: dict[int, Heading], first: int, jobs: Jobs) -> Iterator[Start]:
    """Give where each section begins, its kind and its heading, from the first heading on."""
    kind = SectionKind.OTHER
    kind_of_block: dict[Place, SectionKind] = {}
    before = continued_blocks(rows)
    active = first
    headed: set[Place] = set()
    for i in range(first, len(rows)):
        place = place_of(rows[i])
        if heading := marks.get(i):
            kind, active = heading.kind, i
            headed.add(place)
            yield rows[i].whole.start, kind, heading.span
        elif (
            place in before
            and place_of(rows[i - 1]) != place
            and _turns_back(rows[i], rows[active], headed=before[place] in headed)
        ):
            earlier = kind_of_block.get(before[place], kind)
            if earlier != kind:
                kind = earlier
                yield rows[i].whole.start, kind, None
        elif (
            kind is not SectionKind.EXPERIENCE
            and _resumes(rows[i], rows[active], marks[active])
            and jobs.begin_at(i, marks)
        ):
            kind = SectionKind.EXPERIENCE
            yield rows[i].whole.start, kind, None
        kind_of_block[place] = kind


def _resumes(row: Row, headed: Row, heading: Heading) -> bool:
    """Tell whether a position may stand here again: after a line "Skills: Python", or below a list of skills."""
    if row.bullet:
        return False
    if headed.span.end - heading.span.end > SHARED and heading.row == heading.last:
        return heading.kind not in DATED or (row.gap and heading.kind is not SectionKind.OTHER)
    return row.gap and heading.kind in LISTS


def _turns_back(row: Row, heading: Row, *, headed: bool) -> bool:
    """Tell whether reading has gone on in another column than that of the heading last in force.

    What stands beside its heading or below it belongs to it: that is how headings and dates in the margin are set.
    What stands higher does not, nor what stands to the left in a column with headings of its own (`headed`).
    """
    box, other = row.line.bbox, heading.line.bbox
    if not box or not other:
        return False
    height = box[3] - box[1]
    left = headed and box[2] < other[0] + height
    return row.line.page != heading.line.page or box[1] < other[1] - height or left


def _top(rows: Sequence[Row], inferred: dict[int, SectionKind]) -> Iterator[Start]:
    """The lines above the first heading: name and contact, then perhaps a sentence or two about the person."""
    stop = min(inferred, default=len(rows))
    prose = next((i for i, row in enumerate(rows[:stop]) if row.words >= PROSE and "@" not in row.text), stop)
    if prose and rows:
        yield rows[0].whole.start, SectionKind.CONTACT, None
    if prose < stop:
        yield rows[prose].whole.start, SectionKind.SUMMARY, None
    for i in sorted(inferred):
        yield rows[i].whole.start, inferred[i], None
