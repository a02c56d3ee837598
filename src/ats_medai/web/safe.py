"""Text that came from a document, made safe to show: never Markdown, never HTML, never a link or a picture."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

LIVE = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$:~^=&@/])")
"""Characters that Markdown, shortcodes (:material/x:), formulas ($x$) or links are made with."""


def plain(text: str) -> str:
    """Give text for a label or heading, which are read as Markdown: every live character is escaped, one line."""
    return LIVE.sub(r"\\\1", " ".join(text.split()))


def paragraph(text: str, kind: str = "am-text") -> None:
    """Show text as it is, below or beside widgets."""
    st.html(f'<p class="{kind}">{escape(text)}</p>')
