"""The pages, run without a browser. A module of helpers and no conftest, whose name other folders import."""

from streamlit.testing.v1 import AppTest

SECONDS = 90


def seeker_page():
    from ats_medai.web import seeker

    seeker.show()


def coach_page():
    from ats_medai.web import coach

    coach.show()


def keywords_page():
    from ats_medai.web import known

    known.show()


def how_page():
    from ats_medai.web import how

    how.show()


def opened(function):
    at = AppTest.from_function(function, default_timeout=SECONDS).run()
    assert not at.exception
    return at


def check(name, data, advert=""):
    """Upload a résumé, give an advert, press the button."""
    at = opened(seeker_page)
    at.file_uploader(key="resume_file").set_value((name, data, "application/octet-stream"))
    at.text_area(key="advert_text").set_value(advert)
    at.run()
    button(at, "Check my résumé").click().run()
    assert not at.exception
    return at


def open_tab(at, name):
    """Open a tab: only the open one is made."""
    at.session_state["tab"] = name
    at.run()
    assert not at.exception
    return at


def button(at, label):
    return next(one for one in at.button if one.label == label)


def metric(at, label):
    return next(one for one in at.metric if one.label == label)


def html_of(at):
    return "\n".join(one.proto.body for one in at.get("html"))


def said(elements):
    """Give the texts of messages, without the signs that keep them from being Markdown."""
    return " ".join(one.value.replace("\\", "") for one in elements)


def read_as_markdown(at):
    """Give all that Streamlit reads as Markdown: texts, headings, messages, labels."""
    kinds = (at.markdown, at.caption, at.header, at.subheader, at.title, at.error, at.warning, at.info, at.success)
    texts = [one.value for kind in kinds for one in kind]
    return [*texts, *(one.label for kind in (at.checkbox, at.button, at.radio) for one in kind)]
