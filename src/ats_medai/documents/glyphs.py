"""Characters that fonts hand over in place of the one that is seen."""

from __future__ import annotations

import re

_OLD_STYLE = {0xF643 + i: str(i) for i in range(10)}  # EB Garamond's old-style figures
_CORPORATE_FIGURES = {0xF730 + i: str(i) for i in range(10)}  # Adobe's corporate use area: old-style figures ...
_SMALL_CAPITALS = {0xF761 + i: chr(0x41 + i) for i in range(26)}  # ... and small capitals
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06E, 0xF111), "•")  # Symbol, Wingdings
_SEEN = {**_OLD_STYLE, **_CORPORATE_FIGURES, **_SMALL_CAPITALS, **_BULLETS, 0xAD: "-", 0x00: " "}

_OTHER = re.compile(f"[{''.join(map(chr, _SEEN))}]")

MEANINGLESS = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
"""What a font without a Unicode map gives: replacement signs, controls, private use (icons too)."""

# TeX fonts without a Unicode map: ligatures, dashes and quotes of the T1 and OT1 encodings stand where controls are
_TEX = {
    0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x0F: "ffl", 0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—",
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
}  # fmt: skip


def spelled_out(text: str) -> str:
    """Put letters for the ligatures of a TeX font without a Unicode map."""
    return "•" if text == "\x0f" else text.translate(_TEX)


def as_seen(text: str) -> str:
    """Put in the character that is seen, one for one, so that counts of characters still agree.

    A soft hyphen that is drawn is a hyphen; Symbol and Wingdings bullets are bullets; old-style figures are figures.
    """
    return text if not _OTHER.search(text) else text.translate(_SEEN)
