"""What must not move a figure: names, pronouns, addresses, schools, employers, date formats, spelling, file format.

    python benchmarks/fairness.py

Every sample résumé is scored as it is and with each swap; the table shows the largest change of profile and match in
points. It should be all zeros. Exit code 1 where it is not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ats_medai
from ats_medai.model import Job, Resume

SAMPLES = Path(__file__).resolve().parents[1] / "sample_resumes"
AS_OF = date(2026, 1, 15)

NAMES = ("Jürgen Wójcik", "Fatima Al-Sayed", "Lakshmi Venkataraman", "Nguyễn Thị Mai", "Siobhan O'Neill-Smith", "Bo Li")
PLACES = ("Boise, Idaho", "Lagos, Nigeria", "München, Deutschland")
SCHOOLS = ("Famous Old University", "Tiny Town College", "Universidad del Ejemplo")
EMPLOYERS = ("World Famous Corporation", "Smalltown Ltd", "Beispiel GmbH")
PRONOUNS = ("She", "He", "They")
SPELLING = {
    "tumour": "tumor", "anonymis": "anonymiz", "optimis": "optimiz", "normalis": "normaliz", "modelling": "modeling",
    "labelled": "labeled", "oesophag": "esophag", "haemat": "hemat", "visualis": "visualiz", "centre": "center",
}  # fmt: skip
BRITISH = (
    "Trained tumour segmentation and anonymised, normalised and labelled oesophageal scans; optimised the modelling "
    "and visualised it with a haematology centre."
)
MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "May": "May", "Jun": "June", "Jul": "July",
    "Aug": "August", "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
FORMS = ("resume.txt", "resume.pdf", "resume.docx", "resume_two_columns.pdf")

Swap = Callable[[str, Resume], Iterator[str]]


@dataclass(frozen=True)
class Row:
    """The largest change that one kind of swap makes to one sample, in points."""

    swap: str
    sample: str
    variants: int
    profile: float
    match: float


def measure(analyzer: ats_medai.Analyzer) -> list[Row]:
    """Score all samples under all swaps."""
    job = analyzer.read_job(SAMPLES / "imaging_engineer" / "job.txt")
    rows = []
    for folder in sorted(path.parent for path in SAMPLES.glob("*/resume.txt")):
        text = (folder / "resume.txt").read_text(encoding="utf-8")
        resume = analyzer.read_resume(ats_medai.text_document(text))
        for name, swap in SWAPS.items():
            rows.append(_row(name, folder.name, [_figures(analyzer, one, job) for one in swap(text, resume)]))
        forms = [analyzer.score(analyzer.read_resume(folder / form), job) for form in FORMS]
        rows.append(
            _row("file format", folder.name, [(one.profile.score, one.match.score) for one in forms if one.match])
        )
    return rows


def _figures(analyzer: ats_medai.Analyzer, text: str, job: Job) -> tuple[float, float]:
    report = analyzer.score(analyzer.read_resume(ats_medai.text_document(text)), job)
    return report.profile.score, report.match.score if report.match else 0.0


def _row(swap: str, sample: str, figures: list[tuple[float, float]]) -> Row:
    spread = [max(values) - min(values) for values in zip(*figures, strict=True)]
    return Row(swap, sample, len(figures), round(spread[0], 6), round(spread[1], 6))


# --- Swaps: each gives the text as it is and its variants ------------------------------------------------------------


def names(text: str, _: Resume) -> Iterator[str]:
    """The name at the top, and wherever else it stands."""
    yield text
    name = text.split("\n", 1)[0]
    for other in NAMES:
        yield text.replace(name, other)


def places(text: str, _: Resume) -> Iterator[str]:
    """The place in the line under the name."""
    yield text
    place = text.split("\n", 2)[1].split(" | ", maxsplit=1)[0]
    for other in PLACES:
        yield text.replace(place, other)


def schools(text: str, resume: Resume) -> Iterator[str]:
    """Every place of study."""
    yield from _replaced(text, [degree.institution for degree in resume.degrees], SCHOOLS)


def employers(text: str, resume: Resume) -> Iterator[str]:
    """Every employer."""
    yield from _replaced(text, [position.organisation for position in resume.positions], EMPLOYERS)


def pronouns(text: str, _: Resume) -> Iterator[str]:
    """A sentence about the person."""
    for pronoun in PRONOUNS:
        yield text.replace("\n- ", f"\n- {pronoun} trained PyTorch models on DICOM data.\n- ", 1)


def spelling(text: str, _: Resume) -> Iterator[str]:
    """British and American spelling."""
    british = text.replace("\n- ", f"\n- {BRITISH}\n- ", 1)
    american = british
    for old, new in SPELLING.items():
        american = american.replace(old, new)
    yield british
    yield american


def dates(text: str, _: Resume) -> Iterator[str]:
    """Months in other forms: March 2022, 03/2022, 2022-03; other dashes; other words for the present."""
    yield text
    month = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{4}})")
    number = {name: f"{i:02}" for i, name in enumerate(MONTHS, 1)}
    yield month.sub(lambda match: f"{MONTHS[match[1]]} {match[2]}", text)
    yield month.sub(lambda match: f"{number[match[1]]}/{match[2]}", text)
    yield month.sub(lambda match: f"{match[2]}-{number[match[1]]}", text)
    yield re.sub(r"(\d{4}) - ", r"\1 – ", text).replace("– Present", "– present")
    yield text.replace(" - Present", " to date")


def _replaced(text: str, old: list[str | None], new: tuple[str, ...]) -> Iterator[str]:
    yield text
    for other in new:
        changed = text
        for number, name in enumerate(sorted({name for name in old if name}), 1):
            changed = changed.replace(name, f"{other}{' ' + 'I' * number if number > 1 else ''}")
        yield changed


SWAPS: dict[str, Swap] = {
    "name": names,
    "pronoun": pronouns,
    "address": places,
    "university": schools,
    "employer": employers,
    "date format": dates,
    "spelling": spelling,
}


def rows_table(rows: Sequence[Row]) -> list[str]:
    """Give the rows as a Markdown table."""
    heads = ["| swap | sample | variants | profile moves by | match moves by |", "|---|---|---|---|---|"]
    lines = [f"| {row.swap} | {row.sample} | {row.variants} | {row.profile:.2f} | {row.match:.2f} |" for row in rows]
    return [*heads, *lines]


def main() -> int:
    """Print the table; 1 where a figure moved."""
    rows = measure(ats_medai.Analyzer(as_of=AS_OF))
    print("\n".join(rows_table(rows)))
    moved = [row for row in rows if row.profile or row.match]
    print(f"{len(moved)} of {len(rows)} rows moved a figure")
    return 1 if moved else 0


if __name__ == "__main__":
    sys.exit(main())
