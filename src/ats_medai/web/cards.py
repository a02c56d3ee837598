"""Findings as cards: how grave, what, why, what to do, how sure, and the words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from ats_medai.model import Finding, Report
from ats_medai.render.account import quote
from ats_medai.web import words

MOST_QUOTES = 3
GUIDE = "Medical AI skills guide"


def show(findings: Iterable[Finding], report: Report) -> None:
    """Show the findings."""
    cards = "".join(_card(one, report) for one in findings)
    if cards:
        st.html(cards)


def _named(source: str) -> str:
    return f"the {GUIDE}{source.removeprefix('guide')}" if source.startswith("guide,") else source


def _card(one: Finding, report: Report) -> str:
    checks = report.resume.keywords.checks if report.resume.keywords else {}
    check = checks.get(one.code)
    lines = [
        ("am-kind", words.SEVERITY[one.severity]),
        ("am-line", one.message),
        ("am-soft", check.why if check else ""),
        ("am-text", one.fix),
        ("am-soft", f"How sure: {check.evidence} ({check.source})" if check else ""),
        ("am-soft", f"Source: {_named(one.source)}" if one.source and not check else ""),
    ]
    document = report.resume.document
    quotes = dict.fromkeys(quote(document, span) for span in one.spans[:MOST_QUOTES])
    text = "".join(f"<p class='{kind}'>{escape(line)}</p>" for kind, line in lines if line)
    return f"<div class='am-card am-{one.severity}'>{text}{''.join(f'<q>{escape(one)}</q>' for one in quotes)}</div>"
