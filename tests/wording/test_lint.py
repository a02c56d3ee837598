"""Each rule on wording with a text that raises it and one that does not."""

import pytest

import ats_medai
from ats_medai.render.formats import render_report
from ats_medai.wording import impact_of, impact_spread, industries_of, lint_wording
from ats_medai.wording.acronyms import explains
from ats_medai.wording.statements import is_caption
from ats_medai.wording.verbs import Tense, has_verb, opening_tense

NOW = "Jane Roe\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n{}\n"
OVER = NOW.replace("Present", "Mar 2022")
LONG = "- Built " + "a model that helps the people of the ward and " * 5 + "more.\n"

CASES = [
    ("weak.responsible", NOW, "- Responsible for data cleaning.", "- Cleaned the data of the ward."),
    ("weak.helped", NOW, "- Helped to build the model.", "- Built the model that helped the ward."),
    ("weak.worked", NOW, "- Worked on the model of the ward.", "- Worked with nurses on the model."),
    ("verb.none", NOW, "- Customer base of large companies in Europe.", "- Carefully reviewed the customer base."),
    ("first_person", NOW, "- I built models for my team.", "- Built models in Phase I trials in the US."),
    ("tense", OVER, "- Built a model.\n- Build dashboards.", "- Built a model.\n- Designed dashboards."),
    ("tense", OVER, "- Built a model.\n- Manages data.", "- Set up a model.\n- Cut costs."),
    ("long", NOW, LONG, "- Built a short one."),
    ("figure.none", NOW, "- Built a model.", "- Built 12 models."),
    ("metric.accuracy_alone", NOW, "- Cancer screening model with accuracy of 0.98 on 900 scans.",
     "- Cancer screening model with accuracy of 0.98 and sensitivity of 0.9 on 900 scans."),
    ("metric.auc_percent", NOW, "- Reached 95% AUC on 900 scans.", "- Reached an AUC of 0.95 on 900 scans."),
    ("metric.no_data", NOW, "- Reached a sensitivity of 0.9.", "- Reached a sensitivity of 0.9 on 900 scans."),
    ("acronym.alone", NOW, "- Built NLP tools.", "- Built tools for natural language processing (NLP)."),
    ("typing", NOW, "- Responsable managment of the team.", "- Management of the team."),
    ("misconception.replaces", NOW, "- Built AI that replaces radiologists.", "- Built AI that helps radiologists."),
    ("misconception.perfect", NOW, "- Built a 100% accurate model.", "- Built an accurate model."),
    ("impact.none", NOW, "- Built a.\n- Built b.\n- Built c.\n- Built CT tools.", "- Built a.\n- Built b.\n- Built c.\n- Cut the workload."),
    ("impact.none", NOW, "- Built a.\n- Built b.\n- Built c.\n- Built CT tools.", "- Built a.\n- Built b.\n- Built c.\n- Built web pages."),
    ("first_person", NOW, "- Built what I needed for it.", "- Built the part that is named in i; built more."),
    ("figure.none", NOW, "- Scaled the engineering team.", "- Scaled the engineering team from 3 to 28 across divisions."),
    ("figure.none", NOW, "- Ran it from 2019 to 2021 alone.", "- Sold for $2M."),
    ("metric.no_data", NOW, "- Reached an accuracy of 91%.", "- Reached an accuracy of 91% on ImageNet."),
    ("acronym.unknown", NOW, "- Wrote XQZ reports of the ward.", "- Wrote xeno quick zone (XQZ) reports; XQZ helped the ward."),
    ("acronym.unknown", NOW, "- Wrote XQZ reports of the ward.", "- Wrote XQZ (xeno quick zone) reports of the ward."),
    ("acronym.unknown", NOW, "- Wrote XQZ reports of the ward.", "- Wrote PDF reports with XQZ in the USA."),
    ("metric.no_data", NOW, "- Reached an accuracy of 91%.", "- Reached an accuracy of 91% on public chest X-rays."),
    ("verb.none", NOW, "- Customer base of large companies in Europe.", "- Undertook a review of the customer base."),
    ("verb.none", NOW, "- Customer base of large companies in Europe.", "- Harnessing graph networks for the customer base."),
    ("verb.none", NOW, "- Customer base of large companies in Europe.", "- Garvan Example Institute of Medical Research, NSW, Australia"),
    ("thin", NOW, "- Ran the weekly sessions and meetings.", "- Additional booth cut waiting time from 6.2 minutes to 1.8."),
    ("thin", NOW, "- Ran the weekly sessions and meetings.", "- Supervisor and duties included:"),
    ("thin", NOW, "- Ran the weekly sessions and meetings.", "- Responsible for the weekly sessions and meetings."),
    ("tense", OVER, "- Built a model.\n- Manages data.", "- Built a model.\n- Increase of sales in two regions."),
]  # fmt: skip


