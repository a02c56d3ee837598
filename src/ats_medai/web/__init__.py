"""The front end: one file a page. Only this folder knows Streamlit."""

from ats_medai.web.pages import main

__all__ = ["main"]
