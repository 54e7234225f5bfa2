"""What became of a program on each Python."""

from __future__ import annotations

import pytest
from executed import matrix
from executed.matrix import Cell, Outcome
from executed.runner import Run
from executed.transcript import Line


def run(*stderr: str, returncode: int = 0, **faults: str) -> Run:
    lines = tuple(Line(0.1, "stderr", text) for text in stderr)
    return Run("a.py", "3.12.1", lines, returncode, 1.0, 0.0, "2026-11-23", faults)


OUTCOMES = {
    "nothing said": (run(), Outcome("works")),
    "something on stderr": (run("done"), Outcome("works")),
    "a warning": (
        run("a.py:3: DeprecationWarning: use another", "  old()"),
        Outcome("warns", "DeprecationWarning: use another"),
    ),
    "a fault": (
        run("Task was destroyed", destroyed="Task was destroyed"),
        Outcome("warns", "Task was destroyed"),
    ),
    "an error": (
        run("Traceback (most recent call last):", "TypeError: no", returncode=1),
        Outcome("fails", "TypeError: no"),
    ),
    "an error after a warning": (
        run("a.py:1: DeprecationWarning: old", "KeyError: 'a'", returncode=1),
        Outcome("fails", "KeyError: 'a'"),
    ),
    "an error with a module": (
        run("asyncio.exceptions.TimeoutError", returncode=1),
        Outcome("fails", "asyncio.exceptions.TimeoutError"),
    ),
    "an error in a group": (
        run("ExceptionGroup: two (1 sub-exception)", "    | ValueError: no", returncode=1),
        Outcome("fails", "ValueError: no"),
    ),
    "an exit without a word": (run(returncode=3), Outcome("fails", "exit 3")),
    "a hang": (
        run(returncode=-9, timeout="still running after 2 s"),
        Outcome("hangs", "still running after 2 s"),
    ),
}


@pytest.mark.parametrize(("ran", "expected"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcome(ran: Run, expected: Outcome) -> None:
    assert matrix.outcome(ran) == expected


def test_neighbours_with_the_same_outcome_are_one_group() -> None:
    cells = [
        Cell("3.8", run()),
        Cell("3.9", run()),
        Cell("3.10", run("TypeError: at 0x1", returncode=1)),
        Cell("3.11", run("TypeError: at 0x2", returncode=1)),
        Cell("3.12", None),
    ]
    found = matrix.groups(cells)
    assert [one.versions for one in found] == ["3.8 to 3.9", "3.10 to 3.11", "3.12"]
    assert [one.outcome.kind for one in found] == ["works", "fails", "missing"]
