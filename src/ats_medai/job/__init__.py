"""Advert -> Job: what it asks for, how strongly, with years and degree. Boilerplate never counts."""

from ats_medai.job.find import find_requirements

__all__ = ["find_requirements"]
