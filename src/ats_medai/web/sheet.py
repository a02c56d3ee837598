"""The coach's table: columns, and cells coloured by what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from ats_medai.render.account import whole
from ats_medai.web.cohort import SKILLS, Candidate, state_of
from ats_medai.web.engine import keywords

RED, AMBER, GREEN = "#fbe0dd", "#fdf0cf", "#d3efe6"
LOW, HIGH = 30, 60


def frame(candidates: Sequence[Candidate], job: str, track: str, *, hidden: bool) -> pd.DataFrame:
    """Give one row a candidate; what is not known stays empty."""
    return pd.DataFrame([_row(one, job, track, hidden=hidden) for one in candidates])


def styled(table: pd.DataFrame) -> Styler:
    """Give the table with the sub-skill cells coloured; the value is always printed."""
    skills = [column for column in table.columns if column in skill_columns()]
    numbers = [*skills, *({"Job", "Missing", "Readable"} & set(table.columns))]
    style: Styler = table.style.map(_colour, subset=pd.Index(skills))
    style.format(_whole, subset=pd.Index(numbers), na_rep="")
    return style


def columns(*, hidden: bool) -> dict[str, Any]:
    """Give how the columns look; names need more room than ids."""
    skills = {name: st.column_config.NumberColumn(width=72) for name in skill_columns()}
    return {
        **skills,
        "Candidate": st.column_config.TextColumn(width=76 if hidden else 230),
        "Profile": st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f", width=96),
        "Job": st.column_config.NumberColumn(width=52, help="Match with the advert, of 100"),
        "Missing": st.column_config.NumberColumn(width=68, help="Must-haves that are not found"),
        "Readable": st.column_config.NumberColumn(width=74, help="Machine readability, of 100"),
        "File": st.column_config.TextColumn(width=130),
    }


def skill_columns() -> dict[str, str]:
    """Give the sub-skills' columns, with their weights: column to key of the record."""
    shares = {fact.subskill: fact.share for fact in keywords().guide.subskills}
    return {f"{short} {shares.get(skill, '')}".strip(): str(skill) for skill, short in SKILLS.items()}


def _row(one: Candidate, job: str, track: str, *, hidden: bool) -> dict[str, object]:
    record = one.records[job, track]
    row: dict[str, object] = {"Candidate": one.shown(hidden=hidden), "Profile": record.get("profile")}
    if job:
        row["Job"] = record.get("match")
    row["Missing"] = len(record["missing_must_haves"]) if "missing_must_haves" in record else None
    row |= {column: record.get(key) for column, key in skill_columns().items()}
    return {**row, "Readable": record.get("readability"), "File": state_of(one)}


def _colour(value: Any) -> str:  # noqa: ANN401 - a cell
    if value is None or pd.isna(value):
        return ""
    colour = RED if value < LOW else AMBER if value < HIGH else GREEN
    return f"background-color: {colour}; color: #16232b"


def _whole(value: Any) -> str:  # noqa: ANN401 - a cell
    return whole(float(value))
