"""Which pages there are."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ats_medai.errors import KeywordsError
from ats_medai.web import coach, form, how, known, seeker, words
from ats_medai.web.engine import warm_up
from ats_medai.web.style import STYLE

ICON = str(Path(__file__).with_name("icon.png"))  # a picture of ours: a named icon would be fetched from outside


def main() -> None:
    """Show the page that the person chose."""
    st.set_page_config(page_title=words.TITLE, page_icon=ICON, layout="wide")
    st.html(STYLE)
    pages = [
        st.Page(seeker.show, title=words.SEEKER, url_path="resume", default=True),
        st.Page(coach.show, title=words.COACH, url_path="coach"),
        st.Page(known.show, title=words.KEYWORDS, url_path="keywords"),
        st.Page(how.show, title=words.HOW, url_path="how"),
    ]
    try:
        st.navigation(pages, position="top").run()
    except KeywordsError as error:
        form.complain(error)
        return
    warm_up()
