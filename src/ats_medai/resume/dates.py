"""A small grammar of the dates in résumés: months, years, seasons and ranges of them.

Our own, because the general date readers take a résumé's "Jan 2020" for today's day of that month and a telephone
number for a year; what no rule below names is not a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ats_medai.model import EntryWords, Present, Span, YearMonth
from ats_medai.resume.words import alternation

YEAR = r"(?:19|20)\d\d"
DASH = r"[-–—‒−―→~]{1,3}"
LEFT = r"(?<![\w$€£¥#@])(?<!\d[-–.,/])(?<!\+\()"
RIGHT = r"(?![\w%+])(?![.,:/]\d)(?!-\d)(?!\s\d{3}(?!\d))"
WORD = re.compile(r"[^\W_]+")
YEARLIKE = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|/\d\d|(?<=['’‘`]\d)\d|(?<=[a-z][ -]\d)\d\b)", re.IGNORECASE)
ONE_WORD = re.compile(r"\W*[^\W\d]{3,9}\.?,?[ ]*")
UNFINISHED = re.compile(r"(?:\d|[-–—]|\b(?:to|until|till)|\b[A-Z][a-z]{2,8}\.?)\s*\Z")

End = YearMonth | Present | None


@dataclass(frozen=True, slots=True)
class DateRange:
    """First and last month as written. `single`: one point in time, given as a range of one."""

    start: YearMonth | None
    end: End
    span: Span
    single: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether it is no more than one year, which may as well be a count."""
        return self.single and self.start is not None and self.start.month is None


def find_dates(text: str, words: EntryWords) -> tuple[DateRange, ...]:
    """Give the dates and ranges in the order of the text."""
    grammar = _grammar(words)
    found: list[DateRange] = []
    done = 0
    for start, end in _stretches(text):
        for word in WORD.finditer(text, start, end):
            if word.start() < done or not (word[0][0].isdigit() or word[0].lower() in grammar.starts):
                continue
            match = grammar.pattern.match(text, word.start(), end)
            date = grammar.read(match) if match else None
            if date is not None:
                found.append(date)
                done = date.span.end
    return tuple(found)


