"""(Document, keywords) -> mentions. The only home of spaCy and rapidfuzz."""

from ats_medai.matching.matcher import Matcher

__all__ = ["Matcher"]
