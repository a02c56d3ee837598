"""What the user can mend. The front ends catch `AtsMedaiError` and nothing wider.

AtsMedaiError
  DocumentError   a file that cannot be read; `code` is one of ErrorCode
  KeywordsError   a mistake in a keyword file, with its line
  JobError        an advert that is empty or too short to read requirements from
  QueryError      a search that is not well formed, with the place of the mistake

Arguments go up as they are and the text is built in `__str__`, so that the errors survive pickling.
"""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    UNSUPPORTED_FORMAT = "unsupported_format"
    NO_TEXT = "no_text"
    EMPTY = "empty"
    LIMIT_EXCEEDED = "limit_exceeded"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    UNAVAILABLE = "unavailable"
    """Named, but not there or not to be opened; only batches meet it, for lists and folders that change."""


NEXT_STEP = {
    ErrorCode.ENCRYPTED: "The file has a password. Save a copy without it.",
    ErrorCode.CORRUPT: "The file is damaged. Open it in the program that made it and save it again.",
    ErrorCode.UNSUPPORTED_FORMAT: "This kind of file is not read. Save it as PDF, DOCX or TXT.",
    ErrorCode.NO_TEXT: "The file holds no text that a machine can read. Export it again where it was written.",
    ErrorCode.EMPTY: "The file is empty. Choose another one.",
    ErrorCode.LIMIT_EXCEEDED: "The file is larger than a résumé is. Save a shorter copy.",
    ErrorCode.TIMEOUT: "Reading took too long. Save the file again, as plainly as you can.",
    ErrorCode.CRASHED: "The reader broke down on this file. Save it again, or as another kind of file.",
    ErrorCode.UNAVAILABLE: "The file is not there, or it may not be opened. Check its place and its rights.",
}


class AtsMedaiError(Exception):
    """Base of every error that a user can mend."""


class DocumentError(AtsMedaiError):
    """A file that cannot be read: `source` names it, `code` says why, `detail` adds what was seen."""

    def __init__(self, source: str, code: ErrorCode, detail: str = "") -> None:
        super().__init__(source, code, detail)
        self.source = source
        self.code = ErrorCode(code)
        self.detail = detail

    @property
    def message(self) -> str:
        """What is wrong and what to do next, without the file's name."""
        return NEXT_STEP[self.code] + (f" ({self.detail})" if self.detail else "")

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


class KeywordsError(AtsMedaiError):
    """A mistake in a keyword file, at `path` and `line` (from 1; 0 where no line can be named)."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(path, line, message)
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class JobError(AtsMedaiError):
    """An advert that no requirements can be read from."""

    def __init__(self, source: str, detail: str) -> None:
        super().__init__(source, detail)
        self.source = source
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.source}: {self.detail} Paste the whole advert, with its list of requirements."


class QueryError(AtsMedaiError):
    """A recruiter's query that is not well formed; `at` is where in it, from 0."""

    def __init__(self, query: str, at: int, message: str) -> None:
        super().__init__(query, at, message)
        self.query = query
        self.at = at
        self.message = message

    def __str__(self) -> str:
        return f"{self.message}\n  {self.query}\n  {' ' * self.at}^"
