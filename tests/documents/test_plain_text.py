import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_medai.documents import limits, read_document, text_document
from ats_medai.errors import DocumentError, ErrorCode

RESUME = "Zoë Müller\nMaschinelles Lernen für Röntgenbilder, Kosten in €\n"

ENCODINGS = [
    pytest.param("utf-8", False, id="UTF-8"),
    pytest.param("utf-8-sig", False, id="UTF-8 with a mark"),
    pytest.param("utf-16", False, id="UTF-16 with a mark"),
    pytest.param("utf-16-le", True, id="UTF-16, little end first"),
    pytest.param("utf-16-be", True, id="UTF-16, big end first"),
    pytest.param("utf-32", False, id="UTF-32 with a mark"),
    pytest.param("utf-32-le", True, id="UTF-32, little end first"),
    pytest.param("utf-32-be", True, id="UTF-32, big end first"),
    pytest.param("cp1252", True, id="Windows, Western"),
]


@pytest.mark.parametrize(("encoding", "guessed"), ENCODINGS)
def test_text_in_any_encoding_is_read(encoding, guessed):
    document = read_document(RESUME.encode(encoding), "a.txt")
    assert document.text == RESUME.strip()
    assert [issue.code for issue in document.issues] == ["odd_encoding"] * guessed


def test_a_few_broken_bytes_do_not_change_the_encoding():
    data = (RESUME * 10).encode() + b"\xff\xfe\x80 end"
    document = read_document(data, "a.txt")
    assert document.text.startswith("Zoë Müller")
    assert [issue.code for issue in document.issues] == ["odd_encoding"]


ZEROS = [
    pytest.param(b"Ada\0Quist\nPython\0and\0SQL", "Ada Quist\nPython and SQL", id="for spaces"),
    pytest.param(b"Ada Qu\0ist and Python", "Ada Quist and Python", id="in a word"),
    pytest.param(b"\0\0\0Ada\0\0\0\0Quist\0\0", "Ada\nQuist", id="padding"),
]


@pytest.mark.parametrize(("data", "text"), ZEROS)
def test_zeros_are_no_letters(data, text):
    assert read_document(data, "a.txt").text == text


@pytest.mark.parametrize("text", ["Резюме: инженер по данным, опыт работы шесть лет", "履歴書：機械学習エンジニア"])
def test_other_scripts_are_read(text):
    assert len(read_document(text.encode(), "a.txt").text) == len(text)


def test_escape_sequences_of_a_terminal_are_taken_out():
    assert read_document(b"\x1b[31mred\x1b[0m \x1b]0;title\x07text", "a.txt").text == "red text"


MARKS = [
    pytest.param("# Ada Quist #", "Ada Quist", id="heading"),
    pytest.param("# C#", "C#", id="heading that ends in its own sign"),
    pytest.param("**bold** and *slanted* and __both__", "bold and slanted and both", id="emphasis"),
    pytest.param("snake_case_name and a * b * c", "snake_case_name and a * b * c", id="no emphasis"),
    pytest.param("[me](mailto:a@b.org) ![](x.png)", "me", id="links and pictures"),
    pytest.param("- `Python`\n* SQL\n+ R", "• Python\n• SQL\n• R", id="lists"),
    pytest.param("> quoted", "quoted", id="quotation"),
    pytest.param("1. first", "1. first", id="numbers"),
    pytest.param("| a | b |\n|---|---|\n| c | d |", "| a | b |\n\n| c | d |", id="table rule"),
    pytest.param("a\n\n---\n\nb", "a\n\nb", id="rule"),
]


@pytest.mark.parametrize(("raw", "plain"), MARKS)
def test_markdown_marks_are_taken_out(raw, plain):
    document = read_document(raw.encode(), "a.md")
    assert (document.text, document.media_type) == (plain, "text/markdown")


def test_plain_text_keeps_its_marks():
    assert read_document(b"# C# and **kwargs", "a.txt").text == "# C# and **kwargs"


def test_text_at_hand_is_cleaned_as_a_file_is():
    document = text_document("seg-\nmentation\n\n\nClassiﬁer", "advert")
    assert (document.text, document.source) == ("segmentation\n\nClassifier", "advert")
    assert [document[line.span] for line in document.lines] == ["segmentation", "Classifier"]


def test_an_empty_text_has_no_lines():
    assert text_document("").lines == ()


def test_a_text_that_is_too_long_is_refused():
    with pytest.raises(DocumentError) as caught:
        text_document("x " * limits.TEXT_CHARACTERS)
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED
    with pytest.raises(DocumentError) as caught:
        read_document(b"x " * limits.PLAIN_BYTES, "a.txt")
    assert caught.value.code is ErrorCode.LIMIT_EXCEEDED


@settings(deadline=None)
@given(st.text(max_size=300))
def test_lines_slice_to_the_text(text):
    document = text_document(text)
    assert [document[line.span] for line in document.lines] == [line for line in document.text.split("\n") if line]


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.pdf", "a.docx", "a.html", "a"]))
def test_any_bytes_give_a_document_or_a_document_error(data, name):
    try:
        document = read_document(data, name)
    except DocumentError as error:
        assert error.message  # noqa: PT017 - either outcome is right
    else:
        assert document.text
