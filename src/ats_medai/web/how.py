"""How the figures come about, and what this does not do."""

from __future__ import annotations

import streamlit as st

from ats_medai.web import words
from ats_medai.web.engine import analyzer


def show() -> None:
    """Show formula, weights and limits."""
    st.title(words.HOW)
    st.markdown(words.SCORE)
    keywords = analyzer("general").keywords
    rows = [{"rule": one.key, "value": one.value, "why": one.reason} for one in keywords.weights.values()]
    st.subheader("Every number that a score depends on")
    st.dataframe(rows, hide_index=True, width="stretch", height=600)
    st.caption(f"{len(keywords.concepts)} keywords, version {keywords.version}")
