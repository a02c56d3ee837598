"""The engine for one machine: worker processes that lose one file at the most, whatever that file does."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from ats_medai.batch.inputs import Input
from ats_medai.batch.record import error_record
from ats_medai.batch.work import Settings, score_chunk, start, to_line
from ats_medai.errors import DocumentError, ErrorCode

CHUNK = 8
"""Files a task: enough to hide the hand-over, few enough to show progress."""
SECONDS_A_FILE = 90
"""Backstop behind the reading process's own 60 seconds: matching is linear in a bounded text."""
SECONDS_MORE = 5
"""What each further file of a task adds to its limit; a task that runs out of time is done again file by file."""
WAITING = 3
"""Tasks for each worker that may wait or be done ahead of their turn: memory does not grow with the batch."""

Chunk = Sequence[Input]


def score_all(inputs: Sequence[Input], settings: Settings, workers: int) -> Iterator[str]:
    """Give one line of records for each input, in the order of the inputs.

    A worker that dies or hangs is replaced; the files of its task are tried again one by one, so that only the one at
    fault gets an error row.
    """
    pool = ProcessPool(
        max_workers=workers, context=multiprocessing.get_context("spawn"), initializer=start, initargs=(settings,)
    )
    try:
        waiting: deque[tuple[Chunk, ProcessFuture[list[str]]]] = deque()
        for chunk in _chunks(inputs, workers):
            waiting.append((chunk, _schedule(pool, chunk)))
            if len(waiting) >= WAITING * workers:
                yield from _settle(pool, *waiting.popleft(), settings)
        while waiting:
            yield from _settle(pool, *waiting.popleft(), settings)
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _chunks(inputs: Sequence[Input], workers: int) -> Iterator[Chunk]:
    size = max(1, min(CHUNK, len(inputs) // (workers * 2)))
    for at in range(0, len(inputs), size):
        yield inputs[at : at + size]


def _schedule(pool: ProcessPool, chunk: Chunk) -> ProcessFuture[list[str]]:
    return pool.schedule(score_chunk, args=[chunk], timeout=SECONDS_A_FILE + SECONDS_MORE * (len(chunk) - 1))


def _settle(pool: ProcessPool, chunk: Chunk, future: ProcessFuture[list[str]], settings: Settings) -> list[str]:
    try:
        lines: list[str] = future.result()
    except (FutureTimeoutError, ProcessExpired, Exception) as error:  # noqa: BLE001 - any failure is one file's row
        if len(chunk) > 1:
            return [line for one in chunk for line in _settle(pool, [one], _schedule(pool, [one]), settings)]
        return [failed(chunk[0], error, settings)]
    return lines


def failed(one: Input, error: BaseException, settings: Settings) -> str:
    """Give the line of a file that brought its worker down, or kept it too long."""
    code = ErrorCode.TIMEOUT if isinstance(error, FutureTimeoutError) else ErrorCode.CRASHED
    broken = DocumentError(one.source, code, type(error).__name__)
    names: list[str | None] = [name for name, _ in settings.jobs] if len(settings.jobs) > 1 else [None]
    return to_line([error_record(one.source, broken, name) for name in names])
