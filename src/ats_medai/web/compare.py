"""A group before and now: who is in both, what moved, which must-haves were learnt. No widgets here."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ats_medai.batch.cohort import Change, Cohort, change_of, cohort_of
from ats_medai.batch.record import Record
from ats_medai.batch.tables import read_rows

Row = Mapping[str, Any]
TABLES = ("csv", "jsonl")
"""Endings of tables that are taken; a workbook or Parquet file would need a parser that is not kept apart."""
_ENDING = re.compile(r"(?<=[^/.])\.[^./]*$")
_ID = re.compile(r"C-\d{3,}")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose résumé stands in both groups: the source of the row now, and the profile before and now."""

    source: str
    before: float
    now: float

    @property
    def change(self) -> float:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved. `whole`: nobody stands in both, so the groups as a whole are compared."""

    change: Change
    now: Cohort
    people: tuple[Person, ...]
    only_before: int
    only_now: int
    whole: bool

    @property
    def learnt(self) -> tuple[tuple[str, float, float], ...]:
        """Must-haves that fewer lack now: label, percent that lacked it before and now; the most improved first."""
        fewer = [one for one in self.change.missing if one[2] < one[1]]
        return tuple(sorted(fewer, key=lambda one: (one[2] - one[1], one[0])))


def compare(before: Iterable[Row], now: Iterable[Row]) -> Comparison:
    """Compare two groups by their rows; people are matched by the names of their files."""
    earlier, later = _by_key(before, "before"), _by_key(now, "now")
    both = [key for key in later if key in earlier]
    kept = [{**later[key], "source": key} for key in both or later]
    older = [{**earlier[key], "source": key} for key in both or earlier]
    group = cohort_of(kept)
    people = [Person(str(later[key]["source"]), earlier[key]["profile"], later[key]["profile"]) for key in both]
    people.sort(key=lambda one: (-one.change, one.source))
    return Comparison(
        change_of(cohort_of(older), group), group, tuple(people),
        len(earlier) - len(both), len(later) - len(both), whole=not both,
    )  # fmt: skip


def rows_of(records: Iterable[Record]) -> list[Record]:
    """Give a session's records as rows of a table: an error is its code."""
    return [{**one, "error": one["error"]["code"] if one.get("error") else None} for one in records]


def rows_in(data: bytes, name: str) -> list[Record]:
    """Give the rows of a table that was made here or by `ats-medai batch`. Raises InputError."""
    with tempfile.TemporaryDirectory(prefix="ats-medai-") as folder:  # read as a file; gone at once
        path = Path(folder) / f"table.{name.rpartition('.')[2].lower()}"
        path.write_bytes(data)
        return list(read_rows(path))


def keys_of(names: Sequence[str]) -> dict[str, str]:
    """Give for each file name what it is matched by: no ending, no capitals, no folder that all of them stand in.

    Where two files would be matched by the same (a PDF beside a DOCX), the endings count as well.
    """
    paths = {name: PurePosixPath(name.replace("\\", "/")) for name in names}
    tops = {path.parts[0] for path in paths.values() if path.parts}
    inner = len(tops) == 1 and all(len(path.parts) > 1 for path in paths.values())
    cut = {name: "/".join(path.parts[inner:]).casefold() for name, path in paths.items()}
    short = {name: _ENDING.sub("", path) for name, path in cut.items()}
    times = Counter(short.values())
    return {name: short[name] if times[short[name]] == 1 else cut[name] for name in names}


def _by_key(rows: Iterable[Row], side: str) -> dict[str, Row]:
    """Give the rows that were read, by what they are matched by; of several adverts the best, of copies the first.

    Ids that stand for hidden names are good for one group only, so they match nothing.
    """
    read = [row for row in rows if not row.get("error") and not row.get("duplicate_of")]
    read = [row for row in read if row.get("best_job") is not False]
    keys = keys_of(list(dict.fromkeys(str(row["source"]) for row in read)))
    found: dict[str, Row] = {}
    for number, row in enumerate(read):
        name = str(row["source"])
        key = f"{side} {number}" if _ID.fullmatch(name) else keys[name]
        found.setdefault(key, row)
    return found
