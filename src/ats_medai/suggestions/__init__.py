"""What to change next, honestly: nothing is claimed for the person, and blanks stay blank.

This stage proposes; the gain of each proposal is found by scoring the changed text again.
"""

from ats_medai.suggestions.propose import propose

__all__ = ["propose"]
