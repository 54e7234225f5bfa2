"""Which programs run in the reader's browser: each is tried, under Node."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from executed import bundle, golden
from executed.assets import BROWSER, Assets, Tools
from executed.files import write_atomically
from executed.interpreters import wanted
from executed.snippet import Snippet, minor
from executed.transcript import Chunk, Line, lines

PYTHON = "3.14.2"  # of Pyodide
SECONDS = 20.0  # for one program; a browser computes slower than CPython
WORKERS = 3
HARNESS = BROWSER / "node.mjs"
TRIALS = 2
# What a program prints when it misses something -> what it needs.
_NEEDS = (
    (r"can't start new thread|a thread \(to_thread", "threads"),
    (
        r"pool of processes|another process|_multiprocessing|emscripten does not support processes",
        "processes",
    ),
    (r"InterpreterPoolExecutor|_interpreters|concurrent\.interpreters", "interpreters"),
    (
        r"a signal does not exist|signal only works|raise_signal"
        r"|Program terminated with exit\((12[89]|1[3-9]\d)\)",  # of a signal
        "signals",
    ),
    (r"a socket does not exist|watching a file or socket|the network|selector of files", "sockets"),
    (r"faulthandler|dump_traceback_later", "threads"),
)
OTHER = "prints something else in a browser"
_NO_MODULE = re.compile(r"ModuleNotFoundError: No module named '([\w.]+)'")
_ARCHIVES = [("/lib/python314.zip/", "python3.14/")]


@dataclass(frozen=True)
class Outcome:
    """What a program did under Node; `failed` says why there is no ending."""

    lines: tuple[Line, ...]
    returncode: int = 0
    stuck: str = ""
    failed: str = ""

    def text(self) -> str:
        """As a golden has it."""
        rows = [("stderr: " if one.stream == "stderr" else "") + one.text for one in self.lines]
        if self.returncode:
            rows.append(f"exit {self.returncode}")
        if self.failed or self.stuck:
            rows.append(self.failed or "waits for ever")
        return "".join(f"{row}\n" for row in rows)


@dataclass(frozen=True)
class Offer:
    """Whether a program runs in the browser, and if not, why; `command` runs it at home."""

    runs: bool
    reason: str = ""
    command: str = ""
    note: str = ""


@dataclass
class Trial:
    """Runs programs as a browser would; `cache` is a folder that keeps what they did."""

    assets: Assets
    tools: Tools | None
    cache: Path

    def missing(self, programs: Iterable[Snippet]) -> list[Snippet]:
        """Those of which nothing is kept."""
        return [one for one in programs if _earlier(self._path(one)) is None]

    def outcomes(
        self, programs: Iterable[Snippet], step: Callable[[str], None] = lambda name: None
    ) -> dict[str, Outcome]:
        """The outcome of each program, by its name.

        Raises:
            OSError: Node cannot be started.
            ValueError: the harness failed.
        """
        found: dict[str, Outcome] = {}
        missing: dict[str, Snippet] = {}
        for program in programs:
            earlier = _earlier(self._path(program))
            if earlier is not None:
                found[program.name] = earlier
            else:
                missing[program.name] = program
        for _ in range(TRIALS):
            for name, answer in self._answers(list(missing.values())):
                if name not in found:
                    step(name)
                found[name] = _outcome(answer)
                write_atomically(self._path(missing[name]), json.dumps(answer).encode())
            # On a busy machine the order of things can be another one, once.
            missing = {name: one for name, one in missing.items() if _strange(one, found[name])}
        return found

    def _path(self, program: Snippet) -> Path:
        digest = hashlib.sha256(self.assets.folder.encode())
        digest.update(program.name.encode() + b"\0" + program.source.encode())
        return self.cache / f"{digest.hexdigest()}.json"

    def _answers(self, programs: Sequence[Snippet]) -> Iterator[tuple[str, dict[str, Any]]]:
        if not programs:
            return
        if self.tools is None:
            raise FileNotFoundError("there is no Node.js")
        folder = str(bundle.one_folder(self.assets, self.cache))
        with subprocess.Popen(
            [*self.tools.node_with_stacks, str(HARNESS), folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdin and process.stdout and process.stderr
            document = {"workers": WORKERS, "jobs": [_job(one) for one in programs]}
            json.dump(document, process.stdin)
            process.stdin.close()
            missing = {one.name for one in programs}
            try:
                for line in process.stdout:
                    answer = json.loads(line)
                    missing.discard(answer["id"])
                    yield answer.pop("id"), answer
                words = process.stderr.read().strip().splitlines()
            finally:
                process.kill()
            if missing:
                told = words[-1] if words else "no words"
                raise ValueError(f"no answer about {min(missing)}: {told}")


def _strange(program: Snippet, outcome: Outcome) -> bool:
    return offer(program, outcome, PYTHON).reason == OTHER


def _job(program: Snippet) -> dict[str, Any]:
    """A program for the harness."""
    return {
        "id": program.name,
        "source": program.source,
        "filename": f"{program.slug}.py",
        "names": " ".join(program.trace),
        "seconds": SECONDS,
    }


def _earlier(path: Path) -> Outcome | None:
    try:
        return _outcome(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _outcome(answer: dict[str, Any]) -> Outcome:
    chunks = [
        Chunk(index, stream, text.encode())
        for index, (stream, _, text) in enumerate(answer["parts"])
    ]
    shown = lines(chunks, 0.0, _ARCHIVES)
    if failed := answer.get("failed"):
        return Outcome(shown, failed=str(failed))
    return Outcome(shown, answer["result"]["returncode"], answer["result"]["stuck"])


def offer(program: Snippet, outcome: Outcome | None, newest: str) -> Offer:
    """What a page offers: the program in the browser, or words why not.

    It runs there if it prints there what the golden of the same version says,
    but for measured numbers. `newest` is the newest version that shows it.
    """
    file = f"{program.slug}.py"
    if not program.admits(PYTHON):
        specifier = f"Python {program.requires}"
        return Offer(False, f"needs {specifier}; the browser has 3.14", _command(program, file))
    text = golden.find(program.path, PYTHON)
    if outcome is None or text is None:
        return Offer(False, "was not tried in a browser", _command(program, file))
    if golden.same_words(text.read_text("utf-8"), outcome.text()):
        note = ""
        if text != golden.find(program.path, newest):
            note = "Your browser has Python 3.14; other versions do what the tabs show."
        return Offer(True, note=note)
    return Offer(False, _reason(outcome), _command(program, file))


def _command(program: Snippet, file: str) -> str:
    """How to run it at home."""
    versions = wanted(program)
    if not versions or program.admits(PYTHON) or minor(PYTHON) in versions:
        return f"python {file}"
    return f"uv run --python {versions[-1]} {file}"


def _reason(outcome: Outcome) -> str:
    if outcome.failed == "timeout":
        return "takes too long in a browser"
    text = outcome.text() + outcome.stuck
    for pattern, need in _NEEDS:
        if re.search(pattern, text):
            return f"needs {need}, which no browser has"
    if match := _NO_MODULE.search(text):
        return f"needs the module {match[1]}, which the browser has not"
    return OTHER
