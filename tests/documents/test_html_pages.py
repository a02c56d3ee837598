import json

import pytest

from ats_medai.documents import read_document
from ats_medai.errors import DocumentError

PAGES = [
    pytest.param("<p>We need <b>Py</b>thon.</p><p>And SQL</p>", "We need Python.\nAnd SQL", id="paragraphs"),
    pytest.param("<ul><li>FHIR<li>DICOM</ul>", "• FHIR\n• DICOM", id="list"),
    pytest.param("One<br>Two", "One\nTwo", id="break"),
    pytest.param("<p>Text</p><h2>Skills</h2><p>More</p>", "Text\n\nSkills\nMore", id="blank line above headings"),
    pytest.param("<script>var a</script><style>b{}</style>Seen<noscript>c</noscript>", "Seen", id="what is not seen"),
    pytest.param("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb", id="cells"),
    pytest.param("a<!-- b --> c &amp; d", "a c & d", id="comment and entity"),
]


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>Job</title>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(("body", "text"), PAGES)
def test_what_a_page_shows_is_read(body, text):
    document = read_document(page(body), "advert.html")
    assert (document.text, document.reader, document.media_type) == (text, "html", "text/html")


@pytest.mark.parametrize("style", ["display: none", "visibility:hidden", "FONT-SIZE:0"])
def test_hidden_text_is_left_out(style):
    document = read_document(page(f'<p>Seen</p><p style="{style}">gone</p>'), "advert.html")
    assert document.text == "Seen"
    assert [issue.code for issue in document.issues] == ["hidden_text"]


def test_the_postings_own_description_comes_first():
    posting = {"@type": "JobPosting", "title": "ML Engineer", "description": "<p>Must know <i>FHIR</i></p>"}
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, posting]}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert read_document(page("<p>Cookies</p>", script), "advert.html").text == "ML Engineer\nMust know FHIR"


@pytest.mark.parametrize("broken", ["{", "[]", '{"@type": "JobPosting"}', '{"@graph":' * 40 + "1" + "}" * 40])
def test_a_broken_description_is_passed_over(broken):
    script = f'<script type="application/ld+json">{broken}</script>'
    assert read_document(page("<p>Seen</p>", script), "advert.html").text == "Seen"


def test_deep_pages_end_in_a_clear_way():
    assert read_document(page("<div>" * 200 + "Deep"), "advert.html").text == "Deep"
    with pytest.raises(DocumentError):
        read_document(page("<div>" * 5000 + "Deep"), "advert.html")


@pytest.mark.parametrize("data", [b"<html>", b"<html><!--", b"<!doctype html>\n", b"<body></body>"])
def test_a_page_without_text_is_an_error(data):
    with pytest.raises(DocumentError):
        read_document(data, "advert.html")


@pytest.mark.parametrize(
    ("stated", "text"), [("big5", "履歷"), ("windows-1251", "Навыки"), ("iso-8859-7", "Δεξιότητες")]
)
def test_a_page_names_its_encoding(stated, text):
    data = page(text, f'<meta charset="{stated}">').decode().encode(stated)
    assert read_document(data, "advert.html").text == text


@pytest.mark.parametrize("stated", ["punycode", "hex", "no-such-thing", "unicode_escape"])
def test_no_other_decoder_is_let_in(stated):
    data = f'<html><meta charset="{stated}"><p>Z\u00fcrich</p>'.encode("cp1252")
    assert read_document(data, "advert.html").text.endswith("ich")


def test_text_that_mentions_a_tag_is_text():
    assert read_document(b"I wrote <html> by hand.", "a.txt").reader == "plain"


@pytest.mark.parametrize(
    "body", ["<p>A</p>\x01<script>x</script>\x02 b", "&#1;<style>x</style>\x0c b", "<i hidden>x</i>\x1f b"]
)
def test_control_signs_beside_what_is_not_shown_do_no_harm(body):
    """Found by fuzzing: the tree's own removal refuses to join such text."""
    assert read_document(page(body), "advert.html").text.endswith("b")
