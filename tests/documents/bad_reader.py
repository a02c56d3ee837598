"""Readers that misbehave, to test that the guards around the reading process hold."""

import ctypes
import os
import socket
import struct
import sys
import time
from pathlib import Path

from ats_medai.documents import text_document
from ats_medai.documents.wire import to_json


def read(data: bytes, name: str):
    return BEHAVIOUR[name](data)


def _hang(_):
    while True:
        time.sleep(60)


def _burn(_):
    while True:
        pass


def _eat(_):
    hoard = []
    while True:
        hoard.append(bytearray(1 << 24))


def _abort(_):
    os.abort()


def _eat_and_abort(_):
    hoard = bytearray(320 << 20)  # of the 400 MiB that the test allows; zeros on their own would not be in memory
    for at in range(0, len(hoard), 4096):
        hoard[at] = 1
    os.abort()


def _flood(_):
    os.write(1, b"x" * 100_000)
    return text_document("x" * 3_000_000)


def _flood_bytes(_):
    return bytes(60 << 20)  # within the memory that the test allows, far over the answer that it takes


def _chat(data):
    """Print as a careless library does, and what looks like an answer."""
    sys.stdout.write("loading fonts")
    sys.stdout.flush()
    forged = b"D" + to_json(text_document("forged"))
    os.write(1, struct.pack(">Q", len(forged)) + forged)
    return text_document(data.decode())


def _answer_garbage(_):
    for fd in range(3, 60):
        try:
            os.write(fd, b"\0\0\0\0\0\0\0\5Dnope")
        except OSError:
            continue
    time.sleep(60)


def _quit(_):
    sys.exit(3)


def _raise(_):
    raise KeyError("Jane Doe, 555-0100")


def _recurse(data):
    return _recurse(data)


def _spawn(_):
    if ctypes.CDLL(None).fork() == 0:  # past the audit hook
        time.sleep(600)
    while True:
        time.sleep(60)


def _write(_):
    Path("left_behind").write_text("x")


def _write_quietly(_):
    library = ctypes.CDLL(None)  # past the audit hook
    if library.write(library.open(b"left_behind", os.O_CREAT | os.O_WRONLY, 0o600), b"x", 1) != 1:
        raise OSError("nothing was written")
    return text_document("written")


def _connect(_):
    socket.create_connection(("127.0.0.1", 9))


def _tell_surroundings(_):
    return text_document(repr((sorted(os.environ), [str(p) for p in Path().iterdir()])))


BEHAVIOUR = {name.removeprefix("_"): value for name, value in list(globals().items()) if callable(value)}
BEHAVIOUR["echo"] = lambda data: text_document(data.decode())
