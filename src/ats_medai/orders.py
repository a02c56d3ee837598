"""Sentences that give orders to a machine instead of telling a reader about the person.

Nothing here takes orders, whatever they say; but keywords that stand in one are no claim about the person. What such
sentences are made of stands in keywords/orders.yaml. They are told by how they open, so that a sentence about such
orders ("red-teamed models with 'ignore previous instructions'") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ats_medai.bullets import GOES_ON, MARK
from ats_medai.model import Document, Issue, OrderWords, Severity, Span
from ats_medai.phrases import find_phrases, has_phrase

ORDER = "order"
"""Code of the issue that an order is."""
NEAR = 8
"""Words within which the parts of an order stand together."""
LEADS = 3
"""Words such as "please" that may stand before an order."""

_ENDS = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[<#*]*[A-Z])|\s[|•·]\s|\t\s*|\s{3,}")
_BEFORE = re.compile(r"[\s\[\](){}<|#*>=~_•\-]*")
"""Signs before the first word; no quotation marks: what is quoted is spoken of."""
_FIRST = re.compile(_BEFORE.pattern + r"([\w'’]+)")
_WORD = re.compile(r"[\w'’]+")
_SEEN = re.compile(r"\S")
_CALLED = re.compile(r"\s*[:,|\]>})]")
_TAIL = 8
"""Letters at the end of a line that tell that it goes on: a word such as "with" and one before it."""


def find_orders(text: str, words: OrderWords) -> tuple[Span, ...]:
    """Give the sentences that are orders to a machine, in order; lines may break them."""
    found: list[Span] = []
    known = _first_words(words)
    called = False  # whether the sentence before was an order, or called a machine by name
    for start, end in _sentences(text):
        first = _FIRST.match(text, start, end)
        opens = first is not None and first[1].lower().replace("’", "'") in known
        if not (opens or called):
            continue
        said = text[start:end]
        opening = text[first.start(1) : end] if first else said
        if (opens and _is_order(opening, words)) or (called and _asks(said, words)):
            found.append(Span(start, end))
            called = True
        else:
            called = opens and _is_call(opening, words)
    return tuple(found)


def note_orders(document: Document, words: OrderWords) -> Document:
    """Give the document with an issue for each order in its text, and none from before."""
    others = tuple(issue for issue in document.issues if issue.code != ORDER)
    found = tuple(Issue(ORDER, Severity.WARNING, words.message, span) for span in find_orders(document.text, words))
    return document if len(others) == len(document.issues) and not found else replace(document, issues=others + found)


def orders_of(document: Document) -> tuple[Span, ...]:
    """Give the places of the orders that were noted."""
    return tuple(issue.span for issue in document.issues if issue.code == ORDER and issue.span is not None)


def without_orders(document: Document) -> Document:
    """Give the document as it counts: with spaces in place of the orders that were noted, all else where it was."""
    orders = orders_of(document)
    if not orders:
        return document
    pieces: list[str] = []
    done = 0
    for order in orders:
        pieces += document.text[done : order.start], _SEEN.sub(" ", document[order])
        done = order.end
    return replace(document, text="".join([*pieces, document.text[done:]]))


def _is_order(said: str, words: OrderWords) -> bool:
    if _opening(said, words.to_machines):
        return True
    if end := _call_end(said, words):
        return _asks(said[end:], words) or has_phrase(_next(said, end), words.persons)
    said = _without_leads(said, words)
    if _opening(said, words.ignoring) and _lets_go(said, 0, words):
        return _names_person(said, words) or not (has_phrase(said, words.about) or ":" in said)
    end = _opening(said, words.grading)
    person = next(find_phrases(_next(said, end), words.persons, end), None) if end else None
    return person is not None and has_phrase(_next(said, person.end), words.outcomes)


def _is_call(said: str, words: OrderWords) -> bool:
    """Tell whether the sentence is a name to call a machine by, and nothing else ("AI reviewers:")."""
    end = _call_end(said, words)
    return bool(end) and not _WORD.search(said, end)


def _call_end(said: str, words: OrderWords) -> int:
    """Give where the names that a sentence calls a machine by end, with the sign behind them; 0 where there is none."""
    end = 0
    for _ in range(LEADS):  # "[SYSTEM] AI:"
        name = _opening(said, words.addressed, end)
        sign = _CALLED.match(said, name) if name else None
        if sign is None:
            break
        end = _BEFORE.match(said, sign.end()).end()  # type: ignore[union-attr]
    return end


def _asks(said: str, words: OrderWords) -> bool:
    """Tell whether the words ask for something, wherever they stand in the sentence."""
    return (
        has_phrase(said, words.musts)
        or _near(said, words.asking, (*words.persons, *words.perhaps_persons))
        or _near(said, words.telling, words.verdicts)
        or any(_lets_go(said, span.start, words) for span in find_phrases(said, words.ignoring))
    )


def _names_person(said: str, words: OrderWords) -> bool:
    return has_phrase(said, words.persons) or _near(said, words.telling, words.verdicts)


def _lets_go(said: str, start: int, words: OrderWords) -> bool:
    """Tell whether the words from "ignore" on speak of instructions given before."""
    head = _next(said, start)
    return has_phrase(head, words.earlier) and has_phrase(head, words.instructions)


def _near(said: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return any(has_phrase(_next(said, span.end), second) for span in find_phrases(said, first))


def _next(said: str, start: int) -> str:
    """Give the next few words."""
    end = start
    for number, word in enumerate(_WORD.finditer(said, start), start=1):
        end = word.end()
        if number == NEAR:
            break
    return said[start : end + 1]  # with the sign of "100%"


def _without_leads(said: str, words: OrderWords) -> str:
    for _ in range(LEADS):
        end = _opening(said, words.leads)
        if not end:
            break
        word = _WORD.search(said, end)
        said = said[word.start() :] if word else ""
    return said


def _opening(said: str, forms: tuple[str, ...], start: int = 0) -> int:
    """Give where the form that stands right at `start` ends; 0 where there is none."""
    first = next(find_phrases(_next(said, start), forms, start), None)
    return first.end if first and first.start == start else 0


@lru_cache(maxsize=8)
def _first_words(words: OrderWords) -> frozenset[str]:
    """Give the words that an order can begin with: nearly every sentence is done with by a look at its first."""
    forms = (*words.leads, *words.to_machines, *words.addressed, *words.ignoring, *words.grading)
    return frozenset(match[0] for form in forms if (match := _WORD.match(form.lower())))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _paragraphs(text):
        at = start
        for gap in _ENDS.finditer(text, start, end):
            yield at, gap.start() + len(gap[0].rstrip())
            at = gap.end()
        yield at, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines, those that the margin broke off put together."""
    start, end, at, before = 0, 0, 0, ""
    for raw in text.split("\n"):
        line = raw.strip()
        if not (before and line and _goes_on(before, line)):
            if start < end:
                yield start, end
            mark = MARK.match(raw)
            start = at + (mark.end() if mark else 0)
        end = at + len(raw.rstrip())
        at += len(raw) + 1
        before = line
    if start < end:
        yield start, end


def _goes_on(before: str, line: str) -> bool:
    if line[0].islower():
        return before[-1] not in ".!?" and not MARK.match(line)
    return GOES_ON.search(before, len(before) - _TAIL) is not None and not MARK.match(line)
