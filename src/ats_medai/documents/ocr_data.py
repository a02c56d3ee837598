"""Is OCR installed? Asked by both processes; imports none of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HOW = "pip install 'ats_medai[ocr]' and scans are read too"
"""What the error for a scan says where OCR is not installed."""

_DATA_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",  # Debian, Ubuntu
    "/usr/share/tessdata",  # Arch, Alpine
    "/usr/share/tesseract/tessdata",  # Fedora
    "/opt/homebrew/share/tessdata",
    "/usr/local/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)


def is_installed() -> bool:
    """Tell whether scans can be read here: the binding and the English model are there."""
    return find_spec("tesserocr") is not None and find_model() is not None


def find_model() -> Path | None:
    """Give the folder of the English model: one beside the Python packages first, then the system's."""
    for folder in (*_beside_packages(), *map(Path, _DATA_FOLDERS)):
        if (folder / "eng.traineddata").is_file():
            return folder
    return None


def _beside_packages() -> Iterator[Path]:
    """Where pip puts a package's data. `sys.prefix` doesn't tell: the reading process starts without `site`."""
    for packages in map(Path, sys.path):
        if packages.name in {"site-packages", "dist-packages"}:
            yield from (parent / "share" / "tessdata" for parent in packages.parents[:3])
