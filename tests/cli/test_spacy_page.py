"""The page for spaCy users: its code runs from top to bottom and does what the page says."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "spacy.md"


def told(doc):
    return [
        (span.text, span.label_, span._.ats_assertion, span._.ats_shown, span._.ats_method, span._.ats_reason)
        for span in doc.spans["ats_medai"]
    ]


def test_the_page_does_what_it_says(tmp_path, capsys):
    page = PAGE.read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (output,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    names = {"folder": tmp_path}
    for part in code:
        exec(part, names)
    assert capsys.readouterr().out == output
    assert 'class="entities"' not in names["html"]
    assert "series" in names["html"]
    assert "#f2b8b0" in names["meant"]
    alone = [told(names["nlp"](text)) for text in names["texts"]]
    assert [told(doc) for doc in names["docs"]] == alone
    assert [told(doc) for doc in names["kept"]] == alone
    assert [told(names["again"](text)) for text in names["texts"]] == alone
    assert [len(labels) > 0 for labels in names["labels"]] == [True, False, True] * 4
