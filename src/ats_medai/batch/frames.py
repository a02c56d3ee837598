"""Résumé texts in a pandas DataFrame -> figures and evidence in another; index and order are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ats_medai.analyzer import Analyzer
from ats_medai.batch.record import Record, error_record, short_record
from ats_medai.batch.writers import COLUMNS, EVIDENCE, evidence_of, row_of
from ats_medai.documents import text_document
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Job

LEFT_OUT = {"source", "job", "best_job", "duplicate_of"}


def score_frame(
    frame: pd.DataFrame, text: str = "text", job: Job | None = None, analyzer: Analyzer | None = None
) -> pd.DataFrame:
    """Give one row of figures for each row of `frame`, with its index; what cannot be read has `error` and `message`.

    `text` names the column that holds the résumés' texts. Raises KeyError where there is no such column.
    """
    rows = [row_of(record) for record in _records(frame, text, job, analyzer or Analyzer())]
    columns = [column for column in COLUMNS if column not in LEFT_OUT]
    return pd.DataFrame(rows, index=frame.index, columns=columns)


def evidence_frame(
    frame: pd.DataFrame, text: str = "text", job: Job | None = None, analyzer: Analyzer | None = None
) -> pd.DataFrame:
    """Give one row for each résumé and concept that it claims; the index repeats that of `frame`."""
    index, rows = [], []
    for label, record in zip(frame.index, _records(frame, text, job, analyzer or Analyzer()), strict=True):
        for line in evidence_of([record]):
            index.append(label)
            rows.append(line)
    columns = [column for column in EVIDENCE if column not in LEFT_OUT]
    return pd.DataFrame(rows, index=pd.Index(index, name=frame.index.name), columns=columns)


def _records(frame: pd.DataFrame, text: str, job: Job | None, analyzer: Analyzer) -> Iterator[Record]:
    for label, value in zip(frame.index, frame[text], strict=True):
        yield _record(str(label), value, job, analyzer)


def _record(source: str, value: Any, job: Job | None, analyzer: Analyzer) -> Record:  # noqa: ANN401 - a cell
    try:
        if not isinstance(value, str) or not value.strip():
            raise DocumentError(source, ErrorCode.EMPTY)  # noqa: TRY301 - one way out for all that cannot be read
        document = text_document(value, f"{source}.txt")
        return short_record(source, analyzer.figures(analyzer.read_resume(document), job), None)
    except DocumentError as error:
        return error_record(source, error, None)
