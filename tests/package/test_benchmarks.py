"""Every figure that is stated has a benchmark that measures it, and a limit; none is run here."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import psutil
import pytest
from conftest import PROJECT

FOLDER = PROJECT / "tests" / "benchmarks"
SHARED = {"all", "figure", "processes"}  # not benchmarks themselves
SCRIPTS = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in SHARED)


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`all.py`, imported as when it is run."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("all")


@pytest.fixture
def figures(everything: ModuleType) -> ModuleType:
    return importlib.import_module("figure")


def rows(readme: str, everything: ModuleType) -> Iterator[list[str]]:
    table = readme.partition(everything.START)[2].partition(everything.END)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    for line in lines[2:]:  # below the heading
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def readme() -> str:
    return (PROJECT / "README.md").read_text("utf-8")


def test_each_benchmark_is_run_before_a_release(everything: ModuleType) -> None:
    assert sorted(everything.BENCHMARKS) == SCRIPTS


@pytest.mark.parametrize("name", SCRIPTS)
def test_each_benchmark_is_told_of_in_the_readme(name: str) -> None:
    assert f"`{name}.py" in readme()


def test_each_declared_figure_has_a_limit_and_each_limit_a_figure(
    everything: ModuleType, figures: ModuleType
) -> None:
    declared = [name for script in SCRIPTS for name in everything.module(script).FIGURES]
    assert sorted(declared) == sorted(figures.limits())


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_figure_is_named_after_its_benchmark(everything: ModuleType, name: str) -> None:
    assert {one.partition(".")[0] for one in everything.module(name).FIGURES} == {name}


def test_limits_are_told_apart_and_kept_in_a_known_direction(figures: ModuleType) -> None:
    limits = list(figures.limits().values())
    assert len({one.words for one in limits}) == len(limits)
    assert {one.direction for one in limits} <= set(figures.DIRECTIONS)
    assert all("|" not in one.words for one in limits)


def test_a_limit_is_kept_up_to_what_is_written(figures: ModuleType) -> None:
    most = figures.Limit("a.b", "words", 1.02, "times")
    least = figures.Limit("a.b", "words", 100, "%", "at least", 0)
    assert [most.holds(value) for value in (0.5, 1.02, 1.0249, 1.03)] == [True, True, True, False]
    assert [least.holds(value) for value in (100, 99.6, 95)] == [True, True, False]


def test_each_row_of_the_readme_is_a_figure_with_its_limit(
    everything: ModuleType, figures: ModuleType
) -> None:
    stated = {words: goal for words, _, goal, _ in rows(readme(), everything)}
    known = {one.words: one.goal for one in figures.limits().values()}
    assert stated
    assert {words: known.get(words) for words in stated} == stated


def test_the_table_keeps_the_rows_that_were_not_measured_again(
    everything: ModuleType, figures: ModuleType
) -> None:
    old, new, third = list(figures.limits().values())[:3]
    before = everything.START + everything.END + "more\n"
    first = everything.table(
        before, [everything.Row(old, "1.00 times", True), everything.Row(new, "", False)], "a day"
    )
    second = everything.table(first, [everything.Row(new, "2.0 ms", True)], "another day")
    assert list(rows(second, everything)) == [
        [old.words, "1.00 times", old.goal, "a day"],
        [new.words, "2.0 ms", new.goal, "another day"],
    ]
    assert [new.words, "**not measured**", new.goal, "a day"] in list(rows(first, everything))
    assert second.endswith(everything.END + "more\n") and third.words not in second


def test_what_was_measured_elsewhere_does_not_stay(
    everything: ModuleType, figures: ModuleType
) -> None:
    old, new = list(figures.limits().values())[:2]
    before = everything.START + everything.END
    first = everything.table(before, [everything.Row(old, "1.00 times", True)], "a day")
    moved = first.replace(everything.machine(), "Measured on another machine:\n")
    second = everything.table(moved, [everything.Row(new, "2.0 ms", True)], "another day")
    assert [words for words, *_ in rows(second, everything)] == [new.words]


def test_what_cannot_be_measured_is_told_and_stops_nothing(
    everything: ModuleType, figures: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> Iterator[object]:
        yield figures.Figure("build.stock", 0.05)
        raise figures.FailedError("no network")

    def is_broken() -> Iterator[object]:
        yield from [1 / 0 for _ in "x"]

    def works() -> Iterator[object]:
        yield figures.Figure("matrix.seconds", 100.0)

    monkeypatch.setattr(everything.module("build"), "figures", fails)
    monkeypatch.setattr(everything.module("suite"), "figures", is_broken)
    monkeypatch.setattr(everything.module("matrix"), "figures", works)
    found = list(everything.measured(["build", "suite", "matrix"]))
    assert [(one.limit.name, one.kept) for one in found] == [
        ("build.stock", True),
        ("build.memory", False),
        ("build.rebuild", False),
        ("suite.tests", False),
        ("suite.ci", False),
        ("matrix.seconds", True),
    ]


def test_what_is_started_is_ended_with_its_children(everything: ModuleType, tmp_path: Path) -> None:
    processes = importlib.import_module("processes")
    source = (
        "import subprocess, sys, time\n"
        "sleep = [sys.executable, '-c', 'import time; time.sleep(600)']\n"
        "print(subprocess.Popen(sleep, start_new_session=True).pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    command = [sys.executable, "-c", source]
    env = processes.environment()
    with processes.started(command, tmp_path, env, subprocess.PIPE) as process:
        child = psutil.Process(int(process.stdout.readline()))
    assert process.poll() is not None
    gone, _ = psutil.wait_procs([child], timeout=20)
    assert gone or child.status() == psutil.STATUS_ZOMBIE


def test_a_command_in_the_background_ignores_ctrl_c(everything: ModuleType, tmp_path: Path) -> None:
    processes = importlib.import_module("processes")
    source = "import signal, sys; sys.exit(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)"
    command = (sys.executable, "-c", source)
    assert processes.run(command, tmp_path, background=True).status == 1


@pytest.mark.parametrize("name", ["all", *SCRIPTS])
def test_a_script_explains_itself(name: str) -> None:
    done = subprocess.run(
        [sys.executable, FOLDER / f"{name}.py", "--help"], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.startswith(f"usage: {name}.py")) == (0, True), done.stderr


def test_a_benchmark_that_does_not_exist_is_an_error() -> None:
    done = subprocess.run(
        [sys.executable, FOLDER / "all.py", "speed"], capture_output=True, text=True
    )
    assert (done.returncode, "no benchmark: speed" in done.stderr) == (2, True)
