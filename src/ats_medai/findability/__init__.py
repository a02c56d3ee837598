"""Would a recruiter's search find it? Searches differ: literal, stemmed, or aware of other names for the same thing.

The modes are named by what they do. No vendor documents that its search knows acronyms, so the difference between the
modes is the advice: what only a person or an alias-aware search finds should be written both ways.
"""

from ats_medai.findability.pairs import pair_state
from ats_medai.findability.search import SearchResult, search
from ats_medai.findability.survey import find_findability

__all__ = ["SearchResult", "find_findability", "pair_state", "search"]
