"""What holds for any text."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from made_up_keywords import document

from ats_medai.model import Section, SectionKind, Span

PIECES = [
    "PyTorch", "machine learning", "Machine", "learning", "R", "CT", "PET", "Go", "US", "MD", "PhD", "C++", "510(k)", "$", "Ph.D.",
    "no experience with", "but", "learning", "expected", "candidate", "Department of", "supervisor", "seeking", "tablaeu",
    "HIPPA", "positron emission tomography", "(PET)", "and", "&", "/", ",", ";", ":", ".", "\n", "\n\n", "•", "- ", "-\n", " ", "  ",
    "\t", "'s", "Ü", "é", "ﬁ", "Ｕｎｅｔ", "\u00ad", "\u0301", "у", "x@y.org", "https://a.b/c", "2024", "v2", "3",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def everywhere(text):
    """Sections of all kinds, one after the other, each a fifth of the text."""
    kinds = [
        SectionKind.EXPERIENCE,
        SectionKind.SKILLS,
        SectionKind.EDUCATION,
        SectionKind.INTERESTS,
        SectionKind.AWARDS,
    ]
    cuts = [len(text) * i // len(kinds) for i in range(len(kinds) + 1)]
    ends = zip(kinds, cuts, cuts[1:], strict=False)
    return [Section(kind, Span(a, b), Span(a, min(b, a + 3))) for kind, a, b in ends if a < b]


@given(TEXTS)
def test_spans_are_valid_sorted_and_apart(matcher, text):
    mentions = matcher.find(document(text), everywhere(text))
    spans = [mention.span for mention in mentions]
    assert spans == sorted(spans)
    assert all(span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(m.cue is None or m.cue.end <= len(text) for m in mentions)
    assert all(0 < m.similarity <= 1 and (m.similarity < 1) == (m.method == "fuzzy") for m in mentions)


@given(TEXTS)
def test_same_text_same_mentions(matcher, text):
    assert matcher.find(document(text)) == matcher.find(document(text))


@given(TEXTS)
def test_no_mention_inside_a_word(matcher, text):
    for mention in matcher.find(document(text)):
        start, end = mention.span.start, mention.span.end
        assert not (start and _runs_on(text[start - 1], text[start])), mention
        assert not (end < len(text) and _runs_on(text[end - 1], text[end])), mention


def _runs_on(left, right):
    """Two characters of one word; where a small letter meets a capital, copying may have run two together."""
    return left.isalnum() and right.isalnum() and not (left.islower() and right.isupper())


@given(
    st.lists(
        st.sampled_from(["PyTorch", "Keras", "deep learning", "CT images", "and", "of", "in", "R and SQL"]), max_size=30
    )
)
def test_words_around_do_not_move_what_is_found(matcher, pieces):
    text = " ".join(pieces)
    found = [(m.concept, m.span.start) for m in matcher.find(document(text))]
    moved = [(m.concept, m.span.start - 9) for m in matcher.find(document("Reports. " + text))]
    assert moved == found


ALIASES = st.lists(
    st.sampled_from(
        ["machine learning", "deep learning", "survival analysis", "scikit-learn", "time series", "genomics", "pytorch"]
    ),
    min_size=1,
    max_size=6,
)
SEPARATORS = st.sampled_from([", ", " with ", "; ", " / ", ".\n"])


def concepts(matcher, text):
    return [mention.concept for mention in matcher.find(document(text))]


@given(ALIASES, SEPARATORS, st.sampled_from([str.upper, str.title, str.swapcase, str.capitalize]))
def test_case_of_aliases_is_free(matcher, aliases, separator, change):
    text = separator.join(aliases)
    assert concepts(matcher, change(text)) == concepts(matcher, text)


@given(ALIASES, SEPARATORS, st.sampled_from(["\n", "-", "\u00a0", "  ", "\u2010", "-\n", "\u2009"]))
def test_space_inside_an_alias_is_free(matcher, aliases, separator, instead):
    text = separator.join(aliases)
    changed = separator.join(alias.replace(" ", instead) for alias in aliases)
    assert concepts(matcher, changed) == concepts(matcher, text)


@given(ALIASES, SEPARATORS, st.data())
def test_a_word_broken_at_a_line_end_is_found(matcher, aliases, separator, data):
    longest = max(aliases[0].replace("-", " ").split(), key=len)
    cut = data.draw(st.integers(2, len(longest) - 2))
    broken = longest[:cut] + "-\n" + longest[cut:]
    text = separator.join(aliases)
    assert concepts(matcher, text.replace(longest, broken, 1)) == concepts(matcher, text)


@given(ALIASES, SEPARATORS, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_unicode_form_is_free(matcher, aliases, separator, form):
    text = "Rüdiger naïvely ﬁts " + separator.join(aliases)
    changed = unicodedata.normalize(form, text)
    assert concepts(matcher, changed) == concepts(matcher, text)
    for mention in matcher.find(document(changed)):
        assert changed[mention.span.start : mention.span.end].lower() in aliases


@given(ALIASES)
def test_full_width_letters_are_letters(matcher, aliases):
    wide = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
    text = ", ".join(aliases)
    assert concepts(matcher, text.translate(wide)) == concepts(matcher, text)


@given(ALIASES)
def test_soft_hyphens_are_nothing(matcher, aliases):
    text = ", ".join(aliases)
    assert concepts(matcher, "\u00ad".join(text)) == concepts(matcher, text)


@given(
    st.sampled_from(["PyTorch", "Keras", "tumour segmentation"]),
    st.sampled_from(["Used {}", "Knows {}, well", "{} and more"]),
)
def test_a_denied_keyword_is_never_present(matcher, keyword, frame):
    text = "No experience with " + frame.format(keyword)
    assert {m.assertion.value for m in matcher.find(document(text))} == {"negated"}
