"""What became of a program on each Python: works, warns, fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from executed.runner import Run

Kind = Literal["works", "warns", "fails", "hangs", "missing"]
_WARNING = re.compile(r"(?:^|: )(\w*Warning: .*)$")
_ERROR = re.compile(r"^(?: *\| +)?((?:\w+\.)*\w*(?:Error|Exception|Exit|Interrupt|Group)\b.*)$")
_NUMBERS = re.compile(r"0x[0-9a-f]+|\d+")


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and the message that tells of it."""

    kind: Kind
    message: str = ""


@dataclass(frozen=True)
class Cell:
    """One version of one program; `run` is None where it is not installed."""

    version: str
    run: Run | None

    @property
    def outcome(self) -> Outcome:
        return outcome(self.run) if self.run else Outcome("missing", "not run here")


@dataclass(frozen=True)
class Group:
    """Neighbouring versions on which the same happened."""

    cells: tuple[Cell, ...]

    @property
    def versions(self) -> str:
        first, last = self.cells[0].version, self.cells[-1].version
        return first if first == last else f"{first} to {last}"

    @property
    def newest(self) -> Cell:
        return self.cells[-1]

    @property
    def outcome(self) -> Outcome:
        return self.newest.outcome


def outcome(run: Run) -> Outcome:
    """Works (exit 0, no warning), warns, fails or hangs, with the message."""
    if "timeout" in run.faults:
        return Outcome("hangs", run.faults["timeout"])
    stderr = [line.text for line in run.lines if line.stream == "stderr"]
    if run.returncode != 0:
        errors = [match[1] for text in stderr if (match := _ERROR.match(text))]
        return Outcome("fails", errors[-1] if errors else run.ending)
    warnings = [match[1] for text in stderr if (match := _WARNING.search(text))]
    if warnings or run.faults:
        return Outcome("warns", [*warnings, *run.faults.values()][0])
    return Outcome("works")


def groups(cells: Sequence[Cell]) -> list[Group]:
    """Versions with the same outcome, told once."""

    def look(cell: Cell) -> tuple[str, str]:
        return cell.outcome.kind, _NUMBERS.sub("0", cell.outcome.message)

    return [Group(tuple(found)) for _, found in groupby(cells, key=look)]
