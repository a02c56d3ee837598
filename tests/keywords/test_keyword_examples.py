"""What every concept says of itself holds: its examples match, its counter-examples do not."""


def test_examples(concept_id, keywords, found):
    examples = keywords.concept_by_id[concept_id].examples
    assert examples.match
    assert [text for text in examples.match if concept_id not in found(text)] == []
    assert [text for text in examples.no_match if concept_id in found(text)] == []
