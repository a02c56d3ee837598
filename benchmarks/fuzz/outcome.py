"""What a run of one target saw, the line that says so, and whether it saw enough."""

from __future__ import annotations

import mmap
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Target = Callable[[bytes], None]

LEAST_INPUTS = 20
"""Fewer changed files than this mean that the run did not do its work, on whatever machine."""
LEAST_EDGES = 50
"""Likewise for the places in our code that were reached where coverage is counted: the smallest target has hundreds."""


class Timed:
    """A target that times its inputs, in seconds of work, and keeps the slowest of them in a file.

    Copies of this process write to the same figures: libFuzzer ends its process without a word to Python.
    """

    _FIGURES = struct.Struct("QddQ")

    def __init__(self, target: Target, kept: Path) -> None:
        self._target = target
        self._kept = kept
        self._shared = mmap.mmap(-1, self._FIGURES.size)

    def __call__(self, data: bytes) -> None:
        began = time.process_time()
        try:
            self._target(data)
        except Exception:
            # libFuzzer keeps what raises too, but not where it is among the files that it starts from.
            self._kept.with_name(self._kept.name.replace("slowest", "raised")).write_bytes(data)
            raise
        finally:
            self._note(time.process_time() - began, data)

    def _note(self, took: float, data: bytes) -> None:
        inputs, total, slowest, size = self._FIGURES.unpack_from(self._shared)
        if took > slowest:
            slowest, size = took, len(data)
            self._kept.write_bytes(data)
        self._FIGURES.pack_into(self._shared, 0, inputs + 1, total + took, slowest, size)

    @property
    def inputs(self) -> int:
        """Give how many inputs were tried."""
        return int(self._FIGURES.unpack_from(self._shared)[0])

    def __str__(self) -> str:
        inputs, total, slowest, size = self._FIGURES.unpack_from(self._shared)
        mean = max(total / max(inputs, 1), 1e-9)
        return f"slowest {slowest:.3f} s for {size:,} bytes ({slowest / mean:.0f} times the mean)"


@dataclass(frozen=True)
class Outcome:
    """`edges`: places of our code that were reached; None where that is not counted."""

    name: str
    inputs: int
    slowest: str
    edges: int | None = None
    findings: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        reached = "" if self.edges is None else f"{self.edges:6,} edges, "
        return f"{self.name:9}{self.inputs:8,} inputs, {reached}{self.slowest}"

    def faults(self) -> list[str]:
        """Give what is wrong: what was found, or that too little was looked at for finding anything."""
        faults = list(self.findings)
        if not faults and self.inputs < LEAST_INPUTS:
            faults.append(f"only {self.inputs} inputs were tried; at least {LEAST_INPUTS} are expected")
        if not faults and self.edges is not None and self.edges < LEAST_EDGES:
            faults.append(f"only {self.edges} edges were reached; at least {LEAST_EDGES} are expected")
        return [f"{self.name}: {fault}" for fault in faults]


def told(outcomes: list[Outcome]) -> int:
    """Say what is wrong, and give the exit code."""
    faults = [fault for outcome in outcomes for fault in outcome.faults()]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0
