import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats_medai.documents.cleanup import clean

WORDS = [
    pytest.param("ﬁne-tuned classiﬁer", "fine-tuned classifier", id="ligatures"),
    pytest.param("ＰｙＴｏｒｃｈ　２", "PyTorch 2", id="full-width forms"),
    pytest.param("seg\u00admentation", "segmentation", id="soft hyphen"),
    pytest.param("end\u2011to\u2010end", "end-to-end", id="odd hyphens"),
    pytest.param("2019 – 2021 — now", "2019 – 2021 — now", id="dashes stay"),
    pytest.param("New\u00a0York,\u2009NY", "New York, NY", id="odd spaces"),
    pytest.param("Py\u200bTorch\ufeff", "PyTorch", id="zero width"),
    pytest.param("Pуthon", "Python", id="Cyrillic у in a Latin word"),
    pytest.param("ΤensorFlow", "TensorFlow", id="Greek Τ in a Latin word"),
    pytest.param("α-synuclein, μm", "α-synuclein, μm", id="Greek that is meant"),
    pytest.param("Опыт работы", "Опыт работы", id="a Cyrillic word"),
    pytest.param("R´esum´e, na¨ıve", "Résumé, naïve", id="accents of old TeX fonts"),
    pytest.param("don´t, children´s", "don't, children's", id="accent typed for an apostrophe"),
    pytest.param("Children’s “best”", 'Children\'s "best"', id="curly quotes"),
    pytest.param("Epic™ and Cerner®", "Epic and Cerner", id="trade marks"),
    pytest.param("a\x00b\x1bc\ue00ad", "abcd", id="controls and private use"),
    pytest.param("●  Led a team", "• Led a team", id="bullet"),
    pytest.param("▪Led a team", "• Led a team", id="bullet without space"),
    pytest.param("* Led a team", "• Led a team", id="star as bullet"),
    pytest.param("5 * 3 · 2", "5 * 3 · 2", id="stars and dots inside a line"),
    pytest.param("a \t b", "a\tb", id="cells"),
    pytest.param("a    b  c", "a\tb c", id="wide gap parts cells"),
    pytest.param("z" + "\u0301" * 20, "ź", id="stacked marks"),
]


@pytest.mark.parametrize(("raw", "cleaned"), WORDS)
def test_a_line_is_cleaned(raw, cleaned):
    assert clean([raw]).lines == (cleaned,)


BREAKS = [
    pytest.param(["image seg-", "mentation of"], ["image segmentation", "of"], id="a syllable"),
    pytest.param(["an end-to-", "end test"], ["an end-to-end", "test"], id="second hyphen"),
    pytest.param(["state-of-the-", "art, really"], ["state-of-the-art,", "really"], id="third hyphen, with comma"),
    pytest.param(["COVID-", "19 wards"], ["COVID-19", "wards"], id="number"),
    pytest.param(["GPT-", "based tool"], ["GPT-based", "tool"], id="acronym first"),
    pytest.param(["U-", "Net model"], ["U-Net", "model"], id="capital second"),
    pytest.param(["cross-", "functional team"], ["cross-functional", "team"], id="known first part"),
    pytest.param(["evidence-", "based care"], ["evidence-based", "care"], id="known second part"),
    pytest.param(["pipe-", "line", "a pipe-line"], ["pipe-line", "", "a pipe-line"], id="as elsewhere in the text"),
    pytest.param(["multi-", "task", "multitask"], ["multitask", "", "multitask"], id="one word elsewhere in the text"),
    pytest.param(["2019 -", "2021"], ["2019 -", "2021"], id="a dash is no hyphen"),
    pytest.param(["ends-"], ["ends-"], id="last line"),
    pytest.param(["ends-", "", "next"], ["ends-", "", "next"], id="paragraph between"),
]


@pytest.mark.parametrize(("raw", "cleaned"), BREAKS)
def test_a_broken_word_is_joined(raw, cleaned):
    assert list(clean(raw).lines) == cleaned


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("plain", None),
        ("soft\u00adhyphens and\ufe0f hints", None),
        ("one\u200b in a long line of quite ordinary words that goes on and on", "info"),
        ("hid\u202eden", "warning"),
        ("tags\U000e0041\U000e0042", "warning"),
        ("Pуthon", "warning"),
    ],
)
def test_invisible_characters_are_counted(text, severity):
    assert [issue.severity for issue in clean([text]).issues] == ([severity] if severity else [])


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_as_many_lines_come_out_as_went_in(lines):
    assert len(clean(lines).lines) == len(lines)


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_cleaned_text_has_no_controls_and_no_double_spaces(lines):
    for line in clean(lines).lines:
        assert line == line.strip()
        assert "  " not in line
        assert all(char == "\t" or char.isprintable() or ord(char) > 0xFF for char in line)


@settings(deadline=None)
@given(st.text(alphabet="abc éfi-•\t", max_size=60))
def test_clean_text_stays_as_it_is(text):
    once = clean([text]).lines
    assert clean(once).lines == once


def test_work_grows_with_the_length_only():
    for pattern in ("a- \n", " ", "-", "é", "\u0301", "a\u200b", "pу", "word-\n", "a  ", "* ", "aα"):
        text = pattern * (200_000 // len(pattern))
        assert len(clean(text.split("\n")).lines) == text.count("\n") + 1
