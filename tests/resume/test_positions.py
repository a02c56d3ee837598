from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_medai.model import Position, Present, Span, YearMonth
from ats_medai.resume import experience_months

ORDERS = {
    "title, then employer with date": "Data Scientist\nAcme Health Inc\tJan 2020 – Mar 2022\n- Built models\n",
    "title with date, then employer": "Data Scientist\tJan 2020 – Mar 2022\nAcme Health Inc\tBoston, MA\n- Built models\n",
    "employer, then title with date": "Acme Health Inc\tBoston, MA\nData Scientist\tJan 2020 – Mar 2022\n- Built models\n",
    "three lines": "Data Scientist\nAcme Health Inc — Imaging\n01/2020 – 03/2022\tBoston, MA\n- Built models\n",
    "one line with bars": "Data Scientist | Acme Health Inc | Boston, MA | 01/2020 – 03/2022\n- Built models\n",
    "one line with commas": "Data Scientist, Acme Health Inc, Jan 2020 – Mar 2022\n- Built models\n",
    "employer before title with a comma": "Acme Health, Data Scientist\nJan 2020 – Mar 2022\n- Built models\n",
    "with at": "Data Scientist at Acme Health (Jan 2020 to Mar 2022)\nBuilt models for three hospitals in the area.\n",
    "date first": "Jan 2020 – Mar 2022\nData Scientist\nAcme Health Inc\n- Built models\n",
    "date on the left": "Jan 2020 – Mar 2022\tData Scientist, Acme Health Inc\n- Built models\n",
    "date in a list item": "- Jan 2020 – Mar 2022: Data Scientist, Acme Health Inc\n  - Built models\n",
    "dates over lines": "January 2020\nto\nMarch 2022\nAcme Health Inc\nData Scientist\n- Built models\n",
    "labels": "Company: Acme Health Inc\nPosition: Data Scientist\nDuration: 01/2020 - 03/2022\n- Built models\n",
    "place that is no employer": "Data Scientist\nAcme Health\nJan 2020 – Mar 2022\tDenver, CO\n- Built models\n",
    "employer and country": "Acme Health, Gothenburg, Sweden\nData Scientist\tJan 2020 – Mar 2022\n- Built models\n",
}
HEAD = "Ada Muster\nada@example.com\n\nEXPERIENCE\n"


@pytest.mark.parametrize("job", ORDERS.values(), ids=ORDERS)
def test_a_position_is_read_in_any_common_order(job, read):
    _, parts = read(f"{HEAD}{job}\nEDUCATION\nBSc Physics, 2018\n")
    (position,) = parts.positions
    assert position.title == "Data Scientist"
    assert position.organisation.startswith("Acme Health")
    assert (str(position.start), str(position.end)) == ("2020-01", "2022-03")


@pytest.mark.parametrize("job", ORDERS.values(), ids=ORDERS)
def test_the_next_entry_is_kept_apart(job, read):
    other = job.replace("Data Scientist", "Research Nurse").replace("Acme Health", "Bern Clinic")
    other = other.replace("2022", "2019").replace("2020", "2017")
    document, parts = read(f"{HEAD}{job}\n{other}\nEDUCATION\nBSc Physics, 2018\n")
    first, second = parts.positions
    assert (first.title, second.title) == ("Data Scientist", "Research Nurse")
    assert second.organisation.startswith("Bern Clinic")
    assert "Research Nurse" not in document[first.span]
    assert first.span.end <= second.span.start


def test_roles_share_the_employer_above_them(read):
    text = f"""{HEAD}Acme Corporation
Staff Engineer, Platform\tAug 2024 - Present
- Led things
Senior Engineer, Payments\tJul 2022 - Aug 2024
- Built things
"""
    _, parts = read(text)
    assert [(p.title, p.organisation) for p in parts.positions] == [
        ("Staff Engineer, Platform", "Acme Corporation"),
        ("Senior Engineer, Payments", "Acme Corporation"),
    ]


def test_an_employer_with_the_dates_of_its_roles_is_no_position(read):
    text = f"""{HEAD}Acme Corporation\tJul 2022 - Present
Staff Engineer\tAug 2024 - Present
- Led things
Senior Engineer\tJul 2022 - Aug 2024
- Built things
"""
    _, parts = read(text)
    assert [(p.title, p.organisation) for p in parts.positions] == [
        ("Staff Engineer", "Acme Corporation"),
        ("Senior Engineer", "Acme Corporation"),
    ]


