"""Résumé texts in a pandas DataFrame -> figures and evidence in another; index and order are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ats_medai.analyzer import Analyzer
from ats_medai.batch.parquet import COUNTS, NUMBERS
from ats_medai.batch.record import Record, error_record, short_record
from ats_medai.batch.writers import COLUMNS, EVIDENCE, evidence_of, row_of
from ats_medai.documents import text_document
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Job

LEFT_OUT = {"source", "job", "best_job", "duplicate_of"}


def score_frame(
    frame: pd.DataFrame, text: str = "text", job: Job | None = None, analyzer: Analyzer | None = None
) -> pd.DataFrame:
    r"""Give one row of figures for each row of `frame`, in its order and with its index, repeated labels too.

    `text` names the column that holds the résumés' texts. What cannot be read (a missing or empty text) has `error` and
    `message`, and no figures. Figures are float64, counts Int64, words string; missing is NaN or NA. Raises KeyError
    where there is no such column.

    >>> import pandas as pd
    >>> people = pd.DataFrame({"cv": ["Experience\nTrained PyTorch on DICOM series.", None]}, index=["Ada", "Bo"])
    >>> rows = score_frame(people, "cv")
    >>> bool(rows.loc["Ada", "profile"] > 0), rows.loc["Bo", "error"]
    (True, 'empty')
    >>> people.join(rows[["profile", "level", "error"]]).columns.tolist()
    ['cv', 'profile', 'level', 'error']
    """
    rows = [row_of(record) for record in _records(frame, text, job, analyzer)]
    return _typed(rows, COLUMNS, frame.index)


def evidence_frame(
    frame: pd.DataFrame, text: str = "text", job: Job | None = None, analyzer: Analyzer | None = None
) -> pd.DataFrame:
    """Give one row for each résumé and concept that it claims; the index repeats that of `frame`, in its order.

    Arguments and types are those of `score_frame`; a text that cannot be read gives no row.
    """
    found = [list(evidence_of([record])) for record in _records(frame, text, job, analyzer)]
    places = [place for place, lines in enumerate(found) for _ in lines]
    return _typed([line for lines in found for line in lines], EVIDENCE, frame.index.take(places))


def _typed(rows: list[dict[str, Any]], columns: tuple[str, ...], index: pd.Index) -> pd.DataFrame:
    kept = [column for column in columns if column not in LEFT_OUT]
    types = {column: "float64" if column in NUMBERS else "Int64" if column in COUNTS else "string" for column in kept}
    return pd.DataFrame(rows, index=index, columns=kept).astype(types)


def _records(frame: pd.DataFrame, text: str, job: Job | None, analyzer: Analyzer | None) -> Iterator[Record]:
    analyzer = analyzer or Analyzer()
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