def dates_in(dates: Sequence[DateRange], span: Span) -> Sequence[DateRange]:
    """Give those of a text's dates, in its order, that share a character with the span."""
    first = bisect_right(dates, span.start, key=lambda date: date.span.end)
    return dates[first : bisect_left(dates, span.end, first, key=lambda date: date.span.start)]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Lines that may hold a year, with those next to them where a range breaks over lines."""
    end = -1
    for match in YEARLIKE.finditer(text):
        if match.start() < end:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = _line_end(text, match.end())
        before = text.rfind("\n", 0, max(start - 1, 0)) + 1
        if start and ONE_WORD.fullmatch(text, before, start - 1):
            start = before
        for _ in range(2):
            if end < len(text) and UNFINISHED.search(text, max(start, end - 12), end):
                end = _line_end(text, end + 1)
        yield start, end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    starts: frozenset[str]
    months: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    keys: dict[str, list[tuple[str, str]]]
    """For each place in the pattern that holds a point in time: its groups, with their names without the prefix."""

    def read(self, match: re.Match[str]) -> DateRange | None:
        """Give the range that was matched; None where a number is out of bounds."""
        parts = match.groupdict()
        span = Span(*match.span())
        if parts["shared"]:
            year = int(parts["shared_year"])
            first, last = self.months[parts["shared"].lower()], self.months[parts["shared_end"].lower()]
            return DateRange(YearMonth(year, first), YearMonth(year, last), span)
        prefix = next(p for p in ("a", "s", "o", "x") if parts[f"{p}_point"])
        points = self._point(parts, prefix)
        if points is None:
            return None
        start, own_end = points
        if prefix in {"s", "o"}:
            return DateRange(start, Present.PRESENT, span)
        if prefix == "x":
            return DateRange(start, own_end, span, single=True)
        return self._range(parts, start, span)

    def _range(self, parts: dict[str, str | None], start: YearMonth, span: Span) -> DateRange | None:
        if parts["present"]:
            return DateRange(start, Present.PRESENT, span)
        if short := parts["short_end"]:
            return DateRange(start, YearMonth(start.year // 100 * 100 + int(short)), span)
        points = self._point(parts, "b")
        return None if points is None else DateRange(start, points[1], span)

    def _point(self, parts: dict[str, str | None], prefix: str) -> tuple[YearMonth, YearMonth] | None:
        """Give first and last month of one point in time, which differ for a season."""
        get = {short: value for key, short in self.keys[prefix] if (value := parts[key])}
        year = _year(next(value for key, value in get.items() if key.startswith("year")))
        if season := get.get("season"):
            first, last = self.seasons[season.lower()]
            return YearMonth(year, first), YearMonth(year, last)
        month = _month_number(get, self.months)
        if month is not None and not 1 <= month <= 12:
            return None
        return YearMonth(year, month), YearMonth(year, month)


def _year(written: str) -> int:
    if len(written) == 4:
        return int(written)
    return int(written) + (2000 if int(written) < 60 else 1900)


def _month_number(get: dict[str, str], months: dict[str, int]) -> int | None:
    name = next((value for key, value in get.items() if key.startswith("name")), None)
    if name is not None:
        return months[name.lower()]
    if "first" in get:  # 31.12.2020, 12/31/2020 or, with slashes, the American 03/04/2020
        first, second = int(get["first"]), int(get["second"])
        day_first = first > 12 or (get["mark"] == "." and second <= 12)
        return second if day_first else first
    number = next((value for key, value in get.items() if key.startswith("number")), None)
    return None if number is None else int(number)


@lru_cache(maxsize=8)
def _compile(months: tuple[tuple[int, tuple[str, ...]], ...], seasons: tuple[tuple[str, tuple[int, int]], ...],
             present: tuple[str, ...], since: tuple[str, ...], until: tuple[str, ...]) -> _Grammar:  # fmt: skip
    by_name = {name: number for number, names in months for name in names}
    month, season = alternation(by_name), alternation(name for name, _ in seasons)
    separator = rf"\s*(?:{DASH}|\b(?:to|thru|{alternation(until)}|a|à|al)\b|/(?=\s))\s*"
    present_word = rf"(?P<present>{alternation(present)})(?!\w)"

    def point(p: str, *, loose: bool) -> str:
        forms = [
            rf"(?:{month})\b\.?(?:\s\d{{1,2}}(?:st|nd|rd|th)?,)?(?:\s*[,/.'’‘-]\s*|\s+(?:of\s+)?|)(?P<{p}_year1>{YEAR})",
            rf"(?:{month})\b\.?\s*['’‘`](?P<{p}_year2>\d\d)",
            rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?[ ](?:of[ ])?(?:{month})\b\.?,?\s(?P<{p}_year3>{YEAR})",
            rf"(?P<{p}_season>{season})\b(?:\s(?:semester|term|quarter|of))?[\s,-]*(?P<{p}_year4>{YEAR}|(?<=['’‘])\d\d)",
            rf"(?P<{p}_first>\d{{1,2}})(?P<{p}_mark>[/.-])(?P<{p}_second>\d{{1,2}})[/.-](?P<{p}_year5>{YEAR})",
            rf"(?P<{p}_year6>{YEAR})(?:[/.-]|年)(?P<{p}_number1>0?[1-9]|1[0-2])(?:[/.-]\d{{1,2}}|月)?(?!\d)",
            rf"(?P<{p}_number2>\d{{1,2}})\s?[/.-]\s?(?P<{p}_year7>{YEAR})",
            rf"(?P<{p}_year8>{YEAR})",
        ]
        for i in (0, 1, 2):
            forms[i] = forms[i].replace(f"(?:{month})", f"(?P<{p}_name{i}>{month})", 1)
        if loose:
            forms += [
                rf"(?P<{p}_name3>{month})\b\.?[\s-](?P<{p}_year9>\d\d)(?!\d)",
                rf"(?P<{p}_number3>0[1-9]|1[0-2])/(?P<{p}_year0>\d\d)(?![\d/])",
            ]
        return rf"(?P<{p}_point>{'|'.join(forms)})"

    shared = rf"(?P<shared>{month})\b\.?{separator}(?P<shared_end>{month})\b\.?,?\s*(?P<shared_year>{YEAR})"
    short_end = r"\s?[-–—/](?P<short_end>\d\d)(?![\d/.-])"
    ranged = rf"{point('a', loose=True)}(?:{separator}(?:{present_word}|{point('b', loose=True)})|{short_end})"
    since_point = rf"(?:{alternation(since)})\s+{point('s', loose=False)}"
    open_end = rf"{point('o', loose=False)}\s*{DASH}[ \t]*(?=\)|$)"
    ranged = rf"(?:(?:{alternation(since)})\s+)?(?:{shared}|{ranged})"
    pattern = rf"{LEFT}(?:{ranged}|{since_point}|{open_end}|{point('x', loose=False)}){RIGHT}"
    starts = frozenset(phrase.split()[0] for phrase in [*by_name, *dict(seasons), *since])
    compiled = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    keys = {p: [(key, key[2:]) for key in compiled.groupindex if key.startswith(f"{p}_")] for p in "absox"}
    return _Grammar(compiled, starts, by_name, dict(seasons), keys)


def _grammar(words: EntryWords) -> _Grammar:
    return _compile(tuple(words.months.items()), tuple(words.seasons.items()), words.present, words.since, words.until)
