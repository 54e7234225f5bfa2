"""Which programs run in the reader's browser: all that do not say why they cannot.

A build trusts what a program declares; the tests try each (see `trials`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from executed import assets, golden, snippet
from executed.interpreters import wanted
from executed.problems import Problem, ProblemError
from executed.snippet import Snippet


def _python(pyodide: str) -> str:
    """The version of its Python, such as 3.9 for Pyodide 309.0.1."""
    found = re.match(r"3(\d\d)\.", pyodide)
    if found is None:
        raise ValueError(f"Pyodide {pyodide} does not tell its Python: mend executed/editable.py")
    return f"3.{found[1]}"


PYTHON = _python(assets.pyodide())  # of the browser


@dataclass(frozen=True)
class Offer:
    """Whether a program runs in the browser, and if not, why; `command` runs it at home."""

    runs: bool
    reason: str = ""
    command: str = ""
    note: str = ""


def offer(program: Snippet, newest: str) -> Offer:
    """What a page offers: the program in the browser, or words why not.

    `newest` is the newest version that shows it.
    """
    if not program.admits(PYTHON):
        reason = f"needs Python {program.requires}; the browser has {PYTHON}"
        return Offer(False, reason, _command(program))
    if program.browser:
        return Offer(False, program.browser, _command(program))
    note = ""
    if golden.find(program.path, PYTHON) != golden.find(program.path, newest):
        note = f"Your browser has Python {PYTHON}; other versions do what the tabs show."
    return Offer(True, note=note)


def _command(program: Snippet) -> str:
    """How to run it at home."""
    file = f"{program.slug}.py"
    versions = wanted(program)
    if not versions or program.admits(PYTHON) or PYTHON in versions:
        return f"python {file}"
    return f"uv run --python {versions[-1]} {file}"


def needless(root: Path, offered: Iterable[Snippet]) -> list[Problem]:
    """Reasons that no page would show; `offered` are the programs that have a button."""
    programs = {one.name: one for one in offered}
    found = []
    for name in snippet.find(root):
        try:
            one = programs.get(name) or snippet.load(root, name)
        except ProblemError:
            continue  # told where it is used
        if not one.browser:
            continue
        if not one.admits(PYTHON):
            why = f"and does not admit Python {PYTHON}, which the browser has: pages say that"
        elif name not in programs:
            why = "and no page has a button for it"
        else:
            continue
        found.append(
            Problem(
                f"says why it does not run in a browser, {why}",
                "`browser` in the metadata of programs that a page would offer to run",
                "remove the key",
                snippet=f"{one.label}:{one.line_of('browser')}",
            )
        )
    return found
