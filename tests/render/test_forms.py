"""The same report as text, JSON, Markdown and HTML: exact sums, escaped words, nothing from outside."""

import json
import re
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import ats_medai
from ats_medai.model import Band
from ats_medai.render import report_text, to_dict
from ats_medai.render.formats import render_report
from ats_medai.render.html import report_html
from ats_medai.render.markdown import report_markdown
from ats_medai.render.marks import MarkKind, marked_html, marks_of, pieces

HOSTILE = """Jane <script>alert(1)</script> Roe & Sons
jane@example.com | [link](javascript:alert(1)) | `code`

EXPERIENCE

Engineer <img src=x onerror=alert(1)>, "Example" & 'Co' | pipe
Jan 2020 - Present
- Trained PyTorch models on DICOM data </mark><script>alert(2)</script> for **radiology**.
- Responsible for {{ 7*7 }} {% raw %} and # headings.
# not a heading
"""


@pytest.fixture(scope="module")
def job(analyzer, samples):
    return analyzer.read_job(samples / "imaging_engineer" / "job.txt")


@pytest.fixture(scope="module", params=["imaging_engineer", "career_changer"])
def report(request, analyzer, samples, job):
    return analyzer.analyze(samples / request.param / "resume.txt", job)


@pytest.fixture(scope="module")
def hostile(analyzer, job):
    return analyzer.analyze(ats_medai.text_document(HOSTILE, name="<b>&.txt"), job)


def test_explain_adds_up_to_the_last_digit(report):
    text = report_text(report, explain=True)
    account = text[text.index("Account:") :]
    sums = 0
    earned = possible = Decimal(0)
    for line in account.splitlines():
        row = re.match(r"\s+(\d+(?:\.\d+)?) of\s+(\d+(?:\.\d+)?)  (.+)", line)
        if row and row[3] == "sum":
            assert (earned, possible) == (Decimal(row[1]), Decimal(row[2]))
            sums += 1
            earned = possible = Decimal(0)
        elif row:
            earned += Decimal(row[1])
            possible += Decimal(row[2])
            factors = [Decimal(value) for value in re.findall(r"[a-z_]+\.[a-z_]+ (\d+(?:\.\d+)?)", row[3])]
            product = Decimal(row[2])
            for factor in factors:
                product *= factor
            assert product == Decimal(row[1]), line
    assert sums == 3
    for figure in (report.profile, report.match):
        for item in figure.items:
            assert item.label in account
            for span in item.evidence[:1]:
                assert f"“{report.resume.document[span]}”".split("\n")[0] in account


def test_text_names_figures_gaps_fixes_and_its_basis(report):
    text = report_text(report)
    for words in (
        "Medical AI profile", "Match with this job", "Machine readability", "of 100", "Must-haves not found", "Next fixes",
        report.as_of.isoformat(), report.keywords_version, f"track {report.track}", str(report.level.level),
    ):  # fmt: skip
        assert words in text
    assert "ATS score" not in text
    assert "rejected" not in text
    assert max(map(len, text.splitlines())) <= 160


def test_a_file_that_is_hard_to_read_says_so(report):
    from dataclasses import replace

    from ats_medai.model import Factor, Figure, Item

    poor = replace(report, readability=Figure("readability", (Item("x", "x", 1.0, (Factor("readability.x", 0.1),)),)))
    assert poor.readability.band is Band.POOR
    for form in ("text", "md", "html"):
        assert "may be too low" in render_report(poor, form)
        assert "may be too low" not in render_report(report, form)


def test_json_slices_and_sums(report):
    wire = json.loads(json.dumps(to_dict(report)))
    text = wire["resume"]["text"]
    quoted = 0
    for name in ("profile", "match", "readability"):
        figure = wire[name]
        assert sum(item["earned"] for item in figure["items"]) == pytest.approx(figure["earned"])
        assert sum(item["possible"] for item in figure["items"]) == pytest.approx(figure["possible"])
        for item in figure["items"]:
            for factor in item["factors"]:
                for place in factor["evidence"]:
                    quoted += 1
                    assert text[place["start"] : place["end"]] == place["text"]
    assert quoted > 20
    keys = "schema tool keywords as_of track resume job profile match readability level red_flags wording suggestions"
    assert set(keys.split()) <= set(wire)
    for one in wire["suggestions"]:
        assert {"code", "text", "where", "gain"} <= set(one)
        assert set(one["gain"]) == {"profile", "match"}


