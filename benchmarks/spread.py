"""How the figures spread over kinds of people, and what may not move them: prints the page, or writes it.

    python benchmarks/spread.py [--write] [--dev FILE.jsonl]

The people in archetypes/ are made up: the guide's four levels in four kinds of role, general data science, and work far
from the field. The levels build on each other, so that an expert's text also shows what an advanced one's shows. --dev
adds real résumés, one JSON object a line with "id" and "text", in the groups that DEV names. --write puts the page, and
in it the table of fairness.py, into docs/figures.md. Exit code 1 where an aim is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from fairness import AS_OF, Row, measure, rows_table

import ats_medai
from ats_medai.model import Keywords, Proficiency
from ats_medai.scoring import profile_figure

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "figures.md"
HEAD = HERE / "figures_head.md"
DEV_FILE = HERE.parents[1] / "shared" / "gold" / "resumes_dev.jsonl"
GROUPS = ("medical_ai", "data_science", "unrelated")
NAMES = {"medical_ai": "Medical AI", "data_science": "general data science", "unrelated": "unrelated"}
TRACK_OF = {"imaging": "imaging", "nlp": "clinical_nlp", "risk": "ehr_risk", "drug": "drug_discovery"}
AT_WORK = "Medical AI at work above general data science"
ALL = "the same with Beginners"
FAR = "both above unrelated"
AIMS = {AT_WORK: 0.95, FAR: 0.98}
AIMED = "best kind of role"
"""The profile that the aims are for: people of different kinds of role are compared each by their own."""
DEV = {
    "medical_ai": ("dev-01", "dev-02", "dev-03", "dev-04", "dev-05", "dev-06", "dev-07", "dev-17"),
    "data_science": ("dev-08", "dev-09", "dev-10", "dev-11", "dev-12", "dev-13", "dev-16"),
    "unrelated": ("dev-14", "dev-15", "dev-18", "dev-19"),
}
"""By the field that each names: imaging, clinical language, clinical data, genomics and drug discovery; data work,
finance and health administration; and all else."""


@dataclass(frozen=True)
class Person:
    """One résumé with its profile in every kind of role, the one where it is highest, and its level."""

    name: str
    group: str
    scores: dict[str, float]
    role: str
    level: Proficiency

    @property
    def general(self) -> float:
        return self.scores["general"]

    @property
    def profile(self) -> float:
        """The profile that the report shows."""
        return self.scores[self.role]

    @property
    def track(self) -> str:
        """The kind of role of a made-up person in the field; empty for others."""
        return TRACK_OF.get(self.name.split("-", 1)[0], "") if self.group == "medical_ai" else ""

    @property
    def is_beginner(self) -> bool:
        """Written as a Beginner: courses and guided projects, no work in the field yet."""
        return self.name.endswith("-beginner")


def person(name: str, group: str, text: str, analyzer: ats_medai.Analyzer) -> Person:
    """Score one résumé in every kind of role."""
    keywords: Keywords = analyzer.keywords
    resume = analyzer.read_resume(ats_medai.text_document(text))
    scores = {track.id: profile_figure(resume, track, keywords).score for track in keywords.tracks}
    report = analyzer.figures(resume)
    return Person(name, group, scores, report.track, report.level.level)


def made_up(analyzer: ats_medai.Analyzer) -> list[Person]:
    """Score the people of archetypes/."""
    return [
        person(path.stem, group, path.read_text(encoding="utf-8"), analyzer)
        for group in GROUPS
        for path in sorted((HERE / "archetypes" / group).glob("*.txt"))
    ]


def real(file: Path, analyzer: ats_medai.Analyzer) -> list[Person]:
    """Score the real résumés that DEV puts into a group."""
    group_of = {name: group for group, names in DEV.items() for name in names}
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [person(row["id"], group_of[row["id"]], row["text"], analyzer) for row in rows if row["id"] in group_of]


def auc(above: Sequence[float], below: Sequence[float]) -> float:
    """Give how often one of `above` has more than one of `below`; a tie counts half."""
    won = sum((one > other) + 0.5 * (one == other) for one in above for other in below)
    return won / (len(above) * len(below))


BY: dict[str, Callable[[Person], float]] = {
    AIMED: lambda one: one.profile,
    "general": lambda one: one.general,
}


def ranks(people: Sequence[Person]) -> Iterator[tuple[str, str, float]]:
    """Give what is ranked, by which profile, and the area under the curve."""
    for by, figure in BY.items():
        field, data, far = ([figure(one) for one in people if one.group == group] for group in GROUPS)
        at_work = [figure(one) for one in people if one.group == "medical_ai" and not one.is_beginner]
        yield AT_WORK, by, auc(at_work, data)
        if len(at_work) < len(field):
            yield ALL, by, auc(field, data)
        yield FAR, by, auc([*field, *data], far)


def track_ranks(people: Sequence[Person]) -> Iterator[tuple[str, float]]:
    """Give, for each kind of role with made-up people, how well its profile tells them from general data science."""
    for track in TRACK_OF.values():
        own = [one.scores[track] for one in people if one.track == track and not one.is_beginner]
        yield track, auc(own, [one.scores[track] for one in people if one.group == "data_science"])


# --- The page --------------------------------------------------------------------------------------------------------


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> list[str]:
    """Give a Markdown table."""
    names = tuple(heads)
    body = (f"| {' | '.join(map(str, row))} |" for row in rows)
    return [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}", *body]


def spread_table(people: Sequence[Person]) -> list[str]:
    """Give lowest, middle and highest profile of every group."""
    rows = []
    for group in GROUPS:
        own = [one for one in people if one.group == group]
        for name, figure in (("general", [one.general for one in own]), ("best", [one.profile for one in own])):
            spread = (min(figure), median(figure), max(figure))
            rows.append((NAMES[group], len(own), name, *(f"{value:.0f}" for value in spread)))
    return table(("people", "number", "profile", "lowest", "middle", "highest"), rows)


def rank_table(people: Sequence[Person]) -> list[str]:
    """Give the areas under the curve beside their aims."""
    rows = ((what, by, f"{value:.3f}", _aim(what, by)) for what, by, value in ranks(people))
    return table(("what", "by the profile", "AUC", "aim"), rows)


def _aim(what: str, by: str) -> str:
    return f"at least {AIMS[what]:.2f}" if by == AIMED and what in AIMS else ""


def level_table(people: Sequence[Person]) -> list[str]:
    """Give profile and level of the made-up people of each kind of role, by what they were written as."""
    rows = []
    for one in people:
        if one.track:
            kind, number, level = one.name.split("-")
            rows.append(
                (kind, int(number), level, f"{one.general:.0f}", f"{one.scores[one.track]:.0f}", str(one.level))
            )
    heads = ("kind of role", "", "written as", "general profile", "profile of the kind", "level found")
    return table(heads, sorted(rows))


def people_table(people: Sequence[Person]) -> list[str]:
    """Give every made-up person outside the field."""
    outside = [one for one in people if one.group != "medical_ai"]
    rows = ((NAMES[one.group], one.name, f"{one.general:.0f}", f"{one.profile:.0f} ({one.role})") for one in outside)
    return table(("group", "person", "general profile", "best kind of role"), rows)


def page(people: Sequence[Person], dev: Sequence[Person], fair: Sequence[Row]) -> str:
    """Give the whole page."""
    lines = [HEAD.read_text(encoding="utf-8").rstrip(), "", "## Made-up people", "", *spread_table(people)]
    lines += ["", *rank_table(people), ""]
    lines += table(
        ("kind of role", "AUC of its people above general data science, by its own profile"),
        ((track, f"{value:.3f}") for track, value in track_ranks(people)),
    )
    lines += ["", "## Levels", "", *level_table(people), "", "## Outside the field", "", *people_table(people)]
    if dev:
        lines += ["", "## Real résumés", "", (HERE / "figures_real.md").read_text(encoding="utf-8").rstrip(), ""]
        lines += [*spread_table(dev), "", *rank_table(dev)]
    lines += ["", "## What must not move a figure", "", *rows_table(fair)]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print or write the page; 1 where an aim is missed by the made-up people, or a swap moves a figure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="write docs/figures.md")
    parser.add_argument("--dev", type=Path, default=DEV_FILE, help="real résumés, JSON lines")
    options = parser.parse_args()
    analyzer = ats_medai.Analyzer(as_of=AS_OF)
    people, fair = made_up(analyzer), measure(analyzer)
    text = page(people, real(options.dev, analyzer) if options.dev.exists() else [], fair)
    print(text)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    missed = any(value < AIMS.get(what, 0) for what, by, value in ranks(people) if by == AIMED)
    return int(missed or any(row.profile or row.match for row in fair))


if __name__ == "__main__":
    sys.exit(main())
