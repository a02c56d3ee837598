"""(Document, keywords) -> mentions: one pass over the text, each step in a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import starmap
from typing import Final

from ats_medai.collector import no_collection
from ats_medai.matching.assertion import Verdict, judge
from ats_medai.matching.candidate import Candidate
from ats_medai.matching.candidates import find_candidates
from ats_medai.matching.coordination import share_head
from ats_medai.matching.degrees import title_ids
from ats_medai.matching.edges import written_span
from ats_medai.matching.forms import Kind
from ats_medai.matching.fuzzy import Slip, Speller
from ats_medai.matching.glued import find_parts, split_glued
from ats_medai.matching.humps import is_other_name, written_names
from ats_medai.matching.lexicon import Lexicon
from ats_medai.matching.overlaps import settle
from ats_medai.matching.rejoin import rejoin
from ats_medai.matching.scene import Scene, make_scene
from ats_medai.matching.usage import Usage
from ats_medai.matching.words import MASKED, Words, cut, mask_addresses
from ats_medai.model import Document, Keywords, Mention, Section, Shown, Span

_MISSPELT: Final = frozenset({Kind.ALIAS, Kind.ACRONYM})
"""Kinds of forms whose typing errors are looked for."""


class Matcher:
    """Finds the keywords in documents. Building one takes about half a second; keep it."""

    def __init__(self, keywords: Keywords) -> None:
        with no_collection():
            self._build(keywords)

    def _build(self, keywords: Keywords) -> None:
        self._lexicon = Lexicon(keywords)
        work = (form for cue in keywords.cues.resume if cue.kind == "use" for form in cue.forms)
        self._english = keywords.english
        self._held = title_ids(keywords)
        self._usage = Usage(keywords.wording, work, self._held)
        forms = [form for group in self._lexicon.forms.values() for form in group]
        wanted = [form for form in forms if form.concept and form.concept.fuzzy and form.kind in _MISSPELT]
        self._names = written_names(form.concept.label for form in wanted if form.concept)
        self._speller = Speller((raw.lower() for form in wanted for raw in form.raws), keywords.english)
        headings = [text for group in keywords.headings.resume.values() for text in group]
        self._headings = frozenset([*headings, *keywords.headings.resume_modifiers, "and"])
        self._parts = find_parts(self._lexicon.forms, headings)

    def find(self, document: Document, sections: Sequence[Section] = ()) -> tuple[Mention, ...]:
        """Give the mentions in the order of the text; no two share a character."""
        words = self._words(document.text)
        slips = self._slips(words)
        for i, slip in slips.items():
            words.keys[i] = slip.meant
        hits = self._lexicon.hits(words)
        scene = make_scene(words, sections, slips, self._english)
        candidates = find_candidates(scene, hits)
        settled = self._with_shared_heads(words, settle(words, candidates))
        settled = [one for one in settled if not self._is_only_heading(scene, one)]
        verdicts = judge(scene, settled, (hit for hit in hits if hit[2].kind is Kind.CUE), self._held)
        shown = self._usage.shown(scene, settled)
        return tuple(starmap(partial(_mention, scene), zip(settled, verdicts, shown, strict=True)))

    def _words(self, text: str) -> Words:
        words = cut(text)
        mask_addresses(words)
        words = rejoin(words, self._lexicon.known, self._parts.closed)
        return split_glued(words, self._lexicon.known, self._parts)

    def _slips(self, words: Words) -> dict[int, Slip]:
        known = self._lexicon.known
        return {
            i: slip
            for i, key in enumerate(words.keys)
            if key not in known and len(key) > 4 and key != MASKED and (slip := self._speller.meant(key))
            if not is_other_name(words.raws[i], slip.meant, self._names)
        }

    def _with_shared_heads(self, words: Words, settled: list[Candidate]) -> list[Candidate]:
        extra = [other for candidate in settled for other in share_head(words, candidate, self._lexicon.forms)]
        return settle(words, [*settled, *extra]) if extra else settled

    def _is_only_heading(self, scene: Scene, candidate: Candidate) -> bool:
        """Tell whether the words stand in a heading that says no more than which section it is ("Presentations")."""
        heading = scene.heading(candidate.first)
        usual = " ".join(heading) in self._headings or all(word in self._headings for word in heading)
        return bool(heading) and usual


def _mention(scene: Scene, candidate: Candidate, verdict: Verdict, shown: Shown) -> Mention:
    return Mention(
        concept=candidate.concept.id,
        span=written_span(scene.words, candidate.first, candidate.after),
        method=candidate.method,
        similarity=candidate.similarity,
        assertion=verdict.assertion,
        cue=Span(*scene.words.original(*verdict.cue)) if verdict.cue else None,
        weak=verdict.weak,
        section=scene.section(candidate.first),
        shown=shown,
        intended=candidate.intended,
        reason=candidate.reason,
    )
