"""The tabs beside the figures: the evidence, requirement by requirement and word by word."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ats_medai.model import Report
from ats_medai.web.tabs import export, learning, machine, marked, searches, versus, wording

Tell = Callable[[Report, bytes | None], None]

TABS: tuple[tuple[str, Tell], ...] = (
    ("Résumé with marks", lambda report, _: marked.show(report)),
    ("Résumé vs job", lambda report, _: versus.show(report)),
    ("What a machine reads", machine.show),
    ("Wording", lambda report, _: wording.show(report)),
    ("Learn next", lambda report, _: learning.show(report)),
    ("Be found", lambda report, _: searches.show(report)),
    ("Export", export.show),
)


@st.fragment
def show(report: Report, original: bytes | None = None) -> None:
    """Show the tabs, of which only the open one is made; `original` is the file, where it can be shown or handed back.

    The address names the open tab.
    """
    for tab, (_, tell) in zip(st.tabs([name for name, _ in TABS], key="tab", bind="query-params"), TABS, strict=True):
        if tab.open:
            with tab:
                tell(report, original)
