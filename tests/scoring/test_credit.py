"""What one mention earns: a product of factors whose names are keys of weights.yaml."""

import pytest

import ats_medai
from ats_medai.model import Assertion, Category, Method, SectionKind, Shown, Subskill
from ats_medai.scoring.credit import Credits, worth

CASES = [
    pytest.param({}, "match.found shown.in_use assertion.present", 1.0, id="in use"),
    pytest.param({"shown": Shown.LISTED}, "match.found shown.listed assertion.present", 0.5, id="listed"),
    pytest.param({"method": Method.FUZZY}, "match.fuzzy shown.in_use assertion.present", 0.8, id="typing error"),
    pytest.param({"weak": True}, "match.found shown.in_use assertion.weak", 0.5, id="said weakly"),
    pytest.param({"assertion": Assertion.NEGATED}, "match.found shown.in_use assertion.negated", 0.0, id="denied"),
    pytest.param({"assertion": Assertion.ASPIRED}, "match.found shown.in_use assertion.aspired", 0.0, id="wished for"),
    pytest.param({"assertion": Assertion.OTHER}, "match.found shown.in_use assertion.other", 0.0, id="borrowed"),
    pytest.param(
        {"shown": Shown.LISTED, "section": SectionKind.EDUCATION},
        "match.found shown.studied assertion.present", 0.3, id="among degrees",
    ),
    pytest.param(
        {"shown": Shown.LISTED, "line": "Online course about {}"},
        "match.found shown.studied assertion.present", 0.3, id="a course",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "rules", "value"), CASES)
def test_one_mention(make, changes, rules, value):
    keywords = make.keywords([make.concept("unet")])
    resume = make.resume([("unet", dict(changes))])
    factors = Credits(resume, keywords).of(["unet"])
    assert [factor.rule for factor in factors] == rules.split()
    assert worth(factors) == pytest.approx(value)
    assert [resume.document[span] for factor in factors for span in factor.evidence] == ["unet"]
    assert all(factor.value == keywords.weight(factor.rule) for factor in factors)


def test_nothing_found_is_a_factor_too(make):
    factors = Credits(make.resume([]), make.keywords([make.concept("unet")])).of(["unet"])
    assert [(factor.rule, factor.value) for factor in factors] == [("match.none", 0.0)]


def test_best_mention_wins_and_repeats_add_nothing(make):
    keywords = make.keywords([make.concept("unet")])
    listed = ("unet", {"shown": Shown.LISTED})
    denied = ("unet", {"assertion": Assertion.NEGATED})
    best = Credits(make.resume([denied, listed, "unet", listed]), keywords).of(["unet"])
    assert worth(best) == 1
    assert worth(Credits(make.resume(["unet"] * 50), keywords).of(["unet"])) == 1
    assert worth(Credits(make.resume([listed] * 50), keywords).of(["unet"])) == 0.5


def test_broader_keywords_are_implied_step_by_step(make):
    concepts = [make.concept("unet", implies=["cnn"]), make.concept("cnn", implies=["deep"]), make.concept("deep")]
    found = Credits(make.resume(["unet"]), make.keywords(concepts))
    assert worth(found.of(["cnn"])) == worth(found.of(["deep"])) == pytest.approx(0.7)
    assert "match.implied" in {factor.rule for factor in found.of(["deep"])}
    assert worth(found.of(["unet", "deep"])) == 1
    assert worth(Credits(make.resume(["deep"]), make.keywords(concepts)).of(["unet"])) == 0


def test_implying_in_a_circle_ends(make):
    concepts = [make.concept("a", implies=["b"]), make.concept("b", implies=["a"])]
    assert worth(Credits(make.resume(["a"]), make.keywords(concepts)).of(["b"])) == pytest.approx(0.7)


@pytest.mark.parametrize("category", [Category.DEGREE, Category.CERTIFICATE, Category.COURSE])
def test_what_is_held_need_not_be_used(make, category):
    concepts = [make.concept("msc", Subskill.GENERAL, category, implies=["physics"]), make.concept("physics")]
    found = Credits(
        make.resume([("msc", {"shown": Shown.LISTED, "section": SectionKind.EDUCATION})]), make.keywords(concepts)
    )
    assert worth(found.of(["msc"])) == 1
    assert worth(found.of(["physics"])) == pytest.approx(0.7 * 0.3)


def test_a_sentence_full_of_keywords_is_a_list(make):
    names = [f"term{i:02}" for i in range(14)]
    keywords = make.keywords([make.concept(name) for name in names])
    line = "Used " + ", ".join(names)
    from ats_medai.model import Contact, Document, Mention, Resume, Section, Span

    mentions = tuple(
        Mention(name, Span(line.index(name), line.index(name) + 6), Method.PHRASE, shown=Shown.IN_USE) for name in names
    )

    def credit(count):
        resume = Resume(
            Document("r", "0", "", line, ()), Contact(), (Section(SectionKind.EXPERIENCE, Span(0, len(line))),), (), (),
            mentions[:count], bullets=(Span(0, len(line)),),
        )  # fmt: skip
        return worth(Credits(resume, keywords).of(["term00"]))

    assert credit(12) == 1
    assert credit(13) == 0.5


@pytest.mark.parametrize(
    ("sentence", "wider"),
    [
        ("Built supervised machine learning models for a clinic.", "ml.machine_learning"),
        ("Built precision oncology models for a clinic.", "clinical.oncology"),
    ],
)
def test_a_name_within_a_name_is_named(analyzer, sentence, wider):
    text = f"Jane Roe\n\nEXPERIENCE\nEngineer, Example Ltd\nJan 2020 - Present\n- {sentence}\n"
    resume = analyzer.read_resume(ats_medai.text_document(text))
    rules = {factor.rule for factor in Credits(resume, analyzer.keywords).of([wider])}
    assert "match.found" in rules
    assert "match.implied" not in rules


def test_a_kind_of_it_is_implied(analyzer):
    text = "Jane Roe\n\nEXPERIENCE\nEngineer, Example Ltd\nJan 2020 - Present\n- Built random forest models for a clinic.\n"
    resume = analyzer.read_resume(ats_medai.text_document(text))
    rules = {factor.rule for factor in Credits(resume, analyzer.keywords).of(["ml.machine_learning"])}
    assert "match.implied" in rules
