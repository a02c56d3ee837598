"""The set as a whole: its size, its make-up and its page."""

import re

from ats_medai.keywords.clashes import form_key
from ats_medai.keywords.page import page
from ats_medai.model import Category, SourceKind, Subskill


def test_size(keywords):
    forms = {form_key(alias) for concept in keywords.concepts for alias in concept.aliases}
    assert len(keywords.concepts) >= 600
    assert len(forms) >= 3000, "written by hand, variants left out"


def test_every_subskill_and_category_is_there(keywords):
    assert {concept.subskill for concept in keywords.concepts} == set(Subskill)
    assert {concept.category for concept in keywords.concepts} == set(Category)


def test_ids_are_topic_and_name(keywords):
    assert [one.id for one in keywords.concepts if not re.fullmatch(r"[a-z0-9_]+\.[a-z0-9_]+", one.id)] == []


def test_definitions_are_one_sentence(keywords):
    assert [one.id for one in keywords.concepts if not re.fullmatch(r"[^\n]{10,200}\.", one.definition)] == []


def test_labels_name_one_concept(keywords):
    labels = [concept.label.casefold() for concept in keywords.concepts]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


def test_evidence_is_within_bounds(keywords):
    sources = [source for concept in keywords.concepts for source in concept.sources]
    assert {source.kind for source in sources} == set(SourceKind)
    assert all(source.kind is SourceKind.ADVERTS or source.share is None for source in sources)
    assert all(0 < source.share <= 1 for source in sources if source.share is not None)


def test_page_is_fresh(keywords, pytestconfig):
    written = (pytestconfig.rootpath / "docs" / "keywords.md").read_text(encoding="utf-8")
    assert written == page(keywords), "make it again: python -m ats_medai.keywords.page > docs/keywords.md"
