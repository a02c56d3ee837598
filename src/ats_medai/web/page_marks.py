"""Which boxes lie on the picture of a page: keywords, what the advert asks for, blocks that machines may lose."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ats_medai.documents.picture import PagePicture, PlacedWord
from ats_medai.model import Assertion, Document, Line, Mention, Report, Shown, Span

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom in parts (0 to 1) of the page."""
NEAR = 0.02
"""Of the page's height: words further from where the text was read are others that are spelt alike."""
INSIDE_A_WORD = 0.05
"""What counts against a place that begins in the middle of a word, in parts of the page's width."""
SAME_BLOCK = 0.03
"""Of the page's height: lines of one block that are further apart get boxes of their own."""
MIXED = "Columns side by side: a reader that goes straight across the page mixes these lines."


class PageMark(StrEnum):
    """What a box says."""

    USE = "use"
    LISTED = "listed"
    ASKED = "asked"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a page: what it says, which words it is about, and why."""

    page: int
    kind: PageMark
    rect: Rect
    words: str
    why: str


def boxes_of(report: Report, pictures: Iterable[PagePicture]) -> tuple[Box, ...]:
    """Give all boxes, page by page: blocks first, so that the words in them lie on top."""
    found = []
    for picture in pictures:
        found += [*_lost(report, picture), *_keywords(report, picture)]
    return tuple(found)


def _keywords(report: Report, picture: PagePicture) -> Iterator[Box]:
    document, finder = report.resume.document, Finder(picture)
    asked = {name for one in report.job.requirements for name in one.concepts} if report.job else set()
    known = report.resume.keywords.concept_by_id if report.resume.keywords else {}
    for mention in report.resume.mentions:
        if mention.assertion is not Assertion.PRESENT:
            continue
        label = known[mention.concept].label if mention.concept in known else mention.concept
        for rect in finder.find(mention.span, document):
            yield Box(picture.number, _kind(mention), rect, document[mention.span], label)
            if mention.concept in asked:
                yield Box(picture.number, PageMark.ASKED, rect, document[mention.span], label)


def _kind(mention: Mention) -> PageMark:
    return PageMark.USE if mention.shown is Shown.IN_USE else PageMark.LISTED


def _lost(report: Report, picture: PagePicture) -> Iterator[Box]:
    """Give the blocks that obstacles name, and those that a reader who goes straight across the page mixes."""
    document = report.resume.document
    lines = [line for line in document.lines if line.page == picture.number and line.bbox]
    for finding in report.obstacles:
        touched = [line for line in lines if any(span.overlaps(line.span) for span in finding.spans)]
        yield from _blocks(touched, finding.message, picture, document)
    if document.naive_text is not None:
        yield from _blocks([line for line in lines if _has_neighbour(line, lines)], MIXED, picture, document)


def _has_neighbour(line: Line, lines: Iterable[Line]) -> bool:
    assert line.bbox
    middle = (line.bbox[1] + line.bbox[3]) / 2
    return any(other.block != line.block and other.bbox and other.bbox[1] < middle < other.bbox[3] for other in lines)


def _blocks(lines: Iterable[Line], why: str, picture: PagePicture, document: Document) -> Iterator[Box]:
    """Join lines of a block that lie together into one box."""
    open_: list[tuple[int, Rect, Span]] = []
    for line in lines:
        assert line.bbox
        rect = _in_parts(line.bbox, picture)
        if open_ and open_[-1][0] == line.block and abs(rect[1] - open_[-1][1][3]) < SAME_BLOCK:
            block, before, span = open_[-1]
            open_[-1] = (block, _around(before, rect), span)
        else:
            open_.append((line.block, rect, line.span))
    for _, rect, span in open_:
        yield Box(picture.number, PageMark.LOST, rect, " ".join(document[span].split()), why)


class Finder:
    """Finds words of the text on the picture of a page: by their letters, the place nearest to where they were read."""

    def __init__(self, picture: PagePicture) -> None:
        self._picture = picture
        self._signs = ""
        self._places: list[tuple[int, float, float]] = []  # for each sign: its word, and from where to where in it
        for number, word in enumerate(picture.words):
            step = 1 / max(1, len(word.text))
            for at, sign in enumerate(word.text):
                letters = _letters(sign)
                self._signs += letters
                self._places += [(number, at * step, (at + 1) * step)] * len(letters)

    def find(self, span: Span, document: Document) -> list[Rect]:
        """Give the places of these words, one for each line that they stand on; none where they are not seen here."""
        lines = [line for line in document.lines if line.span.overlaps(span)]
        if not lines or lines[0].page != self._picture.number or not lines[0].bbox:
            return []
        guess = _guess(span, lines[0], self._picture)
        if not self._picture.words:  # a scan: the place in the line must do
            return [guess]
        wanted = _letters(document[span])
        best = min(self._starts(wanted), key=lambda at: self._distance(at, guess), default=None)
        if best is None or abs(self._middle(best) - (guess[1] + guess[3]) / 2) > NEAR:
            return []
        return self._rects(best, len(wanted))

    def _starts(self, wanted: str) -> Iterator[int]:
        at = self._signs.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            at = self._signs.find(wanted, at + 1)

    def _distance(self, at: int, guess: Rect) -> float:
        number, begin, _ = self._places[at]
        word = self._picture.words[number]
        across = abs(word.left + begin * (word.right - word.left) - guess[0])
        down = abs(self._middle(at) - (guess[1] + guess[3]) / 2)
        return across + 10 * down + (INSIDE_A_WORD if begin else 0.0)

    def _middle(self, at: int) -> float:
        word = self._picture.words[self._places[at][0]]
        return (word.top + word.bottom) / 2

    def _rects(self, at: int, length: int) -> list[Rect]:
        rects: list[Rect] = []
        for number, begin, end in self._places[at : at + length]:
            word = self._picture.words[number]
            wide = word.right - word.left
            rect = (word.left + begin * wide, word.top, word.left + end * wide, word.bottom)
            if rects and _on_one_line(rects[-1], word):
                rects[-1] = _around(rects[-1], rect)
            else:
                rects.append(rect)
        return rects


def _guess(span: Span, line: Line, picture: PagePicture) -> Rect:
    """Give where the words stand if all letters of the line are equally wide."""
    assert line.bbox
    left, top, right, bottom = _in_parts(line.bbox, picture)
    step = (right - left) / len(line.span)
    start, end = max(span.start, line.span.start), min(span.end, line.span.end)
    return left + (start - line.span.start) * step, top, left + (end - line.span.start) * step, bottom


def _in_parts(box: Rect, picture: PagePicture) -> Rect:
    left, top, right, bottom = box
    return left / picture.width, top / picture.height, right / picture.width, bottom / picture.height


def _letters(text: str) -> str:
    """Give what stays the same however a text is cleaned: no spaces, hyphens, ligatures or capitals."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign in "+#")


def _on_one_line(rect: Rect, word: PlacedWord) -> bool:
    return min(rect[3], word.bottom) > max(rect[1], word.top) and word.right > rect[0]


def _around(one: Rect, other: Rect) -> Rect:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
