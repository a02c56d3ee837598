"""Parquet parts with stable names in a folder or an object store: what each holds depends on the inputs alone.

    _batch.json                   what the parts depend on, and how many files each holds
    rows/part-00000.parquet       the rows of its files, sorted by source like the parts themselves
    evidence/part-00000.parquet   one line for each résumé and concept; written before the rows
    _done.json                    written last: how many files were scored and not read

A part is put there whole, so a chunk that runs twice writes the same part twice and no row is doubled.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ats_medai.batch.inputs import Input, InputError
from ats_medai.batch.parquet import table_of
from ats_medai.batch.places import Place
from ats_medai.batch.record import Record
from ats_medai.batch.writers import COLUMNS, EVIDENCE, evidence_of, row_of

PLAN, DONE, ROWS, LINES = "_batch.json", "_done.json", "rows", "evidence"
MOST_FILES = 500
"""Files a part at most: some seconds of work, which is what a lost worker costs, and some 100 KB."""
SHARE = 4
"""Parts for each process of a small batch, so that all have work to the end."""

Told = tuple[str, str | None, str | None]
"""Of each file: source, hash of the content, code of the error."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the parts of a place hold."""

    head: Mapping[str, Any]
    inputs: str
    files: int
    files_a_part: int

    @property
    def parts(self) -> range:
        """The numbers of the parts."""
        return range(-(-self.files // self.files_a_part))

    def of_part(self, inputs: Sequence[Input], number: int) -> Sequence[Input]:
        """Give the inputs of a part."""
        return inputs[number * self.files_a_part : (number + 1) * self.files_a_part]


def make_plan(inputs: Sequence[Input], head: Mapping[str, Any], processes: int) -> Plan:
    """Cut the inputs into parts."""
    digest = hashlib.sha256("\0".join(one.source for one in inputs).encode()).hexdigest()
    share = -(-len(inputs) // (SHARE * processes))
    return Plan(dict(head), digest, len(inputs), max(1, min(MOST_FILES, share)))


def read_plan(place: Place) -> Plan | None:
    """Give the plan of the batch that was begun there; None where there is none."""
    data = place.read(PLAN)
    try:
        return Plan(**json.loads(data)) if data is not None else None
    except (ValueError, TypeError) as error:
        raise InputError(str(place), f"its {PLAN} is not ours. Choose another folder.") from error


def begin(place: Place, plan: Plan) -> None:
    """Write the plan, after taking away what an earlier batch left there."""
    place.remove(DONE)
    for folder in (ROWS, LINES):
        for name in place.names(folder):
            if re.fullmatch(r"part-\d{5,}\.parquet", name):
                place.remove(f"{folder}/{name}")
    place.write(PLAN, _json({"head": plan.head, "inputs": plan.inputs, "files": plan.files,
                             "files_a_part": plan.files_a_part}))  # fmt: skip


def is_used(place: Place) -> bool:
    """Tell whether a batch stands there, or anything else in the folders for its parts."""
    return place.read(PLAN) is not None or bool(place.names(ROWS) or place.names(LINES))


def write_part(place: Place, number: int, groups: Iterable[list[Record]]) -> list[Told]:
    """Write the records of one part, and tell of each file what the end of the batch needs."""
    records = [record for group in groups for record in group]
    place.write(_name(LINES, number), _bytes(table_of(list(evidence_of(records)), EVIDENCE)))
    rows = table_of([row_of(record) for record in records], COLUMNS)
    place.write(_name(ROWS, number), _bytes(rows))
    return _told(rows)


def read_told(place: Place, number: int) -> list[Told] | None:
    """Tell the same of a part that is there already; None where it is not."""
    data = place.read(_name(ROWS, number))
    return None if data is None else _told(pq.read_table(io.BytesIO(data), columns=["source", "sha256", "error"]))


def mark_duplicates(place: Place, number: int, first: Mapping[str, str]) -> None:
    """Write in a part which of its files have the content of another, by source of the one and of the other."""
    data = place.read(_name(ROWS, number))
    assert data is not None
    table = pq.read_table(io.BytesIO(data))
    named = pa.array([first.get(source) for source in table["source"].to_pylist()], pa.string())
    at = table.column_names.index("duplicate_of")
    place.write(_name(ROWS, number), _bytes(table.set_column(at, "duplicate_of", named)))


def finish(place: Place, read: int, errors: Mapping[str, int]) -> None:
    """Say that all parts are there."""
    place.write(DONE, _json({"read": read, "errors": dict(errors)}))


def _name(folder: str, number: int) -> str:
    return f"{folder}/part-{number:05}.parquet"


def _told(rows: pa.Table) -> list[Told]:
    columns = (rows[name].to_pylist() for name in ("source", "sha256", "error"))
    return list(dict.fromkeys(zip(*columns, strict=True)))


def _bytes(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    return buffer.getvalue()


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
