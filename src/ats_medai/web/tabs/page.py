"""The page as it looks, with boxes on it: what is found, what the advert asks for, what a machine may lose."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape

import streamlit as st

from ats_medai.documents.picture import PAGES, PagePicture
from ats_medai.model import Report
from ats_medai.web import address, words
from ats_medai.web.engine import pictures_of
from ats_medai.web.page_marks import Box, PageMark, boxes_of
from ats_medai.web.safe import table


@st.fragment
def show(report: Report, original: bytes) -> None:
    """Show one page at a time; the filter is the legend."""
    st.header("The page, as a person sees it")
    pictures = pictures_of(report.resume.document, original)
    if not pictures:
        st.text(words.NOT_DRAWN)
        return
    boxes = boxes_of(report, pictures)
    picture = _chosen(pictures, report.resume.document.pages)
    here = [box for box in boxes if box.page == picture.number]
    found = [box.kind for box in here]
    kinds = [kind for kind in PageMark if kind in found]
    key = f"boxes {picture.number}"
    wanted = st.pills(
        "Which boxes to show", kinds, selection_mode="multi", default=address.chosen("boxes", kinds), key=key,
        format_func=lambda kind: f"{words.BOXES[kind]} ({found.count(kind)})", label_visibility="collapsed",
        on_change=address.keep, args=("boxes", key, kinds),
    )  # fmt: skip
    st.html(page_html(picture, [box for box in here if box.kind in wanted]))
    with st.expander("The boxes of this page as a list"):
        table(
            f"Page {picture.number}, from top to bottom", ("words", "keyword or reason", "marked as"),
            [(box.words, box.why, words.BOXES[box.kind]) for box in sorted(here, key=lambda box: box.rect[1])],
        )  # fmt: skip


def page_html(picture: PagePicture, boxes: Iterable[Box]) -> str:
    """Give the picture with its boxes over it; the list says the same in words."""
    source = b64encode(picture.png).decode()
    drawn = "".join(_box_html(box) for box in boxes)
    alt = f"Page {picture.number} of the file; what is marked on it stands in the list below"
    return f"<div class='am-page'><img alt='{alt}' src='data:image/png;base64,{source}'>{drawn}</div>"


def _box_html(box: Box) -> str:
    left, top, right, bottom = (100 * edge for edge in box.rect)
    place = f"left:{left:.2f}%;top:{top:.2f}%;width:{right - left:.2f}%;height:{bottom - top:.2f}%"
    title = escape(f"{words.BOXES[box.kind]}: {box.why}")
    return f"<span class='am-box am-box-{box.kind}' style='{place}' title='{title}'></span>"


def _chosen(pictures: tuple[PagePicture, ...], pages: int) -> PagePicture:
    if len(pictures) == 1:
        return pictures[0]
    by_number = {picture.number: picture for picture in pictures}
    number = st.segmented_control(
        "Page", list(by_number), default=pictures[0].number, format_func=lambda number: f"Page {number}",
        required=True, key="page", bind="query-params", label_visibility="collapsed",
    )  # fmt: skip
    if pages > PAGES:
        st.caption(f"The first {PAGES} of {pages} pages are drawn.")
    return by_number.get(number or 0, pictures[0])
