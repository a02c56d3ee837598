"""The résumé's text with what was found in it, as pieces that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import pairwise

from ats_medai.model import Assertion, Document, Mention, Report, Shown, Span
from ats_medai.render.account import one_decimal

MOST_WORDS = 8
"""Findings about longer stretches are told in their list; marking whole sentences would bury the rest."""


class MarkKind(StrEnum):
    """What a mark says. The style has a colour and an underline for each, so that colour is never alone."""

    USE = "use"
    LISTED = "listed"
    UNCLAIMED = "unclaimed"
    WORDING = "wording"
    FLAG = "flag"


LEGEND = {
    MarkKind.USE: "shown in use",
    MarkKind.LISTED: "only listed",
    MarkKind.UNCLAIMED: "denied, wished for or somebody else's",
    MarkKind.WORDING: "wording",
    MarkKind.FLAG: "red flag",
}


@dataclass(frozen=True, slots=True)
class Mark:
    span: Span
    kind: MarkKind
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and the marks that lie on it, the gravest first."""

    text: str
    marks: tuple[Mark, ...] = ()


def marks_of(report: Report) -> tuple[Mark, ...]:
    """Give all marks of a report, in the order of the text."""
    found = [_of_mention(mention, report) for mention in report.resume.mentions]
    for kind, findings in ((MarkKind.FLAG, report.red_flags), (MarkKind.WORDING, report.wording)):
        for finding in findings:
            title = f"{finding.message} {finding.fix}".strip()
            found += [Mark(span, kind, title) for span in finding.spans if _is_short(span, report.resume.document)]
    return tuple(sorted(found, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind, mark.title)))


def pieces(document: Document, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut the text at the ends of all marks."""
    marks = tuple(marks)
    cuts = sorted({0, len(document.text), *(place for mark in marks for place in (mark.span.start, mark.span.end))})
    order = list(MarkKind)
    cut_up = []
    for start, end in pairwise(cuts):
        here = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
        here.sort(key=lambda mark: -order.index(mark.kind))
        cut_up.append(Piece(document.text[start:end], tuple(here)))
    return tuple(cut_up)


def marked_html(report: Report, kinds: Iterable[MarkKind] = MarkKind) -> str:
    """Give the résumé's text as HTML, everything escaped, with `<mark class="am-...">` around what was found."""
    wanted = set(kinds)
    marks = [mark for mark in marks_of(report) if mark.kind in wanted]
    return "".join(piece_html(piece) for piece in pieces(report.resume.document, marks))


def piece_html(piece: Piece) -> str:
    """Give a piece as HTML, everything escaped; one `<mark>` names all that lies on it."""
    text = escape(piece.text)
    if not piece.marks:
        return text
    classes = " ".join(dict.fromkeys(f"am-{mark.kind}" for mark in piece.marks))
    title = " · ".join(dict.fromkeys(mark.title for mark in piece.marks))
    return f'<mark class="{classes}" title="{escape(title)}">{text}</mark>'


def _of_mention(mention: Mention, report: Report) -> Mark:
    keywords = report.resume.keywords
    concept = keywords.concept_by_id.get(mention.concept) if keywords else None
    label = concept.label if concept else mention.concept
    if mention.assertion is not Assertion.PRESENT:
        return Mark(mention.span, MarkKind.UNCLAIMED, f"{label}: {mention.assertion}, earns nothing")
    kind = MarkKind.USE if mention.shown is Shown.IN_USE else MarkKind.LISTED
    return Mark(mention.span, kind, f"{label}: {LEGEND[kind]}{_points(mention.span, report)}")


def _points(span: Span, report: Report) -> str:
    """Name the points that this very place earns."""
    earned = []
    for name, figure in (("profile", report.profile), ("job", report.match)):
        items = figure.items if figure else ()
        points = sum(item.earned for item in items if any(span in factor.evidence for factor in item.factors))
        if points:
            earned.append(f"{one_decimal(points)} {name}")
    return f", {' + '.join(earned)} points" if earned else ""


def _is_short(span: Span, document: Document) -> bool:
    return len(document[span].split()) <= MOST_WORDS
