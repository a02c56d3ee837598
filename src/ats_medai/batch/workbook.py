"""The workbook for coaches: summary, candidates, what to teach, evidence, unread files; written row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ats_medai.batch.writers import COLUMNS, EVIDENCE, Records, evidence_of, row_of
from ats_medai.errors import AtsMedaiError

SHADED = ("profile", "match", "modeling", "data", "domain", "ethics", "deployment")
WIDE = {"source": 34, "job": 22, "message": 50, "missing_must_haves": 60, "warnings": 30, "text": 30, "label": 28}
MOST_ROWS = 1_048_575
RED, AMBER, GREEN = "#FBE0DD", "#FDF0CF", "#D3EFE6"


class TooManyRowsError(AtsMedaiError):
    """More rows than a worksheet holds."""

    def __str__(self) -> str:
        return f"A workbook holds at most {MOST_ROWS} rows a sheet. Use --output with .parquet or .csv."


class _Sheet:
    """One table sheet: heading row in place, filter on, the next row to write."""

    def __init__(self, sheet: Worksheet, columns: Sequence[str], bold: Format) -> None:
        self.sheet, self.columns, self.row = sheet, columns, 1
        sheet.freeze_panes(1, 1)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, WIDE.get(column, 13))
            sheet.write_string(0, at, column.replace("_", " "), bold)

    def add(self, row: dict[str, Any]) -> None:
        if self.row > MOST_ROWS:
            raise TooManyRowsError
        for at, column in enumerate(self.columns):
            value = row.get(column)
            if isinstance(value, (int, float)):
                self.sheet.write_number(self.row, at, value)
            elif value:
                self.sheet.write_string(self.row, at, str(value)[:32_000])
        self.row += 1

    def close(self) -> None:
        self.sheet.autofilter(0, 0, max(self.row - 1, 1), len(self.columns) - 1)


def write_workbook(path: Path, records: Records) -> None:
    """Write all sheets. Raises TooManyRowsError past what a sheet holds."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        summary = book.add_worksheet("Summary")
        good = tuple(column for column in COLUMNS if column not in {"error", "message"})
        candidates = _Sheet(book.add_worksheet("Candidates"), good, bold)
        gaps = _Sheet(book.add_worksheet("What to teach"), ("keyword", "missing_in", "of"), bold)
        evidence = _Sheet(book.add_worksheet("Evidence"), EVIDENCE, bold)
        unread = _Sheet(book.add_worksheet("Unread files"), ("source", "error", "message"), bold)
        profiles, missing = _fill(records, candidates, evidence, unread)
        for label, count in sorted(missing.items(), key=lambda pair: (-pair[1], pair[0])):
            gaps.add({"keyword": label, "missing_in": count, "of": len(profiles)})
        _shade(candidates, book)
        _summarise(summary, profiles, unread.row - 1, bold)
        for sheet in (candidates, gaps, evidence, unread):
            sheet.close()


def _fill(records: Records, candidates: _Sheet, evidence: _Sheet, unread: _Sheet) -> tuple[list[float], Counter[str]]:
    profiles: list[float] = []
    missing: Counter[str] = Counter()
    for group in records:
        for record in group:
            (unread if record.get("error") else candidates).add(row_of(record))
        if not group[0].get("error"):
            profiles.append(group[0]["profile"])
            missing.update(group[0]["missing_must_haves"])
        for line in evidence_of(group):
            evidence.add(line)
    return profiles, missing


def _shade(candidates: _Sheet, book: xlsxwriter.Workbook) -> None:
    bands = (("<", 30, RED), ("between", (30, 59.99), AMBER), (">=", 60, GREEN))
    for column in SHADED:
        at = candidates.columns.index(column)
        for criteria, value, colour in bands:
            limits = {"minimum": value[0], "maximum": value[1]} if isinstance(value, tuple) else {"value": value}
            rule = {"type": "cell", "criteria": criteria, **limits, "format": book.add_format({"bg_color": colour})}
            candidates.sheet.conditional_format(1, at, max(candidates.row - 1, 1), at, rule)


def _summarise(sheet: Worksheet, profiles: list[float], unread: int, bold: Format) -> None:
    sheet.set_column(0, 0, 44)
    lines: Iterable[tuple[str, float | int]] = [("files scored", len(profiles)), ("files not read", unread)]
    if profiles:
        low, _, high = quantiles(profiles, n=4, method="inclusive") if len(profiles) > 1 else profiles * 3
        lines = [
            *lines,
            ("median Medical AI profile", median(profiles)),
            ("lower quartile", low),
            ("upper quartile", high),
        ]
    sheet.write_string(0, 0, "Medical AI profiles of this batch", bold)
    for row, (label, value) in enumerate(lines, start=1):
        sheet.write_string(row, 0, label)
        sheet.write_number(row, 1, value)
