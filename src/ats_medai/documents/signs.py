"""What speaks for and against reading two sides of a page as columns, and what tells a rail of labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ats_medai.documents.pieces import Piece
from ats_medai.documents.rows import (
    Row,
    Rows,
    aligned_share,
    are_cards,
    is_dated,
    rows_of,
    stacks_of,
    starts_with_heading,
    usual_size,
    width_of,
)


def judge(left: Sequence[Piece], right: Sequence[Piece]) -> tuple[float, bool]:
    """Weigh whether two sides are columns (above 0) or parts of the same lines, and whether the left one is a rail."""
    left_rows, right_rows = rows_of(left), rows_of(right)
    few, many = sorted((left_rows, right_rows), key=len)
    if not few or len(many) < 3:
        return 0.0, False
    stacks = stacks_of(few)
    aligned = aligned_share(_quiet(few), many)
    usual = usual_size([*few, *many])
    signs = _Signs(
        aligned=aligned,
        apart=max(0.0, 1 - (_switches(left, right) - 1) / (2 * len(few) - 1)) if len(few) > 1 else 0.0,
        dense=1 - (len(stacks) - 1) / (len(few) - 1) if len(few) > 1 else 0.0,
        dated=_share(few, is_dated),
        labelled=_share(left_rows, lambda row: row[-1].text.endswith(":")),
        headings=_headings(few),
        alone=_are_alone(_loud(few, usual), many) or _are_alone(_loud(many, usual), few),
        headed=(starts_with_heading(few) and starts_with_heading(many)) or are_cards(few, many),
        even=len(few) >= 0.8 * len(many),
        unlike=max(row[0].size for row in few) > 1.6 * usual_size(many) and len(stacks_of(many)) == 1,
    )
    score = signs.score
    if (
        not signs.headed
        and _are_labels(stacks, many)
        and width_of(few) < (0.6 if len(stacks) > 1 else 0.35) * width_of(many)
    ):
        return min(score, 0.0), few is left_rows and len(stacks) < len(few)
    return score, False


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for and against columns. `few` is the side with fewer rows."""

    aligned: float
    """Share of the rows of `few` on the baseline of a row beside them: parts of one line are, columns rarely."""
    apart: float
    """1 where the file draws one side after the other, 0 where it goes from line to line."""
    dense: float
    """Share of the rows of `few` that follow the one before closely, as paragraphs and lists do."""
    dated: float
    """Share of the rows of `few` with a date: those belong to what stands beside them."""
    labelled: float
    """Share of the rows of the left side that end in a colon."""
    headings: int
    """Headings in `few` with text of their own below."""
    alone: bool
    """The headings of one side have nothing beside them: they part the page from edge to edge."""
    headed: bool
    """Both sides start with a heading."""
    even: bool
    """Both sides have about as many rows."""
    unlike: bool
    """`few` is set much larger than the one stack beside it, as a name is beside an address."""

    @property
    def score(self) -> float:
        """Above 0 for columns."""
        score = 2.0 if self.aligned < 0.5 else 0.5 if self.aligned < 0.8 else -0.5 if self.aligned < 0.9 else -1.5
        score += 2 * self.apart - 1
        if self.apart < 0.25 and self.aligned >= 0.8 and (self.alone or not self.headings):
            score -= 1.0
        score += 1.0 if self.dense > 0.6 else -1.0 if self.dense < 0.35 else 0.0
        score += -2.0 if self.alone else 0.75 * min(2, self.headings)
        if self.headed:
            score += 2.0
        elif self.even and self.aligned >= 0.9 and not self.headings:
            score -= 1.5  # a table: row by row
        if self.unlike:
            score += 1.5 if self.aligned < 0.9 else 3.0
        if self.dated >= 0.5:
            score -= 2.0
        if self.labelled >= 0.5:
            score -= 2.0
        return score


def _share(rows: Rows, test: Callable[[Row], bool]) -> float:
    return sum(map(test, rows)) / len(rows)


def _are_labels(stacks: Sequence[Rows], beside: Rows) -> bool:
    """Small stacks that each start on the line of what they label; headings may stand between them alone."""
    usual = median(row[0].size for stack in stacks for row in stack)
    loud = [stack for stack in stacks if stack[0][0].size > 1.15 * usual]
    labels = [stack for stack in stacks if stack[0][0].size <= 1.15 * usual]
    if not labels or any(len(stack) > 1 for stack in loud) or (len(labels) == 1 and len(labels[0]) > 3):
        return False
    starts = aligned_share([stack[0] for stack in labels], beside)
    return starts >= 0.8 and sum(map(len, labels)) <= 3.2 * len(labels)


def _headings(rows: Rows) -> int:
    """Rows that stand out, with two plain rows or more close below."""
    usual = usual_size(rows)
    loud = [_stands_out(row, usual) for row in rows]
    return sum(
        loud[i] and not loud[i + 1] and not loud[i + 2] and rows[i + 2][0].base - rows[i][0].base < 4.5 * usual
        for i in range(len(rows) - 2)
    )


def _stands_out(row: Row, usual: float) -> bool:
    text = row[0].text
    return row[0].size > 1.15 * usual or (row[0].bold and len(row) == 1) or (text.isupper() and len(text) > 3)


def _quiet(rows: Rows) -> Rows:
    """Rows without those that are set larger: a heading at the right edge has nothing beside it."""
    usual = usual_size(rows)
    quiet = [row for row in rows if row[0].size <= 1.15 * usual]
    return quiet if len(quiet) > 1 else rows


def _loud(rows: Rows, usual: float) -> Rows:
    return [row for row in rows if row[0].size > 1.15 * usual]


def _are_alone(headings: Rows, beside: Rows) -> bool:
    """Tell whether three in four of some headings have no row of the other side next to them."""
    if len(headings) < 2:
        return False
    free = sum(
        all(abs(row[0].base - heading[0].base) > 0.9 * heading[0].size for row in beside) for heading in headings
    )
    return free >= 0.75 * len(headings)


def _switches(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How often the file, as it draws, changes from one side to the other."""
    sides = [side for _, side in sorted([(p.first, 0) for p in left] + [(p.first, 1) for p in right])]
    return sum(a != b for a, b in pairwise(sides))
