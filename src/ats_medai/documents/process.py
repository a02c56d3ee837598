"""One reading process: started bare, asked by pipe, killed with all that it started, and what its death tells.

It is started afresh (never forked), without the environment, in an empty folder; `worker` sets the limits inside.
"""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from ats_medai.errors import ErrorCode

START = (
    "import sys; target, memory, cpu, *sys.path = sys.argv[1:]; "
    "from ats_medai.documents.worker import serve; serve(target, int(memory), int(cpu))"
)

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


USUAL = Limits()


class BrokenError(Exception):
    """The process gave no answer: `code` and `detail` say why, in our words."""

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class Process:
    """A started worker and the pipes to it."""

    def __init__(self, target: str, limits: Limits) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ats-medai-")  # stays empty: the worker may not write
        command = [sys.executable, "-I", "-S", "-c", START, target, str(limits.memory), str(limits.cpu_seconds)]
        self._popen = subprocess.Popen(
            [*command, *(path for path in sys.path if path)],
            bufsize=0,  # a stream with a buffer could not be closed while a thread waits in it
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ},
            start_new_session=True,
        )
        self._finalizer = weakref.finalize(self, _end, self._popen, self._folder)

    def ask(self, name: bytes, data: bytes, limits: Limits) -> bytes:
        """Give the worker's answer. Raises BrokenError when it dies, says too much or takes too long."""
        answer: list[bytes | BrokenError] = []
        exchange = threading.Thread(
            target=_exchange, args=(self._popen, (name, data), limits.answer, answer), daemon=True
        )
        exchange.start()
        exchange.join(limits.wall_seconds)
        if not answer:
            raise BrokenError(ErrorCode.TIMEOUT, f"over {limits.wall_seconds:g} seconds")
        if isinstance(answer[0], BrokenError):
            raise self._diagnosis(answer[0], limits)
        return answer[0]

    def kill(self) -> None:
        """End the process and all that it started."""
        self._finalizer()

    def _diagnosis(self, broken: BrokenError, limits: Limits) -> BrokenError:
        """Tell from the exit of the worker why its answer did not come."""
        if broken.code is not ErrorCode.CRASHED:
            return broken
        exit_code, memory = self._last_words()
        if exit_code == -getattr(signal, "SIGXCPU", 0):
            return BrokenError(ErrorCode.TIMEOUT, f"over {limits.cpu_seconds} seconds of work")
        if exit_code in _ABORTS and memory > max(ABORT_SHARE * limits.memory, _own_peak()):
            return BrokenError(ErrorCode.LIMIT_EXCEEDED, "it needs more memory than a résumé does")
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


def _exchange(
    popen: subprocess.Popen[bytes], request: Sequence[bytes], most: int, answer: list[bytes | BrokenError]
) -> None:
    """Send the request and put the answer into `answer`; it may wait for ever, so it runs in a thread."""
    assert isinstance(popen.stdin, FileIO)
    assert isinstance(popen.stdout, FileIO)
    with suppress(OSError, ValueError):  # the worker died while reading: the reading side says why
        for message in request:
            _write(popen.stdin, struct.pack(">Q", len(message)))
            _write(popen.stdin, message)
    try:
        answer.append(_read(popen.stdout, most))
    except (OSError, ValueError):
        answer.append(BrokenError(ErrorCode.CRASHED))


def _write(stream: FileIO, message: bytes) -> None:
    rest = memoryview(message)
    while rest:
        rest = rest[stream.write(rest) :]


def _read(stream: FileIO, most: int) -> bytes | BrokenError:
    head = _exactly(stream, 8)
    size = struct.unpack(">Q", head)[0] if head else 0
    if size > most:
        return BrokenError(ErrorCode.LIMIT_EXCEEDED, "it holds more text than a résumé does")
    body = _exactly(stream, size)
    return body or BrokenError(ErrorCode.CRASHED)


def _exactly(stream: FileIO, size: int) -> bytes:
    """Give so many bytes; none where the stream ends before."""
    taken = bytearray(size)
    rest = memoryview(taken)
    while rest and (count := stream.readinto(rest)):
        rest = rest[count:]
    return b"" if rest else bytes(taken)


def _end(popen: subprocess.Popen[bytes], folder: tempfile.TemporaryDirectory[str]) -> None:
    with suppress(OSError):  # first, since we may be ended ourselves meanwhile; Windows lets it go only at the end
        Path(folder.name).rmdir()
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(popen.pid, signal.SIGKILL)
    with suppress(OSError):
        popen.kill()  # where it had no group of its own we would wait for it for ever
    popen.wait()
    for stream in (popen.stdin, popen.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    folder.cleanup()
