"""keywords/*.yaml -> Keywords. The values of `model.py` are the schema: an unknown key is an error with its line."""

from ats_medai.keywords.check import check_keywords
from ats_medai.keywords.load import load_keywords

__all__ = ["check_keywords", "load_keywords"]
