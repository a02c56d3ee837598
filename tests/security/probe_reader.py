"""A reader that tells what the reading process is allowed to do, and tries some of what it is not."""

import ctypes
import json
import os
import resource
import socket
import sys
from pathlib import Path

from ats_medai.documents import text_document

LIMITS = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE")


def read(data: bytes, name: str):
    return text_document(json.dumps(PROBES[name](data)).replace("\\n", " "))


def _limits(_):
    return {name: resource.getrlimit(getattr(resource, name))[0] for name in LIMITS}


def _surroundings(_):
    return {
        "environment": sorted(os.environ),
        "folder": str(Path.cwd()),
        "inside": [path.name for path in Path().iterdir()],
        "isolated": sys.flags.isolated,
        "group": os.getpgrp() == os.getpid(),
        "session": os.getsid(0) == os.getpid(),
        "open_files": [file for file in map(_file_of, range(3, 64)) if file.startswith("/")],
        "heavy": sorted({"spacy", "pandas", "streamlit", "pdfplumber"} & set(sys.modules)),
    }


def _file_of(handle):
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    except OSError:
        return ""


def _attempts(data):
    """Try each step; give the names of those that were not refused."""
    target = Path(data.decode())
    steps = {
        "write": lambda: target.write_text("x"),
        "write by flags": lambda: os.write(os.open(target, os.O_CREAT | os.O_WRONLY), b"x"),
        "remove": target.unlink,
        "rename": lambda: target.rename(target.with_name("moved")),
        "make a folder": lambda: target.with_name("folder").mkdir(),
        "link": lambda: target.with_name("link").symlink_to(target),
        "socket": lambda: socket.socket().connect(("127.0.0.1", 9)),
        "look a name up": lambda: socket.getaddrinfo("example.org", 80),
        "shell": lambda: os.system("true"),
        "program": lambda: os.execv("/bin/true", ["true"]),
        "fork": os.fork,
    }
    return sorted(name for name, step in steps.items() if _done(step))


def _done(step):
    try:
        step()
    except OSError:
        return False
    return True


def _write_in_c(data):
    """Write past the audit hook; only the limit of the system is left."""
    library = ctypes.CDLL(None)
    return library.write(library.open(data, os.O_CREAT | os.O_WRONLY, 0o600), b"secret", 6)


PROBES = {name.removeprefix("_"): value for name, value in list(globals().items()) if callable(value)}
PROBES["size"] = len
