"""Ids that one keyword file names and another must have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Any

from ats_medai.errors import KeywordsError
from ats_medai.keywords.rows import Row
from ats_medai.keywords.yaml_lines import Where


def dangling(concepts: Sequence[Row], tracks: Iterable[Row], others: Iterable[Row] = ()) -> list[KeywordsError]:
    """Give an error for each id that stands nowhere: in `implies`, `related`, `any_of` and `concepts`.

    `others` may end an id in a star, which stands for any ending.
    """
    known = {row.data["id"] for row in concepts}
    errors = [
        row.error(f"{key} names {name!r}, which is no concept", (key, i))
        for row in concepts
        for key in ("implies", "related")
        for i, name in enumerate(_list(row.data.get(key)))
        if name not in known or name == row.data["id"]
    ]
    for row in (*tracks, *others):
        for where, name in _named(row.data, ()):
            if not _is_known(name, known):
                errors.append(row.error(f"{name!r} is no concept", where))
    return errors


def _named(data: Any, where: Where) -> Iterator[tuple[Where, str]]:
    """Give the ids under every `any_of` and `concepts`, with their places."""
    children = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for key, child in children:
        if key in {"any_of", "concepts"}:
            yield from (((*where, key, i), name) for i, name in enumerate(_list(child)))
        else:
            yield from _named(child, (*where, key))


def _is_known(name: str, known: set[str]) -> bool:
    return name in known or (name.endswith("*") and any(fnmatchcase(one, name) for one in known))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
