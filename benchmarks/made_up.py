"""Made-up résumés as PDF files, as many as wanted: the samples under changed names, no two files alike."""

from __future__ import annotations

import importlib.util
import tempfile
from itertools import cycle, islice
from pathlib import Path
from types import ModuleType

SAMPLES = Path(__file__).resolve().parents[1] / "sample_resumes"
FIRST = ("Amara", "Bastian", "Chiara", "Dmitri", "Elif", "Farid", "Grace", "Hana", "Ivo", "Jun")
LAST = ("Abbott", "Bergström", "Castillo", "Dubois", "Eriksen", "Fontana", "García", "Haddad", "Ito", "Jansen")


def make_pdfs(count: int) -> list[bytes]:
    """Give `count` PDF files: each sample in one and in two columns, under another name each time."""
    drawn = list(_drawn(min(count, 60)))
    return [data + f"%% copy {number}\n".encode() for number, data in enumerate(islice(cycle(drawn), count))]


def write_folder(folder: Path, count: int) -> Path:
    """Write that many files into a new folder."""
    folder.mkdir()
    for number, data in enumerate(make_pdfs(count)):
        (folder / f"{number:06}.pdf").write_bytes(data)
    return folder


def text_of(words: int) -> str:
    """Give a résumé's text cut or repeated to so many words, its lines kept."""
    lines = (SAMPLES / "imaging_engineer" / "resume.txt").read_text(encoding="utf-8").splitlines()
    kept: list[str] = []
    left = words
    for line in cycle(lines):
        if left <= 0:
            return "\n".join(kept)
        kept.append(" ".join(line.split(" ")[:left]))
        left -= len(line.split())
    return ""


def _drawn(count: int) -> list[bytes]:
    make = _maker()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*/resume.txt"))]
    files = []
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "resume.pdf"
        for number in range(count):
            text = texts[number % len(texts)]
            name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
            draw = make.two_columns if number // len(texts) % 2 else make.one_column
            draw(path, make.parts(text.replace(text.partition("\n")[0], name)))
            files.append(path.read_bytes())
    return files


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_samples", SAMPLES / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
