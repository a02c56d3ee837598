"""Needs -> suggestions: the words, the place, the pattern with blanks and the edit that is scored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ats_medai.model import (
    Category,
    Concept,
    Document,
    Edit,
    Keywords,
    Mention,
    Method,
    Pattern,
    Report,
    SectionKind,
    Span,
    Suggestion,
    SuggestionKind,
)
from ats_medai.names import both_names
from ats_medai.phrases import has_phrase
from ats_medai.suggestions.needs import Need, find_needs
from ats_medai.suggestions.places import Spot, nearest_spot, new_statement
from ats_medai.suggestions.ranking import PROVED


def propose(report: Report, keywords: Keywords) -> tuple[Suggestion, ...]:
    """Give the changes worth trying, the likely best first, at most `limit.suggestions`; gains are not filled in.

    First what the text proves but words differently, then what is only listed, then what to add if it is true.
    """
    most = _most(report, keywords)
    needs = sorted(find_needs(report, keywords), key=lambda need: need.kind not in PROVED)
    needs = list(_few_soft(needs, keywords))[:most]
    made = [_suggestion(need, report, keywords) for need in needs]
    named = {need.concept for need in needs}
    return (*made, *_full_forms(report, keywords, named))


def _few_soft(needs: Iterable[Need], keywords: Keywords) -> Iterator[Need]:
    """Leave out all but the first human skills: a list of claims of character helps nobody."""
    soft = 0
    for need in needs:
        concept = keywords.concept_by_id.get(need.concept or "")
        soft += concept is not None and concept.category is Category.SOFT_SKILL
        if concept is None or concept.category is not Category.SOFT_SKILL or soft <= MOST_SOFT:
            yield need


MOST_SOFT = 2


def _most(report: Report, keywords: Keywords) -> int:
    """Give how many may be scored: fewer for a long text, which takes longer to read again; never under three."""
    text = report.resume.document.text
    words = max(1, len(text.split()), len(text) // 10)  # one "word" may be as long as a book
    affordable = int(keywords.weight("limit.scored_words") // words)
    return max(3, min(int(keywords.weight("limit.suggestions")), affordable))


def _suggestion(need: Need, report: Report, keywords: Keywords) -> Suggestion:
    if need.kind is SuggestionKind.MEND and need.place and need.concept:
        return _mend(need.place, need.concept, report, keywords)
    if need.kind is SuggestionKind.NAME and need.place and need.concept:
        words = [surface(keywords.concept_by_id[one], keywords) for one in (need.concept, *need.more)]
        return _name(need.place, need.concept, words, report.resume.document)
    return _statement(need, report, keywords)


def _mend(place: Span, concept: str, report: Report, keywords: Keywords) -> Suggestion:
    meant = next((one.intended for one in report.resume.mentions if one.span == place), "")
    label = keywords.concept_by_id[concept].label
    right = label if meant.casefold() in {"", label.casefold()} else meant
    wrong = report.resume.document[place]
    return Suggestion(
        code=f"{SuggestionKind.MEND}.{concept}",
        kind=SuggestionKind.MEND,
        text=f"Write {right} for “{wrong}”; a literal search does not find the word as it stands.",
        where=place,
        edit=Edit(place.start, place.end, right),
    )


def _name(place: Span, concept: str, named: list[str], document: Document) -> Suggestion:
    words = ", ".join(named)
    return Suggestion(
        code=f"{SuggestionKind.NAME}.{concept}",
        kind=SuggestionKind.NAME,
        text=f"“{document[place]}” already shows {words}; name it there, so that a search for it finds you.",
        where=place,
        edit=Edit(place.end, place.end, f" ({words})"),
        pattern=f"{document[place]} ({words})",
    )


def _statement(need: Need, report: Report, keywords: Keywords) -> Suggestion:
    concept = keywords.concept_by_id.get(need.concept or "")
    words = surface(concept, keywords) if concept else need.words
    spot = nearest_spot(concept, report.resume, keywords)
    pattern = _once(_pattern(concept, keywords).text.format(keyword=_many(words)))
    advice = _show(words, spot) if need.kind is SuggestionKind.SHOW else _add(need, words, concept, spot)
    return Suggestion(
        code=f"{need.kind}.{need.concept or '-'.join(need.words.lower().split())}",
        kind=need.kind,
        text=advice,
        where=spot.after if spot else None,
        edit=new_statement(pattern, spot, report.resume),
        pattern=pattern,
    )


def _show(words: str, spot: Spot | None) -> str:
    place = f" under “{spot.title}”" if spot and spot.title and spot.near else ""
    return f"Only listed: {words}. If it was part of your work, say{place} what you did with it."


def _add(need: Need, words: str, concept: Concept | None, spot: Spot | None) -> str:
    """Say what is missing and where it would belong; nothing near to it, no place."""
    asked = need.words if " or " in need.words else words
    if _differs(need.words, words):
        same = concept is not None and _is_name(need.words, concept)
        asked = f"{need.words} ({words})" if same else f"{need.words}, for example {words}"
    under = f" under “{spot.title}”" if spot and spot.title and spot.near else " where you did it"
    if asked == words and concept is not None and concept.category is Category.SOFT_SKILL:
        return f"Not found: {asked}. The word alone says little: if you have an example, tell it{under}."
    return f"Not found: {asked}. If it is true of you, say so{under}."


def _many(words: str) -> str:
    """Give the plural of what is counted, so that a pattern needs no article: "Used random forests to"."""
    return f"{words}s" if words.rsplit(" ", 1)[-1] in COUNTED else words


COUNTED = frozenset(
    {
        "network", "graph", "model", "forest", "tree", "transformer", "autoencoder", "encoder", "warehouse", "lake",
        "database", "dashboard", "pipeline", "agent", "ensemble",
    }
)  # fmt: skip
"""Last words of labels that nobody writes in the singular without an article."""


def _once(pattern: str) -> str:
    """Give a pattern without a word twice in a row: "on claims data data"."""
    return re.sub(r"\b(\w+) \1\b", r"\1", pattern)


def _differs(label: str, words: str) -> bool:
    return label.casefold() not in words.casefold() and words.casefold() not in label.casefold()


def _is_name(words: str, concept: Concept) -> bool:
    return words in {concept.label, *(acronym.form for acronym in concept.acronyms)}


def _pattern(concept: Concept | None, keywords: Keywords) -> Pattern:
    """Give the first pattern whose sub-skills and kinds, where it names any, are those of the keyword."""
    return next(pattern for pattern in keywords.wording.patterns if _fits(pattern, concept))


def _fits(pattern: Pattern, concept: Concept | None) -> bool:
    if concept is None:
        return not pattern.subskills and not pattern.categories
    return (not pattern.subskills or concept.subskill in pattern.subskills) and (
        not pattern.categories or concept.category in pattern.categories
    )


def surface(concept: Concept, keywords: Keywords) -> str:
    """Give the words to write for a keyword: its label where that counts by itself, else the first form that does.

    A form keeps the capitals that its words have in the label. A label that begins with an ordinary word gets a small
    letter, as in the middle of a sentence: a word of English that is nobody's name, or of a field, a way to look or a
    human skill.
    """
    alone = [*concept.aliases, *(acronym.form for acronym in concept.acronyms if not acronym.near)]
    forms = alone or [acronym.form for acronym in concept.acronyms] or [concept.label]
    known = {form.casefold() for form in alone}
    words = concept.label if concept.label.casefold() in known else _nearest_form(forms, concept.label)
    first, _, rest = words.partition(" ")
    small = first.lower() + words[len(first) :]
    is_word = first.lower() in keywords.english or (small in alone and (concept.category in PLAIN or bool(rest)))
    is_name = concept.category in NAMES or first in keywords.wording.named_after
    is_ordinary = not is_name and is_word and rest == rest.lower()
    return small if is_ordinary and first.capitalize() == first else words


NAMES = frozenset({Category.TOOL, Category.LANGUAGE, Category.INFRASTRUCTURE, Category.DATA_SET, Category.VENUE})
"""Kinds of keyword whose labels are names."""
PLAIN = frozenset({Category.CLINICAL_DOMAIN, Category.MODALITY, Category.SOFT_SKILL})
"""Kinds of keyword whose labels are ordinary words, where a small letter is among the forms."""


def _nearest_form(forms: list[str], label: str) -> str:
    """Give the first form made of words of the label, with its capitals; else the first form."""
    own = set(label.casefold().replace("(", " ").replace(")", " ").split())
    within = (form for form in forms if set(form.casefold().split()) <= own)
    return _with_capitals(next(within, forms[0]), label)


def _with_capitals(form: str, label: str) -> str:
    """Give a form whose words have the capitals that they have in the label: icd-10 beside "ICD-10 and other codes"."""
    capitals = {word.casefold(): word for word in label.replace("(", " ").replace(")", " ").split()}
    return " ".join(capitals.get(word.casefold(), word) for word in form.split())


def _full_forms(report: Report, keywords: Keywords, named: set[str | None]) -> Iterator[Suggestion]:
    """Give the acronyms whose full form is nowhere, for keywords that a figure asks for."""
    document = report.resume.document
    wanted = {item.evidence for figure in (report.profile, report.match) if figure for item in figure.items}
    places = {span for spans in wanted for span in spans}
    done: set[str] = set()
    for mention in report.resume.mentions:
        concept = keywords.concept_by_id.get(mention.concept)
        names = both_names(concept) if concept else None
        if not concept or not names or mention.span not in places or mention.method is Method.FUZZY:
            continue
        if not _is_prose(mention, report):
            continue
        form = document[mention.span].removesuffix("s")
        absent = not has_phrase(document.text, (*names.full, *(f"{one}s" for one in names.full)))
        if form in names.short and absent and concept.id not in {*done, *named} and len(done) < MOST_FULL_FORMS:
            done.add(concept.id)
            yield Suggestion(
                code=f"{SuggestionKind.FULL_FORM}.{concept.id}",
                kind=SuggestionKind.FULL_FORM,
                text=f"{form} stands alone. Write both forms once, because searches differ.",
                where=mention.span,
                edit=Edit(mention.span.start, mention.span.end, f"{names.full[0]} ({document[mention.span]})"),
                pattern=f"{names.full[0]} ({form})",
            )


def _is_prose(mention: Mention, report: Report) -> bool:
    """Tell whether the place bears more words: a statement or a list, not a title or a heading."""
    resume = report.resume
    in_list = mention.section in {SectionKind.SKILLS, SectionKind.SUMMARY}
    return in_list or any(bullet.contains(mention.span) for bullet in resume.bullets)


MOST_FULL_FORMS = 3
