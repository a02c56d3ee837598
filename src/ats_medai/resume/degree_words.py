"""The names of degrees in a line, with the field of study beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from ats_medai.model import DegreeLevel, EntryWords
from ats_medai.resume.words import alternation, any_of, dotted

Table = tuple[tuple[DegreeLevel, tuple[str, ...]], ...]

CONNECTOR = re.compile(r"^(?:in|of|on|en|em|de|di|der|of the|for)\s+", re.IGNORECASE)
END = re.compile(
    r"[\t|•·;(\[,]|\s[–—-]\s|\s?—\s?|:\s|\s(?:from|at|with|where|thesis|gpa|graduated|expected|and minor|minor in)\b|"
    r"\.(?:\s|$)|\b(?:19|20)\d\d\b|\b\d",
    re.IGNORECASE,
)
BRACKET = r"\((?!\d)[^)]{1,14}\)"
SCHOOL_OF = re.compile(r"\s(?:University|College|Institute|School|Faculty|Universit\w+) (?:of|de|di|at)\b")
EQUIVALENT = re.compile(r"equiv(?:alent)?\.?\s(?:to|of)\s(?:an?\s)?$", re.IGNORECASE)
RUN = re.compile(r"\w+")
ODD_CASE = re.compile("[İıſ]")
"""Letters that a pattern takes for i and s, but whose lower case is another."""
LONGEST = 9
"""Words of a field of study."""
NEAR = 45
"""Characters between two forms of one degree: "Bachelor of Science (BSc)"."""


@dataclass(frozen=True, slots=True)
class DegreeName:
    level: DegreeLevel
    field: str | None


def find_degree_names(text: str, words: EntryWords, *, listed: bool) -> tuple[DegreeName, ...]:
    """Give the degrees that a line names; in an item of a list only where the item begins with one."""
    text = text.replace("’", "'")
    if not _may_name(text, words) or any_of(words.no_degrees).search(text):
        return ()
    found: list[tuple[int, int, DegreeLevel]] = []
    for start, end, level in sorted(_matches(text, words), key=lambda match: (match[0], -match[1])):
        if found and (start < found[-1][1] or (level == found[-1][2] and start - found[-1][1] < NEAR)):
            continue
        found.append((start, end, level))
    if listed and found and found[0][0] > 3 and not re.search(r"\d\W*$|:\s*$", text[: found[0][0]]):
        return ()
    return tuple(DegreeName(level, _field(text, start, end, words)) for start, end, level in found)


def read_major(text: str, words: EntryWords) -> str | None:
    """Give the field that a line such as "Majoring in Physics" names."""
    major = _major(words.majors).match(text)
    return _cut(text[major.end() :], words) if major else None


def _may_name(text: str, words: EntryWords) -> bool:
    """Tell whether a line holds a word that a degree's name begins with: only those are worth a search."""
    phrases, letters = _openings(tuple(words.degrees.items()), tuple(words.degree_acronyms.items()))
    runs = RUN.findall(text)
    return (
        not (letters.isdisjoint(runs) and phrases.isdisjoint(map(str.lower, runs))) or ODD_CASE.search(text) is not None
    )


def _matches(text: str, words: EntryWords) -> Iterator[tuple[int, int, DegreeLevel]]:
    for level, phrases, letters in _patterns(tuple(words.degrees.items()), tuple(words.degree_acronyms.items())):
        for match in phrases.finditer(text):
            if EQUIVALENT.search(text, 0, match.start()):
                continue
            yield match.start(), match.end(), level
        for match in letters.finditer(text):
            if not _is_state(text, match) and not (text.isupper() and "." not in match[0] and len(match[0]) < 3):
                yield match.start(), match.end(), level


def _is_state(text: str, match: re.Match[str]) -> bool:
    """Tell whether two letters are a US state: "Boston, MA"."""
    ends = (
        not text[match.end() :].strip() or text[match.end()] in "\t|;)(" or re.match(r"[,\s]*\d", text[match.end() :])
    )
    return len(match[0]) == 2 and bool(re.search(r"[a-z] ?, ?$", text[: match.start()])) and bool(ends)


