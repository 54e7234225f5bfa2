"""Exercises with checks: a start, a solution, and functions that tell them apart.

`<slug>_check.py` lies beside `<slug>_start.py` and `<slug>_solution.py`. The
checks must find something missing in the start, and nothing in the solution.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.version import Version

import executed
from executed import editable
from executed.files import write_atomically
from executed.interpreters import Interpreter
from executed.problems import Problem

CHECK, START, SOLUTION = "_check.py", "_start.py", "_solution.py"
SECONDS = 60
OLDEST = "3.11"
_PACKAGES = Path(executed.__file__).parent.parent


@dataclass(frozen=True)
class Exercise:
    """The three files; names are relative to the folder of snippets."""

    checks: str

    @property
    def start(self) -> str:
        return self.checks.removesuffix(CHECK) + START

    @property
    def solution(self) -> str:
        return self.checks.removesuffix(CHECK) + SOLUTION


def find(names: Iterable[str]) -> list[Exercise]:
    """The exercises among the snippets with these names."""
    return [Exercise(name) for name in names if name.endswith(CHECK)]


def checks_of(root: Path, program: str) -> str:
    """The name of the checks for a starting program; empty if it has none."""
    if not program.endswith(START):
        return ""
    name = program.removesuffix(START) + CHECK
    return name if (root / name).exists() else ""


def interpreter(installed: Sequence[Interpreter]) -> Interpreter | None:
    """The version of the browser, or the newest other one that can run the checks."""
    able = [one for one in installed if Version(one.minor) >= Version(OLDEST)]
    exact = [one for one in able if one.minor == editable.PYTHON]
    return exact[-1] if exact else able[-1] if able else None


def problems(exercise: Exercise, root: Path, python: Interpreter, cache: Path) -> list[Problem]:
    """What is wrong with an exercise: a missing file, or checks that judge badly."""
    for name in (exercise.start, exercise.solution):
        if not (root / name).exists():
            return [
                Problem(
                    f"there is no snippets/{name}",
                    "a start and a solution beside the checks",
                    "write it, or delete the checks",
                    snippet=f"snippets/{exercise.checks}",
                )
            ]
    found: list[Problem] = []
    solution = judged(exercise, exercise.solution, root, python, cache)
    if words := solution.get("failed"):
        return [_bad(exercise, f"could not be run: {words}", "checks that end", "mend them")]
    for verdict in solution["verdicts"]:
        if not verdict["passed"]:
            what = f"the solution does not pass {verdict['wanted']!r}: {verdict['missing']}"
            found.append(_bad(exercise, what, "a solution that passes", "mend one of them"))
    start = judged(exercise, exercise.start, root, python, cache)
    verdicts = start.get("verdicts", [])
    if not start.get("failed") and all(verdict["passed"] for verdict in verdicts):
        what = "the starting program passes every check"
        found.append(_bad(exercise, what, "at least one that it fails", "add a check"))
    return found


def _bad(exercise: Exercise, what: str, expected: str, todo: str) -> Problem:
    return Problem(what, expected, todo, snippet=f"snippets/{exercise.checks}")


def judged(
    exercise: Exercise, program: str, root: Path, python: Interpreter, cache: Path
) -> dict[str, Any]:
    """{"verdicts": […]} or {"failed": why}, remembered as long as nothing changes."""
    files = [root / exercise.checks, root / program]
    digest = hashlib.sha256(python.version.encode() + _ours())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    path = cache / f"{digest.hexdigest()}.json"
    try:
        remembered: dict[str, Any] = json.loads(path.read_bytes())
        return remembered
    except (OSError, ValueError):
        answer = _judge(files, python)
    write_atomically(path, json.dumps(answer).encode())
    return answer


def _judge(files: Sequence[Path], python: Interpreter) -> dict[str, Any]:
    command = [python.executable, "-B", "-m", "executed.live", "--json", *map(str, files)]
    environment = os.environ | {"PYTHONPATH": str(_PACKAGES), "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=SECONDS, env=environment
        )
        verdicts = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"failed": f"not done after {SECONDS} s"}
    except ValueError:
        return {"failed": (done.stderr.strip().splitlines() or ["no words"])[-1]}
    return {"verdicts": verdicts}


def _ours() -> bytes:
    here = Path(executed.__file__).parent / "live"
    return b"".join(hashlib.sha256(one.read_bytes()).digest() for one in sorted(here.glob("*.py")))
