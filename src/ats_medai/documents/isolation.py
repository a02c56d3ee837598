"""Read untrusted files in processes of their own, which can be killed and hold nothing worth stealing.

A 1,056-byte PDF can loop a parser for ever and another can abort the whole process, so no parser runs in ours: see
`process` for how one is started and ended, `worker` for what it may do.
"""

from __future__ import annotations

import json
import os
import queue
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from ats_medai.documents import ocr_data
from ats_medai.documents.picture import PagePicture, from_answer
from ats_medai.documents.process import USUAL, BrokenError, Limits, Process
from ats_medai.documents.wire import from_json
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document

MOST_BYTES = 10 << 20
"""A larger file is refused before its bytes go anywhere (vendors take 1 to 16 MB; a résumé has under 1)."""

READ = "ats_medai.documents.load:read_document"
READ_SCAN = "ats_medai.documents.load:read_scan"
DRAW = "ats_medai.documents.drawing:draw_pages"
COMMENT = "ats_medai.render.docx_comments:written"
SCANS = Limits(cpu_seconds=60, wall_seconds=120.0, files=20)
"""OCR takes a second a page, and several on a bad one; the rest of the limits are those of every file."""
DRAWING = Limits(wall_seconds=20.0, answer=16 << 20)
COMMENTING = Limits(wall_seconds=20.0, answer=32 << 20)

T = TypeVar("T")


class Reader:
    """One reading process, started when first needed and replaced after any breakdown. Safe to share by threads.

    A PDF with pages that are pictures goes to a second process of the same kind for OCR, where that is installed.
    """

    def __init__(self, limits: Limits = USUAL, target: str = READ, scan_limits: Limits = SCANS) -> None:
        self._limits = limits
        self._target = target
        self._scans = Reader(scan_limits, READ_SCAN) if target == READ else None
        self._drawings = Reader(DRAWING, DRAW) if target == READ else None
        self._comments = Reader(COMMENTING, COMMENT) if target == READ else None
        self._lock = threading.Lock()  # one file at a time
        self._starting = threading.Lock()
        self._closed = False
        self._process: Process | None = None
        self._served = 0

    def read(self, data: bytes, name: str) -> Document:
        """Give the file's Document. Raises DocumentError, also for a timeout or a crash of the reading process."""
        try:
            document = self._read(data, name)
        except DocumentError as error:
            if error.code is ErrorCode.NO_TEXT and self._scans and _may_be_scan(data):
                return self._scans.read(data, name)
            raise
        pictures = any(issue.code == "image_only_page" for issue in document.issues)
        if pictures and self._scans and _may_be_scan(data):
            with suppress(DocumentError):
                return self._scans.read(data, name)
        return document

    def draw(self, data: bytes, name: str) -> tuple[PagePicture, ...]:
        """Give pictures of a PDF's first pages, made by a process of the same kind. Raises DocumentError."""
        if self._drawings is None:
            return self._ask(data, name, _pictures)
        return self._drawings.draw(data, name)

    def comment(self, request: bytes, name: str) -> bytes:
        """Give the DOCX that the request asks for (`render.docx_comments`), from a process of the same kind.

        Raises DocumentError.
        """
        if self._comments is None:
            return self._ask(request, name, _made)
        return self._comments.comment(request, name)

    def _read(self, data: bytes, name: str) -> Document:
        return self._ask(data, name, _opened)

    def _ask(self, data: bytes, name: str, opened: Callable[[bytes, str], T]) -> T:
        with self._lock:
            try:
                process = self._started()
                self._served += 1
                return opened(process.ask(name.encode(errors="replace"), data, self._limits), name)
            except BrokenError as broken:
                self._end()
                raise DocumentError(name, broken.code, broken.detail) from None

    def start(self) -> None:
        """Start the process now, so that it is warm when the first file comes."""
        with self._lock:
            self._started()

    def close(self) -> None:
        """End the process for good; a file that is just being read in another thread gets DocumentError."""
        with self._starting:
            self._closed = True
            self._end()
        for other in (self._scans, self._drawings, self._comments):
            if other is not None:
                other.close()

    def _started(self) -> Process:
        """Give the process for the next file. Raises BrokenError once the reader is closed."""
        with self._starting:
            if self._closed:
                raise BrokenError(ErrorCode.CRASHED, "the reader was closed")
            if self._process is None or self._served >= self._limits.files:
                self._end()
                self._process = Process(self._target, self._limits)
                self._served = 0
            return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
        self._process = None


def _may_be_scan(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] and ocr_data.is_installed()


class ReaderPool:
    """Several readers for a program with threads; more callers than readers wait for their turn."""

    def __init__(self, readers: int, limits: Limits = USUAL) -> None:
        self._free: queue.SimpleQueue[Reader] = queue.SimpleQueue()
        for _ in range(readers):
            self._free.put(Reader(limits))

    def read(self, data: bytes, name: str) -> Document:
        """Give the file's Document, as Reader.read does."""
        with self._borrowed() as reader:
            return reader.read(data, name)

    def draw(self, data: bytes, name: str) -> tuple[PagePicture, ...]:
        """Give pictures of a PDF's first pages, as Reader.draw does."""
        with self._borrowed() as reader:
            return reader.draw(data, name)

    def comment(self, request: bytes, name: str) -> bytes:
        """Give a DOCX with comments, as Reader.comment does."""
        with self._borrowed() as reader:
            return reader.comment(request, name)

    @contextmanager
    def _borrowed(self) -> Iterator[Reader]:
        reader = self._free.get()
        try:
            yield reader
        finally:
            self._free.put(reader)


def read_path(path: Path, reader: Reader | ReaderPool, name: str | None = None) -> Document:
    """Give the file's Document; `name` (default: the file's own) is the source that it shows.

    Raises DocumentError, also for pipes and devices, which may never end; OSError where the system does not give the
    file at all.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise DocumentError(name or path.name, ErrorCode.UNSUPPORTED_FORMAT, "it is not a plain file")
        return read_stream(file, reader, name or path.name)


def read_stream(file: BinaryIO, reader: Reader | ReaderPool, name: str) -> Document:
    """Give the Document of an open file or of standard input. Raises DocumentError; it reads no more than the limit."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DocumentError(name, ErrorCode.LIMIT_EXCEEDED, f"over {MOST_BYTES >> 20} MiB")
    return reader.read(data, name)


def _without_waiting(path: str, flags: int) -> int:
    """Open as usual, except that a pipe without a writer does not hold us up."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _opened(answer: bytes, name: str) -> Document:
    return _taken(answer, name, b"D", from_json)


def _pictures(answer: bytes, name: str) -> tuple[PagePicture, ...]:
    return _taken(answer, name, b"P", from_answer)


def _made(answer: bytes, name: str) -> bytes:
    return _taken(answer, name, b"P", bytes)


def _taken(answer: bytes, name: str, kind: bytes, take: Callable[[bytes], T]) -> T:
    try:
        if answer[:1] == kind:
            return take(answer[1:])
        code, detail = json.loads(answer[1:])
        error = DocumentError(name, ErrorCode(code), detail)
    except (ValueError, KeyError, TypeError):
        raise BrokenError(ErrorCode.CRASHED, "its answer made no sense") from None
    if error.code in {ErrorCode.CRASHED, ErrorCode.LIMIT_EXCEEDED}:  # its memory may be in any state: start afresh
        raise BrokenError(error.code, error.detail)
    raise error
