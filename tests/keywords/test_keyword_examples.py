"""What every concept says of itself holds: its examples match, its counter-examples do not."""

import pytest

from ats_medai.shipped import shipped

TOPICS = sorted(path.stem for path in (shipped("keywords") / "concepts").glob("*.yaml"))


@pytest.fixture(scope="module")
def of_topic(keywords):
    """Give the concepts that stand in a topic's file."""

    def concepts(topic):
        text = (shipped("keywords") / "concepts" / f"{topic}.yaml").read_text(encoding="utf-8")
        names = {line.removeprefix("- id: ") for line in text.splitlines() if line.startswith("- id: ")}
        return [concept for concept in keywords.concepts if concept.id in names]

    return concepts


@pytest.mark.parametrize("topic", TOPICS)
def test_examples(topic, of_topic, found):
    concepts = of_topic(topic)
    assert concepts
    assert [one.id for one in concepts if not one.examples.match] == []
    assert [(one.id, text) for one in concepts for text in one.examples.match if one.id not in found(text)] == []
    assert [(one.id, text) for one in concepts for text in one.examples.no_match if one.id in found(text)] == []
