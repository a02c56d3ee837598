"""Text that came from a document, made safe to show: never Markdown, never HTML, never a link or a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

LIVE = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$:~^=&@/])")
"""Characters that Markdown, shortcodes (:material/x:), formulas ($x$) or links are made with."""
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control and direction characters, which could hide or turn round what a file name says."""


def plain(text: str) -> str:
    """Give text for a label or heading, which are read as Markdown: every live character is escaped, one line."""
    return LIVE.sub(r"\\\1", one_line(text))


def one_line(text: str) -> str:
    """Give text as one line without characters that nobody sees."""
    return " ".join(UNSEEN.sub(" ", text).split())


def paragraph(text: str, kind: str = "am-text") -> None:
    """Show text as it is, below or beside widgets."""
    st.html(line(text, kind))


def line(text: str, kind: str = "am-text") -> str:
    """Give text as an HTML paragraph, escaped."""
    return f'<p class="{kind}">{escape(text)}</p>'


def text_block(label: str, text: str) -> None:
    """Show a long text as it is; it scrolls by keyboard, too."""
    st.html(f"<pre class='am-plain' tabindex='0' role='region' aria-label='{escape(label)}'>{escape(text)}</pre>")


class Cell(NamedTuple):
    """A cell with a second, softer line."""

    text: str
    note: str = ""


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str | Cell]]) -> None:
    """Show a real table, which screen readers, narrow screens and printers understand; every cell is escaped."""
    st.html(table_html(caption, headings, rows))


def table_html(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str | Cell]]) -> str:
    """Give the table as HTML; a cell carries its heading for narrow screens, where each row becomes a card."""
    head = "".join(f"<th scope='col'>{escape(heading)}</th>" for heading in headings)
    body = "".join(f"<tr>{_cells(headings, row)}</tr>" for row in rows)
    return (
        f"<table class='am-table'><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cells(headings: Sequence[str], row: Sequence[str | Cell]) -> str:
    first, *others = ((heading, cell if isinstance(cell, Cell) else Cell(cell))
                      for heading, cell in zip(headings, row, strict=True))  # fmt: skip
    return f"<th scope='row'>{_inner(first[1])}</th>" + "".join(_cell(*pair) for pair in others)


def _cell(heading: str, cell: Cell) -> str:
    return f"<td data-label='{escape(heading)}'>{_inner(cell)}</td>" if cell.text else "<td></td>"


def _inner(cell: Cell) -> str:
    state = STATES.get(cell.text, "half" if cell.text.endswith("% of it") else "")
    shown = f"<span class='am-chip am-{state}'>{escape(cell.text)}</span>" if state else escape(cell.text)
    return shown + (f"<small>{escape(cell.note)}</small>" if cell.note else "")


STATES = {
    "not found": "none", "100% of it": "good", "denied": "none", "wished for": "none", "somebody else's": "none",
    "shown at work": "good", "held": "good", "found": "good",
    "only listed": "half", "implied, not named": "half", "said weakly": "half", "with a typing error": "half",
    "from a course": "half", "in a crowded sentence": "half",
}  # fmt: skip
"""Cells that get a colour besides their words."""
