"""Whatever the text: a job with sound places, the same each time, or a JobError."""

from hypothesis import given
from hypothesis import strategies as st

from ats_medai import text_document
from ats_medai.errors import JobError
from ats_medai.job import find_requirements
from ats_medai.model import Level, Mention, Method, Span

PARTS = [
    "Requirements", "Requirements:", "Nice to have", "About us", "Benefits", "• ", "- ", "\n", "\n\n", "You will ", "Python", "PhD",
    "3+ years of ", "experience with ", "(", ")", ", ", "; ", ". ", "or ", "and ", "required", "preferred", "is a plus", "not ", "MS ",
    "We are looking for a Data Scientist with ", "ZedMap ", "e.g. ", "/", ": ", "five (5) ", "years ", "’", "é", "0", "Bachelor's ",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PARTS), max_size=120).map("".join))


@given(text=TEXTS, places=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 12)), max_size=8))
def test_any_text_gives_a_sound_job_or_an_error(advert_keywords, text, places):
    document = text_document(text, name="any.txt")
    size = len(document.text)
    spans = sorted({Span(start, min(size, start + length)) for start, length in places if start < size})
    mentions = tuple(Mention("test.any", span, Method.PHRASE) for span in spans)
    try:
        job = find_requirements(document, mentions, advert_keywords)
    except JobError:
        return
    assert job == find_requirements(document, mentions, advert_keywords)
    found = [item.span for item in (*job.requirements, *job.years, *job.mentions)]
    assert all(span.end <= size for span in found + ([job.degree.span] if job.degree else []))
    assert {mention.span for mention in job.mentions} <= set(spans)
    assert all(mention.level is not None for mention in job.mentions)
    order = [(list(Level).index(item.level), item.span) for item in job.requirements]
    assert order == sorted(order)
    assert all(item.concepts or item.terms for item in job.requirements)


@given(order=st.permutations(["{Python|must}", "{SQL|must}", "{Git|must}"]))
def test_the_order_of_a_list_changes_no_level(read, order):
    job = read("Requirements\n" + "\n".join(order) + "\nNice to have\n{Go|preferred}")
    assert sorted((item.label, str(item.level)) for item in job.requirements) == [
        ("test.git", "must"),
        ("test.go", "preferred"),
        ("test.python", "must"),
        ("test.sql", "must"),
    ]
