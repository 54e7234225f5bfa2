"""Whether a run was disturbed: how long it waited for others, and what it shows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from executed import honesty, scheduler, snippet
from executed.history import UNKNOWN, History
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.scheduler import Request
from executed.transcript import Line


def run(*lines: str, delay: float = 0.0, foreign: float | None = None, records: str = "") -> Run:
    shown = tuple(Line(0.0, "stdout", line) for line in lines)
    return Run(
        "a.py",
        "3.15.2",
        shown,
        0,
        wall=1.0,
        cpu=0.01,
        started="",
        records=records,
        delay=delay,
        foreign=foreign,
    )


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("no number", honesty.MOST),
        ("all 3 of 4", honesty.MOST),
        ("after 1.5 s", honesty.MOST),
        ("after 1.50 s", 0.007),
        ("after 1.500 s", honesty.LEAST),
        ("each 12.25 µs", honesty.LEAST),
        ("version 3.15 shows", honesty.MOST),
    ],
)
def test_the_limit_follows_from_what_is_printed(line: str, limit: float) -> None:
    assert honesty.limit(run(line)) == pytest.approx(limit)


def test_a_run_is_disturbed_from_its_limit_on() -> None:
    assert not honesty.disturbed(run("1.50 s", delay=0.006))
    assert honesty.disturbed(run("1.50 s", delay=0.008))
    assert not honesty.disturbed(run("words", delay=0.008))


def test_a_program_that_ran_alone_waited_for_itself() -> None:
    assert not honesty.disturbed(run(delay=0.5, foreign=0.01))
    assert honesty.disturbed(run(delay=0.5, foreign=0.4))
    assert honesty.disturbed(run(delay=0.5))


def test_without_word_from_the_system_late_wakeups_count() -> None:
    def polls(*pairs: tuple[float, float]) -> str:
        rows = [["poll", 0.0, end, 1, [], [[due, 2]], 1] for due, end in pairs]
        return json.dumps(rows)

    assert honesty.delay(run(delay=-1.0, records=polls((0.1, 0.1001)))) == 0
    late = run(delay=-1.0, records=polls((0.1, 0.13), (0.2, 0.24)))
    assert honesty.delay(late) == pytest.approx(0.07 - 2 * honesty.SLACK)
    assert honesty.delay(run(delay=-1.0, records="{")) == 0


SPIN = "import os\nos.sched_setaffinity(0, {core})\nwhile True: pass\n"
WORK = (
    "import os, time\nos.sched_setaffinity(0, {core})\nend = time.process_time() + 0.3\n"
    "while time.process_time() < end: pass\n"
)


@pytest.mark.skipif(not hasattr(__import__("os"), "sched_setaffinity"), reason="no affinity here")
def test_a_neighbour_on_the_same_core_shows(tmp_path: Path, python: Interpreter) -> None:
    import os

    core = {min(os.sched_getaffinity(0))}
    (tmp_path / "work.py").write_text(WORK.format(core=core))
    one = snippet.load(tmp_path, "work.py")
    neighbour = subprocess.Popen([sys.executable, "-c", SPIN.format(core=core)])
    try:
        (beside,) = scheduler.run_all([Request(one, python)], lambda run: None)
    finally:
        neighbour.kill()
        neighbour.wait()
    assert beside.delay > beside.wall / 4
    assert honesty.disturbed(beside)


def test_what_is_shown_of_a_disturbed_program_runs_again(
    tmp_path: Path, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text("print('a')\n")
    (tmp_path / "b.py").write_text("print('b')\n")
    requests = [Request(snippet.load(tmp_path, name), python) for name in ("a.py", "b.py")]
    monkeypatch.setattr(honesty, "disturbed", lambda run: run.attempt < 3)
    a, b = scheduler.run_all(requests, lambda run: None, honest=lambda runs: [requests[0].key])
    assert (a.attempt, b.attempt) == (3, 1)


@pytest.mark.parametrize(
    ("source", "starts"),
    [
        ("import subprocess", True),
        ("from concurrent.futures import ProcessPoolExecutor", True),
        ("from multiprocessing import Pool", True),
        ("await asyncio.create_subprocess_exec('ls')", True),
        ("os.fork()", True),
        ("import asyncio", False),
        ("from concurrent.futures import ThreadPoolExecutor", False),
    ],
)
def test_a_program_that_starts_processes_runs_alone(
    tmp_path: Path, python: Interpreter, source: str, starts: bool
) -> None:
    (tmp_path / "a.py").write_text(source)
    assert Request(snippet.load(tmp_path, "a.py"), python).alone is starts


class TestHistory:
    def test_what_is_noted_is_expected_next_time(self, tmp_path: Path) -> None:
        first = History.load(tmp_path)
        first.note(run())
        first.save()
        assert History.load(tmp_path).expected("a.py", "3.15.9") == (1.0, 0.01)

    def test_of_what_never_ran_the_usual_is_expected(self, tmp_path: Path) -> None:
        assert History.load(tmp_path).expected("b.py", "3.15.2") == UNKNOWN