def lint(analyzer, text):
    resume = analyzer.read_resume(ats_medai.text_document(text))
    return resume, {finding.code: finding for finding in lint_wording(resume, analyzer.keywords)}


@pytest.mark.parametrize(
    ("code", "frame", "bad", "good"), CASES, ids=[f"{code} {i}" for i, (code, *_) in enumerate(CASES)]
)
def test_rules(analyzer, code, frame, bad, good):
    resume, found = lint(analyzer, frame.format(bad))
    assert code in found
    finding = found[code]
    assert finding.message
    assert finding.fix
    assert finding.spans
    assert all(resume.document[span].strip() for span in finding.spans)
    _, clean = lint(analyzer, frame.format(good))
    assert code not in clean


def test_the_present_is_fine_in_a_post_that_goes_on(analyzer):
    _, found = lint(analyzer, NOW.format("- Built a model.\n- Build dashboards."))
    assert "tense" not in found


def test_a_typing_error_of_a_keyword_is_named(analyzer):
    _, found = lint(analyzer, NOW.format("- Built models in Tensorfolw for the ward."))
    assert "TensorFlow" in found["typing"].fix or "tensorflow" in found["typing"].fix


def test_a_word_in_a_link_is_no_typing_error(analyzer):
    _, found = lint(
        analyzer, "Jane Roe\nteh@managment.example.com | github.com/recieve\n" + NOW.format("- Built a model.")
    )
    assert "typing" not in found


def test_stuffing(analyzer):
    fifty = "PyTorch " * 50
    assert "stuffing.repeats" in lint(analyzer, NOW.format(f"- Built models.\n\nSKILLS\n{fifty}"))[1]
    everything = ", ".join(concept.label for concept in analyzer.keywords.concepts[:250])
    assert "stuffing.list" in lint(analyzer, NOW.format(f"- Built models.\n\nSKILLS\n{everything}"))[1]


def test_samples_are_not_stuffed(analyzer, samples):
    for path in sorted(samples.glob("*/resume.txt")):
        codes = {finding.code for finding in lint_wording(analyzer.read_resume(path), analyzer.keywords)}
        assert not {code for code in codes if code.startswith(("stuffing", "misconception"))}, path


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Built models", Tense.PAST), ("Builds models", Tense.PRESENT), ("Building models", Tense.GERUND), ("Led a team", Tense.PAST),
        ("Successfully deployed it", Tense.PAST), ("I wrote it", Tense.PAST), ("Studies cells", Tense.PRESENT), ("Quietly", None),
        ("Planning trips", Tense.GERUND), ("The model", None), ("Identified it", Tense.PAST), ("Analysed it", Tense.PAST), ("", None),
    ],
)  # fmt: skip
def test_opening_tense(keywords, text, tense):
    assert opening_tense(text, keywords.wording) is tense
    assert has_verb(text, keywords.wording) or tense is None


def test_the_guides_own_percentage_is_told(analyzer):
    _, found = lint(analyzer, NOW.format(f"- {analyzer.keywords.guide.examples[0]}"))
    assert found["metric.auc_percent"].severity == "info"
    assert "metric.no_data" not in found


OUTCOMES = [
    ("Developed models that reached FDA approval for use in care.", "regulatory"),
    ("Reduced diagnostic errors in pathology.", "clinical"),
    ("Lowered hospital readmission by finding high-risk patients.", "clinical"),
    ("Cut radiologist workload by sorting urgent cases first.", "operational"),
    ("Contributed to publications and patents.", "scientific"),
]


