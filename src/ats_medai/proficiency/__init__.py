"""Beginner to Expert, from years in relevant roles and what the text shows of each level."""

from ats_medai.proficiency.estimate import estimate_proficiency

__all__ = ["estimate_proficiency"]
