"""The page that lists the keywords: `python -m ats_medai.keywords.page > docs/keywords.md`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ats_medai.keywords.load import load_keywords
from ats_medai.model import Acronym, Concept, Joined, Keywords, Source, SourceKind, Subskill

INTRODUCTION = """\
# Keywords

Made from `keywords/concepts/*.yaml` by `python -m ats_medai.keywords.page`; edit those files, not this page.

A keyword is a concept with all the ways to write it. **Forms** count in any case, as whole words, with the variants
that rules make (plural, hyphen, British and American spelling, numerals): `ats-medai keywords show CONCEPT` lists them.
Forms in `code` count only in exactly this spelling; where *near* words follow, one of them must stand close by.

**Why** says what we rest on: *guide*, the skill guide names it; *adverts*, the share of 333 Medical AI adverts that
name it and, after ×, that share divided by the share among other data roles (1 % is three adverts: read it as "seen");
*track*, counts in 130 adverts of the thin tracks; *standard*, the body that keeps it; *expert*, our judgement.
"""


def page(keywords: Keywords) -> str:
    """Give the page in Markdown."""
    return "\n".join(_lines(keywords))


def _lines(keywords: Keywords) -> Iterator[str]:
    yield INTRODUCTION
    forms = {form for made in keywords.forms.values() for form in made}
    acronyms = {acronym.form for concept in keywords.concepts for acronym in concept.acronyms}
    yield f"{len(keywords.concepts):,} concepts; {len(forms) + len(acronyms):,} forms, variants included.\n"
    yield from _table(("Sub-skill", "Concepts"), [(s, str(n)) for s, n in _by_subskill(keywords.concepts).items()])
    for topic, concepts in groupby(keywords.concepts, key=lambda concept: concept.id.split(".")[0]):
        yield f"## {topic}\n"
        yield from _table(
            ("Keyword", "Sub-skill, kind", "Forms", "Why"),
            [
                (f"**{one.label}**<br>`{one.id}`<br>{one.definition}", _kind(one), _forms(one), _why(one.sources))
                for one in concepts
            ],
        )


def _by_subskill(concepts: tuple[Concept, ...]) -> dict[str, int]:
    count = Counter(concept.subskill for concept in concepts)
    return {subskill.value: count[subskill] for subskill in Subskill}


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(tuple("---" for _ in head))
    yield from map(_row, rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _kind(concept: Concept) -> str:
    return f"{concept.subskill}, {concept.category.replace('_', ' ')}"


def _forms(concept: Concept) -> str:
    aliases = [alias.replace("*", r"\*").replace("_", r"\_") for alias in concept.aliases]
    return ", ".join([*aliases, *map(_acronym, concept.acronyms), *map(_joined, concept.joined)])


def _joined(joined: Joined) -> str:
    return f"{' / '.join(joined.first[:3])} … {' / '.join(joined.last[:3])} …"


def _acronym(acronym: Acronym) -> str:
    near = f" (near {', '.join(acronym.near[:5])}{' …' if len(acronym.near) > 5 else ''})" if acronym.near else ""
    return f"`{acronym.form}`{near}"


def _why(sources: tuple[Source, ...]) -> str:
    return "; ".join(map(_source, sources))


def _source(source: Source) -> str:
    if source.kind is not SourceKind.ADVERTS:
        return f"{source.kind}: {source.note}"
    if source.share is None:
        return f"track: {source.note.removeprefix('track evidence: ')}"
    lift = f" (×{source.lift:g})" if source.lift is not None else ""
    return f"adverts: {source.share:.1%}{lift}"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page(load_keywords()))
