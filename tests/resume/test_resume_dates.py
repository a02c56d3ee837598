from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_medai.model import Present, YearMonth
from ats_medai.resume.dates import find_dates

RANGES = {
    "month names": ("Jan 2020 – Present", "2020-01", "present"),
    "full month names": ("September 2018 to December 2019", "2018-09", "2019-12"),
    "full stop after month": ("Sep. 2019 – Dec. 2019", "2019-09", "2019-12"),
    "figures": ("01/2020-03/2022", "2020-01", "2022-03"),
    "figures with two-digit years": ("06/19 – 08/21", "2019-06", "2021-08"),
    "iso": ("2020-01 – 2021-05", "2020-01", "2021-05"),
    "dots, year first": ("2021.5 - now", "2021-05", "present"),
    "full days": ("01.03.2019 – 31.12.2020", "2019-03", "2020-12"),
    "years": ("2018 - 2022", "2018", "2022"),
    "years without spaces": ("1998–2001", "1998", "2001"),
    "short end year": ("2018-19", "2018", "2019"),
    "to date": ("2019 to date", "2019", "present"),
    "since": ("since 2020", "2020", "present"),
    "from and to": ("from July 2018 to May 2021", "2018-07", "2021-05"),
    "till date": ("from June 2021 to till date", "2021-06", "present"),
    "since a month": ("Since March 2020", "2020-03", "present"),
    "open end": ("2019 –", "2019", "present"),
    "ongoing": ("Mar 2021 - ongoing", "2021-03", "present"),
    "one year for both": ("May – Aug 2019", "2019-05", "2019-08"),
    "apostrophes": ("Aug '19 - Sep '20", "2019-08", "2020-09"),
    "hyphens": ("Jan-20 - Mar-22", "2020-01", "2022-03"),
    "seasons": ("Fall 2019 – Spring 2020", "2019-09", "2020-05"),
    "over three lines": ("August 2011\nto\nCurrent", "2011-08", "present"),
    "over two lines": ("Acme Jan 2020\n– Present", "2020-01", "present"),
    "German": ("Mai 2017 bis Oktober 2019", "2017-05", "2019-10"),
    "French": ("depuis juillet 2021", "2021-07", "present"),
}
SINGLE = {
    "season": ("Summer 2021", "2021-06", "2021-08"),
    "month": ("Dec 2020", "2020-12", "2020-12"),
    "day": ("March 5, 2021", "2021-03", "2021-03"),
    "day first": ("5 March 2021", "2021-03", "2021-03"),
    "American day": ("12/31/2020", "2020-12", "2020-12"),
    "year": ("2023: Scientist", "2023", "2023"),
}
NO_DATES = {
    "telephone": "(312) 555-2019",
    "telephone with spaces": "+49 2015 555 123",
    "money": "$2000 saved",
    "more than": "2000+ users",
    "percent": "1999%",
    "DOI": "10.1007/978-3-030-39575-9_7",
    "house number": "20199 Main Street",
    "version": "v2019.1.2",
    "present alone": "present at conferences",
    "may as a verb": "may be of use",
}


def found(text, words):
    return [(str(date.start), str(date.end)) for date in find_dates(text, words)]


@pytest.mark.parametrize(("text", "start", "end"), RANGES.values(), ids=RANGES)
def test_a_range_is_read(text, start, end, words):
    dates = find_dates(text, words)
    assert [(str(date.start), str(date.end), date.single) for date in dates] == [(start, end, False)]


@pytest.mark.parametrize(("text", "start", "end"), SINGLE.values(), ids=SINGLE)
def test_a_single_date_is_read(text, start, end, words):
    dates = find_dates(text, words)
    assert [(str(date.start), str(date.end), date.single) for date in dates] == [(start, end, True)]


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_other_numbers_are_no_dates(text, words):
    assert find_dates(text, words) == ()


def test_two_dates_side_by_side_stay_two(words):
    assert found("Mar 2021 May 2018 - Jan 2019", words) == [("2021-03", "2021-03"), ("2018-05", "2019-01")]


def test_a_number_in_the_cell_before_is_no_day(words):
    (date,) = find_dates("Ninja, Area 52\tSep 2013 — Present", words)
    assert date.span.start == 15


def test_a_bare_year_is_marked_as_perhaps_a_count(words):
    (date,) = find_dates("reviewed 2000 charts", words)
    assert date.bare


WORDS = None
MONTHS = ["Jan", "February", "Mar.", "apr", "MAY", "June", "July", "Aug", "Sept", "Oct", "Nov.", "December"]


@given(
    st.integers(1, 12),
    st.integers(1950, 2035),
    st.integers(1, 12),
    st.integers(1950, 2035),
    st.sampled_from([" – ", "-", " to ", " — ", " until "]),
    st.booleans(),
)
def test_any_month_and_year_comes_back(first, year, last, other, dash, figures):
    words = WORDS
    start = f"{first:02d}/{year}" if figures else f"{MONTHS[first - 1]} {year}"
    end = f"{last:02d}/{other}" if figures else f"{MONTHS[last - 1]} {other}"
    (date,) = find_dates(f"Engineer, Acme\t{start}{dash}{end}", words)
    assert (date.start, date.end) == (YearMonth(year, first), YearMonth(other, last))


@given(st.text(alphabet="0123456789/.-– JanuryMachpesto\n'+()$", max_size=80))
def test_spans_are_in_order_and_apart_whatever_the_text(text):
    dates = find_dates(text, WORDS)
    for before, after in pairwise(dates):
        assert before.span.end <= after.span.start
    for date in dates:
        assert date.span.end <= len(text)
        assert date.start is not None
        assert isinstance(date.end, YearMonth | Present)


@pytest.fixture(autouse=True, scope="module")
def _words(words):
    global WORDS  # noqa: PLW0603 - Hypothesis calls take no fixtures of wider scope without complaint
    WORDS = words
