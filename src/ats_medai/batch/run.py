"""One batch from inputs to the finished file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ats_medai
from ats_medai.batch.inputs import Input
from ats_medai.batch.journal import Journal
from ats_medai.batch.local import score_all
from ats_medai.batch.work import Settings
from ats_medai.batch.writers import writer_for

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many files gave a row of figures, and how many an error row, by code."""

    read: int
    errors: dict[str, int]


def run_batch(  # noqa: PLR0913 - one call, each argument a thing of its own
    inputs: Sequence[Input],
    settings: Settings,
    output: Path,
    *,
    workers: int,
    resume: bool,
    cluster: str | None = None,
    progress: Progress = lambda _: None,
) -> Outcome:
    """Score all inputs and write `output`; with `resume`, go on where an earlier run of the same batch stopped.

    `cluster` is the address of a Dask scheduler that does the work instead of `workers` processes of this machine. What
    is done stands in a journal beside the output until the output is whole. Raises InputError where the journal
    belongs to another batch.
    """
    journal = Journal.beside(output)
    head = depends_on(settings)
    done = journal.done(inputs, head) if resume and journal.head() is not None else 0
    progress(done)
    with journal.go_on() if done else journal.begin(head) as file:
        for line in _lines(inputs[done:], settings, workers, cluster):
            file.write(line + "\n")
            file.flush()
            progress(1)
    return _finish(journal, output)


def _lines(inputs: Sequence[Input], settings: Settings, workers: int, cluster: str | None) -> Iterator[str]:
    if not inputs:
        return iter(())
    if cluster is None:
        return score_all(inputs, settings, workers)
    from ats_medai.batch import cluster as engine  # noqa: PLC0415 - an extra

    return engine.score_all(inputs, settings, cluster)


def depends_on(settings: Settings) -> dict[str, Any]:
    """Give what the rows of a batch depend on besides the files."""
    keywords = ats_medai.load_keywords(settings.keywords).version
    jobs = [[name, hashlib.sha256(document.text.encode()).hexdigest()] for name, document in settings.jobs]
    as_of = settings.as_of.isoformat() if settings.as_of else None
    return {
        "tool": ats_medai.__version__, "keywords": keywords, "track": settings.track,
        "as_of": as_of, "jobs": jobs, "full": settings.full,
    }  # fmt: skip


def _finish(journal: Journal, output: Path) -> Outcome:
    write = writer_for(output)
    assert write is not None
    unfinished = output.with_name(f".{output.name}.unfinished")
    write(unfinished, journal.records())
    outcome = _count(journal)
    unfinished.replace(output)
    journal.remove()
    return outcome


def _count(journal: Journal) -> Outcome:
    codes = Counter(
        group[0]["error"]["code"] if isinstance(group[0].get("error"), dict) else "" for group in journal.records()
    )
    return Outcome(codes.pop("", 0), dict(sorted(codes.items())))
