"""The reading process: takes files on standard input, gives Documents on standard output, can do nothing else.

Started by `process.Process` as `worker.serve(reader, limits)`. A message is its length in eight bytes, then the
bytes; a request is the file's name, then its data; an answer is one byte (D a Document, P bytes that were made of it,
E an error) and, but for those bytes, JSON.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from ats_medai.documents.wire import to_json
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document

try:
    import resource
except ImportError:  # Windows: the parent's wall limit is the only guard there
    resource = None  # type: ignore[assignment]

LENGTH = struct.Struct(">Q")
FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn",
    "os.mkdir", "os.remove", "os.rename", "os.link", "os.symlink", "os.truncate", "os.chmod",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def serve(target: str, memory: int, cpu_seconds: int) -> None:
    """Answer requests until standard input ends. `target` is module:function from (data, name).

    It gives a Document, or bytes that are handed on as they are.
    """
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever a library prints must not look like an answer
    module, _, function = target.partition(":")
    read: Callable[[bytes, str], Document | bytes] = getattr(import_module(module), function)
    _bound(memory)
    sys.addaudithook(_refuse)
    while (name := receive(requests)) is not None:
        data = receive(requests) or b""
        _allow_cpu(cpu_seconds)
        send(answers, _answer(read, data, name.decode()))
    _leave(Path.cwd())


def _leave(folder: Path) -> None:
    """Take the empty folder away: a parent that was killed cannot. Not on Windows, where it is in use till the end."""
    with suppress(OSError):
        os.chdir(folder.parent)
        folder.rmdir()


def _answer(read: Callable[[bytes, str], Document | bytes], data: bytes, name: str) -> bytes:
    try:
        found = read(data, name)
        return b"P" + found if isinstance(found, bytes) else b"D" + to_json(found)
    except DocumentError as error:
        return _error(error.code, error.detail)
    except MemoryError:
        return _error(ErrorCode.LIMIT_EXCEEDED, "it needs more memory than a résumé does")
    except RecursionError:
        return _error(ErrorCode.CORRUPT, "its parts are nested without end")
    except Exception as error:  # noqa: BLE001 - the last line of defence: hostile bytes meet libraries we don't know
        return _error(ErrorCode.CRASHED, type(error).__name__)


def _error(code: ErrorCode, detail: str) -> bytes:
    return b"E" + json.dumps([code, detail]).encode()


def receive(stream: BinaryIO) -> bytes | None:
    """Give the next message; None at the end of the stream."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else None


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(LENGTH.pack(len(message)) + message)
    stream.flush()


def _bound(memory: int) -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_cpu(seconds: int) -> None:
    """Give the next file its own allowance: the limit of the system counts from the start of the process."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Defence in depth against a library that reaches out: C code does not pass here, the limits above hold it."""
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
    if writes or event.startswith(FORBIDDEN):
        raise PermissionError(f"reading a document never needs {event}")
