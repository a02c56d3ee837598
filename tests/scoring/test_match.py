"""The match: requirements by level, demands for years, degree and title."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ats_medai
from ats_medai.model import (
    Assertion,
    Degree,
    DegreeDemand,
    DegreeLevel,
    Level,
    Position,
    Present,
    Shown,
    Span,
    YearMonth,
    YearsDemand,
)
from ats_medai.scoring import match_figure

AS_OF = date(2026, 1, 15)


def score(make, resume, job, concepts=("a", "b")):
    keywords = make.keywords([make.concept(name) for name in concepts])
    return match_figure(resume, job, keywords, AS_OF)


def test_levels_weigh_and_any_of_is_enough(make):
    job = make.job(
        [("A or B", ["a", "b"], Level.MUST, ()), ("B", ["b"], Level.PREFERRED, ()), ("C", ["c"], Level.CONTEXT, ())]
    )
    figure = score(make, make.resume(["a"]), job, "abc")
    assert [(item.code, item.possible, item.earned) for item in figure.items] == [
        ("must.a-or-b", 3, 3), ("preferred.b", 1, 0), ("context.c", 0.5, 0),
    ]  # fmt: skip
    assert all(item.asked for item in figure.items)
    assert figure.score == pytest.approx(100 * 3 / 4.5)


def test_codes_are_unique(make):
    job = make.job([("A", ["a"], Level.MUST, ()), ("a", ["a"], Level.MUST, ())])
    assert [item.code for item in score(make, make.resume([]), job).items] == ["must.a", "must.a.2"]


@pytest.mark.parametrize(
    ("line", "rules", "earned"),
    [
        pytest.param("Wrote bedside tools in ObscureLang for the ward", "match.found shown.in_use assertion.present", 3, id="in use"),
        pytest.param("ObscureLang, other", "match.found shown.listed assertion.present", 1.5, id="listed"),
        pytest.param("Have no experience with ObscureLang at all so far", "match.found shown.in_use assertion.negated", 0, id="denied"),
        pytest.param("No experience with B, but wrote ObscureLang for years", "match.found shown.in_use assertion.present", 3, id="but"),
        pytest.param("eager to learn obscurelang in a good team soon", "match.found shown.in_use assertion.aspired", 0, id="wished"),
        pytest.param("ObscureLanguage is another thing than this one is", "match.none", 0, id="part of a word"),
    ],
)  # fmt: skip
def test_terms_outside_the_keywords_are_looked_up(make, line, rules, earned):
    job = make.job([("ObscureLang", [], Level.MUST, ["ObscureLang"])])
    item = score(make, make.resume([], before=line + "\n"), job).items[0]
    assert [factor.rule for factor in item.factors] == rules.split()
    assert item.earned == earned


def position(start, end, first, last):
    return Position("Engineer", "X", start, end, Span(first, last))


@pytest.mark.parametrize(
    ("start", "end", "share"),
    [
        pytest.param(YearMonth(2023, 2), YearMonth(2025, 6), 0.8, id="29 of 36 months"),
        pytest.param(YearMonth(2023, 9), Present.PRESENT, 0.8, id="until as_of"),
        pytest.param(YearMonth(2020), YearMonth(2024), 1.0, id="years alone"),
        pytest.param(YearMonth(2030, 1), Present.PRESENT, 0.0, id="not begun"),
        pytest.param(None, Present.PRESENT, 0.0, id="no dates"),
    ],
)
def test_years_are_counted_where_the_keyword_stands(make, start, end, share):
    resume = make.resume(["a"])
    resume = replace(resume, positions=(position(start, end, 0, len(resume.document.text)),))
    job = make.job([], years=(YearsDemand(3, None, "a", Span(0, 5), ("a",)),))
    item = score(make, resume, job).items[0]
    assert item.earned == pytest.approx(3 * share)
    other = make.job([], years=(YearsDemand(3, None, "b", Span(0, 5), ("b",)),))
    assert score(make, resume, other).items[0].earned == 0


def test_years_of_nothing_named_are_all_experience(make):
    resume = make.resume(["a"])
    resume = replace(
        resume,
        positions=(position(YearMonth(2023, 8), YearMonth(2025, 12), 0, len(resume.document.text)),),
        experience_months=29,
    )
    job = make.job([], years=(YearsDemand(3, 5, "", Span(0, 5)),))
    item = score(make, resume, job).items[0]
    assert [factor.value for factor in item.factors] == [0.8]
    assert resume.document[item.evidence[0]] == "a was used here in work"


@pytest.mark.parametrize(("have", "asked"), [("phd", 2), ("master", 4), ("bachelor", 6), ("other", 6)])
def test_years_tied_to_degrees_are_alternatives(make, have, asked):
    tied = ((2, "phd"), (4, "master"), (6, "bachelor"))
    years = tuple(
        YearsDemand(float(least), None, "", Span(0, 5), with_degree=DegreeLevel(level)) for least, level in tied
    )
    resume = make.resume(["a"], degrees=(Degree(DegreeLevel(have), None, None, 2020, Span(0, 1)),))
    assert [item.code for item in score(make, resume, make.job([], years=years)).items] == [f"years.{asked}"]


DEGREES = [
    ("phd", "master", 3), ("master", "master", 3), ("bachelor", "master", 1.5), ("bachelor", "phd", 0),
    ("md", "phd", 1.5), ("phd", "md", 1.5), ("md", "bachelor", 3), ("other", "bachelor", 0), ("master", "md", 0),
]  # fmt: skip


@pytest.mark.parametrize(("have", "want", "earned"), DEGREES)
def test_degrees(make, have, want, earned):
    resume = make.resume(["a"], degrees=(Degree(DegreeLevel(have), None, None, 2020, Span(0, 1)),))
    job = make.job([], degree=DegreeDemand(DegreeLevel(want), Span(0, 2)))
    assert score(make, resume, job).items[0].earned == earned


def test_a_degree_that_still_runs_counts_half(make):
    resume = make.resume(["a"], degrees=(Degree(DegreeLevel.MASTER, None, None, 2027, Span(0, 1)),))
    job = make.job([], degree=DegreeDemand(DegreeLevel.MASTER, Span(0, 2)))
    assert score(make, resume, job).items[0].earned == 1.5


def test_experience_stands_for_a_degree_where_the_advert_says_so(make):
    resume = make.resume(["a"], experience_months=60)
    resume = replace(resume, positions=(position(YearMonth(2020), Present.PRESENT, 0, 5),))
    job = make.job([], degree=DegreeDemand(DegreeLevel.MASTER, Span(0, 2), or_equivalent=True))
    assert score(make, resume, job).items[0].earned == pytest.approx(2.4)


@pytest.mark.parametrize(
    ("title", "share"),
    [("Senior ML Engineer", 1.0), ("Machine Learning Scientist", 0.66), ("Baker", 0.0)],
)
def test_titles_are_compared_word_by_word(make, title, share):
    resume = make.resume(["a"], before=f"{title}\n")
    resume = replace(resume, positions=(Position(title, "X", None, None, Span(0, len(resume.document.text))),))
    job = make.job([], text="Machine Learning Engineer wanted", title="Machine Learning Engineer")
    item = score(make, resume, job).items[0]
    assert item.code == "title"
    assert item.earned == pytest.approx(share)
    assert [resume.document[span] for span in item.evidence] == ([title] if share else [])


levels = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(Level)), min_size=1, max_size=8)
said = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(Shown), st.sampled_from(Assertion)), max_size=8)


@given(
    asked=levels,
    mentions=said,
    more=st.tuples(st.sampled_from("abcd"), st.sampled_from(Shown), st.sampled_from(Assertion)),
)
def test_match_is_bounded_and_monotone(make, asked, mentions, more):
    job = make.job([(name, [name], level, ()) for name, level in asked])

    def of(rows):
        return score(make, make.resume([(n, {"shown": s, "assertion": a}) for n, s, a in rows]), job, "abcd").score

    assert 0 <= of(mentions) <= of([*mentions, more]) + 1e-9 <= 100 + 1e-9


def test_an_advert_matches_its_own_keywords_in_use(analyzer, samples):
    job = analyzer.read_job(samples / "imaging_engineer" / "job.txt")
    resume = analyzer.read_resume(samples / "imaging_engineer" / "job.txt")
    used = tuple(replace(one, shown=Shown.IN_USE, assertion=Assertion.PRESENT, weak=False) for one in job.mentions)
    figure = match_figure(replace(resume, mentions=used, bullets=()), job, analyzer.keywords, AS_OF)
    asked = [item for item in figure.items if item.code.split(".")[0] in {"must", "preferred", "context"}]
    assert len(asked) > 10
    unmet = [item.label for item in asked if item.earned < item.possible - 1e-9]
    crowded = {item.label for item in asked if any(factor.rule == "shown.crowded" for factor in item.factors)}
    assert set(unmet) <= crowded, unmet


def test_analyze_and_text_of_the_advert_agree(analyzer, samples):
    text = (samples / "imaging_engineer" / "job.txt").read_text(encoding="utf-8")
    first = analyzer.score(
        analyzer.read_resume(ats_medai.text_document(text)), analyzer.read_job(ats_medai.text_document(text))
    )
    assert first.match is not None
    assert first.match.score > 40
