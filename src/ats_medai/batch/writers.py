"""Records -> JSONL, CSV, Parquet or a workbook. Cells that come from a document can never become formulas."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ats_medai.batch.record import Record

COLUMNS = (
    "source", "job", "best_job", "error", "message", "profile", "match", "readability", "level",
    "track", "nearest_track",
    "modeling", "data", "domain", "ethics", "deployment", "missing_must_haves",
    "must_met", "must_asked", "preferred_met", "preferred_asked", "experience_years",
    "warnings", "characters", "duplicate_of", "sha256",
)  # fmt: skip
EVIDENCE = ("source", "concept", "label", "subskill", "mentions", "shown", "section", "text")
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

Records = Iterable[list[Record]]


def row_of(record: Record) -> dict[str, Any]:
    """Give the table row of a record: one plain value for each column."""
    error = record.get("error") or {}
    row = {column: record.get(column) for column in COLUMNS}
    row |= {"error": error.get("code"), "message": error.get("message")}
    for column in ("missing_must_haves", "warnings"):
        row[column] = "; ".join(record.get(column) or ())
    return row


def evidence_of(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Give the evidence lines of the records: one for each file and concept, however many adverts there are."""
    told: set[str] = set()
    for record in records:
        if record["source"] in told:
            continue
        told.add(record["source"])
        for line in record.get("evidence", ()):
            yield {"source": record["source"], "section": None, "text": None, **line}


def safe(value: Any) -> Any:  # noqa: ANN401 - a cell
    """Give the cell with an apostrophe before anything that a spreadsheet would run as a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value


def write_jsonl(path: Path, records: Records) -> None:
    """Write one record a line, as it is."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for group in records:
            for record in group:
                file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def write_csv(path: Path, records: Records) -> None:
    """Write the rows; UTF-8 with a mark, which spreadsheets need to read accents."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for group in records:
            writer.writerows([safe(value) for value in row_of(record).values()] for record in group)


def beside(output: Path) -> Path:
    """Give where the evidence of a Parquet output stands; the output itself for all others, which hold theirs."""
    return output.with_suffix(".evidence.parquet") if output.suffix == ".parquet" else output


def writer_for(output: Path) -> Callable[[Path, Records], None] | None:
    """Give the writer of this output's ending; None where there is none. Heavy libraries load only here."""
    if output.suffix == ".parquet":
        from ats_medai.batch.parquet import write_parquet  # noqa: PLC0415

        return write_parquet
    if output.suffix == ".xlsx":
        from ats_medai.batch.workbook import write_workbook  # noqa: PLC0415

        return write_workbook
    return {".jsonl": write_jsonl, ".csv": write_csv}.get(output.suffix)
