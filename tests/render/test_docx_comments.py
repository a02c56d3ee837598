"""DOCX handed back: comments at the exact words, text and formatting untouched."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_medai.documents import text_document
from ats_medai.render.docx_comments import UNPLACED, annotate, notes_of, written

PEOPLE = ("imaging_engineer", "ehr_risk_modeller", "career_changer")


@pytest.fixture(scope="module")
def advert(analyzer, samples):
    return analyzer.read_job(samples / "imaging_engineer" / "job.txt")


@pytest.fixture(scope="module", params=PEOPLE)
def handed_back(request, analyzer, samples, advert):
    path = samples / request.param / "resume.docx"
    report = analyzer.analyze(path, advert)
    return report, path.read_bytes(), annotate(report, path.read_bytes(), written)


def opened(data):
    return docx.Document(io.BytesIO(data))


def looks(file):
    """Text and formatting, letter by letter, whatever runs they stand in."""
    return [
        (sign, run.bold, run.italic, run.font.size, run.font.name, paragraph.style.name)
        for paragraph in file.paragraphs
        for run in paragraph.runs
        for sign in run.text
    ]


def commented(file):
    """Give comment text -> words between its start and its end, for all comments in paragraphs."""
    found = {}
    for paragraph in file.element.body.iter(qn("w:p")):
        open_now, words = set(), {}
        for part in paragraph:
            if part.tag == qn("w:commentRangeStart"):
                open_now.add(part.get(qn("w:id")))
            elif part.tag == qn("w:commentRangeEnd"):
                open_now.discard(part.get(qn("w:id")))
            elif part.tag == qn("w:r"):
                for one in open_now:
                    words[one] = words.get(one, "") + "".join(text.text or "" for text in part.iter(qn("w:t")))
        found |= words
    return {one.text: found[str(one.comment_id)] for one in file.comments if str(one.comment_id) in found}


def test_text_and_formatting_stay(handed_back):
    _, original, out = handed_back
    assert looks(opened(out)) == looks(opened(original))


def test_every_note_is_a_comment(handed_back):
    report, _, out = handed_back
    said = "\n".join(one.text for one in opened(out).comments)
    notes = notes_of(report)
    assert notes
    assert all(note.text in said for note in notes)


def test_comments_stand_at_their_words(handed_back):
    report, _, out = handed_back
    document = report.resume.document
    words = commented(opened(out))
    checked = 0
    for one in report.suggestions:
        if one.where is None or "\n" in document[one.where]:
            continue
        at = next((found for text, found in words.items() if one.text in text and UNPLACED not in text), None)
        if at is not None:
            checked += 1
            assert re.sub(r"\W", "", document[one.where])[:60] in re.sub(r"\W", "", at)
    assert checked


def test_authors_are_named(handed_back):
    assert {one.author for one in opened(handed_back[2]).comments} == {"ats_medai"}


def test_who_opens_the_file_must_be_said(analyzer, samples):
    path = samples / "imaging_engineer" / "resume.docx"
    with pytest.raises(TypeError):
        annotate(analyzer.analyze(path), path.read_bytes())


def test_a_resume_that_is_no_docx_comes_as_a_copy_that_says_so(analyzer, samples, advert):
    report = analyzer.analyze(samples / "imaging_engineer" / "resume.pdf", advert)
    file = opened(annotate(report))
    assert file.paragraphs[0].text.startswith("A copy of the text of resume.pdf")
    lines = [paragraph.text for paragraph in file.paragraphs[1:]]
    assert lines == report.resume.document.text.split("\n")
    assert list(file.comments)


def test_a_damaged_docx_that_is_read_comes_as_a_copy(analyzer, samples):
    data = (samples / "imaging_engineer" / "resume.docx").read_bytes()
    cut = data[: data.index(b"PK\x01\x02")]
    report = analyzer.analyze(analyzer.read_resume(cut).document)
    file = opened(annotate(report, cut, written))
    assert file.paragraphs[0].text.startswith("A copy of the text")
    assert list(file.comments)


def test_of_equal_words_the_right_one_is_taken(analyzer):
    text = "Ann Example\n\nSKILLS\nPython, MRI\n\nEXPERIENCE\n- Trained models in PyTorch on MRI scans of the brain\n- Read MRI protocols\n"
    report = analyzer.analyze(text_document(text, "a.txt"))
    notes = [note for note in notes_of(report) if note.span and text[note.span.start : note.span.end] == "MRI"]
    assert notes
    places = commented(opened(annotate(report)))
    assert all(places[note.text] == "MRI" for note in notes if note.text in places)


def test_words_of_tables_can_be_commented(analyzer):
    file = docx.Document()
    file.add_paragraph("Ann Example")
    file.add_paragraph("EXPERIENCE")
    cell = file.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run("Responsible for ").bold = True
    cell.paragraphs[0].add_run("training deep learning models on MRI scans.")
    out = io.BytesIO()
    file.save(out)
    report = analyzer.analyze(out.getvalue())
    done = opened(annotate(report, out.getvalue(), written))
    runs = done.tables[0].cell(0, 0).paragraphs[0].runs
    assert "".join(run.text for run in runs if run.bold) == "Responsible for "
    assert list(done.comments)


@settings(max_examples=15)
@given(st.text(alphabet="aB é\t\n•-<&\u202e\x0c\x07MRI", max_size=80))
def test_any_text_gives_a_file_that_opens(analyzer, text):
    report = analyzer.analyze(text_document(f"x {text} MRI and PyTorch", "x.txt"))
    data = annotate(report)
    assert opened(data).paragraphs
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
