"""The report for a terminal or a text file."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.model import Figure, Report


def report_text(report: Report, *, explain: bool = False) -> str:
    """Give the report as plain text; with `explain` every item with its factors and the quoted evidence."""
    return "\n".join(_lines(report, explain=explain)) + "\n"


def _lines(report: Report, *, explain: bool) -> Iterator[str]:
    figures = [report.profile, *([report.match] if report.match else []), report.readability]
    for figure in figures:
        yield f"{figure.name}: {figure.score:.0f} of 100 ({figure.band})"
    yield f"Level: {report.level.level}"
    yield f"As of {report.as_of.isoformat()}, track {report.track}, keywords {report.keywords_version}"
    if explain:
        for figure in figures:
            yield from _account(figure, report)


def _account(figure: Figure, report: Report) -> Iterator[str]:
    yield f"\n{figure.name}"
    for item in figure.items:
        quotes = ", ".join(repr(report.resume.document[span]) for span in item.evidence)
        yield f"  {item.earned:6.2f} of {item.possible:5.2f}  {item.label}  {quotes}"
