"""Records -> Parquet: the rows, and beside them the evidence in long form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ats_medai.batch.record import Record
from ats_medai.batch.writers import COLUMNS, EVIDENCE, Records, beside, evidence_of, row_of

GROUP = 2_000
"""Rows held in memory at once."""
NUMBERS = {"profile", "match", "readability", "modeling", "data", "domain", "ethics", "deployment", "experience_years"}
COUNTS = {"must_met", "must_asked", "preferred_met", "preferred_asked", "characters", "mentions"}


def write_parquet(path: Path, records: Records) -> None:
    """Write the rows to `path`, and the evidence to the file beside the output that `beside` names."""
    evidence = beside(path.with_name(path.name.removesuffix(".unfinished").removeprefix(".")))
    unfinished = path.with_name(f".{evidence.name}.unfinished")
    with pq.ParquetWriter(path, _schema(COLUMNS)) as rows, pq.ParquetWriter(unfinished, _schema(EVIDENCE)) as lines:
        for groups in _batches(iter(records)):
            flat = [record for group in groups for record in group]
            rows.write_table(table_of([row_of(record) for record in flat], COLUMNS))
            lines.write_table(table_of(list(evidence_of(flat)), EVIDENCE))
    unfinished.replace(evidence)


def _batches(records: Iterator[list[Record]]) -> Iterable[list[list[Record]]]:
    while batch := list(islice(records, GROUP)):
        yield batch


def _schema(columns: Iterable[str]) -> pa.Schema:
    return pa.schema([(column, _type(column)) for column in columns])


def _type(column: str) -> pa.DataType:
    if column == "best_job":
        return pa.bool_()
    return pa.float64() if column in NUMBERS else pa.int64() if column in COUNTS else pa.string()


def table_of(rows: list[dict[str, Any]], columns: Iterable[str]) -> pa.Table:
    """Give the rows as a table with these columns."""
    return pa.Table.from_pylist([{column: row.get(column) for column in columns} for row in rows], _schema(columns))
