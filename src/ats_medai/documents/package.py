"""The ZIP container of an Office file: parts read within limits, XML parsed with every door closed.

Only the parts that are asked for are unpacked; no relationship is followed, no picture or object is opened.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from types import TracebackType
from typing import Any, Self

from lxml import etree

from ats_medai.documents import limits

_TOO_MUCH = re.compile("huge|depth|too long|maximum|limit|memory", re.IGNORECASE)
_UNPACKING = (
    KeyError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError, ValueError,
)  # fmt: skip
CUT = "its end is missing; download or copy it again"
_DECLARATION = re.compile(rb"^\s*<\?xml[^<>]{0,200}\?>")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class DamagedPackageError(Exception):
    """The container or one of its parts is broken."""


class LockedPackageError(Exception):
    """The container's members have a password."""


class Package:
    """An open container; `names` are the names of its parts in one form: small letters, parted by "/".

    The names of parts do not tell capitals apart, and some programs part them by backslashes or begin with "/".
    """

    def __init__(self, data: bytes) -> None:
        """Raise DamagedPackageError and LimitExceededError."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeError) as error:
            cut = b"PK\x05\x06" not in data
            raise DamagedPackageError(CUT if cut else "its container cannot be opened") from error
        members = self._zip.infolist()
        if len(members) > limits.ZIP_MEMBERS:
            raise limits.exceeded("parts", len(members), limits.ZIP_MEMBERS)
        unpacked = sum(member.file_size for member in members)
        if unpacked > limits.UNPACKED_BYTES:
            raise limits.exceeded("unpacked bytes", unpacked, limits.UNPACKED_BYTES)
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}
        self.names = frozenset(self._members)
        self.cut: set[str] = set()
        """Names of the parts read so far whose XML breaks off before its end."""
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._zip.close()

    def part(self, name: str) -> bytes:
        """Give the bytes of a part, counted while they are unpacked: what the header says about their number may lie.

        Raises DamagedPackageError, LockedPackageError and LimitExceededError.
        """
        try:
            info = self._members[name.lower()]
            with self._zip.open(info) as stream:
                data = stream.read(limits.PART_BYTES + 1)
        except _UNPACKING as error:
            raise DamagedPackageError(f"{name} cannot be unpacked") from error
        except RuntimeError as error:  # what zipfile raises for a member with a password
            raise LockedPackageError(name) from error
        limits.check_part(len(data), info.compress_size)
        self._read += len(data)
        if self._read > limits.UNPACKED_BYTES:
            raise limits.exceeded("unpacked bytes", self._read, limits.UNPACKED_BYTES)
        return data

    def xml(self, name: str) -> Any:  # noqa: ANN401 - an lxml element
        """Give the root of an XML part; one that is broken is read as far as it makes sense.

        Raises as `part`; a document type declaration counts as damage, since Office never writes one.
        """
        data = self.part(name)
        if _DOCTYPE.search(data.replace(b"\x00", b"")):
            raise DamagedPackageError(f"{name} declares a document type")
        elements = data.count(b"<")
        if elements > 2 * limits.XML_ELEMENTS:
            raise limits.exceeded("XML elements", elements // 2, limits.XML_ELEMENTS)
        try:
            return etree.fromstring(data, _parser(recover=False))
        except etree.XMLSyntaxError as error:
            if _TOO_MUCH.search(str(error)):
                raise limits.LimitExceededError(f"nesting or text in {name}") from error
            root = _recovered(data, name)
            if not data.replace(b"\x00", b"").rstrip().endswith(re.split("[}:]", root.tag)[-1].encode() + b">"):
                self.cut.add(name)
            return root
        except ValueError as error:
            raise DamagedPackageError(f"{name} is no XML") from error


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def _recovered(data: bytes, name: str) -> Any:  # noqa: ANN401
    try:
        root = etree.fromstring(data, _parser(recover=True))
        if root is None:  # the encoding that it states may not be its own
            root = etree.fromstring(_DECLARATION.sub(b"", data), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedPackageError(f"{name} is no XML") from error
    if root is None:
        raise DamagedPackageError(f"{name} is no XML")
    return root
