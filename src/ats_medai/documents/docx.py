"""DOCX files, read from their parts: body, text boxes, tables, headers and footers, notes. Nothing else is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ats_medai.documents import package_repair
from ats_medai.documents.docx_styles import local, read_styles, value
from ats_medai.documents.docx_text import TextWalker
from ats_medai.documents.package import DamagedPackageError, LockedPackageError, Package
from ats_medai.documents.reading import Note, RawLine, Reading
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Place, Severity

_MAIN = re.compile(r"(?:[^/]+/)?(?:word/)?document\d*\.xml")
_MAIN_TYPE = re.compile(r"word.*main\+xml", re.IGNORECASE)
_OTHER_KINDS = {
    "xl/": "an Excel file",
    "ppt/": "a PowerPoint file",
    "visio/": "a Visio file",
    "index/document.iwa": "an Apple Pages file; in Pages, choose File, Export To, Word",
    "quicklook/": "an Apple Pages file; in Pages, choose File, Export To, Word",
    "fixeddocumentsequence.fdseq": "an XPS file",
    "mimetype": "an OpenDocument or EPUB file",
}
_QUOTED = 300  # characters of hidden text in a message
_TOO_LITTLE = 300  # characters of a mended file: hardly more than an address; to fetch the whole file helps more
_CUT = Note(
    "damaged",
    Severity.PROBLEM,
    "The file is damaged and its text breaks off: part of it may be missing. Download or copy it again.",
)
_CONTAINER = Note(
    "damaged",
    Severity.PROBLEM,
    "The file's container is damaged. The text was read, but other programs may refuse it: download or save it again.",
)


def read_docx(data: bytes, name: str) -> Reading:
    """Give the lines of a DOCX file. Raises DocumentError and LimitExceededError."""
    try:
        return _read(data, name)
    except LockedPackageError as error:
        raise DocumentError(name, ErrorCode.ENCRYPTED) from error
    except DamagedPackageError as error:
        # a way of packing that the table names and nobody knows: a member's own header may say what other readers don't
        unknown = isinstance(error.__cause__, NotImplementedError)
        if not unknown and (mended := _read_mended(data, name)):
            return mended
        raise DocumentError(name, ErrorCode.CORRUPT, str(error)[:200]) from error


def _read(data: bytes, name: str, broken: frozenset[str] = frozenset()) -> Reading:
    with Package(data) as package:
        package.cut |= broken
        return _Reader(package, _main_part(package, name)).read()


def _read_mended(data: bytes, name: str) -> Reading | None:
    """Give what the parts hold that are still there; None where that is not worth having."""
    sound, broken = package_repair.mended(data)
    try:
        reading = _read(sound, name, broken)
    except (DamagedPackageError, DocumentError):
        return None
    if sum(len(line.text.strip()) for line in reading.lines) < _TOO_LITTLE:
        return None
    notes = reading.notes if _CUT in reading.notes else (_CONTAINER, *reading.notes)
    return replace(reading, notes=notes)


def _main_part(package: Package, name: str) -> str:
    if "word/document.xml" in package.names:
        return "word/document.xml"
    if found := sorted(filter(_MAIN.fullmatch, package.names)):
        return found[0]
    if named := _named_main_part(package):
        return named
    for start, what in _OTHER_KINDS.items():
        if any(part.startswith(start) for part in package.names):
            raise DocumentError(name, ErrorCode.UNSUPPORTED_FORMAT, what)
    if not package.names or any(part.startswith(("word/", "[content_types]")) for part in package.names):
        raise DocumentError(name, ErrorCode.CORRUPT, "it holds no document")
    raise DocumentError(name, ErrorCode.UNSUPPORTED_FORMAT, "a ZIP archive; take the résumé out of it first")


def _named_main_part(package: Package) -> str:
    """Give the part that the table of contents calls the document, "" where none is there."""
    if "[content_types].xml" not in package.names:
        return ""
    try:
        entries = list(package.xml("[content_types].xml"))
    except DamagedPackageError:
        return ""
    for entry in entries:
        path = (entry.get("PartName") or "").lstrip("/").lower()
        if path in package.names and _MAIN_TYPE.search(entry.get("ContentType") or ""):
            return path
    return ""


class _Reader:
    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._folder = main.rpartition("/")[0]
        self._damaged: list[str] = []
        self._styles = read_styles(self._optional("styles.xml"), self._optional("numbering.xml"))

    def read(self) -> Reading:
        root = self._package.xml(self._main)
        walker = TextWalker(self._styles)
        lines = self._margins(walker, "header", Place.HEADER)
        lines += walker.lines(_body(root), shaded=_page_is_coloured(root))
        lines += self._margins(walker, "footer", Place.FOOTER)
        lines += self._notes(walker)
        pages = max((line.page for line in lines), default=1)
        return Reading(tuple(lines), "docx", pages, tuple(self._remarks(root, walker, lines)))

    def _optional(self, name: str) -> Any:  # noqa: ANN401
        """The root of a part that may be missing or broken."""
        path = f"{self._folder}/{name}" if self._folder else name
        if path not in self._package.names:
            return None
        try:
            return self._package.xml(path)
        except DamagedPackageError:
            self._damaged.append(name)
            return None

    def _margins(self, walker: TextWalker, kind: str, place: Place) -> list[RawLine]:
        """Headers or footers, each wording once: first, even and other pages often repeat it."""
        pattern = re.compile(rf"{re.escape(self._folder)}/?{kind}\d*\.xml")
        lines: list[RawLine] = []
        seen: set[str] = set()
        for path in sorted(filter(pattern.fullmatch, self._package.names), key=lambda p: (len(p), p)):
            root = self._optional(path.rpartition("/")[2])
            for line in walker.lines(root, place) if root is not None else ():
                if line.text.strip() and line.text not in seen:
                    seen.add(line.text)
                    lines.append(line)
        return lines

    def _notes(self, walker: TextWalker) -> list[RawLine]:
        """Foot- and endnotes in the order in which the text names them."""
        wanted = list(dict.fromkeys(walker.notes))
        lines: list[RawLine] = []
        for kind in ("footnotes", "endnotes"):
            named = [note.partition(" ")[2] for note in wanted if note.startswith(kind)]
            root = self._optional(f"{kind}.xml") if named else None
            if root is not None:
                by_id = {value(item, "id"): item for item in root}
                for identity in named:
                    if identity in by_id:
                        lines += [line for line in walker.lines(by_id[identity], Place.NOTE) if line.text.strip()]
        return lines

    def _remarks(self, root: Any, walker: TextWalker, lines: list[RawLine]) -> Iterator[Note]:  # noqa: ANN401
        names = self._package.names
        if any(name.endswith("vbaproject.bin") for name in names):
            yield Note("macro", Severity.WARNING, "The file carries macros. They were not read.")
        if any("/embeddings/" in name for name in names) or any(local(item) == "altChunk" for item in _body(root)):
            yield Note("embedded_object", Severity.WARNING, "Other files are embedded. They were not read.")
        if self._main in self._package.cut:
            yield _CUT
        if self._damaged:
            yield Note("damaged", Severity.WARNING, f"Not readable: {', '.join(self._damaged)}.")
        if any(local(item) == "cols" and (value(item, "num") or "1") not in {"0", "1"} for item in root.iter()):
            yield Note("multi_column", Severity.INFO, "Some of the text is set in columns.")
        yield from _about_places(lines)
        if walker.hidden:
            shown = " / ".join(walker.hidden)
            shown = shown if len(shown) <= _QUOTED else shown[:_QUOTED] + " ..."
            count = sum(len(text.split()) for text in walker.hidden)
            yield Note("hidden_text", Severity.WARNING, f"{count} words that nobody sees were left out: {shown}.")


def _about_places(lines: list[RawLine]) -> Iterator[Note]:
    total = sum(len(line.text) for line in lines) or 1
    texts = {
        Place.TABLE: ("table_text", Severity.INFO, "in tables"),
        Place.TEXT_BOX: ("text_box_text", Severity.WARNING, "in text boxes"),
        Place.HEADER: ("header_footer_text", Severity.INFO, "in the header"),
        Place.FOOTER: ("header_footer_text", Severity.INFO, "in the footer"),
    }
    for place, (code, severity, where) in texts.items():
        inside = [i for i, line in enumerate(lines) if line.place is place and line.text.strip()]
        if inside:
            share = sum(len(lines[i].text) for i in inside) / total
            yield Note(code, severity, f"{max(1, round(100 * share))} % of the text stands {where}.", inside[0])


def _body(root: Any) -> Any:  # noqa: ANN401
    return next((item for item in root.iter() if local(item) == "body"), root)


def _page_is_coloured(root: Any) -> bool:  # noqa: ANN401
    ground = next((item for item in root if local(item) == "background"), None)
    return ground is not None and (value(ground, "color") or "FFFFFF").upper() not in {"FFFFFF", "AUTO"}
