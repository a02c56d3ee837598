"""Read a YAML file together with the line that every value stands on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from ats_medai.errors import KeywordsError

Where = tuple[str | int, ...]
Lines = dict[Where, int]

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """Give the plain data of the file and the line (from 1) of each value by its path of keys and indices.

    Raises KeywordsError, with the line, for text that is not YAML, a repeated key or a file that cannot be read.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise KeywordsError(str(path), line, f"not YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KeywordsError(str(path), 0, f"cannot be read: {error}") from error
    lines: Lines = {}
    return (None if node is None else _plain(node, (), lines, path)), lines


def line_of(lines: Lines, where: Where) -> int:
    """Give the line of the value at `where`, or of the nearest value around it; 0 where there is none."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 0)


def _plain(node: yaml.Node, where: Where, lines: Lines, path: Path) -> Any:
    lines[where] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*where, i), lines, path) for i, child in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return _scalar(node)
    plain: dict[Any, Any] = {}
    for key_node, child in node.value:
        key = _scalar(key_node)
        if key in plain:
            raise KeywordsError(str(path), key_node.start_mark.line + 1, f"the key {key!r} stands twice")
        plain[key] = _plain(child, (*where, key), lines, path)
        lines[(*where, key)] = key_node.start_mark.line + 1
    return plain


_CONSTRUCTOR = yaml.constructor.SafeConstructor()


def _scalar(node: yaml.Node) -> Any:
    return node.value if node.tag == "tag:yaml.org,2002:str" else _CONSTRUCTOR.construct_object(node)
