"""Files by URL, read and listed through fsspec; only what the user names, with the credentials of the environment.

Every machine that reads takes its own: nothing of them is passed on, and no text of a library's error either, which may
hold a signed address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from ats_medai.batch.inputs import Input, InputError, is_wanted, source_inside
from ats_medai.documents.isolation import MOST_BYTES
from ats_medai.errors import DocumentError, ErrorCode

STORES = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss")
"""Object stores: they list, and what is written there appears whole or not at all."""
PAGES = ("https", "http")
SECONDS = 30
"""Longest wait for a server to go on; behind it stands the limit of each file."""
_URL = re.compile(r"([a-z0-9]+)://[^:]", re.IGNORECASE)


def find_remote(url: str, *, all_files: bool) -> Iterator[Input]:
    """Give the files that a URL stands for: one (it has an ending), those below a prefix, or those that fit a pattern.

    Raises InputError where nothing is there, the listing is refused or a package is missing. A single file that cannot
    be had is for the reading to tell, in its row.
    """
    files, path = opened(url)
    if protocol_of(url) in PAGES:
        yield Input(source_inside(unquote(urlsplit(url).path)).rpartition("/")[2] or urlsplit(url).netloc, url)
        return
    pattern = re.search(r"[*?\[]", path)
    if not pattern and not url.endswith("/") and PurePosixPath(path).suffix:
        yield Input(source_inside(path).rpartition("/")[2], url)
        return
    base = path[: pattern.start()].rpartition("/")[0] if pattern else path.rstrip("/")
    try:
        found = files.glob(path, detail=True) if pattern else files.find(path, detail=True)
    except Exception as error:
        raise InputError(shown(url), f"it cannot be listed: {reason(error)}.") from error
    if not found:
        raise InputError(shown(url), "there is nothing below it.")
    for name, info in found.items():
        below = source_inside(name[len(base) :])
        if info["type"] == "file" and is_wanted(below, all_files=all_files):
            yield Input(below, f"{protocol_of(url)}://{name}", size=info.get("size"))


def fetch(one: Input) -> bytes:
    """Give the bytes of a file by URL.

    Raises DocumentError for one that is too large, before it is loaded where its size is told, and for one that cannot
    be had.
    """
    if one.size is not None and one.size > MOST_BYTES:
        raise _too_large(one)
    try:
        return _within_limit(one)
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(one.source, ErrorCode.UNAVAILABLE, reason(error)) from error


def opened(url: str) -> tuple[Any, str]:
    """Give the file system of a URL and the path in it. Raises InputError for a kind of address that is not read."""
    protocol = protocol_of(url)
    if protocol not in {*STORES, *PAGES} or "::" in url:
        raise InputError(shown(url), f"this kind of address is not read; these are: {', '.join((*STORES, *PAGES))}.")
    try:
        import fsspec  # noqa: PLC0415 - an extra

        return fsspec.core.url_to_fs(url, use_listings_cache=False, **_patience(protocol))  # type: ignore[no-any-return]
    except ImportError as error:
        package = {"g": "gcsfs", "a": "adlfs"}.get(protocol[:1], "ats_medai[urls]")
        raise InputError(shown(url), f"pip install '{package}' adds what it needs.") from error


def protocol_of(url: str) -> str:
    """Give what stands before ://, in small letters; nothing for a path of this machine."""
    found = _URL.match(url)
    return found[1].lower() if found else ""


def shown(url: str) -> str:
    """Give the URL without a password and without what may be a signature."""
    return re.sub(r"//[^/@]*@", "//", url.partition("?")[0] if protocol_of(url) in PAGES else url)


def _patience(protocol: str) -> dict[str, Any]:
    if protocol in PAGES:
        from aiohttp import ClientTimeout  # noqa: PLC0415 - an extra

        return {"client_kwargs": {"timeout": ClientTimeout(total=2 * SECONDS, sock_read=SECONDS)}}
    if protocol in {"s3", "s3a"}:
        return {"config_kwargs": {"connect_timeout": SECONDS, "read_timeout": SECONDS}}
    return {}


def _within_limit(one: Input) -> bytes:
    files, path = opened(one.path)
    whole = {"block_size": 0} if protocol_of(one.path) in PAGES else {"cache_type": "none"}
    with files.open(path, "rb", **whole) as file:
        data = b"" if (file.size or 0) > MOST_BYTES else _read(file)
        if len(data) > MOST_BYTES or (file.size or 0) > MOST_BYTES:
            raise _too_large(one)
    return data


def _read(file: BinaryIO) -> bytes:
    """Read to the end, or just past the limit: some servers give less than is asked for at a time."""
    parts, room = [], MOST_BYTES + 1
    while room > 0 and (part := file.read(room)):
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _too_large(one: Input) -> DocumentError:
    return DocumentError(one.source, ErrorCode.LIMIT_EXCEEDED, f"over {MOST_BYTES >> 20} MiB")


def reason(error: Exception) -> str:
    """Say in our own words why something cannot be had."""
    if isinstance(error, InputError):
        return error.detail.rstrip(".")
    known = {FileNotFoundError: "nothing is there", PermissionError: "the server does not permit it"}
    return next((reason for kind, reason in known.items() if isinstance(error, kind)), type(error).__name__)
