"""CSV, JSONL or Parquet of an earlier batch -> its rows again, one at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ats_medai.batch.inputs import InputError
from ats_medai.batch.parquet import NUMBERS
from ats_medai.batch.writers import COLUMNS
from ats_medai.model import Subskill

Row = dict[str, Any]
LATER = {"track", "nearest_track"}
"""Columns that tables of the first days lack."""
LISTS = ("missing_must_haves", "warnings")
MOST_FIELD = 10_000_000


def read_rows(path: Path) -> Iterator[Row]:
    """Give the rows of a batch's output: figures as numbers with two places, lists as lists, None for an empty cell.

    The output is a file or a folder of parts. Raises InputError for a file that no batch wrote.
    """
    parts = sorted(path.glob("rows/part-*.parquet")) if path.is_dir() else [path]
    reader = _from_parquet if path.is_dir() and parts else _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(str(path), f"it is no folder of parts, nor does it end in one of {' '.join(_READERS)}.")
    try:
        for part in parts:
            yield from reader(part)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, csv.Error) as error:
        raise InputError(str(path), "it is no table that `ats-medai batch` wrote.") from error


def _from_csv(path: Path) -> Iterator[Row]:
    csv.field_size_limit(MOST_FIELD)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            plain: Row = {column: row[column] or None for column in COLUMNS if column not in LATER or column in row}
            numbers = {column: float(plain[column]) for column in NUMBERS if plain[column] is not None}
            yield _with_lists({**plain, **numbers, "best_job": _truth(plain["best_job"])})


def _from_jsonl(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record.get("error"):
                yield {**record, "error": record["error"]["code"], "message": record["error"]["message"]}
            else:
                yield {**record, "error": None, **_of_report(record["report"])}


def _of_report(report: Row) -> Row:
    profile = report["profile"]
    missing = [one["label"] for one in profile["items"] if not one["earned"] and ".good." not in one["code"]]
    return {
        **{str(skill): _share(profile["items"], str(skill)) for skill in Subskill if skill is not Subskill.GENERAL},
        "profile": round(profile["score"], 2),
        "match": round(report["match"]["score"], 2) if report["match"] else None,
        "readability": round(report["readability"]["score"], 2),
        "level": report["level"]["level"],
        "missing_must_haves": missing,
        "track": report["track"],
        "nearest_track": report.get("nearest_track"),
    }


def _share(items: list[Row], skill: str) -> float | None:
    ours = [one for one in items if one["subskill"] == skill]
    possible = sum(one["possible"] for one in ours)
    return round(100 * sum(one["earned"] for one in ours) / possible, 2) if possible else None


def _from_parquet(path: Path) -> Iterator[Row]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy, and only for this kind

    with pq.ParquetFile(path) as file:
        there = [column for column in COLUMNS if column not in LATER or column in file.schema_arrow.names]
        for batch in file.iter_batches(2_000, columns=there):
            yield from map(_with_lists, batch.to_pylist())


def _with_lists(row: Row) -> Row:
    return {**row, **{column: (row[column] or "").split("; ") if row[column] else [] for column in LISTS}}


def _truth(cell: str | None) -> bool | None:
    return None if cell is None else cell == "True"


_READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    ".csv": _from_csv,
    ".jsonl": _from_jsonl,
    ".parquet": _from_parquet,
}
