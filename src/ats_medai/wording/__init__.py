"""What a reader would stumble over: red flags of the guide, and the wording of statements.

Better quiet and right than loud and wrong: every rule names the words it speaks of, and none judges a person.
"""

from ats_medai.wording.figures import has_figure
from ats_medai.wording.flags import find_red_flags
from ats_medai.wording.impact import impact_of, impact_spread, industries_of, work_text
from ats_medai.wording.lint import lint_wording
from ats_medai.wording.slots import Slot, slots_of

__all__ = [
    "Slot",
    "find_red_flags",
    "has_figure",
    "impact_of",
    "impact_spread",
    "industries_of",
    "lint_wording",
    "slots_of",
    "work_text",
]
