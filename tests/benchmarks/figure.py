"""A figure that a benchmark measures, and the limit that it has to keep.

Limits are data: `limits.toml` beside this file, a table for each figure.
"""

from __future__ import annotations

import operator
import os
import signal
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

PROJECT = Path(__file__).parents[2]
LIMITS = Path(__file__).with_name("limits.toml")
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# How a limit is kept -> the comparison, and how a table writes it.
DIRECTIONS = {"at most": (operator.le, "≤"), "at least": (operator.ge, "≥")}


class FailedError(Exception):
    """Something could not be measured."""


@dataclass(frozen=True)
class Figure:
    """What was measured; `name` is that of its limit, `detail` what a reader wants to know too."""

    name: str
    value: float
    detail: str = ""


@dataclass(frozen=True)
class Limit:
    """What a figure is called, and the value that it has to keep, `digits` after the point."""

    name: str
    words: str
    limit: float
    unit: str
    direction: str = "at most"
    digits: int = 2

    def holds(self, value: float) -> bool:
        """As it is shown: what is written as the limit keeps it."""
        compare, _ = DIRECTIONS[self.direction]
        return bool(compare(round(value, self.digits), self.limit))

    def shown(self, value: float) -> str:
        return f"{value:.{self.digits}f} {self.unit}".rstrip()

    @property
    def goal(self) -> str:
        return f"{DIRECTIONS[self.direction][1]} {self.limit:g} {self.unit}".rstrip()


def limits() -> dict[str, Limit]:
    """All limits, by name: "honest.ratio" is in the table of that name.

    Raises:
        TypeError, KeyError: a table has something else than a limit has.
    """
    data = tomllib.loads(LIMITS.read_text("utf-8"))
    found = (
        Limit(name=f"{benchmark}.{name}", **table)
        for benchmark, tables in data.items()
        for name, table in tables.items()
    )
    return {one.name: one for one in found}


def tell(line: str) -> None:
    """A line of progress."""
    print(line, file=sys.stderr, flush=True)


def warn_if_busy() -> None:
    """Other work on the machine is in every figure."""
    load = os.getloadavg()[0]
    if load > CORES / 2:
        tell(f"warning: the machine is busy (load {load:.1f} on {CORES} cores)")


def report(measured: Iterable[Figure]) -> int:
    """Print figures beside their limits; the exit status is 1 if one is broken."""
    table = Table("figure", "measured", "limit", "ok")
    known, broken = limits(), 0
    for figure in measured:
        limit = known[figure.name]
        kept = limit.holds(figure.value)
        broken += not kept
        value = limit.shown(figure.value) + (f" ({figure.detail})" if figure.detail else "")
        table.add_row(limit.words, value, limit.goal, "yes" if kept else "NO")
    Console().print(table)
    return 1 if broken else 0


def main(command: Callable[[], int | None]) -> None:
    """Run a command; Ctrl-C and SIGTERM first end all that it started."""
    # A script's background ignores SIGINT, and what we start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        sys.exit(command())
    except KeyboardInterrupt:
        tell("stopped; nothing that was started is left")
        sys.exit(130)
    except FailedError as error:
        tell(f"not measured: {error}")
        sys.exit(1)
