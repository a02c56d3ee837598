"""What stands beside the figures where they may be too low: another language, a damaged file."""

from dataclasses import replace

import pytest

from ats_medai import text_document
from ats_medai.language import looks_english, note_language
from ats_medai.model import Issue, Severity
from ats_medai.render import to_dict
from ats_medai.render.formats import render_report

GERMAN = """Lebenslauf
Max Beispiel
Berufserfahrung
2019 bis 2023 Datenanalyst am Klinikum Musterstadt
- Auswertung von Patientendaten mit Python und SQL für vier Kliniken
- Entwicklung von Modellen zur Erkennung von Herden in CT-Bildern und deren Prüfung durch Ärzte
- Betreuung der Datenbank und Schulung von zwölf Mitarbeitern im Umgang mit Auswertungen
Ausbildung
2018 Master in Medizinischer Informatik an der Universität in Musterstadt mit Auszeichnung
Kenntnisse
Python, R, SQL, FHIR und sehr gute Kenntnisse in der Statistik sowie im Umgang mit Forschungsdaten
"""


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Trained models for the detection of nodules with data from four hospitals and wrote it up. " * 8, True),
        ("Entwickelte Modelle zur Erkennung von Herden mit Daten aus vier Kliniken und schrieb es auf. " * 8, False),
        ("Desarrollé modelos para la detección de nódulos con datos de cuatro hospitales y los publiqué. " * 8, False),
        ("J'ai développé des modèles pour la détection de nodules avec les données de quatre hôpitaux. " * 8, False),
        ("我用四家医院的数据训练了检测结节的模型并发表了论文。" * 8, False),
        ("Разработал модели для обнаружения узлов на данных четырёх больниц и опубликовал статью. " * 8, False),
        ("Lebenslauf. Auswertung von Patientendaten mit Python und SQL. Kenntnisse: FHIR", False),
        ("Anna van der Berg, Los Angeles. Python, PyTorch, Epic Clarity, DICOM", True),
        ("Python, PyTorch", True),
        ("", True),
    ],
    ids=["english", "german", "spanish", "french", "chinese", "russian", "short german", "names", "short", "nothing"],
)
def test_the_small_words_tell_the_language(text, english):
    assert looks_english(text) is english


def test_the_samples_are_english(samples):
    texts = [path.read_text(encoding="utf-8") for path in samples.glob("*/resume.txt")]
    assert texts
    assert all(looks_english(text) for text in texts)


def test_every_form_says_so(analyzer):
    report = analyzer.analyze(text_document(GERMAN))
    assert "not_english" in {issue["code"] for issue in to_dict(report)["resume"]["issues"]}
    assert report.readability.score > 70
    shown = [render_report(report, form) for form in ("text", "json", "md", "html")]
    assert all("English" in text for text in shown)


def test_a_text_that_was_mended_is_looked_at_again():
    german = note_language(text_document(GERMAN))
    assert [issue.code for issue in german.issues] == ["not_english"]
    assert note_language(german) == german


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_damaged_file_is_named_above_the_figures(analyzer, form):
    sound = text_document("Anna Example\n\nExperience\nEngineer, Clinic, 2020 - 2024\n- Trained a U-Net on CT scans\n")
    damaged = replace(sound, issues=(Issue("damaged", Severity.PROBLEM, "Not readable: page 2."),))
    said = render_report(analyzer.score(analyzer.read_resume(damaged)), form)
    assert "figures count only what could be read" in " ".join(said[: len(said) // 2].split())
    assert "count only what could be read" not in render_report(analyzer.score(analyzer.read_resume(sound)), form)
