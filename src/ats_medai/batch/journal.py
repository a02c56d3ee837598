"""The file beside the output that grows while a batch runs, so that a stop or a crash loses nothing that was done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from ats_medai.batch.inputs import Input, InputError
from ats_medai.batch.record import Record


@dataclass(frozen=True, slots=True)
class Journal:
    """Lines of records, one for each input in order, under a first line that says what they depend on."""

    path: Path

    @classmethod
    def beside(cls, output: Path) -> Journal:
        """Give the journal of this output."""
        return cls(output.with_name(f".{output.name}.partial"))

    def head(self) -> dict[str, Any] | None:
        """Give what the lines depend on; None where there is no journal."""
        if not self.path.exists():
            return None
        with self.path.open(encoding="utf-8") as file:
            try:
                head = json.loads(file.readline())
            except ValueError:
                return None
        return head if isinstance(head, dict) else None

    def done(self, inputs: Sequence[Input], head: dict[str, Any]) -> int:
        """Give how many inputs are done, and cut a torn last line off.

        Raises InputError where the journal was written for other inputs, adverts or settings.
        """
        if self.head() != head:
            raise InputError(str(self.path), "it was begun with other settings. Start again without --resume.")
        keep, count = 0, 0
        with self.path.open("rb") as file:
            for number, line in enumerate(file):
                if not line.endswith(b"\n"):
                    break
                if number and json.loads(line)[0]["source"] != (inputs[count].source if count < len(inputs) else None):
                    raise InputError(str(self.path), "the files have changed since. Start again without --resume.")
                keep += len(line)
                count += number > 0
        with self.path.open("rb+") as file:
            file.truncate(keep)
        return count

    def begin(self, head: dict[str, Any]) -> TextIO:
        """Open a new journal for writing; what stood there before, a link too, is taken away, not written through."""
        self.path.unlink(missing_ok=True)
        file = self.path.open("x", encoding="utf-8", newline="\n")
        file.write(json.dumps(head, ensure_ascii=False) + "\n")
        return file

    def go_on(self) -> TextIO:
        """Open the journal to add lines. Raises InputError where a link stands in its place."""
        if self.path.is_symlink():
            raise InputError(str(self.path), "it is a link. Start again without --resume.")
        return self.path.open("a", encoding="utf-8", newline="\n")

    def records(self) -> Iterator[list[Record]]:
        """Give the records of each input, one list at a time; duplicates by content name the first of them."""
        first: dict[str, str] = {}
        with self.path.open(encoding="utf-8") as file:
            next(file)
            for line in file:
                records: list[Record] = json.loads(line)
                for record in records:
                    earlier = first.setdefault(str(record.get("sha256") or record["source"]), record["source"])
                    if earlier != record["source"]:
                        record["duplicate_of"] = earlier
                yield records

    def remove(self) -> None:
        """Take the journal away: the output is whole."""
        self.path.unlink(missing_ok=True)
