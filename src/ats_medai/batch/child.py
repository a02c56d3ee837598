"""A scoring process that can be given up: whatever a file does to it costs that file's row and no other.

It is started as a program of its own and not by multiprocessing, which would run the main script of whoever scores a
second time (a notebook, an app, a script without a guard) and which Dask's workers may not use. Requests and answers
are lines of JSON. It ends by itself when its parent is gone, and after some minutes without work.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from ats_medai.batch.inputs import Input
from ats_medai.batch.work import SECONDS_A_FILE, error_records, score_chunk, settings_from_json, start, stop, to_line
from ats_medai.errors import AtsMedaiError

CHUNK = 8
"""Files a task: enough to hide the hand-over, few enough to show progress."""
SECONDS_MORE = 5
"""What each further file of a task adds to its limit; a task that runs out of time is done again file by file."""
IDLE_SECONDS = 600
START_SECONDS = 120
"""Loading takes some seconds, more on a busy machine; it does not count as a file's time."""
ENDING_SECONDS = 2
"""What a process gets to end its reading process; one that hangs is killed."""
STARTS = 2
"""How often a process is started before something is taken to be wrong with the machine and not with a file."""

Chunk = Sequence[Input]


class StartError(AtsMedaiError):
    """No scoring process starts here, so no file can be scored."""

    def __str__(self) -> str:
        return "The scoring process does not start: is there enough memory, and is ats_medai installed whole?"


class LostProcessError(Exception):
    """The process ended before it answered."""


class Child:
    """A scoring process for one batch's settings, started with the first chunk and after any breakdown."""

    def __init__(self, settings: str) -> None:
        self._told = settings
        self._settings = settings_from_json(settings)
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._closed = False

    def lines(self, inputs: Chunk) -> list[str]:
        """Give one line of records for each input; what breaks the process down or keeps it too long costs its row.

        Raises StartError, and LostProcessError where `close` is called meanwhile.
        """
        return [line for at in range(0, len(inputs), CHUNK) for line in self._settled(inputs[at : at + CHUNK])]

    def close(self) -> None:
        """End the process for good. Another thread may call it while files are scored."""
        with self._lock:
            self._closed = True
            self._end()

    def _settled(self, chunk: Chunk) -> list[str]:
        try:
            return self._ask(chunk)
        except (TimeoutError, LostProcessError) as error:
            if self._closed:
                raise
            self._end()
            if len(chunk) > 1:
                return [line for one in chunk for line in self._settled([one])]
            return [to_line(error_records(chunk[0], error, self._settings))]

    def _ask(self, chunk: Chunk) -> list[str]:
        process = self._started()
        asked = json.dumps([[one.source, one.path, one.member, one.size] for one in chunk])
        lines: list[str] = json.loads(_answer(process, asked, seconds_for(chunk)))
        return lines

    def _started(self) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        for _ in range(STARTS):
            process = self._launched()
            with suppress(TimeoutError, LostProcessError):
                _answer(process, self._told, START_SECONDS)
                return process
        raise StartError

    def _launched(self) -> subprocess.Popen[str]:
        with self._lock:
            if self._closed:
                raise LostProcessError
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "ats_medai.batch.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C is for the command, which ends this process in its own time
            )
            return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError):
            process.stdin.close()  # it takes this for the end, and ends its reading process first
        try:
            process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def seconds_for(chunk: Chunk) -> float:
    """Give how long the files may take together."""
    return SECONDS_A_FILE + SECONDS_MORE * (len(chunk) - 1)


def _answer(process: subprocess.Popen[str], request: str, seconds: float) -> str:
    """Give the answer to a request. Raises TimeoutError, and LostProcessError where the process ends without one."""
    answer: list[str] = []
    asking = threading.Thread(target=_exchange, args=(process, request, answer), daemon=True)
    asking.start()
    asking.join(seconds)
    if asking.is_alive():
        raise TimeoutError
    if not answer or not answer[0].endswith("\n"):
        raise LostProcessError
    return answer[0]


def _exchange(process: subprocess.Popen[str], request: str, answer: list[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError, ValueError):  # it ended, or was given up: no answer says so
        process.stdin.write(request + "\n")
        process.stdin.flush()
        answer.append(process.stdout.readline())


def serve() -> None:
    """Answer requests on standard input until it ends; what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_take, args=(requests,), daemon=True).start()
    start(settings_from_json(requests.get()))
    answers.write("ready\n")
    answers.flush()
    with suppress(queue.Empty):
        while True:
            inputs = [Input(*fields) for fields in json.loads(requests.get(timeout=IDLE_SECONDS))]
            answers.write(json.dumps(score_chunk(inputs)) + "\n")
            answers.flush()


def _take(requests: queue.Queue[str]) -> None:
    for line in sys.stdin:
        requests.put(line)
    stop()
    os._exit(0)  # the parent is gone: nobody waits for what is being done


if __name__ == "__main__":
    serve()
