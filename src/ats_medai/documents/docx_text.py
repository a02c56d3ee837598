"""The text of one part of a DOCX file in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from ats_medai.documents.docx_styles import Look, Styles, child, is_shade, local, look_of, value
from ats_medai.documents.reading import RawLine
from ats_medai.model import Place

_DROPPED = {"del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr"}
_DROPPED |= {"altChunk", "rt", "annotationRef", "footnoteRef", "endnoteRef", "tblGrid", "sdtPr", "sdtEndPr"}
_MARKS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n", "sym": ""}
_SMALLEST = 4.0  # points; smaller print is for machines only
_NOTE = 40  # characters: a longer line is no mere date or place
_DATE = re.compile(r"\b(?:19|20)\d\d\b")
_CELL = 90  # characters: a longer cell holds text, not an entry of a table


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where in the file the text stands."""

    place: Place = Place.BODY
    shaded: bool = False
    """Something coloured may lie behind it, so that white letters are seen."""
    look: Look = field(default_factory=Look)


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    bold: int = 0
    plain: int = 0
    boxes: list[Any] = field(default_factory=list)


class TextWalker:
    """Walks parts of a file; what it leaves out or meets on the way is kept for the notes."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.hidden: list[str] = []
        self.deleted = False
        self.notes: list[str] = []
        """Identities of foot- and endnotes, in the order in which the text names them."""
        self._page = 1
        self._block = 0

    def lines(self, root: Any, place: Place = Place.BODY, *, shaded: bool = False) -> list[RawLine]:  # noqa: ANN401
        """Give the lines of a part; `shaded` tells that the page itself is coloured."""
        self._block += 1
        return list(self._blocks(root, _Ground(place, shaded)))

    def _blocks(self, parent: Any, ground: _Ground) -> Iterator[RawLine]:  # noqa: ANN401
        for item in parent:
            name = local(item)
            if name == "p":
                yield from self._paragraph(item, ground)
            elif name == "tbl":
                yield from self._table(item, ground)
            elif name == "AlternateContent":
                yield from self._blocks(_chosen(item), ground)
            elif name in {"del", "moveFrom"}:
                self.deleted = True
            elif name not in _DROPPED:
                yield from self._blocks(item, ground)

    def _paragraph(self, item: Any, ground: _Ground) -> Iterator[RawLine]:  # noqa: ANN401
        properties = child(item, "pPr")
        style = child(properties, "pStyle") if properties is not None else None
        named = self._styles.named(value(style) if style is not None else None)
        look = look_of(properties).over(named).over(ground.look).over(self._styles.base)
        found = _Paragraph()
        self._runs(item, found, look, replace(ground, shaded=ground.shaded or look.shaded))
        text = "".join(found.parts)
        size = max(found.sizes, key=lambda s: found.sizes[s]) if found.sizes else None
        if text.strip():
            own = look_of(properties).numbering
            label = self._styles.label(own if own is not None else named.numbering)
            bold = found.bold > found.plain
            for number, line in enumerate(text.split("\n")):
                shown = line if number or line.lstrip()[:1] in {"•", "-", "–", "·", "*"} else label + line
                yield RawLine(shown, self._page, None, size, bold, ground.place, self._block)
        elif not found.boxes:
            yield RawLine("", self._page, place=ground.place, block=self._block)
        inside = ground.place if ground.place in {Place.HEADER, Place.FOOTER} else Place.TEXT_BOX
        for box in found.boxes:
            self._block += 1
            yield from self._blocks(box, _Ground(inside, shaded=True))
            self._block += 1

    def _runs(self, parent: Any, found: _Paragraph, look: Look, ground: _Ground) -> None:  # noqa: ANN401
        for item in parent:
            name = local(item)
            if name == "r":
                self._run(item, found, look, ground)
            elif name == "AlternateContent":
                self._runs(_chosen(item), found, look, ground)
            elif name in {"del", "moveFrom"}:
                self.deleted = True
            elif name == "t":
                found.parts.append(item.text or "")
            elif name == "txbxContent":
                found.boxes.append(item)
            elif name not in _DROPPED:
                self._runs(item, found, look, ground)

    def _run(self, run: Any, found: _Paragraph, inherited: Look, ground: _Ground) -> None:  # noqa: ANN401
        properties = child(run, "rPr")
        style = child(properties, "rStyle") if properties is not None else None
        look = look_of(properties)
        if style is not None:
            look = look.over(self._styles.named(value(style)))
        look = look.over(inherited)
        text = "".join(self._content(run, found))
        if not text:
            return
        if _unseen(look, ground):
            if text.strip():
                self.hidden.append(text.strip())
            return
        found.parts.append(text)
        length = len(text.strip())
        if look.bold:
            found.bold += length
        else:
            found.plain += length
        if look.size and length:
            found.sizes[look.size] = found.sizes.get(look.size, 0) + length

    def _content(self, parent: Any, found: _Paragraph) -> Iterator[str]:  # noqa: ANN401
        for item in parent:
            name = local(item)
            if name == "t":
                yield item.text or ""
            elif name == "br":
                self._page += value(item, "type") == "page"
                yield "\n"
            elif name in _MARKS:
                yield _MARKS[name] or _symbol(item)
            elif name in {"drawing", "pict", "object", "txbxContent"}:
                found.boxes += _boxes(item)
            elif name in {"footnoteReference", "endnoteReference"}:
                self.notes.append(f"{name[:-9]}s {value(item, 'id')}")
            elif name not in _DROPPED:
                yield from self._content(_chosen(item) if name == "AlternateContent" else item, found)

    def _table(self, table: Any, ground: _Ground) -> Iterator[RawLine]:  # noqa: ANN401
        properties = child(table, "tblPr")
        style = child(properties, "tblStyle") if properties is not None else None
        plain = style is None or (value(style) or "") in {"TableGrid", "TableNormal", "NormalTable"}
        place = ground.place if ground.place in {Place.HEADER, Place.FOOTER} else Place.TABLE
        inside = _Ground(
            place, ground.shaded or not plain, self._styles.named(value(style) if style is not None else None)
        )
        for row in _rows(table):
            self._block += 1
            yield from _joined([self._cell(cell, inside) for cell in _cells(row)])
        self._block += 1

    def _cell(self, cell: Any, ground: _Ground) -> list[RawLine]:  # noqa: ANN401
        properties = child(cell, "tcPr")
        shade = child(properties, "shd") if properties is not None else None
        shaded = ground.shaded or (shade is not None and is_shade(shade))
        return list(self._blocks(cell, replace(ground, shaded=shaded)))


def _joined(cells: list[list[RawLine]]) -> Iterator[RawLine]:
    """A row of short cells is one line, dates stand beside what they belong to; other cells are read one by one."""
    filled = [[line for line in cell if line.text.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) > 1 and all(len(cell) == 1 and len(cell[0].text) <= _CELL for cell in filled):
        yield _side_by_side([cell[0] for cell in filled])
    elif len(filled) == 2 and any(map(_is_note, filled)):
        yield from map(_side_by_side, (list(filter(None, pair)) for pair in zip_longest(*filled)))
    else:
        for cell in filled:
            yield from cell


def _side_by_side(lines: list[RawLine]) -> RawLine:
    text = "\t".join(line.text.strip() for line in lines)
    return replace(lines[0], text=text, bold=all(line.bold for line in lines)) if len(lines) > 1 else lines[0]


def _is_note(cell: list[RawLine]) -> bool:
    """Dates, with a place perhaps, as they stand beside an entry."""
    return len(cell) <= 3 and all(len(line.text) <= _NOTE for line in cell) and any(_DATE.search(x.text) for x in cell)


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    return _named(table, "tr")


def _cells(row: Any) -> Iterator[Any]:  # noqa: ANN401
    return _named(row, "tc")


def _named(parent: Any, wanted: str) -> Iterator[Any]:  # noqa: ANN401
    """Rows or cells, also inside content controls."""
    for item in parent:
        name = local(item)
        if name == wanted:
            yield item
        elif name in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _named(item, wanted)


def _chosen(alternatives: Any) -> Any:  # noqa: ANN401
    """The first alternative: what Word shows. The others say the same for older programs."""
    choice = child(alternatives, "Choice")
    if choice is not None:
        return choice
    fallback = child(alternatives, "Fallback")
    return fallback if fallback is not None else ()


def _boxes(drawing: Any) -> list[Any]:  # noqa: ANN401
    """Text boxes of a drawing, each once: those inside an alternative that is not shown don't count."""
    boxes: list[Any] = []
    queue = [drawing]
    while queue:
        item = queue.pop()
        name = local(item)
        if name == "txbxContent":
            boxes.append(item)
        elif name == "AlternateContent":
            queue += reversed(list(_chosen(item)))
        else:
            queue += reversed(list(item))
    return boxes


def _unseen(look: Look, ground: _Ground) -> bool:
    if look.hidden or (look.size is not None and look.size < _SMALLEST):
        return True
    return look.color == "FFFFFF" and not (ground.shaded or look.shaded)


def _symbol(item: Any) -> str:  # noqa: ANN401
    try:
        code = int(value(item, "char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""
