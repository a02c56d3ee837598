"""How the figures come about, how good they are, and what this does not do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import streamlit as st

from ats_medai import __version__
from ats_medai.render.account import SUBSKILL_NAMES
from ats_medai.shipped import shipped
from ats_medai.web import words
from ats_medai.web.engine import keywords
from ats_medai.web.safe import plain, table


def show() -> None:
    """Show formula, weights, accuracy and limits."""
    st.title(words.HOW)
    st.markdown(words.SCORE)
    with st.spinner("Loading the keywords …"):
        known = keywords()
    facts = known.guide.subskills
    table("The five sub-skills", ("sub-skill", "weight", "for example"),
          [(SUBSKILL_NAMES[one.subskill], f"{one.share} %", " · ".join(one.tasks)) for one in facts])  # fmt: skip
    st.header("What one keyword earns")
    st.markdown(words.FORMULA)
    left, right = st.columns(2, gap="large")
    with left:
        st.header("What is checked")
        st.markdown(words.DOES)
    with right:
        st.header("What this does not do")
        st.markdown(words.DOES_NOT)
    _accuracy()
    st.header("Every number that a score depends on")
    rows = [{"rule": one.key, "value": one.value, "why": one.reason} for one in known.weights.values()]
    st.dataframe(rows, hide_index=True, width="stretch", height=420, alt="Table of all weights with their reasons")
    st.header("Kinds of role")
    table("What a profile can be measured against", ("kind of role", "what it is"),
          [(one.label, one.description) for one in known.tracks])  # fmt: skip
    st.caption(plain(f"ats_medai {__version__}, {len(known.concepts)} keywords, version {known.version}"))


def _accuracy() -> None:
    """Show the accuracy that every change must keep, where the file that the measurement checks is at hand."""
    st.header("How well it reads")
    rows = list(_floors())
    if not rows:
        st.text(words.NOT_MEASURED)
        return
    table("What every change must keep, on labelled texts", ("labelled texts", "figures from 0 to 1"), rows)
    st.text(words.DEVELOPMENT_FIGURES)
    st.code(words.MEASURE, language=None, wrap_lines=True)


def _floors() -> Iterator[tuple[str, str]]:
    try:
        text = (shipped("benchmarks") / "floors.toml").read_text(encoding="utf-8")
    except OSError:
        return
    for sets in tomllib.loads(text).values():
        for name, figures in sets.items():
            yield name, " · ".join(_floor(figure, value) for figure, value in figures.items())


def _floor(figure: str, value: float) -> str:
    bound = "at most" if figure.endswith(" at most") else "at least"
    plain_name = figure.removesuffix(" at most").replace("_", " ")
    return f"{words.FIGURES.get(plain_name, plain_name)} {bound} {value:.2f}"
