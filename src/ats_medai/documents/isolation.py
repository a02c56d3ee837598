"""Read untrusted files in a process of their own, which can be killed and holds nothing worth stealing.

A 1,056-byte PDF can loop a parser for ever and another can abort the whole process, so no parser runs in ours. The
reading process is started afresh (never forked), without the environment, in an empty folder, under limits of memory,
CPU time and open files; it may write no file. It is killed with all it started when it exceeds the wall limit.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ats_medai.documents import ocr_data
from ats_medai.documents.wire import from_json
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document

START = (
    "import sys; target, memory, cpu, *sys.path = sys.argv[1:]; "
    "from ats_medai.documents.worker import serve; serve(target, int(memory), int(cpu))"
)

MOST_BYTES = 10 << 20
"""A larger file is refused before its bytes go anywhere (vendors take 1 to 16 MB; a résumé has under 1)."""

ABORT_SHARE = 0.75
"""PDFium aborts the process when it gets no memory: an abort with more of the limit in use than this is taken for one
that memory caused. (The two bombs that showed it died at 0.99 of it; a résumé stays under 0.3.)"""

_ABORTS = {-getattr(signal, name) for name in ("SIGABRT", "SIGTRAP", "SIGILL") if hasattr(signal, name)}


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost."""

    memory: int = 1 << 30
    """Bytes of address space (Linux, macOS)."""
    cpu_seconds: int = 15
    wall_seconds: float = 60.0
    answer: int = 64 << 20
    """Bytes of the answer."""
    files: int = 100
    """Files that one process reads before a fresh one takes over."""


READ = "ats_medai.documents.load:read_document"
READ_SCAN = "ats_medai.documents.load:read_scan"
SCANS = Limits(cpu_seconds=60, wall_seconds=120.0, files=20)
"""OCR takes a second a page, and several on a bad one; the rest of the limits are those of every file."""


class Reader:
    """One reading process, started when first needed and replaced after any breakdown. Safe to share by threads.

    A PDF with pages that are pictures goes to a second process of the same kind for OCR, where that is installed.
    """

    def __init__(self, limits: Limits = Limits(), target: str = READ, scan_limits: Limits = SCANS) -> None:
        self._limits = limits
        self._target = target
        self._scan_limits = scan_limits
        self._scans: Reader | None = None
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._served = 0

    def read(self, data: bytes, name: str) -> Document:
        """Give the file's Document. Raises DocumentError, also for a timeout or a crash of the reading process."""
        try:
            document = self._read(data, name)
        except DocumentError as error:
            if error.code is ErrorCode.NO_TEXT and self._may_be_scan(data):
                return self._scan_reader().read(data, name)
            raise
        if any(issue.code == "image_only_page" for issue in document.issues) and self._may_be_scan(data):
            with suppress(DocumentError):
                return self._scan_reader().read(data, name)
        return document

    def _may_be_scan(self, data: bytes) -> bool:
        return self._target == READ and b"%PDF-" in data[:1024] and ocr_data.is_installed()

    def _scan_reader(self) -> Reader:
        with self._lock:
            if self._scans is None:
                self._scans = Reader(self._scan_limits, READ_SCAN)
            return self._scans

    def _read(self, data: bytes, name: str) -> Document:
        with self._lock:
            if self._process is None or self._served >= self._limits.files:
                self._restart()
            self._served += 1
            process = self._process
            assert process is not None
            try:
                return _opened(process.ask(name.encode(errors="replace"), data, self._limits), name)
            except _BrokenError as broken:
                self._end()
                raise DocumentError(name, broken.code, broken.detail) from None

    def start(self) -> None:
        """Start the process now, so that it is warm when the first file comes."""
        with self._lock:
            if self._process is None:
                self._restart()

    def close(self) -> None:
        """End the process. The next file starts another."""
        self._end()
        if self._scans is not None:
            self._scans.close()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
        self._process = None

    def _restart(self) -> None:
        self._end()
        self._process = _Process(self._target, self._limits)
        self._served = 0


class ReaderPool:
    """Several readers for a program with threads; more callers than readers wait for their turn."""

    def __init__(self, readers: int, limits: Limits = Limits()) -> None:
        self._free: queue.SimpleQueue[Reader] = queue.SimpleQueue()
        for _ in range(readers):
            self._free.put(Reader(limits))

    def read(self, data: bytes, name: str) -> Document:
        """Give the file's Document, as Reader.read does."""
        with self._borrowed() as reader:
            return reader.read(data, name)

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


