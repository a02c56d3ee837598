"""Changes of a résumé's text: a new Document, with every line and issue where it belongs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ats_medai.model import Document, Edit, Issue, Line, Span


def apply_edits(document: Document, edits: Iterable[Edit]) -> Document:
    """Give the document with all edits made; the offsets of all edits are those of the old text.

    New text belongs to the line that it touches. Where it holds line breaks, the lines that are wholly new take page,
    place, font and block of that line but are not bold, so that nothing new looks like a heading. Edits at one place
    come in the order given. Raises ValueError where two edits change the same characters or one lies outside the text.
    """
    ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
    _check(document, ordered)
    if not ordered:
        return document
    text = "".join(_pieces(document.text, ordered))
    patches = tuple(_patches(ordered))
    return replace(
        document,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        lines=tuple(_lines(document, text, patches)),
        issues=tuple(_issue(issue, patches) for issue in document.issues),
    )


@dataclass(frozen=True, slots=True)
class _Patch:
    """One edit and where its text begins in the new document."""

    edit: Edit
    at: int

    @property
    def end(self) -> int:
        return self.at + len(self.edit.text)


def _check(document: Document, edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        if not 0 <= edit.start <= edit.end <= len(document.text):
            raise ValueError(f"an edit from {edit.start} to {edit.end} lies outside the text")
    for first, second in pairwise(edits):
        if second.start < first.end:
            raise ValueError(f"two edits change the same characters at {second.start}")


def _pieces(text: str, edits: tuple[Edit, ...]) -> Iterator[str]:
    done = 0
    for edit in edits:
        yield text[done : edit.start]
        yield edit.text
        done = edit.end
    yield text[done:]


def _patches(edits: tuple[Edit, ...]) -> Iterator[_Patch]:
    grown = 0
    for edit in edits:
        yield _Patch(edit, edit.start + grown)
        grown += len(edit.text) - (edit.end - edit.start)


def _moved(offset: int, patches: tuple[_Patch, ...], *, is_end: bool) -> int:
    """Give the new place of an old offset. Text put in exactly there lies before an end and after a start."""
    grown = 0
    for patch in patches:
        edit = patch.edit
        insertion_here = edit.start == edit.end == offset
        if edit.start > offset or (insertion_here and not is_end) or (edit.start == offset and edit.end > offset):
            break
        if edit.end > offset:
            return patch.end
        grown = patch.end - edit.end
    return offset + grown


def _lines(document: Document, text: str, patches: tuple[_Patch, ...]) -> Iterator[Line]:
    moved = [
        (_moved(line.span.start, patches, is_end=False), _moved(line.span.end, patches, is_end=True), line)
        for line in document.lines
    ]
    stray = _stray(moved, patches)
    for start, end, line in sorted([*moved, *stray], key=lambda entry: entry[:2]):
        touching = [patch for patch in patches if patch.at < end and start < patch.end]
        if any("\n" in patch.edit.text for patch in touching):
            yield from _split(text, start, end, line, touching)
        elif start < end:
            yield replace(line, span=Span(start, end))


def _stray(moved: list[tuple[int, int, Line]], patches: tuple[_Patch, ...]) -> list[tuple[int, int, Line]]:
    """Give the new text that touches no line, with the line before it (or the first) as its model."""
    model = Line(Span(0, 1))
    stray = []
    for patch in patches:
        if not patch.edit.text or any(start <= patch.at and patch.end <= end for start, end, _ in moved):
            continue
        before = [line for start, _, line in moved if start <= patch.at]
        nearest = before[-1] if before else moved[0][2] if moved else model
        stray.append((patch.at, patch.end, nearest))
    return stray


def _split(text: str, start: int, end: int, line: Line, touching: list[_Patch]) -> Iterator[Line]:
    for part in text[start:end].splitlines(keepends=True):
        size = len(part.strip("\r\n"))
        if size:
            new = any(patch.at <= start and start + size <= patch.end for patch in touching)
            yield replace(line, span=Span(start, start + size), bold=line.bold and not new)
        start += len(part)


def _issue(issue: Issue, patches: tuple[_Patch, ...]) -> Issue:
    if issue.span is None:
        return issue
    start = _moved(issue.span.start, patches, is_end=False)
    end = _moved(issue.span.end, patches, is_end=True)
    return replace(issue, span=Span(start, end) if start < end else None)
