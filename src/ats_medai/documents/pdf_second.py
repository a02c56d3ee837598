"""A second reading of a PDF by pdfplumber, for files that pdfium makes nothing or nonsense of.

pdfplumber is some thirty times slower and reads fewer files; where pdfium fails it sometimes does not. It may hang on a
hostile file, so it only runs where the reading process can be killed.
"""

from __future__ import annotations

import io
import logging
import re

from ats_medai.documents.budget import OutOfTimeError, at_most
from ats_medai.documents.glyphs import MEANINGLESS, as_seen, spelled_out
from ats_medai.documents.words import PageWords, Word

SECOND_TRY_SECONDS = 4.0
"""Of work; the whole file has 15. Ten times what it costs to read an ordinary résumé."""

_NO_MEANING = re.compile(r"\(cid:\d+\)")
_BOLD = re.compile("bold|black|heavy|semi|demi", re.IGNORECASE)
_SPACE = 0.15  # of the font size: pdfplumber's own default glues words of TeX fonts together


def read_pages(data: bytes, most: int) -> tuple[list[PageWords], bool]:
    """Give the words of at most `most` pages, and whether the file has a password; no pages where this fails too."""
    import pdfplumber  # noqa: PLC0415 - slow to import and seldom needed

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it logs what the file says
    pages: list[PageWords] = []
    try:
        with at_most(SECOND_TRY_SECONDS), pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages[:most]:
                pages.append(_read(page))
                page.close()
    except OutOfTimeError:
        return pages, False
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - fifteen kinds were seen; a failed second try changes nothing
        return pages, "Password" in repr(error) or "Encryption" in repr(error)
    return pages, False


def _read(page: object) -> PageWords:
    words: list[Word] = []
    characters = meaningless = 0
    rows = page.extract_words(x_tolerance_ratio=_SPACE, use_text_flow=True, extra_attrs=["fontname", "size"])  # type: ignore[attr-defined]
    for order, row in enumerate(rows):
        if not row.get("upright", True):
            continue
        text = as_seen(row["text"])
        characters += len(text)
        meaningless += len(MEANINGLESS.findall(text)) + len(_NO_MEANING.findall(text))
        text = MEANINGLESS.sub("", spelled_out(_NO_MEANING.sub("", text)))
        if text:
            size = float(row["size"])
            base = float(row["bottom"]) - 0.2 * size
            bold = bool(_BOLD.search(str(row["fontname"])))
            words.append(Word(text, float(row["x0"]), float(row["x1"]), base, size, bold, order))
    width, height = float(page.width), float(page.height)  # type: ignore[attr-defined]
    return PageWords(width, height, tuple(words), meaningless=meaningless, characters=characters)
