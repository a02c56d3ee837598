"""A user's folder adds to the shipped keywords, extends them and takes some out."""

import pytest

from ats_medai import load_keywords, text_document
from ats_medai.errors import KeywordsError
from ats_medai.matching import Matcher

OWN = """\
- id: own.sundial
  label: Sundial
  subskill: data
  category: tool
  definition: A made-up tool.
  aliases: [sundial studio]
  sources: [{kind: expert, note: made up}]
  examples: {match: [Ran Sundial Studio.]}
- id: lib.pytorch
  extend: true
  aliases: [torchlight studio]
- id: lib.keras
  disabled: true
"""


@pytest.fixture(scope="module")
def overlaid(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    (folder / "concepts").mkdir()
    (folder / "concepts" / "own.yaml").write_text(OWN, encoding="utf-8")
    # What names the concept that is taken out is taken over too.
    for name in ("tracks.yaml", "guide.yaml"):
        (folder / name).write_text("[]\n" if name == "tracks.yaml" else "{}\n", encoding="utf-8")
    return folder


def test_adds_extends_and_disables(overlaid, keywords):
    with pytest.raises(KeywordsError, match=r"lib\.keras"):
        load_keywords(overlaid)  # others still name it: said with file and line, not passed over
    text = (overlaid / "concepts" / "own.yaml").read_text(encoding="utf-8")
    (overlaid / "concepts" / "own.yaml").write_text(text.split("- id: lib.keras")[0], encoding="utf-8")
    loaded = load_keywords(overlaid)
    assert len(loaded.concepts) == len(keywords.concepts) + 1
    assert loaded.version != keywords.version
    matcher = Matcher(loaded)
    names = {mention.concept for mention in matcher.find(text_document("Ran Sundial Studio and Torchlight Studio."))}
    assert names == {"own.sundial", "lib.pytorch"}
    assert "pytorch" in loaded.concept_by_id["lib.pytorch"].aliases


def test_disabled_concept_is_not_found(tmp_path, keywords):
    unused = next(
        concept
        for concept in keywords.concepts
        if concept.id.startswith("dataset.") and not _names(keywords, concept.id)
    )
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "own.yaml").write_text(f"- {{id: {unused.id}, disabled: true}}\n", encoding="utf-8")
    assert unused.id not in load_keywords(tmp_path).concept_by_id


def _names(keywords, name):
    groups = [group for track in keywords.tracks for part in (track.must, track.good) for group in part.values()]
    return any(name in (*one.implies, *one.related) for one in keywords.concepts) or any(
        name in item.any_of for items in groups for item in items
    )
