"""The command that sums a batch's table up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ats_medai.cli.streams import ExitCode, deliver, note, printable

ENDINGS = (".html", ".txt")


def cohort(
    rows: Annotated[
        Path, typer.Argument(exists=True, help="A batch's .csv, .jsonl or .parquet, or its folder of parts.")
    ],
    before: Annotated[Path | None, typer.Option("--before", exists=True, help="The same of an earlier run.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", dir_okay=False, help="A .html or .txt file, not stdout.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the output file.")] = False,
) -> None:
    """Show what a group of résumés has and lacks, from the table of a batch."""
    from ats_medai.batch.cohort import change_of, cohort_of
    from ats_medai.batch.cohort_page import cohort_html, cohort_text
    from ats_medai.batch.tables import read_rows

    if output and output.suffix not in ENDINGS:
        raise typer.BadParameter(f"{printable(output)} must end in .html or .txt", param_hint="--output")
    now = cohort_of(read_rows(rows))
    if not now.scored:
        note("Nothing to sum up: no résumé of this table was scored.")
        raise typer.Exit(ExitCode.NOTHING)
    change = change_of(cohort_of(read_rows(before)), now) if before else None
    show = cohort_html if output and output.suffix == ".html" else cohort_text
    deliver(show(now, change), output, force=force)
