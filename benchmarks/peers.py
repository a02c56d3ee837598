"""Set ours beside what a user would pick instead, on the same files: python benchmarks/peers.py [--corpus F] [--gold F]

Every other method gets our own list of keywords, so that the rows differ by the method and not by the words. FlashText
and the TF-IDF cosine are measured where installed (pip install flashtext scikit-learn); the rest comes with us.
"""

from __future__ import annotations

import argparse
import io
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
import spacy
from made_up import SAMPLES, make_pdfs
from one_file import make_analyzer, real_pdfs
from rapidfuzz.distance import Levenshtein
from spacy.matcher import PhraseMatcher

import ats_medai as ats
from ats_medai.documents.load import read_document
from ats_medai.model import Mention

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "peers.md"
GOLD = ROOT.parent / "shared" / "gold"
LONGEST = 6  # words of the longest keyword that the list of word groups looks up
KINDS = {"method", "tool", "language", "data_standard", "data_set", "regulation", "clinical_domain", "modality"}
KINDS |= {"metric", "infrastructure"}
Found = list[tuple[int, int]]
Finder = Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to find keywords: spans of a text, and text of a PDF file."""

    name: str
    find: Finder
    find_in_advert: Finder
    read: Callable[[bytes], str]


def methods(analyzer: ats.Analyzer) -> Iterator[Method]:
    """Give ours and, with our own keywords as a plain list, the others."""
    forms = sorted(_forms(ats.load_keywords()))

    def ours(text: str) -> Found:
        resume = analyzer.read_resume(ats.text_document(text, "text.txt"))
        return _moved([m for m in resume.mentions if m.assertion == "present"], resume.document.text, text)

    def ours_in_advert(text: str) -> Found:
        job = analyzer.read_job(ats.text_document(text, "job.txt"))
        return _moved(job.mentions, job.document.text, text)

    yield Method("ats_medai", ours, ours_in_advert, lambda data: read_document(data, "resume.pdf").text)
    for name, make in (
        ("spaCy PhraseMatcher", _phrase_matcher),
        ("groups of words looked up in a set (as pyresparser does)", _groups),
    ):
        find = make(forms)
        yield Method(f"pdfplumber + {name}", find, find, plumber_text)
    try:
        find = _flashtext(forms)
        yield Method("pdfplumber + FlashText", find, find, plumber_text)
    except ImportError:
        print("FlashText is not installed: left out")


def plumber_text(data: bytes) -> str:
    """Read a PDF as most scripts do."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def accuracy(find: Finder, rows: Sequence[dict[str, Any]]) -> tuple[float, float, float]:
    """Give precision, recall and F1 of keyword mentions: at least half of the shorter span is shared with a label."""
    found = right = wanted = hit = 0
    for row in rows:
        labels = [(s["start"], s["end"], s["kind"] in KINDS) for s in row["spans"] if not _borrowed(s)]
        other = [(s["start"], s["end"], False) for s in row["spans"] if _borrowed(s)]
        spans = [span for span in find(row["text"]) if not any(_shares(span, label) for label in other)]
        found += len(spans)
        right += sum(any(_shares(span, label) for label in labels) for span in spans)
        closed = [label for label in labels if label[2]]
        wanted += len(closed)
        hit += sum(any(_shares(span, label) for span in spans) for label in closed)
    precision, recall = right / found, hit / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def borrowed(method: Method, rows: Sequence[dict[str, Any]]) -> str:
    """Count the denied, wished-for and other people's keywords that the method takes for the person's own."""
    labels = [(row["text"], s) for row in rows for s in row["spans"] if _borrowed(s) and s["kind"] in KINDS]
    found = {text: method.find(text) for text in {text for text, _ in labels}}
    taken = sum(any(_shares(span, (s["start"], s["end"], True)) for span in found[text]) for text, s in labels)
    return f"{taken} of {len(labels)}"


def denied(method: Method, names: Sequence[str]) -> tuple[int, int]:
    """Count the keywords of an advert that a text claims, and that a text denies, by the method's account."""
    claims = [f"I have experience with {name}." for name in names]
    denials = [f"I have no experience with {name}." for name in names]
    return sum(bool(method.find(text)) for text in claims), sum(bool(method.find(text)) for text in denials)


def milliseconds(work: Callable[[bytes], object], files: Sequence[bytes], rounds: int = 3) -> float:
    """Give the CPU time for a file: the median over the rounds."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        for data in files:
            work(data)
        taken.append(time.process_time() - began)
    return 1000 * median(taken) / len(files)


def cosine(advert: str, claims: str, denials: str) -> tuple[float, float]:
    """Give the TF-IDF cosine of an advert with a text that claims its keywords and with one that denies them."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - not needed by the project

    table = TfidfVectorizer(stop_words="english").fit_transform([advert, claims, denials])
    near = (table @ table.T).toarray()[0]
    return float(near[1]), float(near[2])