def _field(text: str, start: int, end: int, words: EntryWords) -> str | None:
    rest = text[end:]
    inside = re.match(rf"\.?\s*{BRACKET}", rest)
    if major := _major(words.majors).search(rest):
        return _cut(rest[major.end() :], words)
    paired = rest.lstrip(" .").startswith("/")  # "B.S./M.S. in Physics": one field for both
    rest = _remarks(words.degree_remarks).sub("", rest, count=1)
    if paired and (other := _letters(tuple(words.degree_acronyms.items())).match(rest)):
        rest = _remarks(words.degree_remarks).sub("", rest[other.end() :], count=1)
    of_science = re.match(rf"(?:{alternation(words.faculties)})\b(?=\W|$)", rest, re.IGNORECASE)
    if of_science:
        after = _remarks(words.degree_remarks).sub("", rest[of_science.end() :], count=1)
        if letters := _letters(tuple(words.degree_acronyms.items())).match(after):
            after = _remarks(words.degree_remarks).sub("", after[letters.end() :], count=1)
        inner = CONNECTOR.match(after)
        field = _cut(after[inner.end() :] if inner else after, words) if after else None
        if inner or (field and not _foreign(field, words)):
            return field
        return None if of_science[0].lower() in {"science", "arts", "philosophy", "sciences"} else of_science[0]
    connector = CONNECTOR.match(rest)
    field = _cut(rest[connector.end() :] if connector else rest, words)
    if field and (connector or not _foreign(field, words)):
        return field
    return _field_in(inside[0] if inside else "", words) or _field_before(text[:start], words)


def _field_in(bracket: str, words: EntryWords) -> str | None:
    """Read "B.Tech (CSE)", but not "Bachelor of Science (BSc)" nor "MSc (Hons)"."""
    inner = bracket.strip(" .()")
    letters = _letters(tuple(words.degree_acronyms.items())).match(inner)
    known = letters or _remarks(words.degree_remarks).match(inner)
    return None if known or not inner or any(c.isdigit() for c in inner) else inner


def _cut(text: str, words: EntryWords) -> str | None:
    ended = END.search(f" {text}")
    field = text[: max(0, ended.start() - 1) if ended else len(text)]
    if school := SCHOOL_OF.search(field):
        field = field[: school.start()]
    field = field.strip(" ,.:-–—\"')")
    month = any_of(tuple(name for names in words.months.values() for name in names), plural=False).search(field)
    if month:
        field = field[: month.start()].strip(" ,.:-–—")
    return field if any(c.isalpha() for c in field) and len(field.split()) <= LONGEST else None


def _foreign(field: str, words: EntryWords) -> bool:
    """Tell whether what follows a degree is not its field but a school."""
    return any_of(words.schools).search(field) is not None


def _field_before(text: str, words: EntryWords) -> str | None:
    """Read "Biomedical Informatics, MS": the piece before the degree, unless it is a school or a date."""
    piece = re.split(r"[\t|•·;:,]", text.strip(" ,-–—("))[-1].strip(" ,-–—(")
    if not piece or re.search(r"\d", piece) or _foreign(piece, words) or len(piece.split()) > LONGEST:
        return None
    return piece if piece[0].isupper() else None


@lru_cache(maxsize=4)
def _remarks(words: tuple[str, ...]) -> re.Pattern[str]:
    """What may stand between a degree and its field: "(BSc)", "with honours", a colon; never the next cell."""
    return re.compile(rf"^(?:[ ,:;.–—/-]|{BRACKET}|(?:{alternation(words)})\b)+", re.IGNORECASE)


@lru_cache(maxsize=4)
def _major(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(words)})\s*(?:in|:)\s*", re.IGNORECASE)


@lru_cache(maxsize=4)
def _letters(acronyms: Table) -> re.Pattern[str]:
    """Any degree's letters, as they follow its name: "Bachelor of Technology - BTech"."""
    return re.compile(rf"(?:{dotted(tuple(form for _, forms in acronyms for form in forms))})\.?(?!\w)")


@lru_cache(maxsize=4)
def _openings(phrases: Table, acronyms: Table) -> tuple[frozenset[str], frozenset[str]]:
    """Give the first words of the phrases, and the letters as far as they may be written without a full stop."""
    firsts = frozenset(RUN.findall(form)[0] for _, forms in phrases for form in forms)
    parts = (re.findall(r"[A-Z][a-z]*", form) for _, forms in acronyms for form in forms)
    return firsts, frozenset(letters for part in parts for letters in accumulate(part))


@lru_cache(maxsize=4)
def _patterns(phrases: Table, acronyms: Table) -> tuple[tuple[DegreeLevel, re.Pattern[str], re.Pattern[str]], ...]:
    letters = dict(acronyms)
    return tuple(
        (
            level,
            re.compile(rf"(?<!\w)(?:{alternation(forms)})(?!\w)", re.IGNORECASE),
            re.compile(rf"(?<![\w.])(?:{dotted(letters[level])})\.?(?!\w)" if level in letters else r"(?!)"),
        )
        for level, forms in phrases
    )
