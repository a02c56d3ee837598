"""The command for many files."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

import ats_medai
from ats_medai.cli.keywords import FolderOption
from ats_medai.cli.streams import ExitCode, note, printable, source
from ats_medai.errors import DocumentError
from ats_medai.model import BEST_TRACK

if TYPE_CHECKING:
    from ats_medai.batch.places import Place
    from ats_medai.batch.run import Outcome
    from ats_medai.model import Document

ENDINGS = (".csv", ".xlsx", ".parquet", ".jsonl")
PATHS = (
    "Files, folders, patterns, ZIP archives; s3://, gs://, az:// and https:// addresses (with [urls]); - for a list on "
    "stdin, a name a line (or ended by NUL, as `find -print0` does)."
)
OUTPUT = (
    f"A file: {' '.join(ENDINGS)}. Or a folder, also s3://bucket/folder/: Parquet parts, rows/part-00000.parquet and "
    "so on, their evidence in evidence/, _done.json at the end; with --cluster its workers write them."
)


def batch(
    paths: Annotated[list[str], typer.Argument(help=PATHS)],
    output: Annotated[str, typer.Option("--output", "-o", help=OUTPUT)],
    job: Annotated[
        list[Path] | None,
        typer.Option("--job", exists=True, dir_okay=False, help="An advert; more than one may be given."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="Worker processes.")] = min(
        os.cpu_count() or 1, 8
    ),
    cluster: Annotated[
        str | None, typer.Option("--cluster", help="Address of a Dask scheduler that does the work; needs [cluster].")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run stopped.")] = False,
    all_files: Annotated[bool, typer.Option("--all-files", help="Give every file of a folder its row.")] = False,
    track: Annotated[str, typer.Option("--track", help="Kind of role; best: each person's own.")] = BEST_TRACK,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help='The day that "present" means.')
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    keywords: FolderOption = None,
) -> None:
    """Score many résumés into one table; every file gets its row, whatever happens to it."""
    from ats_medai.batch.inputs import find_inputs
    from ats_medai.batch.run import run_batch, run_parts
    from ats_medai.batch.work import Settings

    place = _checked(output, force=force, resume=resume)
    _check_cluster(cluster)
    inputs = find_inputs([path for path in paths if path != "-"], listed=_listed(paths), all_files=all_files)
    if not inputs:
        note("Nothing to score: no PDF, DOCX, TXT or MD file there. --all-files takes every file.")
        raise typer.Exit(ExitCode.NOTHING)
    settings = Settings(
        jobs=_adverts(job or [], keywords), track=track, as_of=_day(as_of, output, place, resume=resume),
        keywords=keywords, full=place is None and output.endswith(".jsonl"),
    )  # fmt: skip
    run = partial(run_parts, place=place) if place else partial(run_batch, output=Path(output))
    with _Progress(len(inputs), quiet=quiet) as progress:
        try:
            outcome = run(inputs, settings, workers=jobs, resume=resume, cluster=cluster, progress=progress.advance)
        except KeyboardInterrupt:
            note("\nStopped. What is done is kept; the same command with --resume goes on.")
            raise typer.Exit(130) from None
        except OSError as error:
            if cluster is None:
                raise
            detail = f"{printable(cluster)} does not answer; what is done is kept for --resume"
            raise typer.BadParameter(detail, param_hint="--cluster") from error
    _report(outcome, str(place or output), quiet=quiet)


def _checked(output: str, *, force: bool, resume: bool) -> Place | None:
    """Give the place for parts, None for a file; raise BadParameter where the output cannot be made."""
    from ats_medai.batch.places import place_of
    from ats_medai.batch.writers import beside

    place, path = place_of(output), Path(output)
    if place is not None:
        from ats_medai.batch.parts import is_used

        if not (force or resume) and is_used(place):
            detail = f"a batch is in {printable(place)} already; --resume goes on with it, --force starts it again"
            raise typer.BadParameter(detail, param_hint="--output")
        return place
    if path.suffix not in ENDINGS:
        detail = f"the name must end in one of {' '.join(ENDINGS)}, or in / for a folder of parts"
        raise typer.BadParameter(detail, param_hint="--output")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {printable(path.parent)}", param_hint="--output")
    for one in (path, beside(path)):
        if one.exists() and not force:
            raise typer.BadParameter(f"{printable(one)} exists already; --force overwrites it", param_hint="--output")
    return None


def _check_cluster(cluster: str | None) -> None:
    if cluster is not None and find_spec("distributed") is None:
        raise typer.BadParameter("pip install 'ats_medai[cluster]' adds what it needs", param_hint="--cluster")


def _listed(paths: list[str]) -> list[str]:
    """Give the names on standard input, where it is asked for; any bytes can be in one."""
    if "-" not in paths:
        return []
    data = sys.stdin.buffer.read()
    end = b"\0" if b"\0" in data else b"\n"
    return [os.fsdecode(name.removesuffix(b"\r")) for name in data.split(end) if name.strip()]


def _adverts(paths: list[Path], keywords: Path | None) -> tuple[tuple[str, Document], ...]:
    """Read the adverts once, here, so that a bad one stops the batch before it starts."""
    if not paths:
        return ()
    analyzer = ats_medai.Analyzer(ats_medai.load_keywords(keywords))
    names = [path.name for path in paths]
    if len(set(names)) < len(names):
        names = [str(path) for path in paths]
    try:
        return tuple((name, analyzer.read_job(source(path)).document) for name, path in zip(names, paths, strict=True))
    except DocumentError as error:
        raise typer.BadParameter(printable(error), param_hint="--job") from error


def _day(as_of: datetime | None, output: str, place: Place | None, *, resume: bool) -> date:
    """Give the day of the batch: as named, else that of the run that is gone on with, else today."""
    from ats_medai.batch.journal import Journal

    if as_of:
        return as_of.date()
    begun = None
    if resume and place is not None:
        from ats_medai.batch.parts import read_plan

        plan = read_plan(place)
        begun = plan.head.get("as_of") if plan else None
    elif resume:
        begun = (Journal.beside(Path(output)).head() or {}).get("as_of")
    return date.fromisoformat(begun) if begun else datetime.now(UTC).date()


class _Progress:
    """A bar with rate and time left on a terminal; silence elsewhere."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True)
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, disable=quiet or not console.is_terminal)
        self._task = self._bar.add_task("", total=total, rate="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def advance(self, count: int) -> None:
        self._bar.advance(self._task, count)
        task = self._bar.tasks[0]
        self._bar.update(self._task, rate=f"{task.completed / (task.elapsed or 1):.1f} a second")


def _report(outcome: Outcome, output: str, *, quiet: bool) -> None:
    failed = sum(outcome.errors.values())
    if not quiet:
        codes = ", ".join(f"{count} {code}" for code, count in outcome.errors.items())
        note(f"{outcome.read} scored" + (f", {failed} not read ({codes})" if failed else "") + f": {output}")
    if not outcome.read:
        raise typer.Exit(ExitCode.NOTHING)
    if failed:
        raise typer.Exit(ExitCode.PARTLY)
