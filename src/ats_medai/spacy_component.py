"""The keywords as a spaCy pipeline component: `nlp.add_pipe("ats_medai")` once ats_medai is installed.

Writes the mentions to `doc.spans["ats_medai"]` (never to `doc.ents`, so it cannot clash): the label is the concept's
id, and `span._.ats_assertion`, `_.ats_shown`, `_.ats_method` and `_.ats_reason` say how it is meant.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from ats_medai.keywords import load_keywords
from ats_medai.matching import Matcher
from ats_medai.model import Document, Line
from ats_medai.model import Span as Place

KEY = "ats_medai"
ATTRIBUTES = ("ats_assertion", "ats_shown", "ats_method", "ats_reason")


@Language.factory(KEY, default_config={"keywords": None})
def create(nlp: Language, name: str, keywords: str | None) -> Component:  # noqa: ARG001 - spaCy's signature
    """Give the component; `keywords` is a folder of keyword files that is laid over ours."""
    return Component(keywords)


class Component:
    """A stage of a spaCy pipeline. It keeps the folder's name only, so that it can be stored and sent to workers."""

    def __init__(self, folder: str | None = None) -> None:
        self.folder = folder
        self._matcher: Matcher | None = None
        for attribute in ATTRIBUTES:
            if not Span.has_extension(attribute):
                Span.set_extension(attribute, default="")

    def __call__(self, doc: Doc) -> Doc:
        """Give the doc with its mentions."""
        if self._matcher is None:
            self._matcher = Matcher(load_keywords(Path(self.folder) if self.folder else None))
        spans = []
        for mention in self._matcher.find(_document(doc.text)) if doc.text.strip() else ():
            span = doc.char_span(mention.span.start, mention.span.end, label=mention.concept, alignment_mode="expand")
            if span is not None:
                told = (mention.assertion, mention.shown, mention.method, mention.reason)
                for attribute, value in zip(ATTRIBUTES, told, strict=True):
                    span._.set(attribute, str(value))
                spans.append(span)
        doc.spans[KEY] = spans
        return doc

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401 - spaCy's signature
        """Give what is needed to make the component again."""
        return (self.folder or "").encode()

    def from_bytes(self, data: bytes, **_: Any) -> Component:  # noqa: ANN401
        """Take what `to_bytes` gave."""
        self.folder, self._matcher = data.decode() or None, None
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:  # noqa: ANN401
        """Write what `to_bytes` gives."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> Component:  # noqa: ANN401
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())

    def __getstate__(self) -> dict[str, Any]:
        return {"folder": self.folder, "_matcher": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["folder"])  # type: ignore[misc]


def _document(text: str) -> Document:
    """Give the text as it is: spaCy's offsets must stay true, so nothing is cleaned here."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line:
            lines.append(Line(Place(at, at + len(line))))
        at += len(line) + 1
    return Document("doc", "", "text/plain", text, tuple(lines))
