"""What the reader of the file noticed."""

from __future__ import annotations

from collections.abc import Iterator

from ats_medai.model import Issue, Keywords, Resume, Severity
from ats_medai.readability.found import Found

CHECK_OF_ISSUE = {
    "garbled_text": "garbled_text",
    "image_only_page": "image_page",
    "ocr": "image_page",
    "damaged": "damaged",
    "hidden_text": "hidden_text",
    "invisible_unicode": "invisible_characters",
    "letter_spaced": "letter_spaced",
    "text_box_text": "text_boxes",
    "odd_encoding": "odd_encoding",
    "macro": "macros",
}
"""Code of a Document's issue -> check. Issues without a check are no obstacle."""


def check_reader(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give the obstacles that were noticed while reading."""
    del keywords
    document = resume.document
    pictures = document.reader == "ocr" or not document.text.strip()
    if pictures:
        yield Found("no_text", " The text here was read from the pictures." if document.text.strip() else "")
    for code, check in CHECK_OF_ISSUE.items():
        issues = [issue for issue in document.issues if issue.code == code and _counts(issue)]
        if issues and not (pictures and check == "image_page"):
            spans = tuple(issue.span for issue in issues if issue.span is not None)
            yield Found(check, f" {issues[0].message}", spans)


def _counts(issue: Issue) -> bool:
    """Leave out what the reader itself calls harmless: one soft hyphen, a word off the page."""
    return issue.severity is not Severity.INFO
