"""What a worker process does: it holds one Analyzer and the adverts, and turns files into records."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ats_medai.analyzer import Analyzer
from ats_medai.batch.inputs import Input
from ats_medai.batch.record import Record, error_record, full_record, short_record
from ats_medai.documents.isolation import MOST_BYTES, Reader, read_path
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.keywords import load_keywords
from ats_medai.model import Document, Job, Report, Resume

SUGGESTED = 50_000
"""Characters up to which a whole report holds suggestions: each is scored by reading the text again, and a résumé has
under 20,000."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that decides a row besides the file itself."""

    jobs: tuple[tuple[str, Document], ...] = ()
    """Adverts: name and text."""
    track: str = "general"
    as_of: date | None = None
    keywords: Path | None = None
    full: bool = True
    """Whole reports (JSONL), or the columns of a table."""


class Scorer:
    """An Analyzer with its adverts read once."""

    def __init__(self, settings: Settings) -> None:
        self._reader = Reader()
        self._analyzer = Analyzer(
            load_keywords(settings.keywords), track=settings.track, as_of=settings.as_of, reader=self._reader
        )
        self._jobs = [(name, self._analyzer.read_job(document)) for name, document in settings.jobs]
        self._full = settings.full
        self._record: Callable[[str, Report, str | None], Record] = full_record if settings.full else short_record

    def records(self, one: Input) -> list[Record]:
        """Give one record for each advert (one where there is none), or the error's."""
        names: list[str | None] = [name for name, _ in self._jobs] if len(self._jobs) > 1 else [None]
        try:
            resume = self._analyzer.read_resume(_read(one, self._reader))
        except DocumentError as error:
            return [error_record(one.source, error, name) for name in names]
        jobs: list[Job | None] = [job for _, job in self._jobs] or [None]
        report = self._report_on(resume)
        reports = [report(resume, job) for job in jobs]
        records = [self._record(one.source, report, name) for report, name in zip(reports, names, strict=True)]
        return _with_best(records, reports) if len(records) > 1 else records

    def _report_on(self, resume: Resume) -> Callable[[Resume, Job | None], Report]:
        if not self._full:
            return self._analyzer.figures
        return self._analyzer.analyze if len(resume.document.text) <= SUGGESTED else self._analyzer.score


def _with_best(records: list[Record], reports: list[Report]) -> list[Record]:
    """Mark the advert that fits best; of equals the first."""
    scores = [report.match.score if report.match else 0.0 for report in reports]
    best = scores.index(max(scores))
    return [{**record, "best_job": at == best} for at, record in enumerate(records)]


_scorer: Scorer | None = None  # one for each worker process: the pool gives a task no other way to keep it


def start(settings: Settings) -> None:
    """Set this worker process up."""
    global _scorer  # noqa: PLW0603 - see above
    _scorer = Scorer(settings)


def score_chunk(inputs: Iterable[Input]) -> list[str]:
    """Give each input's records as one line of JSON."""
    assert _scorer is not None
    return [to_line(_scorer.records(one)) for one in inputs]


def to_line(records: list[Record]) -> str:
    """Give the records as one line, the same bytes for the same records."""
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def _read(one: Input, reader: Reader) -> Document:
    try:
        if one.member is not None:
            return _from_archive(one, one.member, reader)
        mode = one.path.lstat().st_mode
        if not stat.S_ISREG(mode):
            detail = "a link" if stat.S_ISLNK(mode) else "not a plain file"
            raise DocumentError(one.source, ErrorCode.UNSUPPORTED_FORMAT, f"it is {detail}, which is not followed")
        return read_path(one.path, reader, one.source)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise DocumentError(one.source, ErrorCode.CORRUPT, f"the system does not give it: {detail}") from error


def _from_archive(one: Input, member: str, reader: Reader) -> Document:
    with zipfile.ZipFile(one.path) as archive, archive.open(member) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DocumentError(one.source, ErrorCode.LIMIT_EXCEEDED, f"over {MOST_BYTES >> 20} MiB")
    return reader.read(data, one.source)
