"""OCR of our own samples as scans: share of characters right and CPU seconds a page, for two engines.

    python benchmarks/ocr.py                       needs the extra `ocr`
    python benchmarks/ocr.py --engine rapidocr     needs rapidocr and onnxruntime

The samples' pages are rendered, turned by a degree and roughened, and put into a PDF as JPEG pictures. The truth is
the text that the project itself reads from the sample. Both engines' words go through the project's own layout.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein

from ats_medai.documents.assemble import assemble
from ats_medai.documents.load import read_document
from ats_medai.documents.ocr import DPI, Recogniser
from ats_medai.documents.ocr_lines import Seen, SeenLine, level_words
from ats_medai.documents.pdf import read_pdf
from ats_medai.documents.words import PageWords

SAMPLES = Path(__file__).resolve().parents[1] / "sample_resumes"
LAYOUTS = {"one column": "resume.pdf", "two columns": "resume_two_columns.pdf"}
KINDS = ("clean", "turned", "noisy", "both")
Read = Callable[[pdfium.PdfPage], PageWords]


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine made of one scan."""

    right: float
    """Share of the characters, 0 to 1: one less the Levenshtein distance a character of the truth."""
    seconds: float
    """CPU time a page, rendering included."""


def scan(sample: bytes, dpi: int, kind: str) -> bytes:
    """Give the sample as a scanner would: a PDF of pictures."""
    with pdfium.PdfDocument(sample) as pdf:
        pictures = [roughen(page.render(scale=dpi / 72, grayscale=True).to_pil(), dpi, kind) for page in pdf]
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi, quality=85)
    return file.getvalue()


def roughen(picture: Image.Image, dpi: int, kind: str) -> Image.Image:
    """Turn by a degree; grey paper, grain, specks and a soft focus, always the same."""
    if kind in {"turned", "both"}:
        picture = picture.rotate(1, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if kind in {"noisy", "both"}:
        dice = np.random.default_rng(1)
        grey = 10 + np.asarray(picture) * (235 / 255) + dice.normal(0, 18, (picture.height, picture.width))
        specks = picture.height * picture.width // 2000
        grey[dice.integers(0, picture.height, specks), dice.integers(0, picture.width, specks)] = 60
        picture = Image.fromarray(grey.clip(0, 255).astype("uint8"))
        picture = picture.filter(ImageFilter.GaussianBlur(0.5 * dpi / 150))
    return picture


def measure(read: Read, sample: bytes, dpi: int, kind: str) -> Found:
    """Read one sample as a scan and compare."""
    data = scan(sample, dpi, kind)
    with pdfium.PdfDocument(data) as pdf:
        pages = len(pdf)
    start = time.process_time()
    found = assemble(read_pdf(data, "scan.pdf", read), data, "scan.pdf", "application/pdf")
    seconds = (time.process_time() - start) / pages
    truth = " ".join(read_document(sample, "sample.pdf").text.split())
    return Found(1 - Levenshtein.distance(" ".join(found.text.split()), truth) / len(truth), seconds)


class RapidOcr:
    """The pip-only engine, given the same pictures; a line's box is shared out among its words by their letters."""

    def __init__(self, dpi: int) -> None:
        from rapidocr import RapidOCR  # noqa: PLC0415 - only measured

        self._dpi = dpi
        self._engine = RapidOCR(
            params={
                "Global.log_level": "error",
                "Global.max_side_len": 6000,  # the picture as it is: the default shrinks a page at 300 dpi
                "Det.limit_type": "max",
                "Det.limit_side_len": 6000,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def read_words(self, page: pdfium.PdfPage) -> PageWords:
        width, height = page.get_size()
        picture = page.render(scale=self._dpi / 72).to_numpy()
        result = self._engine(picture, use_det=True, use_cls=False, use_rec=True)
        lines = [line_of(*item) for item in zip(result.boxes, result.txts, result.scores, strict=True)]
        words = tuple(level_words(sorted(lines, key=lambda x: x.start[1]), 72 / self._dpi, (width / 2, height / 2)))
        return PageWords(width, height, words)


def line_of(box: Any, text: str, score: float) -> SeenLine:  # noqa: ANN401 - four corners, clockwise from top left
    (left, top), (right, _), (_, low), (_, bottom) = ([float(x) for x in corner] for corner in box)
    height = bottom - top
    wide = (right - left) / max(1, len(text))
    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append(Seen(word, left + at * wide, left + (at + len(word)) * wide, 100 * score))
        at += len(word)
    return SeenLine(words, (left, bottom - 0.25 * height), (right, low - 0.25 * height), 0.8 * height)


ENGINES: dict[str, Callable[[int], Any]] = {"tesseract": Recogniser, "rapidocr": RapidOcr}


def table(engine: str, scans: Sequence[int], renders: Sequence[int]) -> None:
    """Print a table in Markdown, a row as soon as it is measured."""
    print(f"| {engine}: scan | read at | " + " | ".join(f"{name} | CPU s" for name in LAYOUTS) + " |")
    print("|---|---|" + "---|---|" * len(LAYOUTS))
    readers = {dpi: ENGINES[engine](dpi) for dpi in renders}
    for kind in KINDS:
        for dpi in scans:
            for render, reader in readers.items():
                cells = [cell(reader.read_words, name, dpi, kind) for name in LAYOUTS.values()]
                print(f"| {kind}, {dpi} dpi | {render} dpi | " + " | ".join(cells) + " |", flush=True)


def cell(read: Read, name: str, dpi: int, kind: str) -> str:
    found = [measure(read, path.read_bytes(), dpi, kind) for path in sorted(SAMPLES.glob(f"*/{name}"))]
    right, worst = mean(item.right for item in found), min(item.right for item in found)
    return f"{right:.2%} (worst {worst:.2%}) | {mean(item.seconds for item in found):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engine", choices=sorted(ENGINES), default="tesseract")
    parser.add_argument("--scans", type=int, nargs="+", default=[100, 150, 200, 300], help="dpi of the scans")
    parser.add_argument("--read-at", type=int, nargs="+", default=[DPI], help="dpi at which the pages are read")
    options = parser.parse_args()
    table(options.engine, options.scans, options.read_at)


if __name__ == "__main__":
    main()
