"""What a worker process does: it holds one Analyzer and the adverts, and turns files into records."""

from __future__ import annotations

import json
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ats_medai.analyzer import Analyzer
from ats_medai.batch.inputs import Input
from ats_medai.batch.record import Record, error_record, full_record, short_record
from ats_medai.batch.remote import fetch
from ats_medai.collector import for_good
from ats_medai.documents.isolation import MOST_BYTES, Reader, read_path
from ats_medai.documents.wire import from_json, to_json
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.keywords import load_keywords
from ats_medai.model import BEST_TRACK, Document, Job, Report, Resume

SECONDS_A_FILE = 90
"""Backstop behind the reading process's own 60 seconds: matching is linear in a bounded text."""
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error, lzma.LZMAError)
"""What an archive raises for a member that it cannot give."""
ENCRYPTED = 1
"""The bit of a member's flags that says so."""
SUGGESTED = 50_000
"""Characters up to which a whole report holds suggestions: each is scored by reading the text again, and a résumé has
under 20,000."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that decides a row besides the file itself."""

    jobs: tuple[tuple[str, Document], ...] = ()
    """Adverts: name and text."""
    track: str = BEST_TRACK
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
        self._settings = settings
        self._archives = _Archives()
        self._jobs = [(name, self._analyzer.read_job(document)) for name, document in settings.jobs]
        self._record: Callable[[str, Report, str | None], Record] = full_record if settings.full else short_record

    def close(self) -> None:
        """End the reading process."""
        self._reader.close()

    def records(self, one: Input) -> list[Record]:
        """Give one record for each advert (one where there is none), or the error's; it lets no error of a file out."""
        try:
            resume = self._analyzer.read_resume(self._read(one))
            return self._records_of(one.source, resume)
        except DocumentError as error:
            return error_records(one, error, self._settings)
        except Exception as error:  # noqa: BLE001 - a mistake of ours costs one row, which names it, and not the batch
            return error_records(one, error, self._settings)

    def _records_of(self, source: str, resume: Resume) -> list[Record]:
        jobs: list[Job | None] = [job for _, job in self._jobs] or [None]
        report = self._report_on(resume)
        reports = [report(resume, job) for job in jobs]
        names = names_of(self._settings)
        records = [self._record(source, report, name) for report, name in zip(reports, names, strict=True)]
        for record in records[1:]:
            record.pop("evidence", None)  # it is of the résumé, whatever the advert
        return _with_best(records, reports) if len(records) > 1 else records

    def _report_on(self, resume: Resume) -> Callable[[Resume, Job | None], Report]:
        if not self._settings.full:
            return self._analyzer.figures
        return self._analyzer.analyze if len(resume.document.text) <= SUGGESTED else self._analyzer.score

    def _read(self, one: Input) -> Document:
        if one.remote:
            return self._reader.read(fetch(one), one.source)
        try:
            if one.member is not None:
                return self._reader.read(self._archives.member(one, one.member), one.source)
            _check_plain(one)
            return read_path(Path(one.path), self._reader, one.source)
        except OSError as error:
            detail = error.strerror or type(error).__name__
            raise DocumentError(one.source, ErrorCode.UNAVAILABLE, f"the system says: {detail}") from error


def names_of(settings: Settings) -> list[str | None]:
    """Give the advert that each row of a file names: none where there is but one, or none."""
    return [name for name, _ in settings.jobs] if len(settings.jobs) > 1 else [None]


def error_records(one: Input, error: BaseException, settings: Settings) -> list[Record]:
    """Give the rows of a file that could not be read, or brought its process down, or kept it too long."""
    if not isinstance(error, DocumentError):
        code = ErrorCode.TIMEOUT if isinstance(error, TimeoutError) else ErrorCode.CRASHED
        late = f"over {SECONDS_A_FILE} seconds" if code is ErrorCode.TIMEOUT else type(error).__name__
        error = DocumentError(one.source, code, late)
    return [error_record(one.source, error, name) for name in names_of(settings)]


def _with_best(records: list[Record], reports: list[Report]) -> list[Record]:
    """Mark the advert that fits best; of equals the first."""
    scores = [report.match.score if report.match else 0.0 for report in reports]
    best = scores.index(max(scores))
    return [{**record, "best_job": at == best} for at, record in enumerate(records)]


_scorer: Scorer | None = None  # one for each worker process: the pool gives a task no other way to keep it


def start(settings: Settings) -> None:
    """Set this worker process up."""
    global _scorer  # noqa: PLW0603 - see above
    with for_good():
        _scorer = Scorer(settings)


def stop() -> None:
    """End the reading process of this worker process, whatever it is doing."""
    if _scorer is not None:
        _scorer.close()


def score_chunk(inputs: Iterable[Input]) -> list[str]:
    """Give each input's records as one line of JSON."""
    assert _scorer is not None
    return [to_line(_scorer.records(one)) for one in inputs]


def to_line(records: list[Record]) -> str:
    """Give the records as one line, the same bytes for the same records."""
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def settings_to_json(settings: Settings) -> str:
    """Give the settings as text for another process."""
    jobs = [[name, to_json(document).decode()] for name, document in settings.jobs]
    as_of = settings.as_of.isoformat() if settings.as_of else None
    keywords = str(settings.keywords) if settings.keywords else None
    return json.dumps([jobs, settings.track, as_of, keywords, settings.full])


def settings_from_json(text: str) -> Settings:
    """Take what `settings_to_json` gave."""
    jobs, track, as_of, keywords, full = json.loads(text)
    return Settings(
        jobs=tuple((name, from_json(document.encode())) for name, document in jobs),
        track=track,
        as_of=date.fromisoformat(as_of) if as_of else None,
        keywords=Path(keywords) if keywords else None,
        full=full,
    )


class _Archives:
    """The archive that was read last stays open: its list of members is long, and the next file is mostly beside."""

    def __init__(self) -> None:
        self._path = ""
        self._open: zipfile.ZipFile | None = None

    def member(self, one: Input, member: str) -> bytes:
        """Give the bytes of a member, unpacked no further than the limit. Raises DocumentError and OSError."""
        try:
            archive = self._archive(one.path)
            if archive.getinfo(member).flag_bits & ENCRYPTED:
                raise DocumentError(one.source, ErrorCode.ENCRYPTED)
            with archive.open(member) as file:
                data = file.read(MOST_BYTES + 1)
        except (*DAMAGED, KeyError) as error:
            detail = f"the archive does not give it: {type(error).__name__}"
            raise DocumentError(one.source, ErrorCode.CORRUPT, detail) from error
        if len(data) > MOST_BYTES:
            raise DocumentError(one.source, ErrorCode.LIMIT_EXCEEDED, f"over {MOST_BYTES >> 20} MiB")
        return data

    def _archive(self, path: str) -> zipfile.ZipFile:
        if self._open is None or self._path != path:
            if self._open is not None:
                self._open.close()
            self._path, self._open = path, zipfile.ZipFile(path)
        return self._open


def _check_plain(one: Input) -> None:
    """Raise DocumentError for what is no plain file, OSError for what is not there or may not be opened."""
    mode = os.lstat(one.path).st_mode
    if stat.S_ISDIR(mode):
        os.scandir(one.path).close()
    if not stat.S_ISREG(mode):
        detail = "it is a link, which is not followed" if stat.S_ISLNK(mode) else "it is not a plain file"
        raise DocumentError(one.source, ErrorCode.UNSUPPORTED_FORMAT, detail)
