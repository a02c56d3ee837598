"""One batch from inputs to the finished file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ats_medai
from ats_medai.batch.inputs import Input, InputError
from ats_medai.batch.journal import Journal
from ats_medai.batch.local import score_all
from ats_medai.batch.places import Place
from ats_medai.batch.work import Settings
from ats_medai.batch.writers import writer_for

if TYPE_CHECKING:
    from ats_medai.batch.parts import Told

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
    lines = _lines(inputs[done:], settings, workers, cluster)
    with closing(lines), journal.go_on() if done else journal.begin(head) as file:
        for line in lines:
            file.write(line + "\n")
            file.flush()
            progress(1)
    return _finish(journal, output)


def run_parts(  # noqa: PLR0913 - as above
    inputs: Sequence[Input],
    settings: Settings,
    place: Place,
    *,
    workers: int,
    resume: bool,
    cluster: str | None = None,
    progress: Progress = lambda _: None,
) -> Outcome:
    """Score all inputs and write parts to `place`; the workers of a cluster write theirs themselves.

    With `resume`, parts that are there already are not made again. Raises InputError as `run_batch` does, and where
    nothing can be written.
    """
    from ats_medai.batch import parts  # noqa: PLC0415 - heavy

    plan = parts.read_plan(place) if resume else None
    fresh = parts.make_plan(inputs, depends_on(settings), _processes(workers, cluster))
    if plan is None:
        plan = fresh
        parts.begin(place, plan)
    if (plan.head, plan.inputs) != (fresh.head, fresh.inputs):
        raise InputError(str(place), "it was begun with other files or settings. Start again without --resume.")
    told = {number: there for number in plan.parts if (there := parts.read_told(place, number)) is not None}
    progress(sum(map(len, told.values())))
    missing = [(number, plan.of_part(inputs, number)) for number in plan.parts if number not in told]
    for number, files in _write_parts(missing, settings, place, workers, cluster):
        told[number] = files
        progress(len(files))
    first: dict[str, str] = {}
    for number in plan.parts:
        earlier = {source: first.setdefault(sha or source, source) for source, sha, _ in told[number]}
        copies = {source: other for source, other in earlier.items() if source != other}
        if copies:
            parts.mark_duplicates(place, number, copies)
    codes = Counter(error or "" for files in told.values() for _, _, error in files)
    outcome = Outcome(codes.pop("", 0), dict(sorted(codes.items())))
    parts.finish(place, outcome.read, outcome.errors)
    return outcome


def _write_parts(
    missing: Sequence[tuple[int, Sequence[Input]]], settings: Settings, place: Place, workers: int, cluster: str | None
) -> Iterator[tuple[int, list[Told]]]:
    if not missing:
        return
    if cluster is not None:
        from ats_medai.batch import cluster as engine  # noqa: PLC0415 - an extra

        yield from engine.write_parts(missing, settings, place, cluster)
        return
    from ats_medai.batch.parts import write_part  # noqa: PLC0415 - heavy

    with closing(score_all([one for _, files in missing for one in files], settings, workers)) as lines:
        for number, files in missing:
            yield number, write_part(place, number, map(json.loads, islice(lines, len(files))))


def _processes(workers: int, cluster: str | None) -> int:
    if cluster is None:
        return workers
    from ats_medai.batch import cluster as engine  # noqa: PLC0415 - an extra

    return engine.threads_of(cluster)


def _lines(
    inputs: Sequence[Input], settings: Settings, workers: int, cluster: str | None
) -> Generator[str, None, None]:
    if not inputs:
        return
    if cluster is None:
        yield from score_all(inputs, settings, workers)
        return
    from ats_medai.batch import cluster as engine  # noqa: PLC0415 - an extra

    yield from engine.score_all(inputs, settings, cluster)


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
