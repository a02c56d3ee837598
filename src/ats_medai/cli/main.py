"""The commands that read one résumé or one advert."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import ats_medai
from ats_medai.cli import keywords
from ats_medai.cli.batch import batch
from ats_medai.cli.cohort import cohort
from ats_medai.cli.search import search
from ats_medai.cli.streams import STDIN, ExitCode, deliver, note, printable, source, write_whole
from ats_medai.collector import for_good
from ats_medai.errors import AtsMedaiError, DocumentError
from ats_medai.model import BEST_TRACK

if TYPE_CHECKING:
    from ats_medai.model import Figure, Report

app = typer.Typer(
    help="Score a résumé against Medical AI keywords and a job advert, with the evidence for every point.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,  # plain help: rich alone would double the start-up
    pretty_exceptions_enable=False,  # its traceback shows local variables, and those hold the résumé
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(batch)
app.command()(cohort)
app.command()(search)
app.add_typer(keywords.app, name="keywords")


class TextFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"


def _file(path: Path | None) -> Path | None:
    """Check that there is such a file, or that standard input is meant."""
    if path is not None and path != STDIN and not path.is_file():
        what = "a folder; `ats-medai batch` reads folders" if path.is_dir() else "not there"
        raise typer.BadParameter(f"{printable(path)} is {what}")
    return path


Input = Annotated[Path, typer.Argument(callback=_file, help="A file, or - for standard input.")]
JobOption = Annotated[Path | None, typer.Option("--job", callback=_file, help="The advert, or - for standard input.")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write here, not to stdout.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite the output file.")]
AsOfOption = Annotated[
    datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help='The day that "present" means (today).')
]
TrackOption = Annotated[
    str, typer.Option("--track", help="Kind of role (`ats-medai keywords tracks`), or where the profile is highest.")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ats-medai {ats_medai.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Score a résumé against Medical AI keywords and a job advert, with the evidence for every point."""


@app.command()
def score(
    resume: Input,
    job: JobOption = None,
    track: TrackOption = BEST_TRACK,
    format: Annotated[ReportFormat, typer.Option("--format", "-f")] = ReportFormat.TEXT,
    output: OutputOption = None,
    force: ForceOption = False,
    explain: Annotated[bool, typer.Option("--explain", help="Account for every point.")] = False,
    fail_under: Annotated[
        float | None, typer.Option("--fail-under", min=0, max=100, help="Exit 3 below this match, or profile.")
    ] = None,
    as_of: AsOfOption = None,
    keywords: keywords.FolderOption = None,
) -> None:
    """Score one résumé: Medical AI profile, match with the advert, machine readability."""
    from ats_medai.render.formats import render_report

    if resume == STDIN and job == STDIN:
        raise typer.BadParameter("only one of the two can come from standard input", param_hint="--job")
    analyzer = _analyzer(keywords, track, as_of)
    report = analyzer.analyze(source(resume), source(job) if job else None)
    deliver(render_report(report, format, explain=explain), output, force=force)
    if fail_under is not None and _judged(report).score < fail_under:
        raise typer.Exit(ExitCode.BELOW)


@app.command()
def extract(
    resume: Input,
    format: Annotated[TextFormat, typer.Option("--format", "-f")] = TextFormat.TEXT,
    output: OutputOption = None,
    force: ForceOption = False,
    keywords: keywords.FolderOption = None,
) -> None:
    """Show what a machine reads in a résumé: text, sections, contact, keywords, issues."""
    from ats_medai.render.formats import render_resume

    analyzer = _analyzer(keywords)
    found = analyzer.read_resume(source(resume))
    deliver(render_resume(found, format), output, force=force)


@app.command()
def job(
    advert: Input,
    format: Annotated[TextFormat, typer.Option("--format", "-f")] = TextFormat.TEXT,
    output: OutputOption = None,
    force: ForceOption = False,
    keywords: keywords.FolderOption = None,
) -> None:
    """Show what an advert asks for: must, preferred and context, years and degree."""
    from ats_medai.render.formats import render_job

    analyzer = _analyzer(keywords)
    found = analyzer.read_job(source(advert))
    deliver(render_job(found, format), output, force=force)


@app.command()
def annotate(
    resume: Input,
    output: Annotated[Path, typer.Option("--output", "-o", dir_okay=False, help="The DOCX to write.")],
    job: JobOption = None,
    track: TrackOption = BEST_TRACK,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    keywords: keywords.FolderOption = None,
) -> None:
    """Hand a DOCX résumé back with comments at the exact words; of other files a DOCX copy of the text."""
    from ats_medai.documents.isolation import Reader
    from ats_medai.render.docx_comments import annotate as comment

    if resume == STDIN:
        raise typer.BadParameter("name a file, not standard input", param_hint="RESUME")
    if output.exists() and not force:
        raise typer.BadParameter(f"{printable(output)} exists already; --force overwrites it", param_hint="--output")
    report = _analyzer(keywords, track, as_of).analyze(resume, source(job) if job else None)
    is_docx = report.resume.document.reader == "docx"
    write_whole(output, comment(report, resume.read_bytes() if is_docx else None, Reader().comment))
    if not is_docx:
        note("The résumé is no DOCX: this is a copy of its text, without its layout.")


@app.command(name="app")
def app_command(port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8501) -> None:
    """Start the front end in the browser, on this machine only."""
    from ats_medai.web.launch import launch

    raise typer.Exit(launch(port))


def _analyzer(folder: Path | None, track: str = BEST_TRACK, as_of: datetime | None = None) -> ats_medai.Analyzer:
    from ats_medai.documents.isolation import Reader

    reader = Reader()
    reader.start()  # its process warms up while ours loads the keywords
    with for_good():
        loaded = ats_medai.load_keywords(folder)
        if track not in {BEST_TRACK, *loaded.track_by_id}:
            known = ", ".join([BEST_TRACK, *loaded.track_by_id])
            raise typer.BadParameter(f"there is no track {track!r}; there are {known}", param_hint="--track")
        return ats_medai.Analyzer(loaded, track=track, as_of=as_of.date() if as_of else None, reader=reader)


def _judged(report: Report) -> Figure:
    """Give the figure that --fail-under judges: the match where there is an advert, else the profile."""
    return report.match or report.profile


def main() -> None:
    """Run the command line; end with one of the documented exit codes."""
    try:
        app()
    except DocumentError as error:
        note(f"Not scored. {error}")
        sys.exit(ExitCode.NOTHING)
    except AtsMedaiError as error:
        note(str(error))
        sys.exit(ExitCode.USAGE)
