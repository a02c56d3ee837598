"""A folder for parts, on this machine or in an object store: what is written there is whole, or not there at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ats_medai.batch.inputs import InputError
from ats_medai.batch.remote import STORES, opened, protocol_of, reason, shown


@dataclass(frozen=True, slots=True)
class Place:
    """A folder by its path or URL, without a slash at the end; names in it are relative, with / between.

    Every method raises InputError where the disk or the store refuses.
    """

    address: str

    def __str__(self) -> str:
        return shown(self.address)

    def names(self, folder: str) -> list[str]:
        """Give the names of the files in a folder of this place, sorted; none where it is not there."""
        with self._telling("listed"), suppress(FileNotFoundError):
            if self._local:
                return sorted(entry.name for entry in os.scandir(self._path(folder)))
            files, path = opened(self.address)
            return sorted(name.rpartition("/")[2] for name in files.ls(f"{path}/{folder}", detail=False))
        return []

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a file; None where it is not there."""
        with self._telling("read"), suppress(FileNotFoundError):
            if self._local:
                return self._path(name).read_bytes()
            files, path = opened(self.address)
            data: bytes = files.cat_file(f"{path}/{name}")
            return data
        return None

    def write(self, name: str, data: bytes) -> None:
        """Put a file there in one step, in place of what had this name."""
        with self._telling("written to"):
            if self._local:
                _write_whole(self._path(name), data)
            else:
                files, path = opened(self.address)
                files.pipe_file(f"{path}/{name}", data)

    def remove(self, name: str) -> None:
        """Take a file away."""
        with self._telling("written to"), suppress(FileNotFoundError):
            if self._local:
                self._path(name).unlink()
            else:
                files, path = opened(self.address)
                files.rm_file(f"{path}/{name}")

    @contextmanager
    def _telling(self, what: str) -> Iterator[None]:
        """Raise InputError for whatever a store or a disk refuses; a library's words may hold a signed address."""
        try:
            yield
        except (InputError, FileNotFoundError):
            raise
        except Exception as error:
            raise InputError(str(self), f"it cannot be {what}: {reason(error)}.") from error

    @property
    def _local(self) -> bool:
        return "://" not in self.address

    def _path(self, name: str) -> Path:
        return Path(self.address, *name.split("/"))


def place_of(output: str) -> Place | None:
    """Give the place for parts that an output names: a URL, a folder, or a name that ends in a slash; else None.

    Raises InputError for a URL that nothing can be written to.
    """
    if "://" in output:
        if protocol_of(output) not in STORES:
            raise InputError(shown(output), f"nothing is written there; these can be: {', '.join(STORES)}.")
        return Place(output.rstrip("/"))
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        return Place(str(Path(output).absolute()))
    return None


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
