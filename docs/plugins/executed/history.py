"""What programs took last time, so that a build knows what it begins."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from executed.files import write_atomically
from executed.runner import Run

FILE = "measured.json"


class Cost(NamedTuple):
    """Seconds of wall time and of CPU time."""

    wall: float
    cpu: float


UNKNOWN = Cost(1.0, 0.02)


@dataclass
class History:
    """The costs of all programs, on each version; kept in a file of the cache folder."""

    path: Path | None = None
    costs: dict[str, Cost] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> History:
        """What earlier builds measured; damage counts as nothing."""
        path = folder / FILE
        try:
            known = json.loads(path.read_bytes())
            return cls(path, {key: Cost(float(w), float(c)) for key, (w, c) in known.items()})
        except (OSError, ValueError, TypeError, AttributeError):
            return cls(path)

    def expected(self, name: str, version: str) -> Cost:
        """What a program will take on an exact version, by the last run on any of that minor."""
        return self.costs.get(_key(name, version), UNKNOWN)

    def note(self, run: Run) -> None:
        self.costs[_key(run.snippet, run.version)] = Cost(round(run.wall, 3), round(run.cpu, 4))

    def save(self) -> None:
        """Keep it.

        Raises:
            OSError: that cannot be; the next build begins without.
        """
        if self.path:
            write_atomically(self.path, json.dumps(self.costs, indent=0).encode())


def _key(name: str, version: str) -> str:
    return f"{name} {version.rpartition('.')[0]}"
