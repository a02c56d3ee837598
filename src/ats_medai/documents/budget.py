"""A limit of work for one step of reading, so that a second try that hangs does not lose what the first one found."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfTimeError(BaseException):
    """The step has used its work up. No Exception, for libraries that swallow those."""


@contextmanager
def at_most(cpu_seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError in the block once it has worked this long.

    Only Python code can be stopped like this, and only in the main thread of a POSIX system, as in the reading process;
    elsewhere the block has no limit of its own.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
