"""Read a YAML file together with the line that every value stands on.

Built on the parser's events: composing nodes first takes three times as long, and the keyword files are read at every
start. Lines are sought in a second reading, which only a mistake asks for. Plain words follow YAML 1.2, so that `no`
and `on` stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from ats_medai.errors import KeywordsError

Where = tuple[str | int, ...]

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
WHOLE = re.compile(r"[-+]?\d+")
NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.?\d+)(?:[eE][-+]?\d+)?")


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """Give the plain data of the file and the lines that its values stand on.

    Raises KeywordsError, with the line, for text that is not YAML, a repeated key or a file that cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return _Builder(path, text).whole(), Lines(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise KeywordsError(str(path), line, f"not YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KeywordsError(str(path), 0, f"cannot be read: {error}") from error


class Lines:
    """The line (from 1) of each value of a text, by its path of keys and indices; made when a line is first asked for.

    Only mistakes need lines, and noting them all takes longer than reading the data.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, where: Where) -> int:
        """Give the line of the value at `where`, or of the nearest value around it; 0 for an empty text."""
        while where and where not in self._made:
            where = where[:-1]
        return self._made.get(where, 0)

    @cached_property
    def _made(self) -> dict[Where, int]:
        root = yaml.compose(self._text, Loader=LOADER)
        return dict(_lines(root, ())) if root else {}


def _lines(node: yaml.Node, where: Where) -> Iterator[tuple[Where, int]]:
    yield where, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            yield from _lines(value, (*where, i))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inside = (*where, _plain(key.value) if key.style is None else key.value)
            yield from _lines(value, inside)
            yield inside, key.start_mark.line + 1


class _Builder:
    """Turns the events of one file into plain data."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
        self._anchors: dict[str, Any] = {}

    def whole(self) -> Any:
        data = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                data = self._value(event)
        return data

    def _value(self, event: Any) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if kind is yaml.ScalarEvent:
            value = _scalar(event)
        else:
            value = self._sequence() if kind is yaml.SequenceStartEvent else self._mapping()
        if event.anchor:
            self._anchors[event.anchor] = value
        return value

    def _sequence(self) -> list[Any]:
        values: list[Any] = []
        for event in self._events:
            if type(event) is yaml.SequenceEndEvent:
                break
            values.append(self._value(event))
        return values

    def _mapping(self) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for event in self._events:
            kind = type(event)
            if kind is yaml.MappingEndEvent:
                break
            if kind is not yaml.ScalarEvent:
                raise self._error(event, "a key must be a word or a number")
            key = _scalar(event)
            if key in values:
                raise self._error(event, f"the key {key!r} stands twice")
            values[key] = self._value(next(self._events))
        return values

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self._anchors:
            raise self._error(event, f"*{event.anchor} stands for nothing before it")
        return self._anchors[event.anchor]

    def _error(self, event: Any, message: str) -> KeywordsError:
        return KeywordsError(str(self._path), event.start_mark.line + 1, message)


def _scalar(event: Any) -> Any:
    return event.value if event.style or not event.implicit[0] else _plain(event.value)


def _plain(value: str) -> Any:
    """Give what a word without quotation marks stands for."""
    if value in PLAIN:
        return PLAIN[value]
    if value[0] in "0123456789-+.":
        if WHOLE.fullmatch(value):
            return int(value)
        if NUMBER.fullmatch(value):
            return float(value)
    return value
