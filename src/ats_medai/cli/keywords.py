"""The commands that show and check the keyword files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

import ats_medai
from ats_medai.cli.streams import ExitCode, note
from ats_medai.model import Concept, Keywords, Track

app = typer.Typer(help="Show and check the keywords.", no_args_is_help=True, rich_markup_mode=None)

FolderOption = Annotated[
    Path | None,
    typer.Option("--keywords", exists=True, file_okay=False, help="A folder of keyword files laid over ours."),
]


@app.command()
def check(folder: Annotated[Path | None, typer.Argument(exists=True, file_okay=False)] = None) -> None:
    """Check the keyword files: unknown keys, doubled forms, dangling ids, missing examples; with file and line."""
    from ats_medai.keywords import check_keywords

    errors = check_keywords(folder)
    for error in errors:
        note(str(error))
    if errors:
        raise typer.Exit(ExitCode.USAGE)
    loaded = ats_medai.load_keywords(folder)
    typer.echo(f"{len(loaded.concepts)} concepts, {len(loaded.tracks)} tracks, version {loaded.version}: no mistakes")


@app.command(name="list")
def list_concepts(
    track: Annotated[str | None, typer.Option("--track", help="Only what this track asks for.")] = None,
    subskill: Annotated[str | None, typer.Option("--subskill")] = None,
    category: Annotated[str | None, typer.Option("--category")] = None,
    keywords: FolderOption = None,
) -> None:
    """List concepts, one a line: id, label, sub-skill, category."""
    loaded = ats_medai.load_keywords(keywords)
    wanted = _of_track(loaded, track)
    for concept in loaded.concepts:
        if concept.id in wanted and subskill in {None, concept.subskill} and category in {None, concept.category}:
            typer.echo(f"{concept.id}\t{concept.label}\t{concept.subskill}\t{concept.category}")


@app.command()
def tracks(keywords: FolderOption = None) -> None:
    """List the kinds of role that a profile can be measured against."""
    for track in ats_medai.load_keywords(keywords).tracks:
        typer.echo(f"{track.id}\t{track.label}\t{track.description}")


@app.command()
def show(concept: str, keywords: FolderOption = None) -> None:
    """Show one concept, by id or by any of its forms, as JSON: what it matches, and why it is there."""
    loaded = ats_medai.load_keywords(keywords)
    found = [value for value in loaded.concepts if _answers_to(value, concept.casefold())]
    if not found:
        raise typer.BadParameter(f"there is no concept {concept!r}; `ats-medai keywords list` shows all")
    for value in found:
        forms = [form for alias in value.aliases for form in loaded.forms[alias]]
        typer.echo(json.dumps({**asdict(value), "forms": forms}, ensure_ascii=False, indent=2))


def _answers_to(concept: Concept, name: str) -> bool:
    names = (concept.id, concept.label, *concept.aliases, *(acronym.form for acronym in concept.acronyms))
    return name in {value.casefold() for value in names}


def _of_track(loaded: Keywords, name: str | None) -> set[str]:
    if name is None:
        return set(loaded.concept_by_id)
    if name not in loaded.track_by_id:
        raise typer.BadParameter(f"there is no track {name!r}; `ats-medai keywords tracks` lists them")
    track: Track = loaded.track_by_id[name]
    groups = [*track.must.values(), *track.good.values()]
    return {concept for items in groups for item in items for concept in item.any_of}
