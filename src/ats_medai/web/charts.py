"""The coach's pictures; each says the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import altair as alt
import pandas as pd
import streamlit as st

from ats_medai.web.cohort import spread


def lessons(taught: Sequence[tuple[str, int]], of: int) -> None:
    """Show what is most often missing, as a table of bars."""
    if not taught:
        st.text("No must-have is missing anywhere.")
        return
    rows = "".join(
        f"<tr><th scope='row'>{escape(label)}</th><td><div class='am-frame'>"
        f"<div class='am-earned' style='width:{100 * count / of:.0f}%'></div></div></td><td>{count} of {of}</td></tr>"
        for label, count in taught
    )
    st.html(f"<table class='am-bars am-lessons' aria-label='Résumés without it'><tbody>{rows}</tbody></table>")


def learnt(rows: Sequence[tuple[str, float, float]]) -> None:
    """Show must-haves that fewer lack now: the frame is who lacked it before, the fill who still does."""
    if not rows:
        st.text("None.")
        return
    body = "".join(
        f"<tr><th scope='row'>{escape(label)}</th><td><div class='am-frame' style='width:{before:.0f}%'>"
        f"<div class='am-earned' style='width:{100 * now / before:.0f}%'></div></div></td>"
        f"<td>{before:.0f} % → {now:.0f} %</td></tr>"
        for label, before, now in rows
    )
    label = "Share that lacks it, before and now"
    st.html(f"<table class='am-bars am-lessons' aria-label='{label}'><tbody>{body}</tbody></table>")
    st.caption("Share of résumés without it: the frame before, the fill now.")


def histogram(scores: Iterable[float]) -> None:
    """Show how the profiles are spread."""
    counts = spread(scores)
    dark = st.context.theme.type == "dark"
    ink, fill = ("#e7edf0", "#4cc2a8") if dark else ("#16232b", "#0b6e5b")
    table = pd.DataFrame([{"from": low, "to": low + 10, "résumés": count} for low, count in counts])
    bars = alt.Chart(table, height=190).mark_bar(color=fill, stroke=ink, strokeWidth=0.5).encode(
        x=alt.X("from:Q", bin="binned", title="profile", scale=alt.Scale(domain=[0, 100])),
        x2="to:Q",
        y=alt.Y("résumés:Q", title="résumés", axis=alt.Axis(tickMinStep=1, format="d")),
    )  # fmt: skip
    axis = {"labelColor": ink, "titleColor": ink}
    told = ", ".join(f"{count} between {low} and {low + 10}" for low, count in counts if count) or "none"
    st.altair_chart(bars.configure_axis(**axis), alt=f"Profiles: {told}")
    st.caption(f"Profiles: {told}.")
