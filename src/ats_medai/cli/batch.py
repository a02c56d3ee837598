"""The command for many files."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

import ats_medai
from ats_medai.cli.keywords import FolderOption
from ats_medai.cli.streams import ExitCode, note, printable, source

if TYPE_CHECKING:
    from ats_medai.batch.run import Outcome
    from ats_medai.model import Document

ENDINGS = (".csv", ".xlsx", ".parquet", ".jsonl")


def batch(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, patterns, ZIP archives; - for a list on stdin.")],
    output: Annotated[Path, typer.Option("--output", "-o", dir_okay=False, help=f"A file: {' '.join(ENDINGS)}.")],
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
    track: Annotated[str, typer.Option("--track", help="Kind of role.")] = "general",
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help='The day that "present" means.')
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output file.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    keywords: FolderOption = None,
) -> None:
    """Score many résumés into one table; every file gets its row, whatever happens to it."""
    from ats_medai.batch.inputs import find_inputs
    from ats_medai.batch.run import run_batch
    from ats_medai.batch.work import Settings

    _check_output(output, force=force)
    _check_cluster(cluster)
    inputs = find_inputs(_listed(paths), all_files=all_files)
    if not inputs:
        note("Nothing to score: no PDF, DOCX, TXT or MD file there. --all-files takes every file.")
        raise typer.Exit(ExitCode.NOTHING)
    settings = Settings(
        jobs=_adverts(job or [], keywords), track=track, as_of=_day(as_of, output, resume=resume),
        keywords=keywords, full=output.suffix == ".jsonl",
    )  # fmt: skip
    with _Progress(len(inputs), quiet=quiet) as progress:
        try:
            outcome = run_batch(
                inputs, settings, output, workers=jobs, resume=resume, cluster=cluster, progress=progress.advance
            )
        except KeyboardInterrupt:
            note("\nStopped. What is done is kept; the same command with --resume goes on.")
            raise typer.Exit(130) from None
        except OSError as error:
            if cluster is None:
                raise
            detail = f"{printable(cluster)} does not answer; what is done is kept for --resume"
            raise typer.BadParameter(detail, param_hint="--cluster") from error
    _report(outcome, output, quiet=quiet)


def _check_output(output: Path, *, force: bool) -> None:
    from ats_medai.batch.writers import beside

    if output.suffix not in ENDINGS:
        raise typer.BadParameter(f"the name must end in one of {' '.join(ENDINGS)}", param_hint="--output")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {printable(output.parent)}", param_hint="--output")
    for path in (output, beside(output)):
        if path.exists() and not force:
            raise typer.BadParameter(f"{printable(path)} exists already; --force overwrites it", param_hint="--output")


def _check_cluster(cluster: str | None) -> None:
    if cluster is not None and find_spec("distributed") is None:
        raise typer.BadParameter("pip install 'ats_medai[cluster]' adds what it needs", param_hint="--cluster")


def _listed(paths: list[str]) -> list[str]:
    listed = [line.rstrip("\r\n") for line in sys.stdin] if "-" in paths else []
    return [path for path in [*paths, *listed] if path and path != "-"]


def _adverts(paths: list[Path], keywords: Path | None) -> tuple[tuple[str, Document], ...]:
    """Read the adverts once, here, so that a bad one stops the batch before it starts."""
    if not paths:
        return ()
    analyzer = ats_medai.Analyzer(ats_medai.load_keywords(keywords))
    names = [path.name for path in paths]
    if len(set(names)) < len(names):
        names = [str(path) for path in paths]
    return tuple((name, analyzer.read_job(source(path)).document) for name, path in zip(names, paths, strict=True))


def _day(as_of: datetime | None, output: Path, *, resume: bool) -> date:
    """Give the day of the batch: as named, else that of the run that is gone on with, else today."""
    from ats_medai.batch.journal import Journal

    if as_of:
        return as_of.date()
    begun = (Journal.beside(output).head() or {}).get("as_of") if resume else None
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


def _report(outcome: Outcome, output: Path, *, quiet: bool) -> None:
    failed = sum(outcome.errors.values())
    if not quiet:
        codes = ", ".join(f"{count} {code}" for code, count in outcome.errors.items())
        note(f"{outcome.read} scored" + (f", {failed} not read ({codes})" if failed else "") + f": {output}")
    if not outcome.read:
        raise typer.Exit(ExitCode.NOTHING)
    if failed:
        raise typer.Exit(ExitCode.PARTLY)
