"""The command that looks a recruiter's query up in one résumé."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import ats_medai
from ats_medai.cli.keywords import FolderOption
from ats_medai.cli.streams import printable, source
from ats_medai.model import Document

MOST_PLACES = 5


class Mode(StrEnum):
    LITERAL = "literal"
    STEMMED = "stemmed"
    ALIAS = "alias"


def search(
    resume: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, allow_dash=True, help="A file, or - for stdin.")
    ],
    query: Annotated[str, typer.Argument(help='Words with AND, OR, NOT, "a phrase", an ending*, (parentheses).')],
    mode: Annotated[Mode, typer.Option("--mode", help="How words are compared.")] = Mode.LITERAL,
    keywords: FolderOption = None,
) -> None:
    """Tell whether a recruiter's search would find this résumé, and where each of its words stands."""
    from ats_medai.findability import search as look_up
    from ats_medai.model import SearchMode
    from ats_medai.render.account import quote

    document = _document(resume)
    loaded = ats_medai.load_keywords(keywords) if mode is Mode.ALIAS else None
    result = look_up(document, query, SearchMode(mode), loaded)
    typer.echo(f"{'found' if result.found else 'not found'} ({mode})")
    for term, spans in result.hits:
        typer.echo(f"  {printable(term)}: {len(spans) or 'no'} place{'' if len(spans) == 1 else 's'}")
        for span in spans[:MOST_PLACES]:
            typer.echo(f"    {printable(quote(document, span))}")


def _document(path: Path) -> Document:
    given = source(path)
    if isinstance(given, Document):
        return given
    from ats_medai.documents.isolation import Reader, read_path

    return read_path(given, Reader())