def test_a_date_beside_the_first_item_belongs_to_the_line_above(read):
    text = f"""{HEAD}Acme Research, Research Intern\tBerlin, Germany
- Designed a sparse attention mechanism for large images\tMay 2022 – Aug 2022
- Wrote a paper

Bern Research, Research Intern\tBern, Switzerland
- Built a compression pipeline for small devices\tMay 2021 – Aug 2021
"""
    _, parts = read(text)
    assert [(p.title, p.organisation, str(p.start)) for p in parts.positions] == [
        ("Research Intern", "Acme Research", "2022-05"),
        ("Research Intern", "Bern Research", "2021-05"),
    ]


def test_years_in_what_is_told_are_no_positions(read):
    text = f"""{HEAD}Data Scientist, Acme Health Inc
Jan 2020 – Mar 2022
- Reviewed 2000 charts in 2021 and moved the 2015 - 2019 archive to the cloud
- Presented at the annual meeting of 2021
"""
    _, parts = read(text)
    assert len(parts.positions) == 1


def test_jobs_without_dates_are_positions_without_dates(read):
    _, parts = read(f"{HEAD}Research Nurse\nBern Clinic\n- Cared for patients\n\nEDUCATION\nBSc, 2018\n")
    (position,) = parts.positions
    assert (position.title, position.organisation, position.start) == ("Research Nurse", "Bern Clinic", None)


def test_education_is_no_experience(read):
    _, parts = read("Ada Muster\n\nEDUCATION\nTeaching Assistant and MSc student, ETH Zurich, 2016 - 2018\n")
    assert parts.positions == ()


MONTH = st.builds(YearMonth, st.integers(1980, 2025), st.one_of(st.none(), st.integers(1, 12)))
POSITIONS = st.lists(
    st.builds(
        Position,
        st.just("Engineer"),
        st.none(),
        st.one_of(st.none(), MONTH),
        st.one_of(st.none(), st.just(Present.PRESENT), MONTH),
        st.just(Span(0, 1)),
    ),
    max_size=6,
)
TODAY = date(2026, 1, 15)


def months(*ranges):
    return experience_months([Position("x", None, start, end, Span(0, 1)) for start, end in ranges], TODAY)


def test_months_are_counted_once_from_first_to_last():
    assert months((YearMonth(2020, 1), YearMonth(2020, 12))) == 12
    assert months((YearMonth(2020), YearMonth(2020))) == 12
    assert months((YearMonth(2020, 1), YearMonth(2020, 6)), (YearMonth(2020, 4), YearMonth(2020, 9))) == 9
    assert months((YearMonth(2025, 12), Present.PRESENT)) == 2


def test_an_end_before_the_start_counts_for_nothing():
    assert months((YearMonth(2020, 5), YearMonth(2019, 1))) == 0
    assert months((None, YearMonth(2019, 1)), (YearMonth(2019, 1), None)) == 0


@given(POSITIONS)
def test_total_is_between_the_longest_and_the_sum(positions):
    single = [experience_months([position], TODAY) for position in positions]
    total = experience_months(positions, TODAY)
    assert max(single, default=0) <= total <= sum(single)
    assert total == experience_months(list(reversed(positions)), TODAY)
    assert total == experience_months([*positions, *positions], TODAY)


LISTS = {
    "title and date, employer below": (
        ("- Postdoctoral associate, Aug 2021 – present\n- Acme University\n- Research assistant, Oct 2018 – Jul 2021\n"
        "- Molecular Shapes team, Lumen\n- Technician, Sep 2013 – Aug 2018\n- Shape Lab, Bern University\n"),
        [("Postdoctoral associate", "Acme University"), ("Research assistant", "Molecular Shapes team, Lumen"),
         ("Technician", "Shape Lab, Bern University")],
    ),
    "date, title and employer each in an item": (
        ("- Sep 2016 – present\n- Research Fellow\n- Dept. of Imaging, Bern Hospital\n- Oct 2007 – Aug 2016\n"
        "- Research Assistant\n- Dept. of Neurology, Acme Hospital\n"),
        [("Research Fellow", "Dept. of Imaging, Bern Hospital"),
         ("Research Assistant", "Dept. of Neurology, Acme Hospital")],
    ),
    "a long item that the years open": (
        ("- 2014 - Present: Staff Scientist, Section on Useful Imaging Methods, National Institute of Mental Health, Bethesda, MD\n"
        "- Maps of the brain\n"),
        [("Staff Scientist", "Section on Useful Imaging Methods, National Institute of Mental Health")],
    ),
    "an intern": ("Intern\nAcme Health Inc\n2011/09 - 2011/12\n- Built models\n", [("Intern", "Acme Health Inc")]),
}  # fmt: skip


@pytest.mark.parametrize(("jobs", "expected"), LISTS.values(), ids=LISTS)
def test_positions_in_lists(jobs, expected, read):
    _, parts = read(f"{HEAD}{jobs}")
    assert [(p.title, p.organisation) for p in parts.positions] == expected