@pytest.mark.parametrize(("text", "kind"), OUTCOMES)
def test_impact(keywords, text, kind):
    assert impact_of(text, keywords)[0] == kind


def test_outcomes_of_the_guide(keywords):
    told = [(text, kind) for kind, texts in keywords.guide.outcomes.items() for text in texts]
    assert len(told) == 5
    for text, kind in told:
        assert impact_of(text, keywords)[0] == kind, text


def test_impact_spread(analyzer, samples):
    spread = impact_spread(analyzer.read_resume(samples / "imaging_engineer" / "resume.txt"), analyzer.keywords)
    assert set(spread) == {"clinical", "operational", "regulatory", "scientific"}
    assert spread["regulatory"]


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("A network of twelve hospitals and clinics", "providers"), ("A biopharma company in drug discovery", "pharma"),
        ("We make implants and other medical devices under ISO 13485", "devices"), ("A health insurer with claims data", "insurance"),
        ("A seed-stage digital health startup", "startups"),
    ],
)  # fmt: skip
def test_industries(keywords, text, industry):
    assert industries_of(text, keywords)[0].id == industry


def test_one_advice_for_many_places(analyzer):
    resume = analyzer.read_resume(
        ats_medai.text_document(
            NOW.format("- Responsible for data.\n- Responsible for care.\n- Responsible for staff.")
        )
    )
    found = [one for one in lint_wording(resume, analyzer.keywords) if one.code == "weak.responsible"]
    assert len(found) == 1
    assert len(found[0].spans) == 3
    assert "3 times" in found[0].message


def test_the_issuer_of_many_certificates_is_no_pile(analyzer):
    lines = "\n".join(f"- AWS Certified Example {i}, Amazon Web Services (AWS), AWS, AWS, AWS" for i in range(6))
    _, found = lint(analyzer, NOW.format(f"- Built models.\n\nCERTIFICATIONS\n{lines}"))
    assert "stuffing.repeats" not in found


CAPTIONS = [
    ("Duties included:", True), ("2025 Chief Investigator, Example Grant ($200,000)", True), ("2019–2023: Software Engineer, Example Health", True), ("2021.5 - now: Postdoc Scientist", True),
    ("School of Applied Sciences, Example University, Agadir, Morocco", True), ("Jan 2024 - July 2024: Master thesis", True),
    ("Trained Chest X-Ray Models With PyTorch", False), ("Built 2020 models for patients.", False), ("", False),
    ("Wrote reports for the ward", False), ("2023 was the year in which we deployed it.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "caption"), CAPTIONS)
def test_captions_are_no_statements(keywords, text, caption):
    assert is_caption(text, keywords.wording) is caption


@pytest.mark.parametrize(
    ("text", "short", "explained"),
    [
        ("a hidden Markov model (HMM) of calls", "HMM", True), ("HMM (hidden Markov model)", "HMM", True), ("HMM: hidden Markov model", "HMM", True),
        ("the region of interest (ROI)", "ROI", True), ("we met (HMM) later", "HMM", False), ("HMM of calls", "HMM", False),
        ("Heat Shock Transcription Factor (HSF)", "HSF", True), ("", "HMM", False),
    ],
)  # fmt: skip
def test_short_forms_and_their_words(text, short, explained):
    assert explains(text, short) is explained


def test_the_report_says_what_the_work_changed_and_in_which_industry(analyzer, samples):
    folder = samples / "imaging_engineer"
    report = analyzer.analyze(folder / "resume.txt", folder / "job.txt")
    assert dict(report.impact)["regulatory"]
    assert "providers" in {one.id for one in report.industries}
    jobs = [one.id for one in report.job_industries]
    assert "insurance" not in jobs, "dental insurance is a benefit"
    for form in ("text", "md", "html"):
        text = render_report(report, form)
        assert "What your work changed" in text
        assert "towards an approval" in text
        assert "industries of your positions" in text
    assert ats_medai.to_dict(report)["impact"]["regulatory"]


def test_removed_names_are_de_identification(analyzer):
    text = NOW.format("- Converted scans and removed patient names and dates before training.")
    mentions = analyzer.read_resume(ats_medai.text_document(text)).mentions
    assert "privacy.deidentification" in {mention.concept for mention in mentions}
