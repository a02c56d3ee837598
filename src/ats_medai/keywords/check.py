"""What may be wrong in the keyword files beyond what reading them shows, with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from ats_medai.errors import KeywordsError
from ats_medai.keywords.clashes import clashes, form_key
from ats_medai.keywords.load import (
    CONCEPTS,
    GUIDE,
    TRACKS,
    entry_rows,
    keyword_folders,
    load_keywords,
    whole_row,
)
from ats_medai.keywords.references import dangling
from ats_medai.keywords.rows import Row, to_value
from ats_medai.model import Concept, Keywords, Source, Subskill
from ats_medai.orders import find_orders

LEFT_OUT = "left_out.yaml"
ORDERS = "orders.yaml"
SHORT = 6
"""Letters below which a form needs an example of where it is not meant."""


def check_keywords(folder: Path | None = None) -> list[KeywordsError]:
    """Give every mistake found in the shipped files, overlaid with `folder`; an empty list where there is none."""
    try:
        folders = keyword_folders(folder)
        rows = entry_rows(folders, CONCEPTS)
        tracks = entry_rows(folders, TRACKS)
    except KeywordsError as error:
        return [error]
    adapter = TypeAdapter(Concept)
    read = [_read(row, adapter) for row in rows]
    broken = [value for value in read if isinstance(value, KeywordsError)]
    if broken:
        return broken
    concepts = [value for value in read if isinstance(value, Concept)]
    found = dangling(rows, tracks, [whole_row(folders, GUIDE)])
    if found:
        return found  # nothing else can be read before these are mended
    try:
        loaded = load_keywords(folder)
    except KeywordsError as error:
        return [error]
    found += clashes(concepts, rows, loaded.forms)
    for concept, row in zip(concepts, rows, strict=True):
        found += incomplete(concept, row, loaded.english)
    known = {form_key(form): alias for alias, made in loaded.forms.items() for form in made}
    return [*found, *_track_shares(folders), *_covered_after_all(folders, known), *_misread_orders(folders, loaded)]


def _read(row: Row, adapter: TypeAdapter[Concept]) -> Concept | KeywordsError:
    try:
        return to_value(row, adapter)
    except KeywordsError as error:
        return error


def incomplete(concept: Concept, row: Row, common: frozenset[str]) -> Iterator[KeywordsError]:
    """Every concept says why it is there and shows a match; a form that may mean something else, where it does."""
    if not concept.aliases and not concept.acronyms:
        yield row.error(f"{concept.id} has no form", ("id",))
    if not concept.sources:
        yield row.error(f"{concept.id} names no source", ("id",))
    yield from (
        row.error(problem, ("sources", i)) for i, one in enumerate(concept.sources) if (problem := _unfounded(one))
    )
    if not concept.examples.match:
        yield row.error(f"{concept.id} has no example of a match", ("examples",))
    written = {word.casefold() for word in concept.label.split() if word[1:] != word[1:].lower()}  # "TensorFlow"
    forms = (*concept.aliases, *(one.form for one in concept.acronyms))
    risky = [form for form in forms if form.casefold() not in written and _is_risky(form, common)]
    if risky and not concept.examples.no_match:
        yield row.error(f"{concept.id} has no example where {risky[0]!r} does not count", ("examples",))


def _unfounded(source: Source) -> str | None:
    if not source.note:
        return "a source says in a note what it rests on"
    if source.share is not None and not 0 < source.share <= 1:
        return f"a share lies between 0 and 1, not at {source.share}"
    return None


def _is_risky(form: str, common: frozenset[str]) -> bool:
    """Tell whether a form is short or an ordinary word, so that it may mean something else."""
    return len(re.sub(r"\W", "", form)) < SHORT or form.casefold() in common


def _track_shares(folders: Sequence[Path]) -> Iterator[KeywordsError]:
    """The points of the sub-skills: one weight for each of the guide's five, and no other."""
    rows = {str(row.data["key"]): row for row in entry_rows(list(folders), "weights.yaml", key="key")}
    wanted = {f"subskill.{subskill}" for subskill in Subskill if subskill is not Subskill.GENERAL}
    for key, row in rows.items():
        if key.startswith("subskill.") and key not in wanted:
            yield row.error(f"{key!r} is no sub-skill", ("key",))
    for key in sorted(wanted - rows.keys()):
        yield KeywordsError(str(folders[0] / "weights.yaml"), 0, f"the weight {key!r} is missing")


def _covered_after_all(folders: Sequence[Path], known: dict[str, str]) -> Iterator[KeywordsError]:
    """Terms listed as left out on purpose must say why, and must not be matched."""
    for folder in folders:
        if not (folder / LEFT_OUT).is_file():
            continue
        for row in entry_rows([folder], LEFT_OUT, key="term"):
            if not row.data.get("reason"):
                yield row.error(f"{row.data['term']!r} is left out without a reason")
            if alias := known.get(form_key(row.data["term"])):
                yield row.error(f"{row.data['term']!r} is left out, but {alias!r} matches it")


def _misread_orders(folders: list[Path], loaded: Keywords) -> Iterator[KeywordsError]:
    """Every example of an order to a machine is found as one, and no honest sentence is."""
    row = whole_row(folders, ORDERS)
    examples = loaded.orders.examples
    for kind, texts in (("orders", examples.orders), ("honest", examples.honest)):
        for i, text in enumerate(texts):
            if bool(find_orders(text, loaded.orders)) is not (kind == "orders"):
                problem = "is not found as an order" if kind == "orders" else "is taken for an order"
                yield row.error(f"{text!r} {problem}", ("examples", kind, i))
