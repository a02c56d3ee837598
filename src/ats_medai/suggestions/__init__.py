"""What to change next, honestly: nothing is claimed for the person, and blanks stay blank.

This stage proposes; the gain of each proposal is found by scoring the changed text again.
"""

from ats_medai.suggestions.propose import propose
from ats_medai.suggestions.ranking import points, rank

__all__ = ["points", "propose", "rank"]
