"""The engine for one machine: worker processes that lose one file at the most, whatever that file does."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence

from pebble import ProcessFuture, ProcessPool

from ats_medai.batch.inputs import Input
from ats_medai.batch.work import SECONDS_A_FILE, Settings, error_records, score_chunk, start, to_line

CHUNK = 8
"""Files a task: enough to hide the hand-over, few enough to show progress."""
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
    return pool.schedule(score_chunk, args=[chunk], timeout=seconds_for(chunk))


def seconds_for(chunk: Chunk) -> float:
    """Give how long the files may take together."""
    return SECONDS_A_FILE + SECONDS_MORE * (len(chunk) - 1)


def _settle(pool: ProcessPool, chunk: Chunk, future: ProcessFuture[list[str]], settings: Settings) -> list[str]:
    try:
        lines: list[str] = future.result()
    except Exception as error:  # noqa: BLE001 - any failure is one file's row
        if len(chunk) > 1:
            return [line for one in chunk for line in _settle(pool, [one], _schedule(pool, [one]), settings)]
        return [to_line(error_records(chunk[0], error, settings))]
    return lines
