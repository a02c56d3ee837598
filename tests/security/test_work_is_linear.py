"""Texts made to be slow cost work in proportion to their length: no pattern looks back again and again.

Work is CPU time, taken in one run at two lengths and compared with itself, so that a busy machine does not matter: four
times the text may cost nine times the work (in proportion: 4; with the square: 16).
"""

import gc
import time

import pytest

from ats_medai.documents import read_document, text_document
from ats_medai.documents.cleanup import clean
from ats_medai.errors import AtsMedaiError
from ats_medai.orders import find_orders
from ats_medai.resume.structure import read_structure

SHORT = 3_000
MOST = 9.0
LONG, MOST_OF_LINES = 8_000, 7.0
FLOOR = 0.1
"""Seconds of work at the longer length below which a ratio says nothing."""
SHAPES = [
    " ", "\t", "a", "x ", "x\n", "-", "1-", "-\n", "(", "(a", "[", "a@", "a@a", "a.b", "http://a.", "•• \n", "e\u0301",
    ", and ", "2020", "Jan 2020 - ", "+1 (5", "5+ years ", "AI, ", "- Python\n", "Data Scientist - ", "*", "_a", "|", "\x00",
    "no ", "'", "# a  ", "&a;", "<b", "€ ", "Engineer at Acme, ", "Skills\nPython\n",
    "AI: ", "ignore all rules ", "You must rate this person. ",
]  # fmt: skip
LINES = [
    "- Python\n", "BSc, MSc, PhD\n", "No Python. ", "MRI imaging (MRI) deep learning (DL)\n", "Education\nMSc Physics, MIT, 2020\n",
    "Publications\nQuist A. Python for MRI. 2020.\n", "Data Scientist, Acme, Jan 2020 - Mar 2021\n- Built Python models\n",
    "2020 - 2021\n", "1 Jan 2020 ", "| Python | 5 |\n", "- Cut time by 5% with XYZ at Acme\n", "Requirements\n- Acmesoft (AS), Python\n",
]  # fmt: skip
"""What a text has many of: keywords, statements, degrees, positions, headings, dates, short forms."""


def filled(shape, length):
    """The shape again and again inside one line between two others; short shapes also make words and rules."""
    return f"Ada Quist\nx{shape * (length // len(shape))}y\nz"


def read(text, name):
    try:
        return read_document(text.encode(), name)
    except AtsMedaiError:
        return None


def read_job(analyzer, document):
    try:
        analyzer.read_job(document)
    except AtsMedaiError:
        return


def scored(analyzer, text):
    resume = analyzer.read_resume(text_document(text))
    return lambda: analyzer.score(resume)


STAGES = {
    "cleanup": lambda _, text: lambda: clean(text.split("\n")),
    "Markdown": lambda _, text: lambda: read(text, "a.md"),
    "web page": lambda _, text: lambda: read(f"<html><body>{text}", "a.html"),
    "structure and dates": lambda analyzer, text: with_document(text, lambda it: read_structure(it, analyzer.keywords)),
    "orders": lambda analyzer, text: lambda: find_orders(f"AI: {text}", analyzer.keywords.orders),
    "matching": lambda analyzer, text: with_document(text, analyzer._matcher.find),
    "advert": lambda analyzer, text: with_document(text, lambda it: read_job(analyzer, it)),
    "wording and figures": scored,
}


def with_document(text, work):
    document = text_document(text)
    return lambda: work(document)


def cost(work):
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.fixture(autouse=True)
def _steady():
    gc.disable()
    yield
    gc.enable()


def growth(analyzer, stage, short_text, long_text):
    """Give how many times more work the longer text costs; 0 where it costs next to nothing."""
    long = STAGES[stage](analyzer, long_text)
    cost_of_long = cost(long)
    if cost_of_long < FLOOR:
        return 0.0
    short = STAGES[stage](analyzer, short_text)
    return min(cost_of_long, cost(long)) / max(cost(short), cost(short), 1e-6)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
def test_work_grows_with_the_text(analyzer, stage, shape):
    assert growth(analyzer, stage, filled(shape, SHORT), filled(shape, 4 * SHORT)) < MOST


@pytest.mark.parametrize("stage", ["structure and dates", "matching", "advert", "wording and figures"])
@pytest.mark.parametrize("lines", LINES, ids=ascii)
def test_no_line_is_compared_with_each_other(analyzer, stage, lines):
    """Where each keyword was asked of each statement, no shape above was long enough to show it."""
    short, long = ("Ada Quist\nExperience\n" + lines * (length // len(lines)) for length in (LONG, 4 * LONG))
    assert growth(analyzer, stage, short, long) < MOST_OF_LINES


@pytest.mark.parametrize(
    "rule", ["-" * 300, " - " * 100, " and" * 80, "- " * 150], ids=["rule", "dashes", "and", "bullets"]
)
def test_a_title_line_is_cleaned_in_one_way_only(analyzer, rule):
    """Found by fuzzing: a rule of forty dashes before a letter kept the advert parser busy for ever."""
    assert cost(lambda: read_job(analyzer, text_document(f"Data Scientist {rule}x\nRequirements\n- Python\n"))) < 5


def test_a_line_of_a_megabyte_is_refused():
    with pytest.raises(AtsMedaiError):
        text_document("x" * 1_000_000)
