from dataclasses import replace

import pytest

from ats_medai.keywords import load_keywords
from ats_medai.model import (
    Contact,
    Document,
    Issue,
    Line,
    Mention,
    Method,
    Place,
    Position,
    Resume,
    Section,
    SectionKind,
    Severity,
    Span,
    YearMonth,
)
from ats_medai.readability import find_obstacles, readability_figure

KEYWORDS = load_keywords()
TEXT = """Ada Muster
ada@example.com
+41 44 555 01 23
Experience
Data Scientist, Spital AG, Jan 2020 - Dec 2021
Trained models for image segmentation of lung CT and put them to use in three hospitals of the canton.
Wrote the evaluation protocol together with the radiologists, and measured calibration on every new scanner.
Analyst, Bank AG, Mar 2017 - Dec 2019
Kept the warehouse running for the risk department and taught two classes of new colleagues a year.
Education
MSc Physics, ETH Zurich, 2016
Skills
Python, SQL, Docker
"""


def place_of(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def lines_of(text, place=Place.BODY, size=11.0):
    lines, at = [], 0
    for row in text.splitlines():
        if row:
            lines.append(Line(Span(at, at + len(row)), font_size=size, place=place))
        at += len(row) + 1
    return tuple(lines)


def section(kind, words):
    start = TEXT.index(f"\n{words}\n") + 1
    return Section(kind, Span(start, start + len(words) + 5), Span(start, start + len(words)))


def clean():
    """A résumé in which no check finds anything."""
    document = Document(
        "cv.pdf", "0" * 64, "application/pdf", TEXT, lines_of(TEXT), reader="pdfium", size=90_000, naive_text=TEXT
    )
    return Resume(
        document=document,
        contact=Contact(place_of("Ada Muster"), place_of("ada@example.com"), place_of("+41 44 555 01 23")),
        sections=(
            section(SectionKind.EXPERIENCE, "Experience"),
            section(SectionKind.EDUCATION, "Education"),
            section(SectionKind.SKILLS, "Skills"),
        ),
        positions=(
            Position("Data Scientist", "Spital AG", YearMonth(2020, 1), YearMonth(2021, 12), place_of("Data Scientist, Spital AG, Jan 2020 - Dec 2021")),
            Position("Analyst", "Bank AG", YearMonth(2017, 3), YearMonth(2019, 12), place_of("Analyst, Bank AG, Mar 2017 - Dec 2019")),
        ),
        degrees=(),
        mentions=(
            Mention("imaging.segmentation", place_of("image segmentation"), Method.PHRASE),
            Mention("language.python", place_of("Python"), Method.PHRASE),
        ),
    )  # fmt: skip


def with_document(**changes):
    resume = clean()
    return replace(resume, document=replace(resume.document, **changes))


def issue(code, severity=Severity.WARNING):
    return with_document(issues=(Issue(code, severity, "Noticed.", Span(0, 3)),))


def moved(place):
    """The contact lines stand in another part of a Word document."""
    lines = tuple(replace(line, place=place if line.span.end <= 44 else line.place) for line in lines_of(TEXT))
    return with_document(lines=lines, reader="docx")


def small(share):
    lines = lines_of(TEXT)
    count = round(share * len(lines))
    return with_document(
        lines=tuple(replace(line, font_size=7.0 if n < count else 11.0) for n, line in enumerate(lines))
    )


def repeated():
    resume = with_document(text=TEXT + "Python, SQL, Docker, image segmentation, CT\n" * 5)
    return replace(resume, document=replace(resume.document, lines=lines_of(resume.document.text)))


def torn():
    """Four phrases are torn apart when the page is read straight across."""
    phrases = ["image segmentation", "lung CT", "evaluation protocol", "risk department"]
    text = TEXT
    for phrase in phrases:
        text = text.replace(phrase, phrase.replace(" ", " Bern "))
    mentions = tuple(Mention(phrase, place_of(phrase), Method.PHRASE) for phrase in phrases)
    return replace(with_document(naive_text=text), mentions=mentions)


def mixed_dates():
    text = TEXT.replace("Mar 2017 - Dec 2019", "03/2017 - 12/2019  ")
    resume = with_document(text=text)
    return replace(
        resume,
        positions=(resume.positions[0], replace(resume.positions[1], span=place_of("Analyst, Bank AG, 03/2017 - 12/2019", text))),
    )  # fmt: skip


FOUND = {
    "no_text": lambda: with_document(reader="ocr"),
    "garbled_text": lambda: issue("garbled_text"),
    "image_page": lambda: issue("image_only_page"),
    "damaged": lambda: issue("damaged"),
    "no_contact": lambda: replace(clean(), contact=Contact()),
    "no_email": lambda: replace(clean(), contact=replace(clean().contact, email=None)),
    "no_phone": lambda: replace(clean(), contact=replace(clean().contact, phone=None)),
    "contact_outside_body": lambda: moved(Place.HEADER),
    "columns_lose_a_keyword": lambda: with_document(
        naive_text=TEXT.replace("image segmentation", "image Python segmentation")
    ),
    "columns_lose_keywords": torn,
    "text_boxes": lambda: moved(Place.TEXT_BOX),
    "tables": lambda: with_document(lines=lines_of(TEXT, Place.TABLE)),
    "hidden_text": lambda: issue("hidden_text"),
    "invisible_characters": lambda: issue("invisible_unicode"),
    "keyword_stuffing": repeated,
    "letter_spaced": lambda: issue("letter_spaced"),
    "small_text": lambda: small(0.5),
    "rating_marks": lambda: with_document(text=TEXT.replace("Python", "Python ●●●○○")),
    "no_headings": lambda: replace(clean(), sections=clean().sections[:1]),
    "mixed_dates": mixed_dates,
    "file_over_1_mb": lambda: with_document(size=1_200_000),
    "file_over_2_5_mb": lambda: with_document(size=3_000_000),
    "odd_encoding": lambda: issue("odd_encoding"),
    "file_type": lambda: with_document(source="cv.md", media_type="text/markdown"),
    "macros": lambda: issue("macro"),
}
QUIET = {
    "small footnote": lambda: small(0.03),
    "contact in the header of a PDF": lambda: with_document(lines=moved(Place.HEADER).document.lines),
    "phrase broken at the end of a line": lambda: with_document(
        naive_text=TEXT.replace("image segmentation", "image\nsegmentation")
    ),
    "keyword that stands whole elsewhere": lambda: with_document(
        naive_text=TEXT.replace("image segmentation", "image Python segmentation") + "Image Segmentation"
    ),
    "long skills list": lambda: with_document(
        text=TEXT + ", ".join(f"Skill{n}" for n in range(60)), lines=lines_of(TEXT)
    ),
    "often in a long text": lambda: replace(
        with_document(text=TEXT + "other words " * 600), mentions=clean().mentions[1:] * 25
    ),
    "blank page": lambda: issue("no_text_page", Severity.INFO),
    "harmless invisible character": lambda: issue("invisible_unicode", Severity.INFO),
    "year-only dates beside months": lambda: replace(
        clean(), positions=(clean().positions[0], replace(clean().positions[1], start=YearMonth(2017)))
    ),
    "unknown issue": lambda: issue("something_new"),
    "one page": lambda: with_document(naive_text=None),
}


def codes(resume):
    return {finding.code for finding in find_obstacles(resume, KEYWORDS)}


def test_every_check_has_a_case():
    assert set(FOUND) == set(KEYWORDS.checks)


def test_a_clean_file_has_no_obstacle():
    assert find_obstacles(clean(), KEYWORDS) == ()
    assert readability_figure((), KEYWORDS).score == pytest.approx(100.0)


@pytest.mark.parametrize("check", FOUND)
def test_a_check_finds_its_case(check):
    assert check in codes(FOUND[check]())


@pytest.mark.parametrize("case", QUIET)
def test_checks_keep_quiet(case):
    assert codes(QUIET[case]()) == set()


@pytest.mark.parametrize("check", FOUND)
def test_a_finding_says_what_why_how_and_on_what_ground(check):
    resume = FOUND[check]()
    finding = next(f for f in find_obstacles(resume, KEYWORDS) if f.code == check)
    assert "{" not in finding.message
    assert KEYWORDS.checks[check].why in finding.message
    assert finding.fix
    assert finding.source.endswith(f"({KEYWORDS.checks[check].evidence})")
    assert all(span.end <= len(resume.document.text) for span in finding.spans)


def test_lost_keywords_are_named():
    (finding,) = find_obstacles(FOUND["columns_lose_a_keyword"](), KEYWORDS)
    assert "“image segmentation”" in finding.message
    assert [TEXT[span.start : span.end] for span in finding.spans] == ["image segmentation"]


def test_messages_do_not_frighten():
    for check in KEYWORDS.checks.values():
        words = f"{check.message} {check.why} {check.fix}".lower()
        assert not any(word in words for word in ("reject", "ats score", "never", "beat the"))
