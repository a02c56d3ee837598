"""Write resume.docx, resume.pdf and resume_two_columns.pdf beside each resume.txt.

    python sample_resumes/make.py

resume.txt is the source: the name on the first line, contact on the second, headings in capitals, bullets with "- ".
The same input gives the same bytes, so that a changed sample is a changed text.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Spacer

HERE = Path(__file__).resolve().parent
SIDEBAR = ("SKILLS", "EDUCATION", "CERTIFICATIONS", "COURSES")
FIXED_DAY = datetime(2026, 1, 1, tzinfo=UTC)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=12.5)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=10, bulletIndent=0)
ENTRY = ParagraphStyle("entry", parent=BODY, fontName="Helvetica-Bold", spaceBefore=3)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=11.5, spaceBefore=8, spaceAfter=2)
NAME = ParagraphStyle("name", parent=BODY, fontName="Helvetica-Bold", fontSize=17, leading=22)


def kind_of(lines: list[str], i: int) -> str:
    """Tell what the line is: name, heading, bullet, entry (first line of a block) or body."""
    line = lines[i]
    if i == 0:
        return "name"
    if line.isupper():
        return "heading"
    if line.startswith("- "):
        return "bullet"
    return "entry" if i + 1 < len(lines) and not lines[i - 1] and lines[i + 1] else "body"


def parts(text: str) -> list[tuple[str, str]]:
    """Give (kind, words) of every line that is not blank."""
    lines = text.splitlines()
    return [(kind_of(lines, i), line.removeprefix("- ")) for i, line in enumerate(lines) if line]


def flowables(rows: list[tuple[str, str]]) -> list[Flowable]:
    """Give the rows as paragraphs of a PDF page."""
    styles = {"name": NAME, "heading": HEADING, "entry": ENTRY, "body": BODY, "bullet": BULLET}
    return [
        Paragraph(words.replace("&", "&amp;"), styles[kind], bulletText="•" if kind == "bullet" else None)
        for kind, words in rows
    ]


def canvas_maker(*args: object, **options: object) -> Canvas:
    """Give a canvas that writes no clock time."""
    return Canvas(*args, **{**options, "invariant": 1})


def write_pdf(path: Path, rows: list[tuple[str, str]], frames: list[Frame]) -> None:
    """Write the flow of rows into the frames of each page."""
    page = BaseDocTemplate(str(path), pagesize=A4, title="", author="", pageCompression=1)
    page.addPageTemplates([PageTemplate(frames=frames)])
    page.build(rows, canvasmaker=canvas_maker)


def one_column(path: Path, rows: list[tuple[str, str]]) -> None:
    """Write the plain layout."""
    write_pdf(path, flowables(rows), [Frame(18 * mm, 15 * mm, 174 * mm, 267 * mm)])


def two_columns(path: Path, rows: list[tuple[str, str]]) -> None:
    """Write the same words with skills and education in a bar on the left, drawn first."""
    head, bar, main, into_bar = rows[:2], [], [], False
    for kind, words in rows[2:]:
        into_bar = words in SIDEBAR if kind == "heading" else into_bar
        (bar if into_bar else main).append((kind, words))
    frames = [
        Frame(15 * mm, 258 * mm, 180 * mm, 28 * mm),
        Frame(15 * mm, 12 * mm, 55 * mm, 244 * mm),
        Frame(74 * mm, 12 * mm, 121 * mm, 244 * mm),
    ]
    story = [*flowables(head), FrameBreak(), *flowables(bar), FrameBreak(), Spacer(1, 1), *flowables(main)]
    write_pdf(path, story, frames)


def docx(path: Path, rows: list[tuple[str, str]]) -> None:
    """Write the rows as a Word file."""
    document = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.created = document.core_properties.modified = FIXED_DAY
    document.core_properties.author = ""
    styles = {"name": "Title", "heading": "Heading 1", "bullet": "List Bullet"}
    for kind, words in rows:
        paragraph = document.add_paragraph(style=styles.get(kind, "Normal"))
        paragraph.add_run(words).bold = True if kind == "entry" else None
    unsorted = io.BytesIO()
    document.save(unsorted)
    path.write_bytes(without_clock(unsorted.getvalue()))


def without_clock(data: bytes) -> bytes:
    """Give the ZIP archive with one fixed day on every member."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, FIXED_DAY.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def main() -> None:
    """Write the files of every folder."""
    for source in sorted(HERE.glob("*/resume.txt")):
        rows = parts(source.read_text(encoding="utf-8"))
        docx(source.with_name("resume.docx"), rows)
        one_column(source.with_name("resume.pdf"), rows)
        two_columns(source.with_name("resume_two_columns.pdf"), rows)
        print(source.parent.name)


if __name__ == "__main__":
    main()
