"""The workbook for coaches: summary, candidates, what to teach, evidence, unread files; written row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ats_medai.batch.cohort import Cohort, cohort_of, percent
from ats_medai.batch.writers import COLUMNS, EVIDENCE, Records, evidence_of, row_of
from ats_medai.errors import AtsMedaiError

SHADED = ("profile", "match", "modeling", "data", "domain", "ethics", "deployment")
WIDE = {
    "keyword": 38,
    "source": 34,
    "job": 22,
    "message": 50,
    "missing_must_haves": 60,
    "warnings": 30,
    "text": 30,
    "label": 28,
}
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in each workbook in place of the clock: the same batch gives the same bytes."""
MOST_ROWS = 1_048_575
RED, AMBER, GREEN = "#FBE0DD", "#FDF0CF", "#D3EFE6"


MEANINGS = {
    "profile": "Medical AI profile, 0 to 100: how far the résumé covers the keywords of the kind of role in `track`",
    "match": "match with the advert in `job`, 0 to 100; `best job` marks the advert that fits best",
    "readability": "machine readability, 0 to 100: which documented obstacles the file has",
    "modeling ... deployment": "coverage of each sub-skill, in percent",
    "nearest track": "the kind of role that the keywords of the résumé are nearest to",
    "missing must haves": "must-haves of the kind of role in `track` that the text does not show",
    "must met, must asked": "requirements of the advert: met by the text, and named; `preferred` likewise",
    "experience years": "total of the dated positions, overlaps counted once",
    "warnings": "codes of what the report says about the file; `ats-medai score FILE` explains each",
    "duplicate of": "another file with the same content; copies are left out of this sheet and of What to teach",
}


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
            if isinstance(value, bool):
                self.sheet.write_string(self.row, at, "yes" if value else "no")
            elif isinstance(value, (int, float)):
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
        book.set_properties({"created": MADE})
        bold = book.add_format({"bold": True, "bottom": 1})
        summary, candidate_sheet, teaching = map(book.add_worksheet, ("Summary", "Candidates", "What to teach"))
        good = tuple(column for column in COLUMNS if column not in {"error", "message"})
        candidates = _Sheet(candidate_sheet, good, bold)
        evidence = _Sheet(book.add_worksheet("Evidence"), EVIDENCE, bold)
        unread = _Sheet(book.add_worksheet("Unread files"), ("source", "error", "message"), bold)
        cohort = cohort_of(_written(records, candidates, evidence, unread))
        gaps = _teach(teaching, cohort, bold)
        _shade(candidates, book)
        _summarise(summary, cohort, bold)
        for sheet in (candidates, gaps, evidence, unread):
            sheet.close()


def _written(records: Records, candidates: _Sheet, evidence: _Sheet, unread: _Sheet) -> Iterator[dict[str, Any]]:
    """Write each file's rows, and hand them on: of a file that was not read one row, however many adverts there are."""
    for group in records:
        rows = [row_of(record) for record in group]
        if rows[0]["error"]:
            unread.add(rows[0])
            yield rows[0]
            continue
        for record, row in zip(group, rows, strict=True):
            candidates.add(row)
            yield {**row, "missing_must_haves": record["missing_must_haves"]}
        for line in evidence_of(group):
            evidence.add(line)


def _teach(sheet: Worksheet, cohort: Cohort, bold: Format) -> _Sheet:
    """Write the must-haves that are missing most often, over all and by the kind of role that each résumé is near."""
    groups = {f"nearest {group.track} (of {group.scored})": dict(group.missing) for group in cohort.by_track}
    gaps = _Sheet(sheet, ("keyword", "missing in", "of", "percent", *groups), bold)
    for at, title in enumerate(groups, start=4):
        sheet.set_column(at, at, max(13, len(title) + 2))
    for label, count in cohort.missing:
        share = round(percent(count, cohort.scored))
        row = {"keyword": label, "missing in": count, "of": cohort.scored, "percent": share}
        gaps.add({**row, **{title: missing.get(label, 0) for title, missing in groups.items()}})
    return gaps


def _shade(candidates: _Sheet, book: xlsxwriter.Workbook) -> None:
    bands = (("<", 30, RED), ("between", (30, 59.99), AMBER), (">=", 60, GREEN))
    for column in SHADED:
        at = candidates.columns.index(column)
        for criteria, value, colour in bands:
            limits = {"minimum": value[0], "maximum": value[1]} if isinstance(value, tuple) else {"value": value}
            rule = {"type": "cell", "criteria": criteria, **limits, "format": book.add_format({"bg_color": colour})}
            candidates.sheet.conditional_format(1, at, max(candidates.row - 1, 1), at, rule)


def _summarise(sheet: Worksheet, cohort: Cohort, bold: Format) -> None:
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 3, 15)
    tables: list[tuple[tuple[str, ...], list[tuple[Any, ...]]]] = [
        (("files", "how many"), [
            ("scored, each content once", cohort.scored),
            ("copies of another file", cohort.duplicates),
            ("not read", sum(cohort.unread.values())),
            *((f"   {code.replace('_', ' ')}", count) for code, count in cohort.unread.items()),
        ]),
        (("figure", "median", "lower quartile", "upper quartile"), [
            (one.name, *(round(value, 1) for value in (one.middle, one.lower, one.upper))) for one in cohort.spreads
        ]),
        (("level", "how many"), list(cohort.levels.items())),
        (("nearest kind of role", "how many"), [(group.track, group.scored) for group in cohort.by_track]),
        (("column of Candidates", "what it says"), list(MEANINGS.items())),
    ]  # fmt: skip
    at = 0
    for titles, lines in tables:
        for place, title in enumerate(titles):
            sheet.write_string(at, place, title, bold)
        for row, line in enumerate(lines, start=at + 1):
            for place, value in enumerate(line):
                write = sheet.write_string if isinstance(value, str) else sheet.write_number
                write(row, place, value)
        at += len(lines) + 2
