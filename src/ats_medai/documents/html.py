"""Saved web pages, as adverts often are: what is seen, or the posting's own description where the page carries one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ats_medai.documents import limits
from ats_medai.documents.plain import decode
from ats_medai.documents.reading import Note, RawLine, Reading
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Severity

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_START = 2_048  # bytes in which a web page says that it is one
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_UNSEEN = ("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select", "button")
_LINES = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"  # noqa: SIM905
    " h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_DESCRIPTION = 100_000  # characters
_DEEPEST = 8


def looks_like_html(data: bytes) -> bool:
    """Tell a web page from text that merely mentions a tag."""
    start = data[:_START].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _HTML.search(start) is not None


def read_html(data: bytes, name: str, stated: str = "") -> Reading:
    """Give the visible lines of a saved web page, or its schema.org JobPosting where it has one.

    `stated` is the encoding that came with the page; else the page's own word counts.

    Raises DocumentError and LimitExceededError.
    """
    from lxml import etree, html  # noqa: PLC0415 - only for web pages

    if len(data) > limits.PLAIN_BYTES:
        raise limits.exceeded("text bytes", len(data), limits.PLAIN_BYTES)
    named = _CHARSET.search(data[:_START])
    text, note = decode(data, stated or (named[1].decode() if named else ""))
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(name, ErrorCode.CORRUPT, "not a web page after all") from error
    notes: tuple[Note, ...] = (note,) if note else ()
    if posting := _posting(root):
        description = html.fromstring(f"<div>{posting['description'][:_LONGEST_DESCRIPTION]}</div>")
        lines = [str(posting.get("title") or ""), *_visible(description)]
        return Reading(tuple(map(RawLine, lines)), "html", notes=notes)
    if _hides_text(root):
        message = "Text that the page does not show was left out."
        notes += (Note("hidden_text", Severity.INFO, message),)
    return Reading(tuple(map(RawLine, _visible(root))), "html", notes=notes)


def _posting(root: Any) -> dict[str, Any] | None:  # noqa: ANN401 - lxml elements
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            found = _find_posting(json.loads(script.text or "", strict=False), 0)
        except (ValueError, RecursionError):
            continue
        if found:
            return found
    return None


def _find_posting(value: object, depth: int) -> dict[str, Any] | None:
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return next(filter(None, (_find_posting(item, depth + 1) for item in value)), None)
    if not isinstance(value, dict):
        return None
    if "JobPosting" in str(value.get("@type")) and isinstance(value.get("description"), str):
        return value
    return _find_posting(value.get("@graph"), depth + 1)


def _hides_text(root: Any) -> bool:  # noqa: ANN401
    return any(
        _is_hidden(item) and item.getparent() is not None and (item.text_content() or "").strip()
        for item in root.iter()
        if isinstance(item.tag, str)
    )


def _is_hidden(item: Any) -> bool:  # noqa: ANN401
    style = re.sub(r"\s", "", item.get("style", "")).lower()
    return (
        "display:none" in style
        or "visibility:hidden" in style
        or "font-size:0" in style
        or item.get("hidden") is not None
    )


def _visible(root: Any) -> Iterator[str]:  # noqa: ANN401, C901
    """The text as lines, cut at block elements, walked without recursion; what a browser does not show is passed by."""
    from lxml import etree  # noqa: PLC0415

    line: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, item in walk:
        if event in {"comment", "pi"}:
            line.append(item.tail or "")
            continue
        if item is not root and (item.tag in _UNSEEN or _is_hidden(item)):
            if event == "start":
                walk.skip_subtree()
            else:
                line.append(item.tail or "")
            continue
        if item.tag in _LINES:
            if text := " ".join("".join(line).split()):
                yield text
            line = []
            if event == "start" and item.tag in _HEADINGS:
                yield ""
        if event == "start":
            line.append(f"• {item.text or ''}" if item.tag == "li" else item.text or "")
        elif item is not root:
            line.append(item.tail or "")
    if text := " ".join("".join(line).split()):
        yield text