class _BrokenError(Exception):
    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class _Process:
    """A started worker and the pipes to it."""

    def __init__(self, target: str, limits: Limits) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ats-medai-")  # stays empty: the worker may not write
        command = [sys.executable, "-I", "-S", "-c", START, target, str(limits.memory), str(limits.cpu_seconds)]
        self._popen = subprocess.Popen(
            [*command, *(path for path in sys.path if path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ},
            start_new_session=True,
        )
        self._finalizer = weakref.finalize(self, _end, self._popen, self._folder)

    def ask(self, name: bytes, data: bytes, limits: Limits) -> bytes:
        """Give the worker's answer. Raises _BrokenError when it dies, says too much or takes too long."""
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        writer = threading.Thread(target=_write, args=(self._popen.stdin, name, data), daemon=True)
        answer: list[bytes | _BrokenError] = []
        reader = threading.Thread(target=_read, args=(self._popen.stdout, limits.answer, answer), daemon=True)
        writer.start()
        reader.start()
        reader.join(limits.wall_seconds)
        if not answer:
            raise _BrokenError(ErrorCode.TIMEOUT, f"over {limits.wall_seconds:g} seconds")
        if isinstance(answer[0], _BrokenError):
            raise self._diagnosis(answer[0], limits)
        writer.join()
        return answer[0]

    def kill(self) -> None:
        """End the process and all that it started."""
        self._finalizer()

    def _diagnosis(self, broken: _BrokenError, limits: Limits) -> _BrokenError:
        """Tell from the exit of the worker why its answer did not come."""
        if broken.code is not ErrorCode.CRASHED:
            return broken
        exit_code, memory = self._last_words()
        if exit_code == -getattr(signal, "SIGXCPU", 0):
            return _BrokenError(ErrorCode.TIMEOUT, f"over {limits.cpu_seconds} seconds of work")
        if exit_code in _ABORTS and memory > max(ABORT_SHARE * limits.memory, _own_peak()):
            return _BrokenError(ErrorCode.LIMIT_EXCEEDED, "it needs more memory than a résumé does")
        return broken

    def _last_words(self) -> tuple[int | None, int]:
        """Give the exit code of the dying process and the most memory it ever held, in bytes (0 where not known)."""
        if not hasattr(os, "wait4"):
            with suppress(subprocess.TimeoutExpired):
                self._popen.wait(1)
            return self._popen.returncode, 0
        until = time.monotonic() + 1
        while time.monotonic() < until and self._popen.returncode is None:
            pid, status, used = os.wait4(self._popen.pid, os.WNOHANG)
            if pid:
                self._popen.returncode = os.waitstatus_to_exitcode(status)
                return self._popen.returncode, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
            time.sleep(0.005)
        return self._popen.returncode, 0


def _own_peak() -> int:
    """Give the most memory that this program has held: a child's peak begins there, so below it tells nothing."""
    with suppress(OSError, ValueError, IndexError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.split("VmHWM:")[1].split()[0]) * 1024
    return 0


def _write(stream: BinaryIO, name: bytes, data: bytes) -> None:
    with suppress(OSError, ValueError):  # the worker died while reading: the reading side says why
        for message in (name, data):
            stream.write(struct.pack(">Q", len(message)))
            stream.write(message)
        stream.flush()


def _read(stream: BinaryIO, most: int, answer: list[bytes | _BrokenError]) -> None:
    try:
        head = stream.read(8)
        size = struct.unpack(">Q", head)[0] if len(head) == 8 else -1
        if size > most:
            answer.append(_BrokenError(ErrorCode.LIMIT_EXCEEDED, "it holds more text than a résumé does"))
            return
        body = stream.read(size) if size >= 0 else b""
        answer.append(body if body and len(body) == size else _BrokenError(ErrorCode.CRASHED))
    except (OSError, ValueError):
        answer.append(_BrokenError(ErrorCode.CRASHED))


def _end(popen: subprocess.Popen[bytes], folder: tempfile.TemporaryDirectory[str]) -> None:
    with suppress(OSError):  # first, since we may be ended ourselves meanwhile; Windows lets it go only at the end
        Path(folder.name).rmdir()
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(popen.pid, signal.SIGKILL)
        else:
            popen.kill()
    popen.wait()
    for stream in (popen.stdin, popen.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    folder.cleanup()


def _opened(answer: bytes, name: str) -> Document:
    try:
        if answer[:1] == b"D":
            return from_json(answer[1:])
        code, detail = json.loads(answer[1:])
        error = DocumentError(name, ErrorCode(code), detail)
    except (ValueError, KeyError, TypeError):
        raise _BrokenError(ErrorCode.CRASHED, "its answer made no sense") from None
    if error.code in {ErrorCode.CRASHED, ErrorCode.LIMIT_EXCEEDED}:  # its memory may be in any state: start afresh
        raise _BrokenError(error.code, error.detail)
    raise error
