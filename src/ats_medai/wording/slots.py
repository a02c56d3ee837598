"""What a statement tells: the build of the guide's examples (verb, model, condition, data, result, setting)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ats_medai.model import Category, Keywords, Mention, Subskill, Wording
from ats_medai.phrases import find_phrases, has_phrase
from ats_medai.wording.figures import has_figure
from ats_medai.wording.verbs import opening_tense


class Slot(StrEnum):
    """A thing that a full statement tells."""

    ACTION = "what you did"
    METHOD = "with which method or tool"
    CLINICAL = "for which condition or clinic"
    DATA = "on which data"
    RESULT = "with what result"
    SETTING = "how it was tried or used"


METHODS = frozenset({Category.METHOD, Category.TOOL, Category.LANGUAGE, Category.INFRASTRUCTURE})
DATA = frozenset({Category.MODALITY, Category.DATA_STANDARD, Category.DATA_SET})


def slots_of(text: str, mentions: Iterable[Mention], keywords: Keywords) -> tuple[Slot, ...]:
    """Give what the statement tells; `mentions` are the keywords in it."""
    wording = keywords.wording
    named = [keywords.concept_by_id[one.concept] for one in mentions if one.concept in keywords.concept_by_id]
    kinds = {concept.category for concept in named}
    tells = {
        Slot.ACTION: opening_tense(text, wording) is not None and not _opens_weakly(text, wording),
        Slot.METHOD: any(
            one.category in METHODS and one.subskill in {Subskill.MODELING, Subskill.DEPLOYMENT} for one in named
        ),
        Slot.CLINICAL: Category.CLINICAL_DOMAIN in kinds or has_phrase(text, wording.clinical),
        Slot.DATA: bool(kinds & DATA),
        Slot.RESULT: Category.METRIC in kinds or has_figure(text, wording) or _changes_something(text, wording),
        Slot.SETTING: Category.REGULATION in kinds or has_phrase(text, wording.setting),
    }
    return tuple(slot for slot, told in tells.items() if told)


def _opens_weakly(text: str, wording: Wording) -> bool:
    forms = (form for hint in wording.weak_openings for form in hint.forms)
    return any(place.start == 0 for place in find_phrases(text, forms))


def _changes_something(text: str, wording: Wording) -> bool:
    return any(has_phrase(text, words) for words in wording.impact.values())
