"""How text in a DOCX file looks, as far as it matters here: size, weight, colour, hidden or not, bullet or number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

_DEEPEST = 12  # styles that are based on each other
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points; None where nothing is said and what is inherited holds."""

    size: float | None = None
    bold: bool | None = None
    hidden: bool | None = None
    color: str | None = None
    shaded: bool = False
    numbering: tuple[str, int] | None = None
    """List and level, from 0."""

    def over(self, base: Look) -> Look:
        """Give this look laid over the one that it inherits from."""
        return Look(
            self.size if self.size is not None else base.size,
            self.bold if self.bold is not None else base.bold,
            self.hidden if self.hidden is not None else base.hidden,
            self.color if self.color is not None else base.color,
            self.shaded or base.shaded,
            self.numbering if self.numbering is not None else base.numbering,
        )


def local(element: Any) -> str:  # noqa: ANN401 - lxml elements throughout
    """Give an element's name without its namespace: transitional and strict files differ in nothing else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any, name: str) -> Any:  # noqa: ANN401
    """Give the first child of this name, or None."""
    return next((item for item in element if local(item) == name), None)


def value(element: Any, name: str = "val") -> str | None:  # noqa: ANN401
    """Give an attribute by its name without namespace."""
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None)


def look_of(properties: Any) -> Look:  # noqa: ANN401
    """Give the look that an rPr, pPr or style element states itself."""
    look = Look()
    if properties is None:
        return look
    for item in properties:
        name = local(item)
        if name == "sz":
            look = replace(look, size=_points(value(item)))
        elif name == "b":
            look = replace(look, bold=_on(item))
        elif name in {"vanish", "specVanish"}:
            look = replace(look, hidden=_on(item))
        elif name == "color":
            look = replace(look, color=(value(item) or "").upper())
        elif name in {"shd", "highlight"}:
            look = replace(look, shaded=is_shade(item))
        elif name == "numPr":
            look = replace(look, numbering=_numbering(item))
    return look


def is_shade(item: Any) -> bool:  # noqa: ANN401
    """Tell whether an shd or highlight element lays a colour behind the text."""
    if local(item) == "highlight":
        return value(item) not in {None, "none", "white"}
    fill = (value(item, "fill") or "auto").upper()
    return fill not in {"AUTO", "FFFFFF"} or value(item, "themeFill") is not None


def _on(item: Any) -> bool:  # noqa: ANN401
    return (value(item) or "1").lower() not in _OFF


def _points(half: str | None) -> float | None:
    try:
        return float(half or "") / 2
    except ValueError:
        return None


def _numbering(item: Any) -> tuple[str, int]:  # noqa: ANN401
    identity, level = child(item, "numId"), child(item, "ilvl")
    depth = (value(level) or "") if level is not None else ""
    return (value(identity) or "0" if identity is not None else ""), int(depth) if depth.isdecimal() else 0


@dataclass(slots=True)
class Styles:
    """The styles and lists of one file."""

    base: Look = field(default_factory=Look)
    by_id: dict[str, tuple[str | None, Look, Look]] = field(default_factory=dict)
    """Style -> what it is based on, its text's look, its paragraph's look."""
    formats: dict[tuple[str, int], str] = field(default_factory=dict)
    """List and level -> format of its numbers, such as bullet or decimal."""
    _counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    def named(self, style: str | None) -> Look:
        """Give the look of a style with all that it is based on."""
        look = Look()
        for _ in range(_DEEPEST):
            if style is None or style not in self.by_id:
                break
            style, text, paragraph = self.by_id[style]
            look = look.over(text).over(paragraph)
        return look

    def label(self, numbering: tuple[str, int] | None) -> str:
        """Give the bullet or number of the next paragraph of a list, "" for a paragraph in none."""
        if numbering is None or numbering[0] in {"", "0"}:
            return ""
        kind = self.formats.get(numbering, "bullet")
        if kind == "none":
            return ""
        if kind == "bullet":
            return "• "
        self._counts[numbering] += 1
        return f"{self._counts[numbering]}. "


def read_styles(styles: Any, numbering: Any) -> Styles:  # noqa: ANN401
    """Give the styles of the roots of styles.xml and numbering.xml, either of which may be None."""
    found = Styles()
    for item in styles if styles is not None else ():
        if local(item) == "style" and (identity := value(item, "styleId")):
            based = child(item, "basedOn")
            parent = value(based) if based is not None else None
            found.by_id[identity] = parent, look_of(child(item, "rPr")), look_of(child(item, "pPr"))
        elif local(item) == "docDefaults":
            found.base = look_of(next((part for part in item.iter() if local(part) == "rPr"), None))
    if numbering is not None:
        found.formats = dict(_formats(numbering))
    return found


def _formats(numbering: Any) -> Iterator[tuple[tuple[str, int], str]]:  # noqa: ANN401
    abstract: dict[str | None, list[tuple[int, str]]] = {}
    for item in numbering:
        if local(item) == "abstractNum":
            levels = [part for part in item if local(part) == "lvl"]
            abstract[value(item, "abstractNumId")] = [
                (number, value(kind) or "decimal")
                for number, level in enumerate(levels)
                if (kind := child(level, "numFmt")) is not None
            ]
        elif local(item) == "num" and (link := child(item, "abstractNumId")) is not None:
            for number, kind in abstract.get(value(link), []):
                yield (value(item, "numId") or "", number), kind
