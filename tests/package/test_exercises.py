"""Checks of exercises must tell a start from a solution."""

from __future__ import annotations

from pathlib import Path

import pytest
from executed import exercises
from executed.exercises import Exercise
from executed.interpreters import Interpreter

SOLUTION = (
    "import asyncio\n\nasync def tea() -> str:\n    return 'tea'\n\nprint(asyncio.run(tea()))\n"
)
CHECK = (
    "def check_tea(attempt):\n"
    '    """It prints tea."""\n'
    "    assert attempt.output == 'tea\\n', f'It prints {attempt.output!r}.'\n"
)
# The three files (None: there is none), and what is said of them; empty if nothing is.
CASES = {
    "a good one": ("print('water')", SOLUTION, CHECK, ""),
    "a start that ends with an error": ("1 / 0", SOLUTION, CHECK, ""),
    "no start": (None, SOLUTION, CHECK, "there is no snippets/tea_start.py"),
    "no solution": ("print()", None, CHECK, "there is no snippets/tea_solution.py"),
    "a start that is the solution": (
        SOLUTION,
        SOLUTION,
        CHECK,
        "the starting program passes every check",
    ),
    "a solution that does not pass": (
        "print('water')",
        "print('coffee')",
        CHECK,
        "the solution does not pass 'It prints tea.': It prints 'coffee\\n'.",
    ),
    "no check at all": ("print()", SOLUTION, "", "the starting program passes every check"),
    "checks that are no Python": ("print()", SOLUTION, "def check(", "could not be run"),
}


def write(folder: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        if text is not None:
            (folder / name).write_text(text)


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_told(
    case: str, tmp_path: Path, installed: tuple[Interpreter, ...]
) -> None:
    start, solution, check, said = CASES[case]
    names = ("tea_start.py", "tea_solution.py", "tea_check.py")
    write(tmp_path, dict(zip(names, (start, solution, check), strict=True)))
    python = exercises.interpreter(installed)
    assert python
    found = exercises.problems(Exercise("tea_check.py"), tmp_path, python, tmp_path / "cache")
    assert [said in one.what for one in found] == ([True] if said else [])


def test_an_exercise_is_judged_again_when_a_file_changes(
    tmp_path: Path, installed: tuple[Interpreter, ...]
) -> None:
    write(tmp_path, {"tea_start.py": "", "tea_solution.py": SOLUTION, "tea_check.py": CHECK})
    python = exercises.interpreter(installed)
    assert python
    exercise, cache = Exercise("tea_check.py"), tmp_path / "cache"
    assert not exercises.problems(exercise, tmp_path, python, cache)
    write(tmp_path, {"tea_solution.py": "print('coffee')\n"})
    assert exercises.problems(exercise, tmp_path, python, cache)


@pytest.mark.parametrize(
    ("program", "checks"),
    [("tea_start.py", "tea_check.py"), ("tea_solution.py", ""), ("milk_start.py", "")],
)
def test_only_a_start_has_a_check_button(program: str, checks: str, tmp_path: Path) -> None:
    write(tmp_path, {"tea_check.py": CHECK})
    assert exercises.checks_of(tmp_path, program) == checks
