"""Which pages there are."""

from __future__ import annotations

import traceback
from pathlib import Path

import streamlit as st

from ats_medai.errors import KeywordsError
from ats_medai.shipped import PACKAGE
from ats_medai.web import coach, form, how, known, seeker, words
from ats_medai.web.engine import warm_up
from ats_medai.web.style import STYLE

ICON = str(Path(__file__).with_name("icon.png"))  # a picture of ours: a named icon would be fetched from outside


class UnexpectedError(Exception):
    """A mistake of ours, told by kind and place only."""

    def __init__(self, kind: str, place: str) -> None:
        super().__init__(kind, place)
        self.kind = kind
        self.place = place

    def __str__(self) -> str:
        return f"{self.kind} at {self.place}"


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
    except Exception as error:  # noqa: BLE001 - whatever it is: Streamlit logs messages, and one may quote a résumé
        unexpected = UnexpectedError(type(error).__name__, _place(error))
    else:
        warm_up()
        return
    raise unexpected


def _place(error: Exception) -> str:
    """Give file and line of the last of our own steps that led to the error."""
    steps = [step for step in traceback.extract_tb(error.__traceback__) if Path(step.filename).is_relative_to(PACKAGE)]
    return f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else ""
