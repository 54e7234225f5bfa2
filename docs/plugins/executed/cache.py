"""Results of earlier runs: for `mkdocs serve`, and for a build after one that failed."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path

from executed.files import write_atomically
from executed.runner import Run
from executed.scheduler import Request
from executed.transcript import Line

# What decides how a program runs and what is kept of it.
_RUNNER = ("runner.py", "servers.py", "transcript.py", "snippet.py", "inside/*.py", "tracer/*.py")


@dataclass
class Cache:
    """A folder of runs; `warn` is told once if it cannot be written."""

    folder: Path
    warn: Callable[[str], None]
    _broken: bool = field(default=False, init=False)

    def get(self, request: Request, oldest: float | None = None) -> Run | None:
        """An earlier run of the same code, or None; damage counts as None.

        With `oldest` it is at most so many seconds old.
        """
        try:
            path = self._path(request)
            if oldest is not None and time.time() - path.stat().st_mtime > oldest:
                return None
            data = json.loads(path.read_bytes())
            lines = tuple(Line(**line) for line in data.pop("lines"))
            return replace(Run(lines=lines, **data), earlier=True)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def put(self, request: Request, run: Run) -> None:
        """Remember a run; the caller leaves out failures."""
        if self._broken:
            return
        try:
            write_atomically(self._path(request), json.dumps(asdict(run)).encode())
        except OSError as error:
            self.cannot_be_written(error)

    def cannot_be_written(self, error: OSError) -> None:
        """Tell it, once."""
        if not self._broken:
            self._broken = True
            self.warn(
                f"the cache folder {self.folder.name!r} cannot be written ({error.strerror}): "
                "the next build knows nothing of this one"
            )

    def _path(self, request: Request) -> Path:
        return self.folder / f"{key(request)}.json"


def key(request: Request) -> str:
    """A digest of all that decides what a run prints."""
    digest = hashlib.sha256(_runner_digest())
    interpreter = request.interpreter
    for text in (
        request.snippet.name,
        interpreter.executable,
        interpreter.version,
        interpreter.build,
    ):
        digest.update(text.encode() + b"\0")
    for path in request.snippet.files():
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _runner_digest() -> bytes:
    here = Path(__file__).parent
    paths = [path for pattern in _RUNNER for path in sorted(here.glob(pattern))]
    return b"".join(hashlib.sha256(path.read_bytes()).digest() for path in paths)
