"""Random changes of files, the same for the same seed: of bytes, and of lines where a text is read by its lines."""

from __future__ import annotations

from random import Random

WORDS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\n", b"\r\n", b"\t", b" " * 40, b"-" * 40, b"(" * 40, b"[" * 40, b"." * 40,
    b"2020", b"Jan 2020 - ", b"present",
    b"5+ years", b"must have", b"a@b.c", b"http://", "\u202e".encode(), b"\xed\xa0\x80",
    "e\u0301".encode(), "\u2022 ".encode(), b"<!DOCTYPE", b"<![CDATA[", b"</w:p>", b"<w:p>", b"&#0;", b"&a;", b"endobj",
    b"stream\n", b"endstream", b"9 0 R", b"<<", b">>", b"-1", b"4294967296", b"- id: x\n", b": ",
    b"&a [*a]", b"!!python/x ",
]  # fmt: skip
MOST = 200_000  # bytes that a mutation may grow to


def mutated(data: bytes, random: Random) -> bytes:
    """Give the file with one to sixteen changes: bytes flipped, put in, taken out, doubled, moved, or cut off."""
    out = bytearray(data)
    for _ in range(2 ** random.randint(0, 4)):
        if not out:
            return random.randbytes(random.randint(0, 64))
        _change(out, random)
    return bytes(out[:MOST])


def _change(out: bytearray, random: Random) -> None:
    at = random.randrange(len(out))
    size = min(len(out) - at, 2 ** random.randint(0, 9))
    match random.randrange(7):
        case 0:
            out[at] = random.randrange(256)
        case 1:
            out[at] ^= 1 << random.randrange(8)
        case 2:
            out[at:at] = random.choice(WORDS) * random.choice((1, 1, 1, 30))
        case 3:
            del out[at : at + size]
        case 4:
            out[at:at] = out[at : at + size] * random.choice((1, 1, 8))
        case 5:
            piece = out[at : at + size]
            del out[at : at + size]
            place = random.randrange(len(out) + 1)
            out[place:place] = piece
        case _:
            if random.random() < 0.2:
                del out[at:]


def mutated_lines(data: bytes, words: list[str], random: Random) -> bytes:
    """Give the text with one to four changes: lines put in, taken out, doubled, moved, joined, or a word in a line."""
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 4)):
        _change_lines(lines, random.choice(words).encode(), random)
    return b"\n".join(lines)[:MOST]


def _change_lines(lines: list[bytes], word: bytes, random: Random) -> None:
    at = random.randrange(len(lines))
    many = random.choice((1, 1, 2, 8))
    match random.randrange(7):
        case 0 | 1:
            lines.insert(at, word)
        case 2:
            del lines[at : at + many]
        case 3:
            lines[at:at] = lines[at : at + many]
        case 4:
            piece = lines[at : at + many]
            del lines[at : at + many]
            place = random.randrange(len(lines) + 1)
            lines[place:place] = piece
        case 5:
            lines[at : at + 2] = [b" ".join(lines[at : at + 2])]
        case _:
            place = random.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + b" " * random.randrange(3) + word + lines[at][place:]
    if not lines:
        lines.append(b"")
