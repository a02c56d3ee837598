"""How things are said: red flags, wording, and what the level rests on."""

from __future__ import annotations

import streamlit as st

from ats_medai.model import Report
from ats_medai.web import cards
from ats_medai.web.safe import line, paragraph


def show(report: Report) -> None:
    """Show the findings; none of them changes a figure."""
    if report.red_flags:
        st.header("Red flags")
        cards.show(report.red_flags, report)
    if report.wording:
        st.header("Wording")
        cards.show(report.wording, report)
    if not report.red_flags and not report.wording:
        st.text("Nothing to mend here.")
    st.header("Level")
    paragraph(f"The text speaks for: {report.level.level}", "am-line")
    st.html("".join(line(f"✓ {reason.message}", "am-soft") for reason in report.level.reasons) or "<p></p>")
    if report.level.missing:
        paragraph(f"The next level also asks for: {', '.join(report.level.missing)}", "am-soft")
