"""Find the keyword files and read them into `Keywords`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from pydantic import TypeAdapter

from ats_medai.collector import no_collection
from ats_medai.errors import KeywordsError
from ats_medai.keywords.references import dangling
from ats_medai.keywords.rows import Row, overlay, read_row, read_rows, to_value
from ats_medai.keywords.variants import forms_of
from ats_medai.model import (
    AdvertWords,
    Check,
    Concept,
    Cues,
    EntryWords,
    Guide,
    Headings,
    Keywords,
    OrderWords,
    Track,
    Weight,
    Wording,
)
from ats_medai.shipped import shipped

T = TypeVar("T")

CONCEPTS: Final = "concepts/*.yaml"
TRACKS: Final = "tracks.yaml"
GUIDE: Final = "guide.yaml"


def load_keywords(folder: Path | None = None) -> Keywords:
    """Give the shipped keywords, overlaid with the files of `folder` where one is given.

    A file in `folder` adds entries by id, extends one (`extend: true`) or takes one out (`disabled: true`); a file
    that is not a list of entries (headings, cues) takes the place of ours. Raises KeywordsError with file and line,
    also for an id that stands nowhere; `check_keywords` looks for what else may be wrong.
    """
    with no_collection():
        return _load(keyword_folders(folder))


def _load(folders: list[Path]) -> Keywords:
    rows = entry_rows(folders, CONCEPTS)
    concepts = _values(rows, Concept)
    for error in dangling(rows, entry_rows(folders, TRACKS), [whole_row(folders, GUIDE)]):
        raise error
    return Keywords(
        concepts=tuple(sorted(concepts, key=lambda concept: concept.id)),
        tracks=_entries(folders, TRACKS, Track),
        headings=_whole(folders, "headings.yaml", Headings),
        cues=_whole(folders, "cues.yaml", Cues),
        weights={weight.key: weight for weight in _entries(folders, "weights.yaml", Weight, key="key")},
        version=_fingerprint(folders),
        entries=_whole(folders, "entries.yaml", EntryWords),
        checks={check.id: check for check in _entries(folders, "readability.yaml", Check)},
        wording=_whole(folders, "wording.yaml", Wording),
        guide=_whole(folders, GUIDE, Guide),
        advert_words=_whole(folders, "advert_words.yaml", AdvertWords),
        orders=_whole(folders, "orders.yaml", OrderWords),
        forms={alias: forms_of(cased) for concept in concepts for alias, cased in cased_aliases(concept)},
        english=english_words(folders),
    )


def keyword_folders(folder: Path | None) -> list[Path]:
    """Give the folders that are read, ours first. Raises KeywordsError where `folder` is none."""
    if folder is not None and not folder.is_dir():
        raise KeywordsError(str(folder), 0, "there is no such folder")
    return [shipped("keywords"), *([folder] if folder else [])]


def entry_rows(folders: list[Path], pattern: str, key: str = "id") -> list[Row]:
    """Give the entries of the files that fit `pattern`, those of the later folders laid over the earlier."""
    paths = chain.from_iterable(sorted(folder.glob(pattern)) for folder in folders)
    return overlay(chain.from_iterable(read_rows(path) for path in paths), key)


def whole_row(folders: list[Path], name: str) -> Row:
    """Give the file `name` of the last folder that has one."""
    return read_row(next(folder / name for folder in reversed(folders) if (folder / name).is_file()))


def cased_aliases(concept: Concept) -> Iterator[tuple[str, str]]:
    """Give each alias, and it with the label's capitals ("TensorFlow"), which tell where a name has two words."""
    capitals = {word.lower(): word for word in concept.label.split()} | {concept.label.lower(): concept.label}
    for alias in concept.aliases:
        yield alias, capitals.get(alias, alias)


def english_words(folders: list[Path]) -> frozenset[str]:
    """Give the ordinary English words of english.txt."""
    path = next(folder / "english.txt" for folder in reversed(folders) if (folder / "english.txt").is_file())
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _entries(folders: list[Path], pattern: str, kind: type[T], key: str = "id") -> tuple[T, ...]:
    return _values(entry_rows(folders, pattern, key), kind)


def _values(rows: list[Row], kind: type[T]) -> tuple[T, ...]:
    adapter = TypeAdapter(kind)  # building one costs more than a file's reading
    return tuple(to_value(row, adapter) for row in rows)


def _whole(folders: list[Path], name: str, kind: type[T]) -> T:
    return to_value(whole_row(folders, name), TypeAdapter(kind))


def _fingerprint(folders: list[Path]) -> str:
    """Hash names and bytes of all files, so that two reports with one version rest on the same data."""
    digest = hashlib.sha256()
    for folder in folders:
        paths = [*folder.rglob("*.yaml"), *folder.glob("english.txt")]
        for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
