"""Which files a batch reads: folders, globs, lists and ZIP archives become one sorted list of sources."""

from __future__ import annotations

import glob
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ats_medai.errors import AtsMedaiError

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md"})
ARCHIVE_MEMBERS = 20_000


class InputError(AtsMedaiError):
    """A path that names nothing to read."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.path}: {self.detail}"


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """One file to read. `source` is its path below what the user named; `member` its name inside a ZIP archive."""

    source: str
    path: Path
    member: str | None = None


def find_inputs(paths: Iterable[str], *, all_files: bool = False) -> list[Input]:
    """Give every file that the paths stand for, in the order of its source, each once.

    A folder gives the supported files below it (all of them with `all_files`), a ZIP archive those inside it; hidden
    files and folders are passed over. A file that is named itself is always taken. Raises InputError for a path that
    does not exist or a pattern that fits nothing.
    """
    found = {one.source: one for path in paths for one in _below(path, all_files=all_files)}
    return sorted(found.values())


def _below(name: str, *, all_files: bool) -> Iterator[Input]:
    path = Path(name)
    if path.is_dir():
        yield from _in_folder(path, all_files=all_files)
    elif path.suffix.lower() == ".zip" and path.is_file():
        yield from _in_archive(path, all_files=all_files)
    elif path.exists() or path.is_symlink():
        yield Input(path.name, path)
    else:
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute patterns too
        if not matches:
            raise InputError(name, "there is no such file or folder.")
        for match in matches:
            yield from _below(match, all_files=all_files)


def _in_folder(folder: Path, *, all_files: bool) -> Iterator[Input]:
    for path in folder.rglob("*"):
        below = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in below.parts)
        if not hidden and (path.is_symlink() or not path.is_dir()) and (all_files or path.suffix.lower() in SUFFIXES):
            yield Input(below.as_posix(), path)


def _in_archive(path: Path, *, all_files: bool) -> Iterator[Input]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(str(path), "the archive cannot be opened. Pack it again.") from error
    if len(members) > ARCHIVE_MEMBERS:
        raise InputError(str(path), f"the archive holds over {ARCHIVE_MEMBERS} files. Unpack it and name the folder.")
    for info in members:
        parts = Path(info.filename).parts
        hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
        if not hidden and (all_files or Path(info.filename).suffix.lower() in SUFFIXES):
            yield Input(f"{path.name}/{info.filename}", path, info.filename)
