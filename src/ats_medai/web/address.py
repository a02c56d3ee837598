"""What of the view stands in the address, so that a reload or a link keeps it: names of choices, never anything read.

Widgets whose labels stay the same are bound by Streamlit itself (`bind`); here are those whose labels hold counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

import streamlit as st

Choice = TypeVar("Choice", bound=StrEnum)
NONE = "none"


def chosen(name: str, options: Sequence[Choice]) -> list[Choice]:
    """Give the options that the address names under `name`; all of them where it names none that there is."""
    asked = st.query_params.get_all(name)
    kept = [option for option in options if option in asked]
    return kept if kept or asked == [NONE] else list(options)


def keep(name: str, key: str, options: Sequence[Choice]) -> None:
    """Write what the widget `key` shows into the address; nothing where it shows all options."""
    picked = [str(option) for option in options if option in st.session_state.get(key, ())]
    if len(picked) == len(options):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = picked or [NONE]
