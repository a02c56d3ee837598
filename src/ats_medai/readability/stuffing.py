"""Keywords piled up beyond what a list of skills holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ats_medai.model import Keywords, Resume, Span
from ats_medai.readability.found import Found

SHORTEST = 400
"""Letters of a text that is long enough to judge."""
LONG_LINE = 40


def check_stuffing(resume: Resume, keywords: Keywords) -> Iterator[Found]:
    """Give density, one keyword said over and over, or one line repeated. An ordinary skills list is none of these."""
    document = resume.document
    if len(document.text) < SHORTEST:
        return
    reasons: list[str] = []
    spans: tuple[Span, ...] = ()
    share = sum(len(mention.span) for mention in resume.mentions) / len(document.text)
    if share > keywords.weight("limit.keyword_density"):
        reasons.append(f"{share:.0%} of the text are keywords")
    counts = Counter(mention.concept for mention in resume.mentions)
    concept, times = max(counts.items(), key=lambda item: item[1], default=("", 0))
    often = keywords.weight("limit.keyword_share") * len(document.text.split())
    if times > max(keywords.weight("limit.keyword_repeats"), often):
        spans += tuple(mention.span for mention in resume.mentions if mention.concept == concept)
        reasons.append(f"“{document[spans[0]]}” is named {times} times")
    lines = Counter(text for line in document.lines if len(text := document[line.span].strip()) >= LONG_LINE)
    repeated = [text for text, count in lines.items() if count >= keywords.weight("limit.same_line")]
    if repeated and document.pages < keywords.weight("limit.same_line"):
        spans += tuple(line.span for line in document.lines if document[line.span].strip() == repeated[0])
        reasons.append(f"one line stands {lines[repeated[0]]} times")
    if reasons:
        yield Found("keyword_stuffing", "; ".join(reasons), spans)
