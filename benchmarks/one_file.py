"""CPU time for one résumé, stage by stage, beside bare extraction of the same files."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2 as pdfium
from made_up import SAMPLES, text_of

import ats_medai
from ats_medai.documents import text_document
from ats_medai.documents.isolation import Reader
from ats_medai.documents.load import read_document
from ats_medai.documents.wire import from_json, to_json

AS_OF = date(2026, 1, 15)
Step = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds of CPU time for one file: the median over the rounds, all steps taking turns in each round."""

    pages: float
    milliseconds: dict[str, float]

    def ratio(self, step: str, to: str) -> float:
        """Give how many times `to` the step costs."""
        return self.milliseconds[step] / self.milliseconds[to]


def measure_files(files: Sequence[bytes], analyzer: ats_medai.Analyzer, rounds: int, slow_rounds: int = 1) -> Costs:
    """Measure all steps on the same files."""
    documents = {data: read_document(data, "resume.pdf") for data in files}
    resumes = {data: analyzer.read_resume(document) for data, document in documents.items()}
    steps: dict[str, Step] = {
        "pdfium": _bare_pdfium,
        "document": lambda data: read_document(data, "resume.pdf"),
        "wire": lambda data: from_json(to_json(documents[data])),
        "structure and matching": lambda data: analyzer.read_resume(documents[data]),
        "figures": lambda data: analyzer.figures(resumes[data]),
        "figures and hints on wording": lambda data: analyzer.score(resumes[data]),
        "table": lambda data: analyzer.figures(analyzer.read_resume(from_json(to_json(read_document(data, "r.pdf"))))),
    }
    slow: dict[str, Step] = {
        "pdfplumber": _pdfplumber,
        "report": lambda data: analyzer.analyze(from_json(to_json(read_document(data, "r.pdf")))),
    }
    taken: dict[str, list[float]] = {name: [] for name in (*steps, *slow)}
    for number in range(rounds):
        for name, step in (steps | (slow if number < slow_rounds else {})).items():
            taken[name].append(_cpu(step, files))
    pages = sum(len(pdfium.PdfDocument(data)) for data in files) / len(files)
    return Costs(pages, {name: 1000 * median(times) / len(files) for name, times in taken.items()})


def measure_text(analyzer: ats_medai.Analyzer, words: int, rounds: int) -> float:
    """Give the milliseconds of CPU time for structure, matching and scoring of a text of so many words."""
    document = text_document(text_of(words), "resume.txt")
    return 1000 * median(_cpu(lambda _: analyzer.figures(analyzer.read_resume(document)), [b""]) for _ in range(rounds))


def measure_warm(analyzer: ats_medai.Analyzer, data: bytes, rounds: int) -> tuple[float, float]:
    """Give seconds (clock, CPU of this process) for a whole report with advert and suggestions, all loaded."""
    job = analyzer.read_job(SAMPLES / "imaging_engineer" / "job.txt")
    analyzer.analyze(data, job)
    clock, cpu = [], []
    for _ in range(rounds):
        began, used = time.perf_counter(), time.process_time()
        analyzer.analyze(data, job)
        clock.append(time.perf_counter() - began)
        cpu.append(time.process_time() - used)
    return median(clock), median(cpu)


def make_analyzer() -> ats_medai.Analyzer:
    """Give an analyzer with its reading process started."""
    reader = Reader()
    reader.start()
    return ats_medai.Analyzer(as_of=AS_OF, reader=reader)


def real_pdfs(folder: Path) -> list[bytes]:
    """Give the PDF files of a folder that bare pdfium reads and that we do not refuse; none where it is absent."""
    found = []
    for path in sorted(folder.rglob("*.pdf")):
        data = path.read_bytes()
        try:
            _bare_pdfium(data)
            read_document(data, path.name)
        except (pdfium.PdfiumError, ats_medai.DocumentError):
            continue
        found.append(data)
    return found


def _cpu(step: Step, files: Sequence[bytes]) -> float:
    began = time.process_time()
    for data in files:
        step(data)
    return time.process_time() - began


def _bare_pdfium(data: bytes) -> int:
    characters = 0
    with pdfium.PdfDocument(data) as pdf:
        for index in range(len(pdf)):
            page = pdf[index]
            text = page.get_textpage()
            characters += len(text.get_text_range())
            text.close()
            page.close()
    return characters


def _pdfplumber(data: bytes) -> int:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def load_average() -> float:
    """Give how many processes wanted a core over the last minute; 0 where the system does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
