"""Rows of a keyword file as plain data that knows its line; overlaid by id, then turned into values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ats_medai.errors import KeywordsError
from ats_medai.keywords.yaml_lines import Lines, Where, read_yaml

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """Plain data from a file, not yet checked."""

    data: Any
    path: Path
    lines: Lines
    where: Where = ()

    def error(self, message: str, where: Where = ()) -> KeywordsError:
        """Give the error with the line of the value at `where` inside this row."""
        return KeywordsError(str(self.path), self.lines.at((*self.where, *where)), message)


def read_row(path: Path) -> Row:
    """Give the whole file as one row."""
    data, lines = read_yaml(path)
    return Row(data, path, lines)


def read_rows(path: Path) -> list[Row]:
    """Give the items of a file that holds a list of mappings."""
    whole = read_row(path)
    if not isinstance(whole.data, list):
        raise whole.error("expected a list of entries, each starting with '- '")
    rows = [replace(whole, data=data, where=(i,)) for i, data in enumerate(whole.data)]
    for row in rows:
        if not isinstance(row.data, dict):
            raise row.error("expected an entry of 'key: value' lines")
    return rows


def overlay(rows: Iterable[Row], key: str) -> list[Row]:
    """Settle rows of one `key` value: a later `extend: true` adds to the earlier, `disabled: true` takes it out.

    A second row without either word is an error, so that nothing is replaced by accident.
    """
    settled: dict[str, Row] = {}
    for raw in rows:
        data = dict(raw.data)
        name = data.get(key)
        extend, disabled = data.pop("extend", False), data.pop("disabled", False)
        row = replace(raw, data=data)
        if not isinstance(name, str):
            raise row.error(f"the entry has no {key!r}")
        if disabled:
            if settled.pop(name, None) is None:
                raise row.error(f"{name!r} is disabled but stands nowhere before")
        elif extend:
            if name not in settled:
                raise row.error(f"{name!r} is extended but stands nowhere before")
            settled[name] = replace(row, data=_extended(settled[name].data, data))
        elif name in settled:
            first = settled[name]
            raise row.error(f"{name!r} stands already at {first.path.name}:{first.lines.at(first.where)}", (key,))
        else:
            settled[name] = row
    return list(settled.values())


def _extended(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{k: _extended(old[k], v) if k in old else v for k, v in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *new]
    return new


def to_value(row: Row, adapter: TypeAdapter[T]) -> T:
    """Give the checked value. Raises KeywordsError at the line of the first mistake."""
    try:
        return adapter.validate_python(row.data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = tuple(part for part in first["loc"] if part != "[key]")
        name = ".".join(str(part) for part in where) or "entry"
        raise row.error(f"{name}: {first['msg'].lower()}", where) from error
