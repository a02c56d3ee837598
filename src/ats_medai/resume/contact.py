"""Name, e-mail address, telephone number and links, from anywhere in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ats_medai.model import Contact, Document, EntryWords, Keywords, Section, Span
from ats_medai.resume.dates import find_dates
from ats_medai.resume.names import find_name
from ats_medai.resume.rows import Row, read_rows
from ats_medai.resume.words import alternation

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\n?@\n?(?:[\w-]+\.)+\n?[^\W\d_]{2,}(?!\w)")
PHONE = re.compile(
    r"(?:(?<![\w.@/#$€£-])(?:\(?\+|00|\()?|(?<=[^\W\d_])\+)"  # an icon's letter may stand before the plus
    r"(?:\d(?:[ ]?[().\-/–⋅·][ ]?|[ ]{1,2}|\)[ ]?\(?|[ ]\()?){6,24}\d(?![\w@/%])"
)
LINK = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>|()]+|(?:www\.|(?:[a-z]{2,3}\.)?linkedin\.com/|github\.com/|gitlab\.com/|orcid\.org/|bitbucket\.org/|"
    r"stackoverflow\.com/|kaggle\.com/|medium\.com/|twitter\.com/|x\.com/|scholar\.google\.[a-z.]+/|researchgate\.net/|behance\.net/|dribbble\.com/|"
    r"huggingface\.co/)[^\s<>|()]+|(?:[a-z0-9-]{2,}\.)+(?:com|org|net|io|dev|me|ai|edu|co|app|tech|info|de|uk|ch|fr)(?:/[^\s<>|(),]*)?(?![\w@.-]))",
    re.IGNORECASE,
)
PHONE_SIGN = re.compile(r"\d(?:[^\d\n]{0,4}\d){6}")
LINK_SIGN = re.compile(r"\.(?=[^\s<>|()])|://")
REACH = 14
"""Characters before a number in which its label stands."""


def find_contact(document: Document, sections: tuple[Section, ...], keywords: Keywords) -> Contact:
    """Give where the person's name and addresses stand; None for what is not there."""
    return contact_of(document, read_rows(document), sections, keywords)


def contact_of(document: Document, rows: Sequence[Row], sections: tuple[Section, ...], keywords: Keywords) -> Contact:
    """Give the contact details of a document whose lines are at hand."""
    text = document.text
    emails = list(_emails(text))
    email = emails[0] if emails else None
    return Contact(
        name=find_name(document, rows, email, keywords, sections),
        email=email,
        phone=_phone(text, emails, keywords.entries),
        links=tuple(_links(text, emails)),
    )


def _emails(text: str) -> Iterator[Span]:
    """Look on the lines with an @; what stands before it may be at the end of the line above."""
    done = 0
    while (at := text.find("@", done)) >= 0:
        line = text.rfind("\n", 0, max(at - 1, 0)) + 1
        match = EMAIL.search(text, max(line, done))
        if match is None:
            return
        yield Span(*match.span())
        done = match.end()


def _on_lines(pattern: re.Pattern[str], sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern on the lines that hold a sign of one: the whole text would take far longer."""
    end = -1
    for mark in sign.finditer(text):
        if mark.start() > end:
            start, end = text.rfind("\n", 0, mark.start()) + 1, text.find("\n", mark.end())
            end = len(text) if end < 0 else end
            yield from pattern.finditer(text, start, end)


def _links(text: str, emails: Sequence[Span]) -> Iterator[Span]:
    for match in _on_lines(LINK, LINK_SIGN, text):
        end = match.start() + len(match[0].rstrip(".,;:'\"”’"))
        span = Span(match.start(), end)
        if not any(span.overlaps(email) for email in emails):
            yield span


def _phone(text: str, emails: Sequence[Span], words: EntryWords) -> Span | None:
    """The first run of digits that is built as a telephone number; one after "Tel" or "Phone" is taken first."""
    matches = _on_lines(PHONE, PHONE_SIGN, text)
    found = [Span(*match.span()) for match in matches if _is_phone(match[0], text, match.start(), words)]
    found = [span for span in found if not any(span.overlaps(email) for email in emails)]
    labelled = [span for span in found if _labelled(text, span.start, words)]
    return next(iter([*labelled, *found]), None)


def _is_phone(written: str, text: str, start: int, words: EntryWords) -> bool:
    digits = [c for c in written if c.isdigit()]
    groups = re.findall(r"\d+", written)
    if not 7 <= len(digits) <= 15 or find_dates(written.strip("() "), words):
        return False
    if written.lstrip("(").startswith(("+", "00")) or _labelled(text, start, words):
        return True
    if len(groups) == 1:
        return 9 <= len(digits) <= 11
    if written.startswith("("):
        return len(digits) >= 9
    return len(groups) >= 3 and all(2 <= len(group) <= 5 for group in groups[1:]) and len(digits) >= 9


def _labelled(text: str, start: int, words: EntryWords) -> bool:
    return _label(words.phone_labels).search(text, max(0, start - REACH), start) is not None


@lru_cache(maxsize=4)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(labels)})\b[^\w+(]{{0,4}}\Z", re.IGNORECASE)
