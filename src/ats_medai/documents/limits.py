"""How large a file may be that we read as a résumé, and the error for one that is larger.

Real résumés stay far below each of these; what lies above is a bomb or a book.
"""

from __future__ import annotations

MIB = 1 << 20
FILE_BYTES = 25 * MIB
LARGE_FILE_BYTES = 1 * MIB  # Taleo's default limit for attachments
VERY_LARGE_FILE_BYTES = 5 * MIB // 2  # Greenhouse parses nothing larger
PDF_PAGES = 200
PDF_PAGES_READ = 100
OCR_PAGES = 10  # each takes a second or more
PAGE_CHARACTERS = 30_000
PDF_CHARACTERS = 400_000
ZIP_MEMBERS = 1_000
PART_BYTES = 16 * MIB
UNPACKED_BYTES = 64 * MIB
PACKING_RATIO = 200  # for parts over 1 MiB
XML_ELEMENTS = 300_000
PLAIN_BYTES = 2 * MIB
TEXT_CHARACTERS = 400_000


class LimitExceededError(Exception):
    """Something in the file is larger than a résumé's is; `load` makes a DocumentError of it."""


def exceeded(name: str, value: float, limit: float) -> LimitExceededError:
    """Give the error that names the limit, what was found and what is allowed."""
    return LimitExceededError(f"{name}: {value:,.0f}, and at most {limit:,.0f} are read")


def check_part(size: int, packed: int) -> None:
    """Raise LimitExceededError for a part of a container that is too large, or was packed too well."""
    if size > PART_BYTES:
        raise exceeded("bytes in a part", size, PART_BYTES)
    if size > MIB and size > PACKING_RATIO * max(packed, 1):
        raise exceeded("packing ratio", size // max(packed, 1), PACKING_RATIO)
