"""Every program of the site prints the same, warm or cold, on every Python.

Each program is tried on one Python, and each Python with a share of the programs. With
EXECUTED_COLD=1 every program is tried on all of them, which takes about five minutes.
"""

from __future__ import annotations

import os
import zlib

import pytest
from conftest import PROJECT, absent
from executed import golden, interpreters, scheduler, snippet
from executed.interpreters import SUPPORTED, Interpreter
from executed.runner import Run
from executed.scheduler import Request
from executed.servers import available
from executed.snippet import Snippet

pytestmark = [
    pytest.mark.timeout(1200),
    pytest.mark.skipif(not available(), reason="this system has no /proc: programs start cold"),
]
SNIPPETS = PROJECT / "snippets"
EVERYWHERE = os.environ.get("EXECUTED_COLD") == "1"
TRIES = 3  # on a busy machine a program may be late once


def programs() -> list[Snippet]:
    names = [name for name in snippet.find(SNIPPETS) if not name.endswith("_check.py")]
    return [snippet.load(SNIPPETS, name) for name in names]


def tried(one: Snippet, python: Interpreter, installed: tuple[Interpreter, ...]) -> bool:
    """On one of the Pythons that it admits, the same in each run of the tests; or on all."""
    admitted = interpreters.admitted(one, installed)
    if not EVERYWHERE:
        admitted = admitted[zlib.crc32(one.name.encode()) % max(1, len(admitted)) :][:1]
    return python in admitted


def run(requests: list[Request], warm: bool) -> list[Run]:
    return scheduler.run_all(requests, lambda run: None, warm=warm)


def difference(warm: Run, cold: Run) -> str:
    """What one of them did that the other did not, but for measured numbers."""
    one, other = (golden.render(run) for run in (warm, cold))
    if not golden.same_words(one, other):
        return f"warm:\n{one}cold:\n{other}"
    if warm.faults.keys() != cold.faults.keys():
        return f"warm: {warm.faults}, cold: {cold.faults}"
    return "" if warm.returncode == cold.returncode else f"{warm.ending}, {cold.ending}"


@pytest.mark.parametrize("version", SUPPORTED)
def test_every_program_is_the_same_warm_and_cold(
    version: str, installed: tuple[Interpreter, ...]
) -> None:
    python = next((one for one in installed if one.minor == version), None)
    if python is None:
        absent(f"Python {version}")
    assert python
    able = [one for one in programs() if not one.starts_cold and tried(one, python, installed)]
    assert able
    requests = [Request(one, python, shown=False) for one in able]
    found: dict[str, str] = {}
    for attempt in range(TRIES):
        pairs = zip(requests, run(requests, warm=True), run(requests, warm=False), strict=True)
        found = {one.snippet.name: words for one, *two in pairs if (words := difference(*two))}
        requests = [one for one in requests if one.snippet.name in found]
        if not found or (attempt == 0 and len(found) > scheduler.FEW):
            break
    assert not found, "\n".join(f"{name}\n{words}" for name, words in found.items())
