"""Text files of any encoding, and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable

from ats_medai.documents import limits
from ats_medai.documents.assemble import assemble
from ats_medai.documents.reading import Note, RawLine, Reading
from ats_medai.errors import DocumentError, ErrorCode
from ats_medai.model import Document, Severity

_BOMS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_ZEROS = re.compile(rb"\x00+")
_SPACE = re.compile(rb"[ \x00\t\r\n]")
_LONGEST_WORD = 500  # bytes: a file of one byte has no space at all
_MOST_ZEROS = 0.3  # of the bytes, runs counted once: short words parted by zeros have fewer
_ODD_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_STATED = re.compile(
    r"windows-125\d|cp125\d|iso-8859-\d\d?|latin-?1|macintosh|koi8-[ru]|big5(?:-hkscs)?|gb2312|gbk|gb18030"
    r"|shift_jis|euc-(?:jp|kr)|iso-2022-jp|tis-620",
    re.IGNORECASE,
)  # encodings that a web page may name: others are old, or decoded in more than linear time
_SAMPLE = 65_536  # bytes: enough to tell an encoding


def _without_closing(heading: str) -> str:
    """Take the signs off that may close a heading; those of "C#" belong to it."""
    shorter = heading.rstrip(" \t").rstrip("#")
    return (shorter if not shorter or shorter[-1] in " \t" else heading).rstrip(" \t")


_MARKS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"^[ \t]{0,3}(?:#{1,6})[ \t]+(.*)$", re.MULTILINE), lambda match: _without_closing(match[1])),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^([ \t]*)[-+*][ \t]+", re.MULTILINE), r"\1• "),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+(?:\|[ \t]*)?$", re.MULTILINE), ""),
    (re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,1000}\)"), r"\1"),
    (re.compile(r"(?<!\w)(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
)


def is_text(data: bytes) -> bool:
    """Tell text from binary by the share of control bytes; UTF-16 has its zeros at every other place.

    Other zeros are padding or stand for spaces; a run of them counts once.
    """
    sample = data[:_SAMPLE]
    if sample.startswith(tuple(_BOMS)) or _wide(sample):
        return True
    if len(sample) > _LONGEST_WORD and not _SPACE.search(sample) and not _is_utf8(sample):
        return False
    sample = _ZEROS.sub(b"\x00", sample)
    odd = len(_ODD_CONTROLS.findall(sample))
    return odd <= 0.02 * len(sample) and sample.count(0) <= _MOST_ZEROS * len(sample)


def _is_utf8(sample: bytes) -> bool:
    """Tell whether no more than the cut at the end of a sample keeps it from being UTF-8."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(sample) == _SAMPLE and error.start > len(sample) - 4
    return True


def decode(data: bytes, stated: str = "") -> tuple[str, Note | None]:
    """Give the text, and a note where its encoding had to be guessed or some bytes make no sense.

    `stated` is the encoding that the file itself names; it is believed where the file is not UTF-8.
    """
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            text = data.decode(encoding, errors="replace")
            return text, _about_encoding(encoding) if "\ufffd" in text else None
    if wide := _wide(data[:_SAMPLE]):
        return data.decode(wide, errors="replace"), _about_encoding(wide)
    try:
        return _without_zeros(data.decode("utf-8")), None
    except UnicodeDecodeError:
        pass
    if _STATED.fullmatch(stated):
        return _without_zeros(data.decode(stated, errors="replace")), _about_encoding(stated.lower())
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= 0.2 * sum(byte >= 0x80 for byte in data):  # UTF-8 with a few broken bytes
        text = _without_zeros(text)
        return text, Note("odd_encoding", Severity.WARNING, "Some bytes of the file are no text; they were left out.")
    encoding = _guess(data)
    return _without_zeros(data.decode(encoding, errors="replace")), _about_encoding(encoding)


def _without_zeros(text: str) -> str:
    """Make a break of padding, and a space of single zeros where they stand for spaces."""
    if "\x00" not in text:
        return text
    text = re.sub("\x00{2,}", "\n", text)
    return text.replace("\x00", " " if text.count("\x00") > text.count(" ") else "")


def read_plain(data: bytes, name: str, stated: str = "") -> Reading:
    """Give the lines of a text file; marks are taken out softly where the name ends in .md."""
    if len(data) > limits.PLAIN_BYTES:
        raise limits.exceeded("text bytes", len(data), limits.PLAIN_BYTES)
    text, note = decode(data, stated)
    return _reading(text, name, (note,) if note else ())


def text_document(text: str, name: str = "text.txt") -> Document:
    """Give a Document of text that is already at hand, cleaned as a file's text is.

    An empty text gives a Document without lines. Raises DocumentError for one that is far too long.
    """
    try:
        return assemble(_reading(text, name), text.encode("utf-8", "surrogatepass"), name, "text/plain")
    except limits.LimitExceededError as error:
        raise DocumentError(name, ErrorCode.LIMIT_EXCEEDED, str(error)) from error


def _reading(text: str, name: str, notes: tuple[Note, ...] = ()) -> Reading:
    text = _ESCAPES.sub("", text) if "\x1b" in text else text
    text = text.encode("utf-8", "replace").decode() if re.search("[\ud800-\udfff]", text) else text
    if name.lower().endswith((".md", ".markdown")):
        for pattern, replacement in _MARKS:
            text = pattern.sub(replacement, text)
    return Reading(tuple(RawLine(line) for line in text.splitlines()), reader="plain", notes=notes)


def _wide(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a byte order mark: "" where it is not."""
    pairs = len(sample) // 2
    if pairs < 4:
        return ""
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if odd > 0.6 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    if even > 0.6 * pairs and odd < 0.1 * pairs:
        return "utf-16-be"
    zeros = [sample[place : 2 * pairs : 4].count(0) / max(1, pairs // 2) for place in range(4)]
    if zeros[2] > 0.9 and zeros[3] > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    return "utf-32-be" if zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[3] < 0.1 else ""


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for files that are not UTF-8

    likely = from_bytes(data[:_SAMPLE], cp_isolation=["cp1252", "cp1250", "cp1251", "koi8_r", "mac_roman", "iso8859_2"])
    best = likely.best()
    return best.encoding if best and best.encoding != "ascii" else "cp1252"


def _about_encoding(encoding: str) -> Note:
    message = f"The text is not UTF-8; it was read as {encoding}. Save it as UTF-8 to be sure of every letter."
    return Note("odd_encoding", Severity.WARNING, message)
