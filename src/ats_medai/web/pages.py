"""Which pages there are."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ats_medai.web import how, seeker, words

ICON = str(Path(__file__).with_name("icon.png"))  # a picture of ours: a named icon would be fetched from outside


def main() -> None:
    """Show the page that the person chose."""
    st.set_page_config(page_title=words.TITLE, page_icon=ICON, layout="wide")
    pages = [
        st.Page(seeker.show, title=words.SEEKER, url_path="resume", default=True),
        st.Page(how.show, title=words.HOW, url_path="how"),
    ]
    st.navigation(pages, position="top").run()
