"""Which files a batch reads: folders, patterns, lists, ZIP archives and URLs become one sorted list of sources."""

from __future__ import annotations

import glob
import os
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

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


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. `source` is its path below what the user named; `member` its name inside a ZIP archive.

    `path` is a path of this machine or a URL, `size` the bytes that the listing of a URL told, where it did.
    """

    source: str
    path: str
    member: str | None = None
    size: int | None = None

    @property
    def remote(self) -> bool:
        """The path is a URL."""
        return "://" in self.path


def find_inputs(paths: Iterable[str], *, listed: Iterable[str] = (), all_files: bool = False) -> list[Input]:
    """Give every file that the paths stand for, in the order of its source, each once.

    A folder gives the supported files below it (all of them with `all_files`), a ZIP archive those inside it; hidden
    folders are passed over, and without `all_files` hidden files and Word's notes ("~$cv.docx") too. A file that is
    named itself is always taken. `listed` are paths from a list: what is missing there still counts as a file, and gets
    its row. Two files of one source are told apart by their whole paths. Raises InputError for a path that does not
    exist or a pattern that fits nothing.
    """
    found: dict[tuple[str, str | None], Input] = {}
    for name in paths:
        found.update((_identity(one), one) for one in _below(name, all_files=all_files))
    for name in listed:
        there = "://" in name or os.path.lexists(name)
        below = _below(name, all_files=all_files) if there else [Input(printable_source(Path(name).name), name)]
        found.update((_identity(one), one) for one in below)
    return sorted(_told_apart(list(found.values())), key=lambda one: (one.source, one.path))


def printable_source(name: str) -> str:
    """Give the name with bytes that are no letters written out, so that every table can hold it."""
    return name.encode("utf-8", "backslashreplace").decode()


def source_inside(name: str) -> str:
    """Give a name from an archive or a listing as a path that stays below: nobody is led out of a folder by it."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return printable_source("/".join(part for part in parts if part.strip("/") not in {"", ".", ".."}))


def is_wanted(below: str, *, all_files: bool) -> bool:
    """Tell whether a path below a folder is one to read: not hidden, and of a kind that is read.

    With `all_files` every file is, also the notes that systems and programs keep beside others; never a hidden folder.
    """
    path = PurePosixPath(below)
    if any(part.startswith((".", "__MACOSX")) for part in path.parts[:-1]):
        return False
    return all_files or (path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")))


def _identity(one: Input) -> tuple[str, str | None]:
    return one.path if one.remote else os.path.abspath(one.path), one.member  # noqa: PTH100 - follows no link


def _told_apart(inputs: list[Input]) -> Iterator[Input]:
    often = Counter(one.source for one in inputs)
    for one in inputs:
        if often[one.source] == 1:
            yield one
        else:
            whole = one.path.partition("?")[0]
            yield replace(one, source=printable_source(f"{whole}/{one.member}" if one.member else whole))


def _below(name: str, *, all_files: bool) -> Iterable[Input]:
    if "://" in name:
        from ats_medai.batch.remote import find_remote  # noqa: PLC0415 - an extra

        return find_remote(name, all_files=all_files)
    path = Path(name)
    if path.is_dir():
        return _in_folder(path, all_files=all_files)
    if path.suffix.lower() == ".zip" and zipfile.is_zipfile(path):
        return _in_archive(path, all_files=all_files)
    if os.path.lexists(path):
        return [Input(printable_source(path.name), name)]
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute patterns too
    if not matches:
        raise InputError(name, "there is no such file or folder.")
    return (one for match in matches for one in _below(match, all_files=all_files))


def _in_folder(folder: Path, *, all_files: bool) -> Iterator[Input]:
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118 - many
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*names, *links):
            path = os.path.join(place, name)  # noqa: PTH118 - a Path for each of a million files costs seconds
            below = Path(path).relative_to(folder).as_posix()
            if is_wanted(below, all_files=all_files):
                yield Input(printable_source(below), path)
    for error in closed:  # a folder that may not be opened gets a row too: what is in it is not passed over in silence
        path = str(error.filename)
        yield Input(printable_source(f"{Path(path).relative_to(folder).as_posix()}/"), path)


def _in_archive(path: Path, *, all_files: bool) -> Iterator[Input]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        yield Input(printable_source(path.name), str(path))  # read as a file, which tells that it is damaged
        return
    if len(members) > ARCHIVE_MEMBERS:
        raise InputError(str(path), f"the archive holds over {ARCHIVE_MEMBERS} files. Unpack it and name the folder.")
    for info in members:
        below = source_inside(info.filename)
        if is_wanted(below, all_files=all_files):
            yield Input(f"{printable_source(path.name)}/{below}", str(path), info.filename)
