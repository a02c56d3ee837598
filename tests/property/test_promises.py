"""What the README promises of every résumé, tried on texts put together at random."""

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ats_medai
from ats_medai.edits import apply_edits
from ats_medai.render.account import earned, exact, total
from ats_medai.render.formats import render_report

SAMPLES = Path(__file__).resolve().parents[2] / "sample_resumes"
CASES = tuple(sorted(path.parent.name for path in SAMPLES.glob("*/resume.txt")))
LINES = (
    "Jane Roe", "jane@example.com | +44 20 555 0100", "", "EXPERIENCE", "Engineer, Example Ltd", "Jan 2020 - Present",
    "Data Scientist, Example Hospital", "2016 - 2019", "- Trained PyTorch models on chest CT of 900 patients; AUC 0.91.",
    "- Responsible for DICOM and HL7 interfaces.", "- No experience with Kubernetes, but deployed with Docker.",
    "- Eager to learn FHIR.", "SKILLS", "Python, SQL, TensorFlow, Tensorfolw, R", "PyTorch " * 30, "EDUCATION",
    "PhD Biomedical Engineering, Example University, 2019", "PROJECTS", "- Wrote a review of HIPAA and GDPR for a clinic.",
    "- My team shipped a SaMD under ISO 13485.", "COURSES", "AI for Medicine, Coursera", "¡Ñandú! \u200b\ufb01 √ 100%", "\t•\t",
)  # fmt: skip


def sample(name):
    return ats_medai.text_document((SAMPLES / name / "resume.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def job(analyzer):
    return analyzer.read_job(SAMPLES / "imaging_engineer" / "job.txt")


@pytest.fixture(scope="module")
def reports(analyzer, job):
    return {name: analyzer.analyze(sample(name), job) for name in CASES}


def figures(report):
    return [figure for figure in (report.profile, report.match, report.readability) if figure]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_figures_lie_between_0_and_100_and_are_exact_sums(analyzer, job, lines):
    report = analyzer.score(analyzer.read_resume(ats_medai.text_document("\n".join(lines))), job)
    for figure in figures(report):
        assert 0 <= figure.score <= 100
        sums = total(figure.items)
        assert sums.earned == sum((earned(item) for item in figure.items), Decimal(0))
        assert sums.earned == exact(figure.earned)
        assert sums.possible == exact(figure.possible)
    assert total(report.profile.items).possible == 100


@given(st.data())
@settings(max_examples=40)
def test_a_true_addition_lowers_nothing(analyzer, job, data):
    """A sentence about work with anything that the track or the advert asks for, in a post or a project of its own."""
    name = data.draw(st.sampled_from(CASES))
    document = sample(name)
    asked = [
        item.any_of[0]
        for track in analyzer.keywords.tracks
        for part in (track.must, track.good)
        for items in part.values()
        for item in items
    ]
    asked += [one.concepts[0] for one in job.requirements if one.concepts]
    concept = analyzer.keywords.concept_by_id[data.draw(st.sampled_from(asked))]
    line = f"- Used {concept.label} at work for two years in a clinic.\n"
    before = analyzer.score(analyzer.read_resume(document), job)
    place = data.draw(
        st.sampled_from(
            [bullet.start for bullet in before.resume.bullets if document.text[bullet.start - 2 : bullet.start] == "- "]
        )
    )
    text = document.text[: place - 2] + line + document.text[place - 2 :]
    after = analyzer.score(analyzer.read_resume(ats_medai.text_document(text)), job)
    assert after.profile.score >= before.profile.score - 1e-9
    assert after.match.score >= before.match.score - 1e-9


@pytest.mark.parametrize("name", CASES)
def test_what_if_is_the_analysis_of_the_changed_text(analyzer, job, reports, name):
    report = reports[name]
    tried = 0
    for size in (1, 2, 3, len(report.suggestions)):
        for accepted in list(combinations(report.suggestions, size))[:8]:
            changed = apply_edits(report.resume.document, [one.edit for one in accepted])
            told = analyzer.what_if(report, accepted)
            again = analyzer.score(analyzer.read_resume(ats_medai.text_document(changed.text)), job)
            assert [figure.score for figure in figures(told)[:2]] == [figure.score for figure in figures(again)[:2]]
            assert [figure.items for figure in figures(told)[:2]] == [figure.items for figure in figures(again)[:2]]
            tried += 1
    assert tried >= 20


PILES = {
    "a list": "{head}- Did good work.\n\nSKILLS\n{words}\n",
    "one sentence": "{head}- Built a tool with {words}.\n",
    "the summary": "Jane Roe\n\nSUMMARY\n{words}\n\nEXPERIENCE\nEngineer, Example Ltd\nJan 2020 - Present\n- Did good work.\n",
}
HEAD = "Jane Roe\njane@example.com\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n"


@pytest.mark.parametrize("pile", PILES)
@pytest.mark.parametrize("repeats", [1, 50], ids=["once", "fifty times"])
def test_a_pile_of_one_term_earns_at_most_half_and_is_named(analyzer, pile, repeats):
    text = PILES[pile].format(head=HEAD, words=", ".join(["PyTorch"] * repeats))
    report = analyzer.score(analyzer.read_resume(ats_medai.text_document(text)))
    shown = analyzer.score(
        analyzer.read_resume(ats_medai.text_document(HEAD + "- Trained models in PyTorch for a clinic.\n"))
    )
    if pile != "one sentence":
        assert report.profile.score <= 0.5 * shown.profile.score + 1e-9
    assert report.profile.score <= shown.profile.score + 1e-9
    assert ("stuffing.repeats" in {finding.code for finding in report.wording}) is (repeats == 50)


def test_only_as_of_moves_with_the_clock(analyzer, job):
    """Ten years later, nothing but the years of work that goes on has changed."""
    document = sample("ehr_risk_modeller")
    later = ats_medai.Analyzer(analyzer.keywords, as_of=date(2036, 1, 15))
    now, then = analyzer.analyze(document, job), later.analyze(document, job)
    assert now.profile == then.profile
    assert [item.code for item in now.match.items if item not in then.match.items] in ([], ["years.3"])
    assert now.wording == then.wording
    over = ats_medai.text_document(document.text.replace("Present", "Dec 2024"))
    first, second = (json.loads(render_report(one.analyze(over, job), "json")) for one in (analyzer, later))
    assert first.pop("as_of") != second.pop("as_of")
    assert first == second


@pytest.mark.parametrize("name", CASES)
def test_a_hundred_runs_give_the_same_bytes(analyzer, job, name):
    runs = {
        render_report(analyzer.score(analyzer.read_resume(sample(name)), job), form)
        for form in ("text", "json")
        for _ in range(100 if form == "text" else 3)
    }
    assert len(runs) == 2


def test_the_seed_of_the_hashes_moves_nothing():
    folder = SAMPLES / "imaging_engineer"
    command = [sys.executable, "-m", "ats_medai", "score", "resume.pdf", "--job", "job.txt", "--as-of", "2026-01-15"]
    runs = [
        subprocess.run(
            [*command, "--format", "json"], cwd=folder, capture_output=True, check=True, timeout=300,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4242")
    ]  # fmt: skip
    assert len(runs[0]) > 10_000
    assert len(set(runs)) == 1
