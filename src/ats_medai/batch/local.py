"""The engine for one machine: scoring processes side by side; a file that ends one loses its own row at the most."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from ats_medai.batch.child import CHUNK, Child, Chunk
from ats_medai.batch.inputs import Input
from ats_medai.batch.work import Settings, settings_to_json

WAITING = 3
"""Tasks for each worker that may wait or be done ahead of their turn: memory does not grow with the batch."""


def score_all(inputs: Sequence[Input], settings: Settings, workers: int) -> Generator[str, None, None]:
    """Give one line of records for each input, in the order of the inputs.

    A worker that dies or hangs is replaced; the files of its task are tried again one by one, so that only the one at
    fault gets an error row. Raises StartError where no worker starts.
    """
    told = settings_to_json(settings)
    children = [Child(told) for _ in range(workers)]
    idle: queue.LifoQueue[Child] = queue.LifoQueue()  # last in, first out: one that runs is taken before a fresh one
    for child in children:
        idle.put(child)

    def lines(chunk: Chunk) -> list[str]:
        child = idle.get()
        try:
            return child.lines(chunk)
        finally:
            idle.put(child)

    threads = ThreadPoolExecutor(workers)
    try:
        waiting: deque[Future[list[str]]] = deque()
        for chunk in _chunks(inputs, workers):
            waiting.append(threads.submit(lines, chunk))
            if len(waiting) >= WAITING * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for child in children:
            child.close()
        threads.shutdown(cancel_futures=True)


def _chunks(inputs: Sequence[Input], workers: int) -> Iterator[Chunk]:
    size = max(1, min(CHUNK, len(inputs) // (workers * 2)))
    for at in range(0, len(inputs), size):
        yield inputs[at : at + size]
