"""The person's name: near the top, in large type, and no heading, job title, organisation or place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ats_medai.model import Document, EntryWords, Headings, Keywords, Section, SectionKind, Span
from ats_medai.resume.headings import read_heading
from ats_medai.resume.rows import Row
from ats_medai.resume.words import any_of

TOP = 14
"""So many lines of the first page are looked at, and besides them every line in much larger type."""
CELL = re.compile(r"[^|•·;/\t]+")
TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-](?=[^\W\d_]))*\.?")
PARTICLES = frozenset("de da do dos das del della di du van von der den ten ter la le el al bin ibn bint y e zu af av".split())
SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|Ph\.?D|PhD|M\.?D|M\.?Sc|MSc|MS|MBA|MPH|R\.?N|RN|PMP|CPA|CFA|Esq|Dr|PharmD|D\.?O)\b\.?", re.IGNORECASE)
PREFIX = re.compile(r"(?:name|full name|curriculum vitae(?: of| –| -)?|résumé(?: of| –| -)?|resume(?: of| –| -)?|cv(?: of| –| -)?)\s*:?\s+|(?:dr|prof|mr|mrs|ms)\.?\s+", re.IGNORECASE)


def find_name(
    document: Document, rows: Sequence[Row], email: Span | None, keywords: Keywords, sections: tuple[Section, ...]
) -> Span | None:
    """Give the most name-like piece of the first page; None where nothing is likely."""
    address = re.sub(r"[^a-z]", "", document[email].partition("@")[0].lower()) if email else ""
    largest = max((row.size for row in rows if row.line.page == 1), default=1.0)
    contact = [s.span for s in sections if s.kind is SectionKind.CONTACT]
    best: tuple[float, int, Span] | None = None
    for i, row in enumerate(rows):
        if row.line.page > 1 or (i >= TOP and row.size < 1.3 and not any(s.contains(row.span) for s in contact)):
            continue
        for span in _pieces(row, rows, i):
            text = document[span]
            if not _name_shaped(text, keywords.entries, keywords.headings):
                continue
            score = _score(text, row, i, largest, address)
            if best is None or score > best[0]:
                best = (score, i, span)
    return best[2] if best and best[0] >= 2.0 else None


def _pieces(row: Row, rows: Sequence[Row], i: int) -> Iterator[Span]:
    """Give the cells of a line, and the line together with the next one where a large name is set on two."""
    if i + 1 < len(rows):
        below = rows[i + 1]
        alike = row.size >= 1.3 and abs(below.size - row.size) < 0.05 and below.bold == row.bold and below.line.page == row.line.page
        if alike and row.words <= 2 and below.words <= 2:
            yield Span(row.span.start, below.span.end)
    for match in CELL.finditer(row.text):
        piece = re.split(r"\s[–—-]\s|,\s(?=[A-Z])", match[0])[0]
        lead = len(piece) - len(piece.lstrip())
        prefix = PREFIX.match(piece, lead)
        start = prefix.end() if prefix else lead
        if piece[start:].strip():
            yield Span(row.span.start + match.start() + start, row.span.start + match.start() + len(piece.rstrip(" ,:")))


def _name_shaped(text: str, words: EntryWords, headings: Headings) -> bool:
    core = SUFFIX.sub("", text).strip()
    if re.search(r"[\d@:/]", core) or read_heading(core, headings) or not core:
        return False
    if re.fullmatch(r"[\u3400-\u9fff\uac00-\ud7af·\s]{2,6}", core):
        return True
    parts = core.split()
    if not 1 <= len(parts) <= 5 or not all(TOKEN.fullmatch(part) for part in parts):
        return False
    main = [part for part in parts if part.lower() not in PARTICLES]
    if not main or not all(part[0].isupper() for part in main):
        return False
    lowered = {part.lower().strip(".") for part in parts}
    if lowered & set(words.not_names) or any_of(words.titles).search(core):
        return False
    return not any_of(words.organisations).search(core) and core.lower() not in words.places


def _score(text: str, row: Row, i: int, largest: float, address: str) -> float:
    parts = [re.sub(r"[^a-z]", "", part.lower()) for part in text.split()]
    score = 2.0 if len(parts) in (2, 3) else 1.0
    score += max(0.0, 2.0 - 0.4 * i)
    if row.size >= 1.15:
        score += 3.0 * row.size / largest
    if row.caps or row.bold:
        score += 0.5
    if address and any(len(part) > 2 and part in address for part in parts):
        score += 2.5
    elif address and len(parts) > 1 and parts[0] and (parts[0][0] + parts[-1]) in address:
        score += 2.5
    if len(parts) == 1 and row.size < 1.3:
        score -= 1.0
    return score
