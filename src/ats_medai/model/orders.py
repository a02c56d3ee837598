"""The words of sentences that give orders to a machine, as read from keywords/orders.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field

from ats_medai.model.concepts import STRICT


@dataclass(frozen=True, slots=True)
class OrderExamples:
    __pydantic_config__ = STRICT

    orders: tuple[str, ...] = ()
    honest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderWords:
    """Words by which a sentence is told to be an order to a machine; what each list is for stands in the file."""

    __pydantic_config__ = STRICT

    leads: tuple[str, ...] = ()
    to_machines: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    ignoring: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    grading: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    perhaps_persons: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    musts: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Words of sentences that speak of such orders instead of giving one."""
    message: str = ""
    fix: str = ""
    source: str = ""
    examples: OrderExamples = field(default_factory=OrderExamples)
