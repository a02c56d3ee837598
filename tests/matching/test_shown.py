"""In use or only listed, by section and kind of line."""

import pytest

CASES = {
    "bullet of experience": ("experience", "• Built Keras models for oncology", ["in_use", "in_use"]),
    "title of a post": ("experience", "Machine Learning Scientist, Acme", ["in_use"]),
    "bare line under a post": ("experience", "Python, Keras, Tableau", ["listed"] * 3),
    "labelled line": ("experience", "Technologies: Python, Keras, Tableau", ["listed"] * 3),
    "sentence with a list": ("experience", "Modelled risk using Python, Keras, Tableau", ["in_use"] * 3),
    "project": ("projects", "Segmentation with U-Net", ["in_use"] * 2),
    "publication": ("publications", "Roe J. Deep learning for radiology. 2024.", ["in_use"] * 2),
    "skills": ("skills", "Built with Keras", ["listed"]),
    "summary": ("summary", "Used Keras for years", ["listed"]),
    "bullet of a summary": ("summary", "• Built Keras models for oncology", ["in_use", "in_use"]),
    "bullet with irregular past": ("other", "• Led the move to Keras", ["in_use"]),
    "bullet of what somebody is": ("summary", "• Experienced with Keras", ["listed"]),
    "bullet of a state": ("summary", "• Trained in radiology and oncology", ["listed", "listed"]),
    "bullet of a list": ("summary", "• Used Keras, Python, Tableau", ["listed"] * 3),
    "bullet of a noun": ("other", "• Research scientist with Keras", ["listed"]),
    "coursework": ("education", "Coursework: machine learning, survival analysis", ["listed"] * 2),
    "thesis": ("education", "Thesis: survival analysis of registries", ["in_use"]),
    "sentence of education": ("education", "Applied machine learning to registries", ["in_use"]),
    "degree at work": ("experience", "Hired as PhD in oncology", ["listed", "in_use"]),
    "prize": ("awards", "Best paper on deep learning", ["listed"]),
    "accomplishment": ("awards", "Developed a Keras course", ["in_use"]),
    "no sections, sentence": (None, "Built Keras models", ["in_use"]),
    "no sections, list": (None, "Keras, Python", ["listed"] * 2),
}


@pytest.mark.parametrize(("kind", "text", "shown"), CASES.values(), ids=CASES)
def test_shown(find, kind, text, shown):
    found = find(text, kind)
    assert [m.shown.value for m in found] == shown
    assert {m.section.value for m in found} == {kind or "other"}
