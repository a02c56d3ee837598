"""The tabs beside the figures: the evidence, requirement by requirement and word by word."""

from __future__ import annotations

import streamlit as st

from ats_medai.model import Report
from ats_medai.web.tabs import export, learning, machine, marked, searches, versus, wording

TABS = (
    ("Résumé with marks", marked.show),
    ("Résumé vs job", versus.show),
    ("What a machine reads", machine.show),
    ("Wording", wording.show),
    ("Learn next", learning.show),
    ("Be found", searches.show),
    ("Export", export.show),
)


def show(report: Report) -> None:
    """Show the tabs."""
    for tab, (_, tell) in zip(st.tabs([name for name, _ in TABS]), TABS, strict=True):
        with tab:
            tell(report)
