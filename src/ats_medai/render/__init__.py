"""A Report as text, JSON, Markdown or HTML. Renderings know values only; nothing here reads a file or scores."""

from ats_medai.render.json import to_dict
from ats_medai.render.text import report_text

__all__ = ["report_text", "to_dict"]
