"""What the reader's browser loads, fetched while `mkdocs serve` shows pages already.

    python -m executed.preparing CACHE

is the other process that does it: it prints what takes long, and ends with a
problem as JSON on stderr if there is one.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from executed import bundle
from executed.assets import Assets
from executed.problems import Problem, ProblemError

EVERY = 1.0  # seconds between two touches of the mark, until a build has noticed
PATIENCE = 10.0  # seconds for the other process to tidy up
_AGAIN = "; then start `mkdocs serve` again"


class Preparation:
    """Of one server, over all its builds; `tell` and `warn` get what is for the terminal.

    `mark` is a file that changes when there is something new for the pages.
    """

    def __init__(self, tell: Callable[[str], None], warn: Callable[[str], None]) -> None:
        self.problem: Problem | None = None
        self._tell, self._warn = tell, warn
        self._folder = tempfile.TemporaryDirectory(prefix="executed-")
        self.mark = Path(self._folder.name, "prepared")
        self.mark.touch()
        self._process: subprocess.Popen[str] | None = None
        self._noticed = threading.Event()

    def assets(self, cache: Path) -> Assets | None:
        """All files, or None: they are being fetched, or there is a `problem`."""
        if self._process is not None and self._process.poll() is None:
            return None
        self._noticed.set()
        found = bundle.kept(cache)
        if found is None and self.problem is None:
            self._begin(cache)
        return found

    def _begin(self, cache: Path) -> None:
        self._noticed = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "executed.preparing", str(cache)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        waiting = threading.Thread(
            target=self._wait, args=(self._process, self._noticed), daemon=True
        )
        waiting.start()

    def _wait(self, process: subprocess.Popen[str], noticed: threading.Event) -> None:
        assert process.stdout and process.stderr
        for line in process.stdout:
            self._tell(line.rstrip())
        said = process.stderr.read()
        if process.wait() and not noticed.is_set():
            self.problem = _problem(said)
            self._warn(f"pages have no Run buttons:\n{self.problem}")
        # A change is not seen before the server watches, nor by a build that has begun.
        while not noticed.wait(EVERY):
            self.mark.write_bytes(self.mark.read_bytes() + b".")

    def end(self) -> None:
        """Leave nothing behind."""
        self._noticed.set()
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)  # it ends npm, and removes what is half done
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._folder.cleanup()


def _problem(said: str) -> Problem:
    """What the other process ended with."""
    try:
        problem = Problem(**json.loads(said))
        problem = replace(problem, detail=tuple(problem.detail))
    except (ValueError, TypeError):
        problem = Problem(
            "what the Run buttons need could not be prepared",
            "a process that ends",
            "look at what it said",
            snippet="docs/plugins/executed/browser",
            detail=tuple(said.splitlines()[-8:]),
        )
    return replace(problem, todo=problem.todo.replace(", and build again", "") + _AGAIN)


def main() -> int:
    try:
        bundle.get(Path(sys.argv[1]), lambda line: print(line, flush=True))
    except ProblemError as error:
        print(json.dumps(asdict(error.problem)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
