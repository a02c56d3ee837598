"""keywords/*.yaml -> Keywords. The values of `model.py` are the schema: an unknown key is an error with file and line."""

from ats_medai.keywords.load import load_keywords, shipped_folder

__all__ = ["load_keywords", "shipped_folder"]
