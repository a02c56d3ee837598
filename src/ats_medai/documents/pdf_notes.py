"""What a person or a machine should know about how a PDF was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ats_medai.documents.layout import PageLines
from ats_medai.documents.reading import Note
from ats_medai.documents.words import Hidden, PageWords
from ats_medai.model import Severity

GARBLED = Note(
    "garbled_text", Severity.PROBLEM, "Some fonts do not say which letters they draw: part of the text comes out wrong."
)
BROKEN = Note("damaged", Severity.PROBLEM, "Part of the file is damaged; text may be missing. Save it again.")
CUT = Note(
    "damaged",
    Severity.PROBLEM,
    "The end of the file is missing, and text may be missing with it. Download or copy it again.",
)
SECURED = Note(
    "secured",
    Severity.WARNING,
    "The file forbids copying its text. It was read here, but some systems refuse such files: save a copy without"
    " restrictions.",
)
_MAY_COPY = 1 << 4  # bit 5 of the permissions (PDF 1.7, table 22)
_ENOUGH_LETTERS = 200
_QUOTED = 300  # characters of hidden text in a message


def extras(pdf: pdfium.PdfDocument) -> Iterator[Note]:
    """Notes on what else the file carries; none of it is opened."""
    if pdfium_c.FPDFDoc_GetJavaScriptActionCount(pdf.raw) > 0:
        yield Note("macro", Severity.WARNING, "The file carries a script. It was not run.")
    if pdfium_c.FPDFDoc_GetAttachmentCount(pdf.raw) > 0:
        yield Note("embedded_object", Severity.WARNING, "Other files are attached. They were not opened.")
    if (
        pdfium_c.FPDF_GetSecurityHandlerRevision(pdf.raw) >= 0
        and not pdfium_c.FPDF_GetDocPermissions(pdf.raw) & _MAY_COPY
    ):
        yield SECURED


def about_pages(
    pages: Sequence[PageWords], damaged: Sequence[int], images: Sequence[int], scans: Sequence[int]
) -> Iterator[Note]:
    """Notes on pages that could not be read, on pictures and on hidden words."""
    if damaged:
        yield Note("damaged", Severity.PROBLEM, f"Not readable: page {_numbers(damaged)}.")
    if images:
        yield Note("image_only_page", Severity.PROBLEM, f"A picture without text: page {_numbers(images)}.")
    if scans:
        yield Note("ocr", Severity.WARNING, f"Text recognised in a scan: page {_numbers(scans)}.")
    empty = [n for n, page in enumerate(pages, 1) if not page.words and n not in images]
    blank, drawn = ([n for n in empty if pages[n - 1].drawn is kind] for kind in (False, True))
    if blank:
        yield Note("blank_page", Severity.INFO, f"Blank: page {_numbers(blank)}.")
    if drawn:
        yield Note("drawn_page", Severity.WARNING, f"Shapes and no letters: page {_numbers(drawn)}.")
    hidden = [item for page in pages for item in page.hidden]
    if hidden:
        yield _hidden(hidden)


def is_gibberish(text: str) -> bool:
    """Tell text whose font has a wrong Unicode map: in every language in Latin letters a third or more are vowels."""
    letters, vowels = _count(text)
    return letters >= _ENOUGH_LETTERS and vowels < 0.25 * letters


def is_language(text: str) -> bool:
    """Tell text that is surely one: mostly letters, a third of them vowels. Shifted letters have half as many."""
    letters, vowels = _count(text)
    return letters >= max(_ENOUGH_LETTERS, 0.6 * (len(text) - text.count(" "))) and vowels >= 0.33 * letters


def _count(text: str) -> tuple[int, int]:
    """The Latin letters, and those that are vowels."""
    plain = text.encode("ascii", "ignore").lower()
    letters = len(plain) - len(plain.translate(None, b"abcdefghijklmnopqrstuvwxyz"))
    return letters, len(plain) - len(plain.translate(None, b"aeiouy"))


def about_layout(page: PageLines, number: int, first_line: int) -> Iterator[Note]:
    """Notes on how the words of a page stand; `first_line` is the index of its first line in the file."""
    if page.columns:
        message = f"Text stands in columns side by side on page {number}."
        yield Note("multi_column", Severity.INFO, message, first_line)
    for place in page.spaced:
        message = "Letters are set wide apart; some readers take each for a word."
        yield Note("letter_spaced", Severity.WARNING, message, first_line + place)


def _hidden(items: Sequence[Hidden]) -> Note:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for item in items:
        by_reason[item.reason].append(item.word.text)
    parts = [f"{_shortened(' '.join(words))} ({reason})" for reason, words in by_reason.items()]
    severity = Severity.WARNING if len(items) > 3 else Severity.INFO
    return Note("hidden_text", severity, f"{len(items)} words that nobody sees were left out: {'; '.join(parts)}.")


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " ..."


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (" ..." if len(pages) > 10 else "")
