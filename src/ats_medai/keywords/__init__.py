"""keywords/*.yaml -> Keywords. The values of `model.py` are the schema: an unknown key is an error with its line."""

from ats_medai.keywords.load import load_keywords

__all__ = ["load_keywords"]
