"""The engine for many machines: chunks of files go to a Dask cluster; rows and their order are those of one machine.

Every thread of a worker has a scoring process of its own (see `child`), under the same limits a file as on one machine:
a hostile file costs its row. A worker that dies is the cluster's to replace, and its chunks run again elsewhere.
"""

from __future__ import annotations

import json
import os
import threading
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, TypeVar

from distributed import Client, Future, KilledWorker

from ats_medai.batch.child import CHUNK, Child, Chunk, StartError
from ats_medai.batch.inputs import Input, InputError
from ats_medai.batch.parts import Told, write_part
from ats_medai.batch.places import Place
from ats_medai.batch.work import Settings, error_records, settings_to_json, to_line
from ats_medai.version import __version__

WAITING = 4
"""Chunks for each thread of the cluster that may wait or be done ahead of their turn."""
LEAST_WAITING = 8

_lock = threading.Lock()
_idle: dict[str, list[Child]] = {}  # scoring processes of this worker without work, by settings

Part = tuple[int, Chunk]
Work = TypeVar("Work")


def score_all(inputs: Sequence[Input], settings: Settings, address: str) -> Iterator[str]:
    """Give one line of records for each input, in the order of the inputs, worked out on the cluster at `address`.

    Every machine must see the files under the same paths or URLs. A chunk whose workers keep dying is done again file
    by file, so that only the one at fault gets an error row. Raises OSError where no cluster answers or it goes away,
    InputError where its workers do not have this version of ats_medai, StartError where one cannot score.
    """
    with _connected(address) as client:
        chunks = [inputs[at : at + CHUNK] for at in range(0, len(inputs), CHUNK)]

        packed = _packed(settings)

        def submit(chunk: Chunk) -> Future:
            return client.submit(score_on_worker, _there(chunk), packed, pure=False)

        for chunk, future in _ahead(client, chunks, submit):
            yield from _settle(chunk, future, submit, settings)


def write_parts(
    parts: Sequence[Part], settings: Settings, place: Place, address: str
) -> Iterator[tuple[int, list[Told]]]:
    """Have the workers score and write parts; give the number of each and what it tells of its files.

    Raises as `score_all` does, and InputError where a worker cannot write to `place`.
    """
    with _connected(address) as client:
        packed = _packed(settings)

        def submit(part: Part) -> Future:
            number, chunk = part
            return client.submit(write_on_worker, number, _there(chunk), packed, place, pure=False)

        def again(chunk: Chunk) -> Future:
            return client.submit(score_on_worker, _there(chunk), packed, pure=False)

        for (number, chunk), future in _ahead(client, parts, submit):
            try:
                yield number, _result(future)
            except KilledWorker:
                lines = (line for one in chunk for line in _settle([one], again([one]), again, settings))
                yield number, write_part(place, number, map(json.loads, lines))


def score_on_worker(chunk: Chunk, packed: bytes) -> list[str]:
    """Give each input's records as one line of JSON; runs in a process of the cluster."""
    with _child(zlib.decompress(packed).decode()) as child:
        return child.lines(chunk)


def write_on_worker(number: int, chunk: Chunk, packed: bytes, place: Place) -> list[Told]:
    """Score a part and write it; runs in a process of the cluster."""
    return write_part(place, number, map(json.loads, score_on_worker(chunk, packed)))


def version_there() -> str:
    """Give the version of ats_medai; runs in a process of the cluster."""
    return __version__


def close_children(keep: str = "") -> None:
    """End the scoring processes without work, but for these settings; runs in a process of the cluster."""
    with _lock:
        ended = [child for settings in list(_idle) if settings != keep for child in _idle.pop(settings)]
    for child in ended:
        child.close()


@contextmanager
def _child(settings: str) -> Iterator[Child]:
    """Lend a scoring process of this worker; those of an earlier batch end."""
    close_children(keep=settings)
    with _lock:
        kept = _idle.setdefault(settings, [])
        child = kept.pop() if kept else Child(settings)
    try:
        yield child
    finally:
        with _lock:
            _idle.setdefault(settings, []).append(child)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    with Client(address, set_as_default=False) as client:
        _check(client, address)
        try:
            yield client
        finally:
            with suppress(Exception):  # of workers that are gone there is nothing to end
                client.run(close_children)


def threads_of(address: str) -> int:
    """Give how many threads the cluster has. Raises as `score_all` does."""
    with Client(address, set_as_default=False) as client:
        threads: int = sum(client.nthreads().values())
    return max(1, threads)


def _check(client: Client, address: str) -> None:
    found = client.run(version_there, on_error="return").values()
    if any(isinstance(one, ImportError) for one in found):
        raise InputError(address, "its workers do not have ats_medai installed.")
    versions = {one for one in found if isinstance(one, str)}  # of a worker that is just going away: an error
    if versions - {__version__}:
        raise InputError(address, f"its workers have ats_medai {', '.join(sorted(versions))}, not {__version__}.")


def _ahead(client: Client, works: Iterable[Work], submit: Callable[[Work], Future]) -> Iterator[tuple[Work, Future]]:
    """Keep some work ahead of what is given back, in order: memory does not grow with the batch."""
    waiting: deque[tuple[Work, Future]] = deque()
    for work in works:
        waiting.append((work, submit(work)))
        if len(waiting) >= max(LEAST_WAITING, WAITING * sum(client.nthreads().values())):
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _packed(settings: Settings) -> bytes:
    """Give the settings for each task: some KB. Handing them out once breaks where a worker goes away meanwhile."""
    return zlib.compress(settings_to_json(settings).encode())


def _there(chunk: Chunk) -> list[Input]:
    return [one if one.remote else replace(one, path=os.path.abspath(one.path)) for one in chunk]  # noqa: PTH100


def _result(future: Future) -> Any:  # noqa: ANN401 - distributed has no types
    try:
        return future.result()
    except CancelledError as error:
        raise ConnectionError("the cluster has gone away") from error


def _settle(chunk: Chunk, future: Future, submit: Callable[[Chunk], Future], settings: Settings) -> list[str]:
    try:
        lines: list[str] = _result(future)
    except (ConnectionError, StartError):
        raise
    except Exception as error:  # noqa: BLE001 - workers killed again and again, or anything else: one file's row
        if len(chunk) > 1:
            alone: list[tuple[Chunk, Future]] = [([one], submit([one])) for one in chunk]
            return [line for one, again in alone for line in _settle(one, again, submit, settings)]
        return [to_line(error_records(chunk[0], error, settings))]
    return lines
