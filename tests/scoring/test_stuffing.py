"""Keywords piled up earn at most half of the same keywords shown at work, and the pile is named."""

import json

import pytest

import ats_medai
from ats_medai.render import to_dict
from ats_medai.scoring import profile_figure
from ats_medai.wording import lint_wording

HEAD = "Jane Roe\njane@example.com\n\nEXPERIENCE\n\nEngineer, Example Ltd\nJan 2020 - Present\n"
FEW = 6


def terms(track, keywords):
    """One written form for each item of a track that can be written in."""
    from ats_medai.suggestions.propose import surface

    found = []
    for items in (*track.must.values(), *track.good.values()):
        found += [surface(keywords.concept_by_id[item.any_of[0]], keywords) for item in items]
    return list(dict.fromkeys(found))


def profile(analyzer, text, track=None):
    resume = analyzer.read_resume(ats_medai.text_document(text))
    return profile_figure(resume, track or analyzer.keywords.track_by_id["general"], analyzer.keywords).score


def shown(words):
    return HEAD + "".join(
        f"- Built a tool with {', '.join(words[i : i + FEW])} for a clinic.\n" for i in range(0, len(words), FEW)
    )


def listed(words):
    return f"{HEAD}- Did good work.\n\nSKILLS\n{', '.join(words)}\n"


@pytest.mark.parametrize("name", ["general", "imaging", "clinical_nlp", "ehr_risk", "drug_discovery"])
def test_a_dump_of_all_terms_earns_at_most_half(analyzer, name):
    track = analyzer.keywords.track_by_id[name]
    words = terms(track, analyzer.keywords)
    in_use, dump = profile(analyzer, shown(words), track), profile(analyzer, listed(words), track)
    assert in_use > 50
    assert dump <= 0.5 * in_use + 1e-9
    sentence = f"{HEAD}- Built a tool with {', '.join(words)} for a clinic.\n"
    assert profile(analyzer, sentence, track) <= 0.5 * in_use + 1e-9


def test_one_term_fifty_times_earns_what_it_earns_once(analyzer):
    once, fifty = listed(["PyTorch"]), listed(["PyTorch"] * 50)
    assert profile(analyzer, fifty) == profile(analyzer, once)
    assert profile(analyzer, fifty) <= 0.5 * profile(analyzer, shown(["PyTorch"]))
    findings = lint_wording(analyzer.read_resume(ats_medai.text_document(fifty)), analyzer.keywords)
    assert "stuffing.repeats" in {finding.code for finding in findings}


def test_a_dump_raises_the_finding(analyzer):
    words = [concept.label for concept in analyzer.keywords.concepts]
    resume = analyzer.read_resume(ats_medai.text_document(listed(words)))
    assert "stuffing.list" in {finding.code for finding in lint_wording(resume, analyzer.keywords)}


def test_a_hundred_runs_are_alike(analyzer, samples):
    job = analyzer.read_job(samples / "ehr_risk_modeller" / "job.txt")
    document = ats_medai.text_document((samples / "ehr_risk_modeller" / "resume.txt").read_text(encoding="utf-8"))
    runs = {json.dumps(to_dict(analyzer.score(analyzer.read_resume(document), job))) for _ in range(100)}
    assert len(runs) == 1
