"""The engine for many machines: chunks of files go to a Dask cluster; rows and their order are those of one machine.

Every worker process holds one Scorer for each batch. Files are opened in a process of their own there too, so that a
hostile file costs its row; a worker that dies is the cluster's to replace, and its chunks run again elsewhere.
"""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from typing import Any

from distributed import Client, Future, get_worker

from ats_medai.batch.inputs import Input, InputError
from ats_medai.batch.local import CHUNK, Chunk, failed
from ats_medai.batch.work import Scorer, Settings, to_line
from ats_medai.version import __version__

WAITING = 4
"""Chunks for each thread of the cluster that may wait or be done ahead of their turn."""
LEAST_WAITING = 8

_turn = threading.Lock()  # an Analyzer serves one thread; a worker with more threads takes chunks in turn


def score_all(inputs: Sequence[Input], settings: Settings, address: str) -> Iterator[str]:
    """Give one line of records for each input, in the order of the inputs, worked out on the cluster at `address`.

    Every machine must see the files under the same paths. A chunk whose workers keep dying is done again file by file,
    so that only the one at fault gets an error row. Raises OSError where no cluster answers or it goes away, InputError
    where its workers do not have this version of ats_medai.
    """
    with Client(address, set_as_default=False) as client:
        _check(client, address)
        shared = client.scatter(pickle.dumps(settings), broadcast=True, hash=True)
        waiting: deque[tuple[Chunk, Future]] = deque()
        for at in range(0, len(inputs), CHUNK):
            chunk = [replace(one, path=one.path.absolute()) for one in inputs[at : at + CHUNK]]
            waiting.append((chunk, _submit(client, chunk, shared)))
            if len(waiting) >= _most_waiting(client):
                yield from _settle(client, *waiting.popleft(), shared, settings)
        while waiting:
            yield from _settle(client, *waiting.popleft(), shared, settings)


def score_on_worker(chunk: Chunk, shared: bytes) -> list[str]:
    """Give each input's records as one line of JSON; runs in a process of the cluster."""
    with _turn:
        scorer = _scorer_of(get_worker(), shared)
        return [to_line(scorer.records(one)) for one in chunk]


def version_there() -> str:
    """Give the version of ats_medai; runs in a process of the cluster."""
    return __version__


def _check(client: Client, address: str) -> None:
    try:
        versions = set(client.run(version_there).values())
    except Exception as error:
        raise InputError(address, "its workers do not have ats_medai installed.") from error
    if versions - {__version__}:
        raise InputError(address, f"its workers have ats_medai {', '.join(sorted(versions))}, not {__version__}.")


def _scorer_of(worker: Any, shared: bytes) -> Scorer:  # noqa: ANN401 - distributed has no types
    """Give the worker's Scorer for these settings, made with the first chunk; one batch's at a time is kept."""
    kept: tuple[bytes, Scorer] | None = getattr(worker, "ats_medai_scorer", None)
    if kept is None or kept[0] != shared:
        kept = (shared, Scorer(pickle.loads(shared)))  # noqa: S301 - our own, from the client that starts the batch
        worker.ats_medai_scorer = kept
    return kept[1]


def _submit(client: Client, chunk: Chunk, shared: Future) -> Future:
    return client.submit(score_on_worker, chunk, shared, pure=False)


def _most_waiting(client: Client) -> int:
    threads: int = sum(client.nthreads().values())
    return max(LEAST_WAITING, WAITING * threads)


def _settle(client: Client, chunk: Chunk, future: Future, shared: Future, settings: Settings) -> list[str]:
    try:
        lines: list[str] = future.result()
    except CancelledError as error:
        raise ConnectionError("the cluster has gone away") from error
    except Exception as error:  # noqa: BLE001 - workers killed again and again, or anything else: one file's row
        if len(chunk) > 1:
            alone = [([one], _submit(client, [one], shared)) for one in chunk]
            return [line for one, again in alone for line in _settle(client, one, again, shared, settings)]
        return [failed(chunk[0], error, settings)]
    return lines
