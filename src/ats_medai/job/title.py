"""The advert's job title, and how senior it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ats_medai.job.lexicon import Lexicon
from ats_medai.job.pieces import Piece, pieces_of
from ats_medai.job.sentences import sentences_of
from ats_medai.job.words import Phrases, Word, words_of
from ats_medai.model import Span

_FIRST_PIECES = 6
_LOOKED_THROUGH = 30
"""Pieces at the start among which a sentence may name the post."""
_LONGEST = 14
_FAR = 14
"""Words behind "we are looking for" among which the title stands."""
_LABEL = re.compile(
    r"^\W*(?:job\s+title|position\s+title|role\s+title|working\s+title|title|position|role|job|vacancy|post|opening)\s*:\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\((?:[mwfdx]\s?[/|]|all genders|s?he/|they/|remote|hybrid|full|part|contract"
    r"|perm|fixed|band\b|grade\b|req\b|#|job\b)"
    r"[^)]*\)"
    r"|\s[-–—|@]\s+(?:remote|hybrid|on-?site|full[ -]time|part[ -]time|contract|usa?|uk|europe|job\b|req\b|#|ref\b).*"
    r"|\s+at\s+[A-Z].*|,?\s*#?\b(?:req|job|ref)[\s.#:]*\w*\d{3,}.*)\s*$",
    re.IGNORECASE,
)
_SURE_LEADS = ("as a", "hir")
"""Leads after which a title needs no capitals."""
_ENDS = frozenset({"to", "who", "with", "will", "that", "whose"})
_GOES_ON = re.compile(
    r"(?:\s*[,/&|–-]?\s*(?:(?:of|in|for|and)\s+)?\(?(?:[A-Z][\w+#.’'-]*|I{1,3}|IV)\)?(?:/[A-Z]\w*\)?)*)*"
)
_TRAILING = re.compile(
    r"(?<![\s,;:.|&/–—-])(?:[\s,;:.|&/–—-]|(?<=\s)(?:and|in|of|for|at|to)(?!\w))+$", re.IGNORECASE
)  # each sign in one way only: a rule of dashes would be tried in as many ways as it can be cut
_LONGEST_LINE = 400
"""Characters: a longer line is no title, and the patterns above look far ahead."""


def find_title(text: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Give the title and its seniority; None for what the advert does not tell."""
    title = next(_titles(text, pieces_of(text), lexicon), None)
    return title, seniority_of(title, lexicon) if title else None


def seniority_of(title: str, lexicon: Lexicon) -> str | None:
    """Give the first level, in the order of the word list, that a word of the title names."""
    named = {hit.value for hit in lexicon.seniority.find(words_of(title))}
    return next((level for level in lexicon.seniority_order if level in named), None)


def _titles(text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[str]:
    """Give candidates, the surest first: a label, a line of its own, a sentence that names the post."""
    lines = [text[piece.span.start : piece.span.end].strip(" '\"*_#[]") for piece in pieces[:_FIRST_PIECES]]
    for line in lines:
        if _LABEL.match(line) and (title := _cleaned(_LABEL.sub("", line), lexicon)):
            yield title
    for line in lines:
        for part in line.split(" | "):
            if line[-1:] not in {".", "!", "?", ":"} and (title := _cleaned(part, lexicon)):
                yield title
    for piece in pieces[:_LOOKED_THROUGH]:
        for span in sentences_of(text, piece.span, lexicon):
            yield from _named(text, span, lexicon)


def _cleaned(line: str, lexicon: Lexicon) -> str | None:
    """Give the line without place, contract and gender marks; None where no title is in it."""
    if len(line) > _LONGEST_LINE:
        return None
    while (shorter := _TAIL.sub("", line)) != line:
        line = shorter
    line = " ".join(_TRAILING.sub("", line).split())
    found = words_of(line)
    if not 0 < len(found) <= _LONGEST or not lexicon.titles.find(found) or not line[0].isupper():
        return None
    speaks = lexicon.sentences.find(found) or lexicon.levels.find(found) or _is_heading(found, lexicon)
    return None if speaks or line.endswith((".", ":")) else line


def _is_heading(found: Sequence[Word], lexicon: Lexicon) -> bool:
    """Tell a heading with a word of titles in it from a title: "Principal Duties and Responsibilities"."""
    inside = {place for hit in lexicon.headings.find(found) for place in range(hit.first, hit.last)}
    ranks = {place for hit in lexicon.seniority.find(found) for place in range(hit.first, hit.last)}
    rest = [word for place, word in enumerate(found) if place not in inside | ranks]
    return bool(inside) and all(word.text in lexicon.fillers for word in rest)


def _named(text: str, span: Span, lexicon: Lexicon) -> Iterator[str]:
    """Give the titles that a sentence names: "we are seeking a Data Scientist", "The Data Scientist will"."""
    found = words_of(text, span.start, span.end)
    for cue in lexicon.levels.find(found):
        if cue.value.kind == "seek" and (title := _first_title(text, found, cue.last, lexicon)):
            yield title
    for lead in lexicon.title_leads.find(found):
        if lead.form.startswith("as a") and lead.first:
            continue  # "serves as a consultant" is a task
        title = _first_title(text, found, lead.last, lexicon)
        if title and (not title.split()[-1].islower() or lead.form.startswith(_SURE_LEADS)):
            yield title
    if found and found[0].text == "the" and (title := _first_title(text, found, 1, lexicon)):
        rest = text[span.start : span.end].partition(title)[2]
        if rest.lstrip(" ,").startswith(("will", "is ", "plays", "works", "has")):
            yield title


def _first_title(text: str, found: Sequence[Word], first: int, lexicon: Lexicon) -> str | None:
    """Give the noun phrase around the first title noun behind `first`."""
    stops = lexicon.title_stops
    for place in range(first, min(first + _FAR, len(found))):
        if place > first and found[place].text in _ENDS:
            return None
        last = _noun_end(lexicon.titles, found, place)
        if last is None or found[place].text in stops:
            continue
        start = place
        while start > first and found[start - 1].text not in stops and _beside(text, found, start):
            start -= 1
        end = found[last - 1].end
        more = _GOES_ON.match(text, end, found[-1].end) if found[place].surface[0].isupper() else None
        title = " ".join(_TRAILING.sub("", text[found[start].start : more.end() if more else end]).split())
        return title if len(title.split()) <= _LONGEST else None
    return None


def _noun_end(nouns: Phrases[None], found: Sequence[Word], place: int) -> int | None:
    """Give the end of the title noun that begins here, also in the plural."""
    if hit := nouns.at(found, place):
        return hit.last
    word = found[place]
    if not word.text.endswith("s"):
        return None
    singular = Word(word.text[:-1], word.start, word.end, word.surface[:-1])
    return place + 1 if nouns.at([singular], 0) else None


def _beside(text: str, found: Sequence[Word], place: int) -> bool:
    """Tell whether only a space, a stroke or a hyphen stands before the word."""
    return text[found[place - 1].end : found[place].start].strip(" /&-–") == ""
