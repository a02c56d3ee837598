"""ats-medai search: a recruiter's query against one résumé."""

import pytest


@pytest.mark.parametrize(
    ("query", "mode", "words"),
    [
        ("pytorch AND (dicom OR fhir) NOT intern", "literal", "found (literal)"),
        ("radiologist", "literal", "not found (literal)"),
        ("radiologist", "stemmed", "found (stemmed)"),
        ('"convolutional neural network"', "literal", "not found (literal)"),
    ],
)
def test_search(cli, samples, query, mode, words):
    run = cli("search", samples / "imaging_engineer" / "resume.txt", query, "--mode", mode)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(words)
    assert not run.stderr


def test_places_are_quoted(cli, samples):
    run = cli("search", samples / "imaging_engineer" / "resume.pdf", "monai", "--mode", "alias")
    assert "monai: 2 places" in run.stdout
    assert "Trained nnU-Net models in PyTorch and MONAI" in run.stdout


def test_a_broken_query_says_where(cli, samples):
    run = cli("search", samples / "imaging_engineer" / "resume.txt", "pytorch AND (")
    assert run.returncode == 2
    assert "^" in run.stderr
    assert not run.stdout
    assert "Traceback" not in run.stderr
