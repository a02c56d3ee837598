"""The promised names, and that importing them costs nothing."""

import subprocess
import sys

import pytest

import ats_medai

PROMISED = {
    "Analyzer", "analyze", "text_document", "load_keywords", "to_dict", "Keywords", "Document", "Span", "Resume",
    "Job", "Report", "Item", "AtsMedaiError", "DocumentError", "__version__",
}  # fmt: skip


def test_face_holds_the_promised_names():
    assert set(ats_medai.__all__) == PROMISED
    assert all(getattr(ats_medai, name) is not None for name in PROMISED)
    assert callable(ats_medai.analyze)
    assert set(dir(ats_medai)) == PROMISED


def test_import_is_light():
    code = "import sys, ats_medai; print([m for m in ('spacy', 'pandas', 'streamlit', 'pydantic', 'lxml') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_analyze_in_one_call(samples):
    folder = samples / "imaging_engineer"
    report = ats_medai.analyze(folder / "resume.txt", folder / "job.txt")
    assert 0 < report.profile.score <= 100
    assert report.match.score > 0
    assert report.profile.missing


def test_a_path_may_be_plain_and_a_text_is_none(samples):
    path = samples / "imaging_engineer" / "resume.txt"
    analyzer = ats_medai.Analyzer()
    assert analyzer.read_resume(str(path)) == analyzer.read_resume(path)
    with pytest.raises(TypeError, match="text_document"):
        analyzer.read_resume(path.read_text(encoding="utf-8"))