def test_wire_form_of_resume_and_job(report):
    resume, job = to_dict(report.resume), to_dict(report.job)
    assert resume["keywords"] == job["keywords"] == report.keywords_version
    keys = "schema tool keywords source sha256 text lines issues contact sections positions degrees experience_years mentions"
    assert set(keys.split()) <= set(resume)
    assert {
        "schema",
        "tool",
        "keywords",
        "source",
        "text",
        "title",
        "requirements",
        "years",
        "degree",
        "mentions",
    } <= set(job)
    mention = "concept label subskill category start end text method similarity assertion section shown"
    assert set(mention.split()) <= set(resume["mentions"][0])
    assert resume["mentions"][0]["label"] != resume["mentions"][0]["concept"]
    assert {"must", "preferred", "context"} >= {one["level"] for one in job["mentions"]}
    with pytest.raises(TypeError, match="no wire form"):
        to_dict("text")


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
def test_same_report_same_bytes(report, form):
    assert render_report(report, form) == render_report(report, form)


class Page(HTMLParser):
    """What a page holds: tags with attributes, and whether every tag is closed in order."""

    VOID = frozenset({"meta", "br", "rect"})

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.ok, self.text = [], [], True, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.ok = self.ok and bool(self.open) and self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def named(page, name):
    return [attributes for tag, attributes in page.tags if tag == name]


def test_html_is_one_page_without_script_or_outside(hostile):
    text = report_html(hostile)
    page = Page(text)
    assert page.ok
    assert not page.open
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "form", "object", "b"}
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style", "srcset"}]
        assert attributes.get("href", "#").startswith("#")
    policy = next(one["content"] for one in named(page, "meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "url(" not in text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(2)" in text
    assert "{{ 7*7 }}" in "".join(page.text)


def test_policy_allows_exactly_the_pages_own_style(hostile):
    import base64
    import hashlib

    text = report_html(hostile)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in text
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_html_is_accessible(report):
    page = Page(report_html(report))
    assert named(page, "html")[0]["lang"] == "en"
    assert len(named(page, "h1")) == 1
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert all(second - first <= 1 for first, second in pairwise(levels))
    assert len(named(page, "table")) == len(named(page, "caption"))
    assert all(one.get("scope") in {"col", "row"} for one in named(page, "th"))
    assert all(one.get("aria-label") for one in named(page, "svg"))
    assert {"#resume"} <= {one["href"] for one in named(page, "a")}
    assert any(one.get("id") == "resume" for one in named(page, "h2"))


def test_marked_text_is_the_resume(report):
    text = report.resume.document.text
    assert "".join(piece.text for piece in pieces(report.resume.document, marks_of(report))) == text
    page = Page(f"<div>{marked_html(report)}</div>")
    assert page.ok
    assert "".join(page.text) == text
    assert all(one["class"].startswith("am-") and one["title"] for one in named(page, "mark"))


def test_marks_can_be_chosen(report):
    classes = re.findall(r'class="([^"]+)"', marked_html(report, [MarkKind.USE]))
    assert set(classes) == {"am-use"}
    assert "<mark" not in marked_html(report, [])


def test_markdown_escapes_the_resumes_words(hostile):
    text = report_markdown(hostile)
    assert "<script" not in text.replace("\\<script", "")
    assert "[link](" not in text
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert tables
    for line, after in pairwise(tables):
        if after.startswith("| ---"):
            assert after.count("|") == len(re.findall(r"(?<!\\)\|", line))


def test_without_an_advert(analyzer, samples):
    report = analyzer.analyze(samples / "ehr_risk_modeller" / "resume.txt")
    for form in ("text", "md", "html"):
        text = render_report(report, form)
        assert "Match with this job" not in text
        assert "Medical AI profile" in text
    assert to_dict(report)["match"] is None
    assert to_dict(report)["job"] is None


def test_an_empty_resume_has_its_report(analyzer):
    report = analyzer.analyze(ats_medai.text_document("Jane Roe\n"))
    assert report.profile.score == 0
    for form in ("text", "json", "md", "html"):
        assert render_report(report, form, explain=True)
