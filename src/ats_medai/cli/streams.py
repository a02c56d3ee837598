"""Exit codes, reading from files or standard input, and writing without ever leaving half a file."""

from __future__ import annotations

import os
import sys
import tempfile
import unicodedata
from enum import IntEnum
from pathlib import Path

import typer

from ats_medai.model import Document

STDIN = Path("-")


class ExitCode(IntEnum):
    DONE = 0
    INTERNAL = 1
    """A bug: Python's own exit code for a traceback."""
    USAGE = 2
    """Wrong options, an advert or a keyword file that cannot be used."""
    BELOW = 3
    """A figure below --fail-under."""
    PARTLY = 4
    """Done, but some files could not be read."""
    NOTHING = 5
    """Nothing could be scored."""


def source(path: Path) -> Path | Document:
    """Give the path itself, or what stands on standard input for `-`. Raises DocumentError as reading does."""
    if path != STDIN:
        return path
    from ats_medai.documents.isolation import Reader, read_stream

    return read_stream(sys.stdin.buffer, Reader(), "standard input")


def deliver(text: str, output: Path | None, *, force: bool = False) -> None:
    """Print the text, or write it to `output` in one step."""
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    if output.exists() and not force:
        raise typer.BadParameter(f"{printable(output)} exists already; --force overwrites it", param_hint="--output")
    write_whole(output, text.encode())


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, then put it in place: a reader sees the old file or the new one, never a part."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    except OSError as error:
        raise typer.BadParameter(f"{printable(path)}: {error.strerror}", param_hint="--output") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_umask())  # a temporary file is closed to others; the result is a plain file
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def printable(name: object) -> str:
    """Give the name with control and direction characters escaped, so that it cannot steer a terminal."""
    return "".join(
        c.encode("unicode_escape").decode() if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"} else c
        for c in str(name)
    )


def note(message: str) -> None:
    """Say something beside the data, on standard error."""
    typer.echo(printable_lines(message), err=True)


def printable_lines(text: str) -> str:
    """Like `printable`, line by line."""
    return "\n".join(printable(line) for line in text.split("\n"))
