"""All forms that are looked for, as sequences of word keys in one PhraseMatcher."""

from __future__ import annotations

from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ats_medai.matching.forms import Hit, make_forms
from ats_medai.matching.words import Words
from ats_medai.model import Keywords


class Lexicon:
    """The forms of all keywords and cues. `known` holds every word key that occurs in one."""

    def __init__(self, keywords: Keywords) -> None:
        self.forms = make_forms(keywords)
        self.known = frozenset(key for keys in self.forms for key in keys)
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        ids = {key: self._vocab.strings.add(key) for key in self.known}
        # Lists of word ids are what a pickled matcher is made of again; a Doc for each form takes ten times as long.
        patterns: Any = [[ids[key] for key in keys] for keys in self.forms]
        self._matcher.add("forms", patterns)

    def hits(self, words: Words) -> list[Hit]:
        """Give every place where the words spell a form, gaps and edges not yet looked at."""
        if not words.keys:
            return []
        known = self.known  # words outside never reach spaCy's string store, which only grows
        doc = Doc(self._vocab, words=[key if key in known else "\x01" for key in words.keys])
        keys = words.keys
        return [
            (first, after, form)
            for _, first, after in self._matcher(doc)
            for form in self.forms.get(tuple(keys[first:after]), ())
        ]
