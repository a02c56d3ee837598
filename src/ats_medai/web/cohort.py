"""Many résumés: what is known of each file, the rows of the table, and what the group lacks. No widgets here."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ats_medai.batch.record import Record, error_record, short_record
from ats_medai.batch.writers import writer_for
from ats_medai.errors import DocumentError
from ats_medai.model import Job, Report, Resume, Subskill

SKILLS = {
    Subskill.MODELING: "Model",
    Subskill.DATA: "Data",
    Subskill.DOMAIN: "Domain",
    Subskill.ETHICS: "Ethics",
    Subskill.DEPLOYMENT: "MLOps",
}
HARD_TO_READ = 70.0
MOST_KEPT = 64 << 20
"""Bytes of files that a group keeps, so that an opened one can be shown as it looks or handed back with comments."""
NEARLY = 10
"""Points below "ready" that still count as nearly."""


@dataclass(slots=True)
class Candidate:
    """One file: what was read or why not, and its records by (advert, kind of role)."""

    id: str
    name: str
    resume: Resume | None = None
    error: DocumentError | None = None
    duplicate_of: str = ""
    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    original: bytes | None = None
    """The file, where the group has room for it."""

    def shown(self, *, hidden: bool) -> str:
        """Give the name to show: the id where names are hidden."""
        return self.id if hidden else f"{self.id} {self.name}"


@dataclass(slots=True)
class Cohort:
    """The files of a session, in the order in which they got their ids."""

    candidates: list[Candidate] = field(default_factory=list)

    def add(self, name: str, outcome: Resume | DocumentError, data: bytes | None = None) -> Candidate:
        """Take a file in, read or not; it gets the next id, and is told where the same text was there before."""
        one = Candidate(f"C-{len(self.candidates) + 1:03d}", name)
        if isinstance(outcome, DocumentError):
            one.error = outcome
        else:
            one.resume = outcome
            same = (other for other in self.candidates if other.resume and _same(other.resume, outcome))
            one.duplicate_of = next((other.id for other in same), "")
            kept = sum(len(other.original or b"") for other in self.candidates)
            one.original = data if data and kept + len(data) <= MOST_KEPT else None
        self.candidates.append(one)
        return one

    def by_id(self, wanted: str) -> Candidate:
        """Give the candidate with this id."""
        return next(one for one in self.candidates if one.id == wanted)


def record_of(one: Candidate, report: Report | None, job: str | None) -> Record:
    """Give the row of a candidate: the figures, or the error."""
    if report is None or one.resume is None:
        assert one.error is not None
        return error_record(one.name, one.error, job)
    row = short_record(one.name, report, job)
    return {**row, "duplicate_of": one.duplicate_of} if one.duplicate_of else row


def state_of(one: Candidate) -> str:
    """Say how the file stands."""
    if one.error is not None:
        return f"not read: {one.error.code.replace('_', ' ')}"
    return f"same as {one.duplicate_of}" if one.duplicate_of else "ok"


def what_to_teach(records: Iterable[Record]) -> list[tuple[str, int]]:
    """Give the must-haves that are most often missing, and in how many résumés."""
    missing = Counter(label for record in records for label in record.get("missing_must_haves", ()))
    return sorted(missing.items(), key=lambda pair: (-pair[1], pair[0]))


def spread(scores: Iterable[float]) -> list[tuple[int, int]]:
    """Count the scores in steps of ten: (lower end, how many)."""
    counts = Counter(min(90, int(score // 10) * 10) for score in scores)
    return [(low, counts[low]) for low in range(0, 100, 10)]


def to_file(records: Sequence[Sequence[Record]], ending: str, names: dict[str, str] | None = None) -> bytes:
    """Give the batch table as bytes; `names` puts ids in place of file names, and leaves out quotes of the texts."""
    if names is not None:
        records = [[_nameless(record, names) for record in group] for group in records]
    with tempfile.TemporaryDirectory(prefix="ats-medai-") as folder:  # the writers write files; gone at once
        path = Path(folder) / f"table{ending}"
        write = writer_for(path)
        assert write is not None
        write(path, [list(group) for group in records])
        return path.read_bytes()


def without_name(report: Report, shown: str) -> Report:
    """Give the report with name, e-mail, phone and links blacked out, letter for letter, so that places stay right.

    Each word of the name goes wherever it stands, in a list of publications as well.
    """
    resume = report.resume
    contact, document = resume.contact, resume.document
    spans = [span for span in (contact.email, contact.phone, *contact.links) if span]
    whole = sorted({document[span].strip() for span in spans}, key=len, reverse=True)
    names = re.findall(r"[^\W\d_]{2,}", document[contact.name]) if contact.name else []
    patterns = [*(re.escape(words) for words in whole if words), *(rf"\b{re.escape(name)}\b" for name in names)]
    text = document.text
    for pattern in patterns:
        text = re.sub(pattern, _blacked, text, flags=re.IGNORECASE)
    masked = replace(document, text=text, source=shown, naive_text=None)
    return replace(report, resume=replace(resume, document=masked))


def _blacked(found: re.Match[str]) -> str:
    return "█" * len(found[0])


def best_job(one: Candidate, jobs: Sequence[tuple[str, Job]], track: str) -> str:
    """Name the advert that fits best; of equals the first; empty where there are fewer than two."""
    matches = {name: one.records.get((name, track), {}).get("match") for name, _ in jobs}
    known = {name: match for name, match in matches.items() if match is not None}
    return max(known, key=lambda name: known[name]) if len(known) > 1 else ""


def _same(one: Resume, other: Resume) -> bool:
    return one.document.text == other.document.text


def _nameless(record: Record, names: dict[str, str]) -> Record:
    kept = {**record, "source": names[record["source"]]}
    kept.pop("evidence", None)
    return kept
