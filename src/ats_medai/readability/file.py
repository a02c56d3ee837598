"""Size and type of the file."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.model import Keywords, Resume
from ats_medai.readability.found import Found

MEGABYTE = 1_048_576
SIZES = {"file_over_1_mb": 1.0, "file_over_2_5_mb": 2.5}
"""Megabytes that the sources name; they are the vendors', not ours to weigh."""
RARE_TYPES = {"text/markdown": "a Markdown file", "text/html": "a web page"}


def check_file(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give what size and type stand in the way of."""
    del keywords
    document = resume.document
    size = document.size / MEGABYTE
    for check, limit in SIZES.items():
        if size > limit:
            yield Found(check, f"{size:.1f} MB")
    kind = RARE_TYPES.get(document.media_type)
    if kind is None and document.source.lower().endswith((".md", ".markdown")):
        kind = RARE_TYPES["text/markdown"]
    if kind:
        yield Found("file_type", kind)
