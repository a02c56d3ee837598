"""The person's name: near the top, in large type, and no heading, job title, organisation or place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.model import Document, EntryWords, Keywords, Section, SectionKind, Span
from ats_medai.resume.cells import is_place
from ats_medai.resume.headings import HeadingTable, heading_table, read_heading
from ats_medai.resume.rows import Row
from ats_medai.resume.words import alternation, any_of, dotted

TOP = 14
"""So many lines of the first page are looked at, and besides them every line in much larger type."""
LARGE = 1.3
LEAST = 2.0
"""Points under which nothing counts as a name: better none than a wrong one."""
CELL = re.compile(r"[^|•·;/\t]+")
CUT = re.compile(r"\s[–—-]\s|,\s(?=[A-Z])")
TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-](?=[^\W\d_]))*\.?")
CROWDED = re.compile(r"((?:[^\W\d_][^\W\d_'’.-]*\s){1,3}[^\W\d_][^\W\d_'’.-]*)\s+\d")
FIRST_LINES = 3
HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7af·\s]{2,6}")
SURNAME_FIRST = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*)?")
NICKNAME = re.compile(r"\s[\"“„'‘(][^\W\d_]+[\"”“'’)](?=\s)")
OTHER_THAN_NAME = re.compile(r"[\d@:/]")


@dataclass(frozen=True, slots=True)
class _Page:
    """What a candidate is weighed against."""

    largest: float
    address: str
    words: EntryWords
    table: HeadingTable


def find_name(
    document: Document, rows: Sequence[Row], email: Span | None, keywords: Keywords, sections: tuple[Section, ...]
) -> Span | None:
    """Give the most name-like piece of the first page; None where nothing is likely."""
    address = _letters(document[email].partition("@")[0]) if email else ""
    largest = max((row.size for row in rows if row.line.page == 1), default=1.0)
    page = _Page(largest, address, keywords.entries, heading_table(keywords.headings))
    contact = [section.span for section in sections if section.kind is SectionKind.CONTACT]
    best: tuple[float, Span] | None = None
    for i, row in enumerate(rows):
        if row.line.page > 1:
            break
        opens = i > 0 and row.line.block != rows[i - 1].line.block  # the main column may be read after the sidebar
        near = i < TOP or opens or row.size >= LARGE or any(span.contains(row.span) for span in contact)
        if not near and not _is_address(row, address):
            continue
        for span in _pieces(row, rows, i, page.words):
            if _name_shaped(document[span], page, large=row.size >= LARGE):
                score = _score(document[span], row, 0 if opens else i, page)
                if best is None or score > best[0]:
                    best = (score, span)
    return best[1] if best and best[0] >= LEAST else None


def _letters(text: str) -> str:
    """Give the letters in lower case and without accents, as they stand in an address."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    return "".join(c for c in folded if "a" <= c <= "z")


def _pieces(row: Row, rows: Sequence[Row], i: int, words: EntryWords) -> Iterator[Span]:
    """Give the cells of a line, and the line together with the next one where a large name is set on two."""
    if i + 1 < len(rows) and row.size >= LARGE and row.words <= 2:
        below = rows[i + 1]
        alike = abs(below.size - row.size) < 0.05 and below.line.page == row.line.page
        if alike and below.words <= 2 and below.caps == row.caps:
            yield Span(row.span.start, below.span.end)
    letters = _letters_behind(words.name_letters)
    if (crowded := CROWDED.match(row.text)) and i < FIRST_LINES:
        yield Span(row.span.start, row.span.start + crowded.end(1))
    for match in CELL.finditer(row.text):
        piece = match[0]
        if SURNAME_FIRST.fullmatch(piece.strip()):
            lead = match.start() + len(piece) - len(piece.lstrip())
            yield Span(row.span.start + lead, row.span.start + lead + len(piece.strip()))
        lead = len(piece) - len(piece.lstrip())
        prefix = _words_before(words.name_titles).match(piece, lead)
        start = prefix.end() if prefix else lead
        cut = next((c.start() for c in CUT.finditer(piece, start) if not letters.match(piece, c.start())), len(piece))
        end = start + len(_words_behind(words.name_titles).sub("", piece[start:cut]).rstrip(" ,:"))
        if start < end:
            yield Span(row.span.start + match.start() + start, row.span.start + match.start() + end)


def _name_shaped(text: str, page: _Page, *, large: bool) -> bool:
    words = page.words
    core = NICKNAME.sub(" ", _letters_behind(words.name_letters).sub("", text)).strip()
    if not core or OTHER_THAN_NAME.search(core):
        return False
    if HAN.fullmatch(core):
        return True
    if SURNAME_FIRST.fullmatch(core):
        core = core.replace(",", "")
    parts = core.split()
    if not 1 <= len(parts) <= 5 or not all(TOKEN.fullmatch(part) for part in parts):
        return False
    main = [part for part in parts if part.lower() not in words.name_particles]
    if not main or not (large or all(part[0].isupper() or not part[0].islower() for part in main)):
        return False
    if _is_heading(core, parts, page):
        return False
    named = any_of(words.titles).search(core) or any_of(words.organisations).search(core)
    return not named and not is_place(core, words)


def _is_heading(core: str, parts: Sequence[str], page: _Page) -> bool:
    """Tell whether the words are a heading, begin with one, or hold a word that no name has."""
    if not {part.lower().strip(".") for part in parts}.isdisjoint(page.words.not_names):
        return True
    opening = read_heading(parts[0], page.table)
    return read_heading(core, page.table) is not None or (opening is not None and not opening.unsure)


def _score(text: str, row: Row, i: int, page: _Page) -> float:
    parts = [_letters(part) for part in _letters_behind(page.words.name_letters).sub("", text).split()]
    score = 2.0 if len(parts) in (2, 3) else 1.0
    score += max(0.0, 2.0 - 0.4 * i)
    if row.size >= 1.15:
        score += 3.0 * row.size / page.largest
    if row.caps or row.bold:
        score += 0.5
    if page.address and _in_address(parts, page.address):
        score += 2.5
    if len(parts) == 1 and row.size < LARGE and not HAN.fullmatch(text):
        score -= 1.0
    return score


def _is_address(row: Row, address: str) -> bool:
    """Tell whether a line is made of words that all stand in the e-mail address: it may be the name anywhere."""
    parts = row.text.split() if address and len(row.text) <= len(address) + 8 else []
    return 2 <= len(parts) <= 4 and all(_letters(part) in address for part in parts)


def _in_address(parts: Sequence[str], address: str) -> bool:
    """Tell whether an e-mail address is made of the name: "janedoe", "jdoe", "doe"."""
    if any(len(part) > 2 and part in address for part in parts):
        return True
    return len(parts) > 1 and bool(parts[0]) and len(parts[-1]) > 1 and (parts[0][0] + parts[-1]) in address


@lru_cache(maxsize=4)
def _letters_behind(letters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:,\s*|\s+)(?:{dotted(letters)})\b\.?")


@lru_cache(maxsize=4)
def _words_before(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(titles)})(?:\s*:\s*|\.?\s+[–-]?\s*)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _words_behind(titles: tuple[str, ...]) -> re.Pattern[str]:
    """Match the end of "Ada Muster's Résumé" and "Ada Muster – CV"."""
    return re.compile(rf"(?:['’]s)?\s+[–—-]?\s*(?:{alternation(titles)})\s*$", re.IGNORECASE)
