"""The page of the keywords: what is known, why, and what is found in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from ats_medai.documents import text_document
from ats_medai.model import Assertion, Concept, Document, Keywords, Mention, Shown, Source, Track, TrackItem
from ats_medai.render.account import SUBSKILL_NAMES
from ats_medai.web.engine import keywords, read_resume
from ats_medai.web.safe import paragraph, plain, table

SENTENCE = "Trained U-Net models on de-identified CT scans, and hope to learn FHIR; no experience with Kubernetes."
MEANT = {
    Assertion.PRESENT: "claimed",
    Assertion.ASPIRED: "wished for",
    Assertion.NEGATED: "denied",
    Assertion.OTHER: "somebody else's",
}


def show() -> None:
    """Show the page."""
    st.title("Which keywords are known, and why")
    with st.spinner("Loading the keywords …"):
        known = keywords()
    _try(known)
    _browse(known)


@st.fragment
def _try(known: Keywords) -> None:
    st.header("Try a sentence")
    text = st.text_area("Your sentence", SENTENCE, height=80, max_chars=2000)
    if not text or not text.strip():
        return
    document = text_document(text, "sentence.txt")
    mentions = read_resume(document).mentions
    if not mentions:
        st.text("No keyword was found in it.")
        return
    headings = ("words", "keyword", "how it is meant", "how it is shown", "why")
    rows = [_mention(one, document, known) for one in mentions]
    table("What is found, in the order of the text", headings, rows)


def _mention(one: Mention, document: Document, known: Keywords) -> tuple[str, ...]:
    reasons = [
        {"phrase": "a form of it", "acronym": "its acronym", "fuzzy": "a typing error"}[one.method],
        f"meant: {one.intended}" if one.intended else "",
        one.reason,
        f"because of “{document[one.cue]}”" if one.cue else "",
        "said weakly" if one.weak else "",
    ]
    shown = "at work" if one.shown is Shown.IN_USE else "listed"
    why = "; ".join(reason for reason in reasons if reason)
    return document[one.span], known.concept_by_id[one.concept].label, MEANT[one.assertion], shown, why


@st.fragment
def _browse(known: Keywords) -> None:
    st.header("Browse")
    left, middle, right = st.columns([2, 1, 1])
    query = left.text_input(
        "Search in names, forms and definitions", placeholder="FHIR", key="search", bind="query-params"
    )
    subskill = middle.selectbox(
        "Sub-skill", [None, *SUBSKILL_NAMES], format_func=_named, key="subskill", bind="query-params"
    )
    tracks: list[Track | None] = [None, *known.tracks]
    track = right.selectbox(
        "Kind of role", tracks, format_func=lambda one: one.label if one else "any", key="asked_by", bind="query-params"
    )
    asked = {name for items in _items(track) for item in items for name in item.any_of} if track else None
    found = [
        one for one in known.concepts
        if (subskill is None or one.subskill is subskill) and (asked is None or one.id in asked) and _fits(one, query)
    ]  # fmt: skip
    found.sort(key=lambda one: _distance(one, query))
    st.caption(f"{len(found)} of {len(known.concepts)} keywords, version {known.version}")
    if not found:
        return
    rows = [
        {"keyword": one.label, "sub-skill": SUBSKILL_NAMES[one.subskill], "kind": one.category.replace("_", " "),
         "also written": ", ".join(_forms(one))} for one in found
    ]  # fmt: skip
    chosen = st.dataframe(
        pd.DataFrame(rows), hide_index=True, width="stretch", height=min(38 + 35 * len(found), 360), on_select="rerun",
        selection_mode="single-row", alt="Table of the keywords that fit the search",
    )  # fmt: skip
    picked = chosen["selection"]["rows"] if chosen else []
    at = picked[0] if picked and picked[0] < len(found) else None
    if at is not None or len(found) == 1:
        _concept(found[at or 0], known)
    else:
        st.caption("Choose a row to see all its forms and why it is there.")


def _named(subskill: object) -> str:
    return next((name for key, name in SUBSKILL_NAMES.items() if key is subskill), "any")


def _items(track: Track | None) -> Iterator[tuple[TrackItem, ...]]:
    if track is not None:
        yield from (*track.must.values(), *track.good.values())


def _fits(one: Concept, query: str | None) -> bool:
    words = (query or "").casefold().split()
    text = " ".join((one.id, one.label, one.definition, *_forms(one))).casefold()
    return all(word in text for word in words)


def _distance(one: Concept, query: str | None) -> tuple[bool, int]:
    """Put names that hold the searched words first, the shortest first; without a search leave the order."""
    words = (query or "").casefold()
    return words not in one.label.casefold(), len(one.label) if words else 0


def _forms(one: Concept) -> tuple[str, ...]:
    return (*one.aliases, *(acronym.form for acronym in one.acronyms))


def _concept(one: Concept, known: Keywords) -> None:
    st.subheader(plain(one.label))
    paragraph(one.definition)
    labels = {concept.id: concept.label for concept in known.concepts}
    rows = [
        ("forms", ", ".join(one.aliases)),
        ("acronyms", "; ".join(_acronym(acronym.form, acronym.near) for acronym in one.acronyms)),
        ("not meant in", ", ".join(one.not_when)),
        ("also proves", ", ".join(labels.get(wider, wider) for wider in one.implies)),
        ("related", ", ".join(labels.get(other, other) for other in one.related)),
        ("examples", " · ".join(one.examples.match)),
        ("asked by", ", ".join(_asking(one, known))),
        *(("why it is here", _source(source)) for source in one.sources),
    ]
    table("All that is known of it", ("what", "which"), [row for row in rows if row[1]])


def _acronym(form: str, near: tuple[str, ...]) -> str:
    return f"{form} (only near: {', '.join(near)})" if near else form


def _asking(one: Concept, known: Keywords) -> Iterator[str]:
    for track in known.tracks:
        for kind, groups in (("must-have", track.must), ("good to have", track.good)):
            if any(one.id in item.any_of for items in groups.values() for item in items):
                yield f"{track.label} ({kind})"


def _source(source: Source) -> str:
    share = f", in {source.share:.0%} of the Medical AI adverts" if source.share is not None else ""
    lift = f", {source.lift:.1f} times as often as in other data roles' adverts" if source.lift is not None else ""
    return f"{source.kind}: {source.note}{share}{lift}"
