"""Read a YAML file together with the line that every value stands on.

Built on the parser's events: composing nodes first takes three times as long, and the keyword files are read at every
start. Plain words follow YAML 1.2, so that `no` and `on` stay words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from ats_medai.errors import KeywordsError

Where = tuple[str | int, ...]
Lines = dict[Where, int]

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
WHOLE = re.compile(r"[-+]?\d+")
NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.?\d+)(?:[eE][-+]?\d+)?")


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """Give the plain data of the file and the line (from 1) of each value by its path of keys and indices.

    Raises KeywordsError, with the line, for text that is not YAML, a repeated key or a file that cannot be read.
    """
    try:
        return _Builder(path, path.read_text(encoding="utf-8")).whole()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise KeywordsError(str(path), line, f"not YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KeywordsError(str(path), 0, f"cannot be read: {error}") from error


def line_of(lines: Lines, where: Where) -> int:
    """Give the line of the value at `where`, or of the nearest value around it; 0 where there is none."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 0)


class _Builder:
    """Turns the events of one file into plain data."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self._lines: Lines = {}
        self._anchors: dict[str, Any] = {}
        self._builders: dict[type, Callable[[Any, Where], Any]] = {
            yaml.ScalarEvent: lambda event, _: _scalar(event),
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingStartEvent: self._mapping,
            yaml.AliasEvent: self._alias,
        }

    def whole(self) -> tuple[Any, Lines]:
        data = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                data = self._value(event, ())
        return data, self._lines

    def _value(self, event: Any, where: Where) -> Any:
        self._lines.setdefault(where, event.start_mark.line + 1)
        value = self._builders[type(event)](event, where)
        if event.anchor and not isinstance(event, yaml.AliasEvent):
            self._anchors[event.anchor] = value
        return value

    def _sequence(self, _: Any, where: Where) -> list[Any]:
        values = []
        for i in count():
            event = next(self._events)
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, (*where, i)))
        return values

    def _mapping(self, _: Any, where: Where) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise KeywordsError(str(self._path), line, "a key must be a word or a number")
            key = _scalar(event)
            if key in values:
                raise KeywordsError(str(self._path), line, f"the key {key!r} stands twice")
            self._lines[(*where, key)] = line
            values[key] = self._value(next(self._events), (*where, key))
        return values

    def _alias(self, event: Any, _: Where) -> Any:
        if event.anchor not in self._anchors:
            line = event.start_mark.line + 1
            raise KeywordsError(str(self._path), line, f"*{event.anchor} stands for nothing before it")
        return self._anchors[event.anchor]


def _scalar(event: Any) -> Any:
    value = event.value
    if event.style or not event.implicit[0]:
        return value
    if value in PLAIN:
        return PLAIN[value]
    if value[0] in "0123456789-+.":
        if WHOLE.fullmatch(value):
            return int(value)
        if NUMBER.fullmatch(value):
            return float(value)
    return value