def table(analyzer: ats.Analyzer, corpus: Path, gold: Path) -> Iterator[str]:
    """Give the rows of the table, then what the cosine says."""
    made, real = make_pdfs(12), real_pdfs(corpus)[:25] if corpus.is_dir() else []
    resumes, adverts = _rows(gold / "resumes_dev.jsonl"), _rows(gold / "jobs_dev.jsonl")
    advert = (SAMPLES / "imaging_engineer" / "job.txt").read_text(encoding="utf-8")
    job = analyzer.read_job(ats.text_document(advert, "job.txt"))
    names = sorted({advert[m.span.start : m.span.end] for m in job.mentions})
    heads = ("ms a made-up file", "ms a real file", "adverts P / R / F1", "résumés P / R / F1", "borrowed", "denied")
    yield f"| method | {' | '.join(heads)} |"
    yield "|---" * (len(heads) + 1) + "|"
    for method in methods(analyzer):
        costs = [f"{milliseconds(_whole(method), files):.1f}" if files else "-" for files in (made, real)]
        figures = [
            " / ".join(f"{figure:.2f}" for figure in accuracy(find, rows)) if rows else "-"
            for find, rows in ((method.find_in_advert, adverts), (method.find, resumes))
        ]
        claimed, refused = denied(method, names)
        last = [borrowed(method, resumes) if resumes else "-", f"{refused} of {claimed}"]
        yield f"| {' | '.join((method.name, *costs, *figures, *last))} |"
    yield from _cosine_lines(advert, names)


def _cosine_lines(advert: str, names: Sequence[str]) -> Iterator[str]:
    claims = "\n".join(f"I have experience with {name}." for name in names)
    denials = "\n".join(f"I have no experience with {name}." for name in names)
    try:
        near, far = cosine(advert, claims, denials)
    except ImportError:
        print("scikit-learn is not installed: the cosine is left out")
        return
    yield ""
    yield (
        f"TF-IDF cosine (scikit-learn) with the sample advert: {near:.2f} for a text that claims its {len(names)} "
        f"keywords, {far:.2f} for one that denies each of them. It names no keyword and shows no evidence."
    )


def _whole(method: Method) -> Callable[[bytes], object]:
    return lambda data: method.find(method.read(data))


def main() -> None:
    """Measure, write docs/peers.md, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus" / "resumes")
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    head = Path(__file__).with_name("peers_head.md").read_text(encoding="utf-8")
    rows = "\n".join(table(make_analyzer(), args.corpus, args.gold))
    print(rows)
    PAGE.write_text(f"{head}\n{rows}\n", encoding="utf-8")


def _moved(mentions: Sequence[Mention], cleaned: str, text: str) -> Found:
    """Move spans of the cleaned text into the text as it was given."""
    steps = Levenshtein.opcodes(cleaned, text)

    def moved(at: int) -> int:
        step = next(step for step in reversed(steps) if step.src_start <= at)
        return min(step.dest_start + at - step.src_start, step.dest_end)

    return [(moved(m.span.start), moved(m.span.end - 1) + 1) for m in mentions]


def _forms(keywords: ats.Keywords) -> set[str]:
    return {
        form
        for concept in keywords.concepts
        for form in (concept.label, *concept.aliases, *(acronym.form for acronym in concept.acronyms))
    }


def _phrase_matcher(forms: Sequence[str]) -> Finder:
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("keyword", list(nlp.pipe(forms)))

    def find(text: str) -> Found:
        doc = nlp(text)
        spans = spacy.util.filter_spans([doc[start:end] for _, start, end in matcher(doc)])
        return [(span.start_char, span.end_char) for span in spans]

    return find


def _groups(forms: Sequence[str]) -> Finder:
    nlp, known = spacy.blank("en"), {form.lower() for form in forms}

    def find(text: str) -> Found:
        doc = nlp(text)
        low = [token.lower_ for token in doc]
        groups = (
            doc[start : start + size]
            for size in range(LONGEST, 0, -1)
            for start in range(len(low) - size + 1)
            if " ".join(low[start : start + size]) in known
        )
        return [(span.start_char, span.end_char) for span in spacy.util.filter_spans(groups)]

    return find


def _flashtext(forms: Sequence[str]) -> Finder:
    from flashtext import KeywordProcessor  # noqa: PLC0415 - not needed by the project

    processor = KeywordProcessor()
    processor.add_keywords_from_list(list(forms))
    return lambda text: [(start, end) for _, start, end in processor.extract_keywords(text, span_info=True)]


def _borrowed(span: dict[str, Any]) -> bool:
    return bool(span.get("assertion", "present") != "present")


def _shares(span: tuple[int, int], label: tuple[int, int, bool]) -> bool:
    shared = min(span[1], label[1]) - max(span[0], label[0])
    return shared > 0 and 2 * shared >= min(span[1] - span[0], label[1] - label[0])


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line] if path.exists() else []


if __name__ == "__main__":
    main()
