"""Bytes near valid files, and texts near what the rules look for: an outcome or one of our own errors, never more."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ats_medai.documents import read_document, text_document
from ats_medai.errors import DocumentError, JobError

SEEDS = [
    (Path(__file__).resolve().parents[2] / "sample_resumes/career_changer" / name).read_bytes()
    for name in ("resume.docx", "resume.txt")
]
NEAR_TEXT = st.lists(
    st.sampled_from(["Jan", "2020", "-", "Present", "\n", "• ", "Skills\n", "Requirements\n", "must", "5+ years", "PhD", "no ", "Python", "a@b.c", "\x00", "\u202e", "(", "/", ",", " "]),
    max_size=60,
).map(" ".join)  # fmt: skip


@st.composite
def mutated(draw):
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 6))] = draw(st.binary(max_size=6))
    return bytes(data[: draw(st.integers(1, len(data)))]) if data else b""


@settings(deadline=None, max_examples=60)
@given(mutated(), st.sampled_from(["a.docx", "a.txt", "a"]))
def test_bytes_near_a_valid_file(data, name):
    try:
        document = read_document(data, name)
    except DocumentError:
        return
    assert all(document.text[line.span.start : line.span.end] == document[line.span] for line in document.lines)


@settings(deadline=None, max_examples=40)
@given(NEAR_TEXT)
def test_texts_near_a_resume_and_an_advert(analyzer, text):
    analyzer.read_resume(text_document(text))
    try:
        analyzer.read_job(text_document(text))
    except (JobError, DocumentError):
        return
