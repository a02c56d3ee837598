"""Pages saved as one file (MHTML) and e-mails: the part that holds the text. Attachments are not opened."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from itertools import islice

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_START = 4_096  # bytes
_MOST_PARTS = 200


def looks_like_mime(data: bytes) -> bool:
    """Tell such a file by its first lines: they are headers, and one of them says MIME."""
    start = data[:_START].lstrip(b"\xef\xbb\xbf\r\n\t ")
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0] + b"\n"
    return (
        re.search(rb"(?im)^MIME-Version:", head) is not None
        and re.search(rb"(?im)^Content-Type:", head) is not None
        and _HEADER.match(head) is not None
    )


def find_text(data: bytes) -> tuple[bytes, str, bool]:
    """Give the text part, the encoding that it states ("" for none) and whether it is HTML; an empty one for none."""
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n\t "))
    parts = [part for part in islice(message.walk(), _MOST_PARTS) if _is_shown(part)]
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    for part in pages or parts:
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body.strip():
            return body, str(part.get_content_charset() or ""), part in pages
    return b"", "", False


def _is_shown(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "text/plain"} and part.get_content_disposition() != "attachment"
