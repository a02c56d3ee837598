"""A PDF whose end is cut off or whose table of objects is lost, put together again so that pdfium can open it.

The table, and a list of pages where that is lost too, are written anew behind the objects that are there. Letters of
fonts that are lost may come out as others: such fonts are replaced by one whose letters have no meaning, and what has
none is left out.
"""

from __future__ import annotations

import re

from ats_medai.documents.pdf_objects import Objects, find_objects

_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_PAGES_AT = re.compile(rb"/Pages\s+(\d{1,7})\s+\d{1,5}\s+R\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\[\]]{0,200})\]")
_REFERENCE = re.compile(rb"\b(\d{1,7})\s{1,20}\d{1,5}\s{1,20}R\b")
_FONT = re.compile(rb"/Type\s*/Font\b")
_COMPOSITE = re.compile(rb"/Subtype\s*/Type0\b")
_CID_FONT = re.compile(rb"/Subtype\s*/CIDFontType[02]\b")
_FONT_LIST = re.compile(rb"/Font\s*(?:<<([^<>]{0,50000})>>|(\d{1,7})\s{1,20}\d{1,5}\s{1,20}R\b)")
_NEEDED = re.compile(rb"/(?:DescendantFonts\s*\[?|ToUnicode|Encoding)\s*(\d{1,7})\s{1,20}\d{1,5}\s{1,20}R\b")
_DEPTH = 5  # from a composite font to the file of its letters
_MOST_PAGES = 1_000

_NO_MEANING = (
    b"<</Length 152>>stream\n/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
    b" endcodespacerange 1 beginbfrange <00> <ff> <e000> endbfrange endcmap end\nendstream"
)


class NoPageError(Exception):
    """The file is in order and lists no page, or as its only one the list itself (`looped`).

    Pages that stand in it all the same are seen by nobody: they are passed over like all text that is hidden.
    """

    def __init__(self, *, looped: bool) -> None:
        super().__init__(looped)
        self.looped = looped


def rebuilt(data: bytes) -> tuple[bytes, ...]:
    """Give the file with a new table of its objects; none where no page is left, and for encrypted files.

    Where fonts are lost there is a second one, in which letters of simple fonts are what they are in most: right or
    all wrong. Raises NoPageError.
    """
    if b"/Encrypt" in data:
        return ()
    data = data[max(0, data.find(b"%PDF-")) :]  # offsets count from there
    found = find_objects(data)
    root = _root(found)
    _check_list(found, root)
    pages = [] if root else [number for number, head in found.heads.items() if _PAGE.search(head)][:_MOST_PAGES]
    if not root and not pages:
        return ()
    added = dict(found.packed)
    lost = _lost_fonts(found)
    top = max(lost | found.heads.keys()) + 1
    if not root:
        root, tree = top, top + 1
        kids = b" ".join(_reference(found, number) for number in pages)
        added[root] = b"<</Type/Catalog/Pages %d 0 R>>" % tree
        added[tree] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)
    if not lost:
        return (_written(data, found, added, root),)
    added[top + 2] = _NO_MEANING
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode %d 0 R>>" % (top + 2)
    composite = {number for number in lost if _COMPOSITE.search(found.heads.get(number, b""))}
    return tuple(_written(data, found, added | dict.fromkeys(kinds, font), root) for kinds in (lost, composite))


def _check_list(found: Objects, root: int) -> None:
    """Raise NoPageError for a list of pages that is there and names none."""
    if root and (named := _PAGES_AT.search(found.heads[root])):
        number = int(named[1])
        kids = _KIDS.search(found.heads[number])
        if kids and not {int(kid) for kid in _REFERENCE.findall(kids[1])} - {number}:
            raise NoPageError(looped=bool(kids[1].strip()))


def _reference(found: Objects, number: int) -> bytes:
    return b"%d %d R" % (number, found.places.get(number, (0, 0))[1])


def _root(found: Objects) -> int:
    """The catalogue, if it and the list of pages that it names are there; else 0."""
    for number in reversed(found.heads):
        head = found.heads[number]
        if _CATALOG.search(head) and (pages := _PAGES_AT.search(head)) and int(pages[1]) in found.heads:
            return number
    return 0


def _lost_fonts(found: Objects) -> set[int]:
    """Numbers of the fonts that pages name and that are not there, or not whole enough to tell letters."""
    named: set[int] = set()
    for head in found.heads.values():
        for inside, number in _FONT_LIST.findall(head):
            listed = found.heads.get(int(number), b"") if number else inside
            named.update(map(int, _REFERENCE.findall(listed)))
    fonts = {number for number, head in found.heads.items() if _FONT.search(head) and not _CID_FONT.search(head)}
    return (named - set(found.heads)) | {number for number in fonts if not _tells_letters(found, number)}


def _tells_letters(found: Objects, number: int) -> bool:
    """With a map to Unicode a font needs no more than what opens it; without, all that it names."""
    head = found.heads[number]
    if b"/ToUnicode" in head:
        return _are_whole(found, set(map(int, _NEEDED.findall(head))), 2)
    return _are_whole(found, {number}, _DEPTH)


def _are_whole(found: Objects, numbers: set[int], steps: int) -> bool:
    seen: set[int] = set()
    for _ in range(steps):
        if not numbers <= found.heads.keys() or found.partial in numbers:
            return False
        seen |= numbers
        numbers = {int(part) for number in numbers for part in _REFERENCE.findall(found.heads[number])} - seen
    return True


def _written(data: bytes, found: Objects, added: dict[int, bytes], root: int) -> bytes:
    places = dict(found.places)
    parts = [data[: found.end], b"\nendstream\nendobj\n" if found.partial else b"\nendobj\n"]
    at = sum(map(len, parts))
    for number, text in added.items():
        generation = places.get(number, (0, 0))[1]
        places[number] = (at, generation)
        parts.append(b"%d %d obj\n%s\nendobj\n" % (number, generation, text))
        at += len(parts[-1])
    table = [b"xref\n"]
    table += [b"%d 1\n%010d %05d n \n" % (number, *places[number]) for number in sorted(places)]
    reference = b"%d %d R" % (root, places[root][1])
    table.append(b"trailer\n<</Size %d/Root %s>>\nstartxref\n%d\n%%%%EOF\n" % (max(places) + 1, reference, at))
    return b"".join(parts + table)
