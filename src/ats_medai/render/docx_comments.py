"""The résumé handed back as DOCX with comments at the exact words; its formatting stays as it is.

python-docx can comment only on whole runs, so a run is split where a comment begins or ends inside it. Words are looked
up without signs and line breaks, which readers and writers put in different places.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ats_medai.model import Document, Report, Span, Suggestion
from ats_medai.render.view import KINDS, gain_of

AUTHOR, INITIALS = "ats_medai", "AM"
COPY = "A copy of the text of {source}, made for these comments. The layout of the original is not kept."
LONGEST = 200
"""Characters of a place that are looked up: where a whole paragraph is meant, its beginning tells which."""
UNPLACED = "No place of its own in the text:"
Write = Callable[[bytes, str], bytes]
"""Gives the commented file for a request and the file's name."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment and the words it is about; None for one about the whole."""

    text: str
    span: Span | None


def annotate(report: Report, original: bytes | None = None, write: Write | None = None) -> bytes:
    """Give the DOCX with comments: the original's bytes with them, or without an original a copy of the text.

    `original` must be the file that the report was made from. `write` opens it and gives what `written` does: the
    `comment` of a Reader, so that a process of its own does, or `written` itself for a file that you trust. One that is
    damaged may be read and still not be written to: there too a copy is made. Raises TypeError for an original without
    `write`.
    """
    document, notes = report.resume.document, notes_of(report)
    if original is not None:
        if write is None:
            raise TypeError("say what opens the original")
        said = [[note.text, [note.span.start, note.span.end] if note.span else None] for note in notes]
        request = json.dumps({"text": document.text, "notes": said}).encode() + b"\n" + original
        with suppress(Exception):  # a dozen kinds: python-docx opens fewer files than our reader
            return write(request, document.source)
    return _commented(_copy(document), document.text, notes)


def written(request: bytes, _name: str) -> bytes:
    """Give the DOCX of a request with its comments: a line of JSON with text and notes, then the bytes of the file."""
    head, _, original = request.partition(b"\n")
    asked = json.loads(head)
    notes = [Note(text, Span(*ends) if ends else None) for text, ends in asked["notes"]]
    return _commented(docx.Document(io.BytesIO(original)), asked["text"], notes)


def _commented(file: Docx, text: str, notes: Iterable[Note]) -> bytes:
    placed = _Places(file, text)
    homeless = [note for note in notes if not placed.comment(file, note)]
    first = next((run for run in placed.runs()), None)
    if homeless and first is not None:
        told = "\n\n".join((UNPLACED, *dict.fromkeys(note.text for note in homeless)))
        file.add_comment(first, told, author=AUTHOR, initials=INITIALS)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def notes_of(report: Report) -> tuple[Note, ...]:
    """Give what is worth a comment, in the order of the text: changes with their points, red flags, wording."""
    notes = [Note(_advice(one), one.where) for one in report.suggestions]
    for finding in (*report.red_flags, *report.wording):
        text = f"{finding.message} {finding.fix}".strip()
        notes += [Note(text, span) for span in finding.spans] or [Note(text, None)]
    return tuple(sorted(notes, key=lambda note: note.span.start if note.span else -1))


def _advice(one: Suggestion) -> str:
    gain = gain_of(one)
    head = f"{KINDS[one.kind]} ({gain})" if gain else KINDS[one.kind]
    return "\n".join((head, one.text, *([f"e.g. {one.pattern}"] if one.pattern else [])))


def _copy(document: Document) -> Docx:
    file = docx.Document()
    file.add_paragraph(COPY.format(source=document.source)).runs[0].italic = True
    for line in document.text.split("\n"):
        file.add_paragraph("".join(sign for sign in line if sign == "\t" or sign.isprintable()))
    return file


class _Places:
    """Where the document's words stand in the file's paragraphs, compared word by word and in one case."""

    def __init__(self, file: Docx, document: str) -> None:
        self._document = document
        body = file.element.body
        self._paragraphs = [Paragraph(one, file) for one in body.iter(qn("w:p")) if not _in_box(one)]
        self._text, self._where = "", []
        for at, paragraph in enumerate(self._paragraphs):
            words, places = _squeezed("".join(run.text for run in paragraph.runs))
            self._text += words
            self._where += [(at, offset) for offset in places]

    def runs(self) -> Iterator[Run]:
        """Give the runs that hold text."""
        yield from (run for paragraph in self._paragraphs for run in paragraph.runs if run.text.strip())

    def comment(self, file: Docx, note: Note) -> bool:
        """Put the comment at its words; tell whether they were found."""
        place = self._find(note.span) if note.span else None
        if place is None:
            return False
        at, start, end = place
        runs = _cut(self._paragraphs[at], start, end)
        if not runs:
            return False
        file.add_comment([runs[0], runs[-1]], note.text, author=AUTHOR, initials=INITIALS)
        return True

    def _find(self, span: Span) -> tuple[int, int, int] | None:
        """Give paragraph, start and end of the words: of equal ones that which has as many before it in the text."""
        text = self._document
        wanted = _squeezed(text[span.start : span.end][:LONGEST])[0].strip()
        if not wanted:
            return None
        before = len(_places(f"{_squeezed(text[: span.start])[0]} ", wanted))
        found = _places(self._text, wanted)
        if not found:
            return None
        first = found[min(before, len(found) - 1)]
        at, start = self._where[first]
        last = max(one for one in range(first, first + len(wanted)) if self._where[one][0] == at)
        return at, start, self._where[last][1] + 1


def _in_box(paragraph: object) -> bool:
    """Tell whether a paragraph lies in a text box, where no comment may stand."""
    return any(one.tag == qn("w:txbxContent") for one in paragraph.iterancestors())  # type: ignore[attr-defined]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Give the words, in one case and one space before each, and where in the text each sign of that stands."""
    signs, places = [], []
    is_inside = False
    for offset, sign in enumerate(text):
        parts = [part for part in unicodedata.normalize("NFKC", sign).casefold() if part.isalnum()]
        if parts and not is_inside:
            parts.insert(0, " ")
        is_inside = bool(parts)
        signs += parts
        places += [offset] * len(parts)
    return "".join(signs), places


def _places(text: str, wanted: str) -> list[int]:
    """Give where the words begin, whole words only."""
    return [found.start() for found in re.finditer(rf"(?<= ){re.escape(wanted)}(?= |$)", text)]


def _cut(paragraph: Paragraph, start: int, end: int) -> Sequence[Run]:
    """Give the runs that hold exactly these characters of the paragraph, split where one holds more."""
    _split(paragraph, start)
    _split(paragraph, end)
    runs, place = [], 0
    for run in paragraph.runs:
        size = len(run.text)
        if size and start < place + size and place < end:
            runs.append(run)
        place += size
    return runs


def _split(paragraph: Paragraph, offset: int) -> None:
    """Make a run begin at this character, where the run there holds nothing but text; formatting goes to both."""
    place = 0
    for run in paragraph.runs:
        text = run.text
        if place < offset < place + len(text) and _is_text(run):
            second = deepcopy(run._r)  # noqa: SLF001 - python-docx offers no copy of a run
            run._r.addnext(second)  # noqa: SLF001
            run.text, Run(second, paragraph).text = text[: offset - place], text[offset - place :]
            return
        place += len(text)


def _is_text(run: Run) -> bool:
    return all(child.tag in {qn("w:t"), qn("w:rPr")} for child in run._r)  # noqa: SLF001
