"""When two outputs count as the same, and how goldens are kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from executed import golden, snippet
from executed.runner import Run
from executed.snippet import Snippet
from executed.transcript import Line

ALIKE = {
    "the same": ("one\n", "one\n"),
    "addresses": ("<Task at 0x7f01>\n", "<Task at 0xffee22>\n"),
    "process ids": ("pid 12\n", "pid 99999\n"),
    "lines of the library": (
        "python3.11/asyncio/base_events.py:10: X\n",
        "python3.12/asyncio/base_events.py:20: X\n",
    ),
    "frames of the library": (
        'stderr:   File "python3.11/asyncio/runners.py", line 1, in run\nstderr:     call()\nstderr: E\n',
        "stderr: E\n",
    ),
    "marks in a traceback": ("stderr:     1/0\nstderr:     ~^~\n", "stderr:     1/0\n"),
    "sizes of one form": ("1,024 KiB used\n", "9 KiB used\n"),
    "sizes in a column": ("  9 MiB\n", "512 MiB\n"),
}
DIFFERENT = {
    "a word": ("one\n", "two\n"),
    "a missing line": ("one\ntwo\n", "one\n"),
    "an additional line": ("one\n", "one\ntwo\n"),
    "the order": ("one\ntwo\n", "two\none\n"),
    "a plain number": ("5 threads\n", "6 threads\n"),
    "the stream": ("one\n", "stderr: one\n"),
    "the ending": ("one\n", "one\nexit 1\n"),
    "a frame of the program": (
        'stderr:   File "a.py", line 1, in f\n',
        'stderr:   File "a.py", line 2, in f\n',
    ),
    "a number glued to a word": ("v1.5s\n", "v1.6s\n"),
    "another unit of time": ("took 1 s\n", "took 1 ms\n"),
    "another unit of memory": ("1 KiB\n", "1 MiB\n"),
    "another number of decimals": ("took 1.0 s\n", "took 1.00 s\n"),
    "decimals that were not there": ("took 1 s\n", "took 1.0 s\n"),
    "one time more": ("took 1.0 s\n", "took 1.0 s 1.0 s\n"),
}
EITHER = pytest.mark.parametrize("slack", [None, golden.FIXED], ids=["measured", "waited"])


@EITHER
@pytest.mark.parametrize(("old", "new"), ALIKE.values(), ids=ALIKE)
def test_alike(old: str, new: str, slack: float | None) -> None:
    assert golden.difference(old, new, slack) is None
    assert golden.difference(new, old, slack) is None


@EITHER
@pytest.mark.parametrize(("old", "new"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(old: str, new: str, slack: float | None) -> None:
    assert golden.difference(old, new, slack) is not None
    assert golden.difference(new, old, slack) is not None


# A line in the golden, the line that was printed, and the seconds that the program was kept
# from a processor: alike in a program that waits?
TIMES = {
    "the same": ("0.61 s", "0.61 s", 0.0, True),
    "a little late": ("0.61 s", "0.64 s", 0.0, True),
    "late by two sleeps": ("0.61 s", "0.99 s", 0.0, False),
    "late by one of ten sleeps": ("0.61 s", "0.67 s", 0.0, False),
    "early": ("0.61 s", "0.51 s", 0.0, False),
    "late by what it was kept from a processor": ("0.61 s", "0.72 s", 0.05, True),
    "later than that": ("0.61 s", "0.99 s", 0.05, False),
    "a share of a long time": ("10.00 s", "10.20 s", 0.0, True),
    "more than that share": ("10.00 s", "10.30 s", 0.0, False),
    "milliseconds that pass by themselves": ("2 ms", "30 ms", 0.0, True),
    "milliseconds that somebody waits for": ("100 ms", "150 ms", 0.0, False),
    "the second time of a line": ("0.10 s, 0.20 s", "0.10 s, 0.40 s", 0.0, False),
}


@pytest.mark.parametrize(("old", "new", "delay", "alike"), TIMES.values(), ids=TIMES)
def test_times_of_a_program_that_waits(
    program: Snippet, old: str, new: str, delay: float, alike: bool
) -> None:
    golden.update(program, [run("3.15.0", old)])
    late = replace(run("3.15.0", new), delay=delay)
    assert (golden.check(program, late) is None) is alike
    assert golden.agrees(program, late) is alike


@pytest.mark.parametrize("changes", [{"lane": "exclusive"}, {"measures": True}], ids=str)
@pytest.mark.parametrize("new", ["took 9.40 s", "took 0.02 s", "took 1,000.00 s"])
def test_times_of_a_program_that_measures_depend_on_the_machine(
    program: Snippet, changes: dict[str, Any], new: str
) -> None:
    measured = replace(program, **changes)
    golden.update(measured, [run("3.15.0", "took 0.94 s")])
    assert golden.check(measured, run("3.15.0", new)) is None
    assert golden.update(measured, [run("3.15.0", new)]) == []


def test_a_program_of_the_quiet_lane_waits(program: Snippet) -> None:
    quiet = replace(program, lane="quiet")
    golden.update(quiet, [run("3.15.0", "took 0.61 s")])
    assert golden.check(quiet, run("3.15.0", "took 0.99 s")) is not None


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        pytest.param("took 0.61 s\n", "took 7.25 s\n", True, id="another time"),
        pytest.param("took 0.61 s\n", "took 0.6 s\n", False, id="another form"),
        pytest.param("took 0.61 s\n", "needed 0.61 s\n", False, id="another word"),
    ],
)
def test_same_words(old: str, new: str, same: bool) -> None:
    assert golden.same_words(old, new) is same


def run(version: str, *texts: str, returncode: int = 0) -> Run:
    lines = tuple(Line(0.0, "stdout", text) for text in texts)
    return Run("a.py", version, lines, returncode, 1.0, 0.0, "2026-01-01T00:00:00+00:00")


def test_a_golden_tells_stream_and_ending() -> None:
    one = Run("a.py", "3.12.1", (Line(0, "stderr", "oh"),), 3, 1.0, 0.0, "")
    assert golden.render(one) == "stderr: oh\nexit 3\n"


@pytest.fixture
def program(tmp_path: Path) -> Snippet:
    (tmp_path / "a.py").write_text('# /// script\n# requires-python = ">=3.10"\n# ///\n')
    return snippet.load(tmp_path, "a.py")


def files(program: Snippet) -> dict[str, str]:
    return {path.name: path.read_text() for path in program.path.parent.glob("*.out")}


def test_update_writes_the_newest_and_a_file_for_each_range(program: Snippet) -> None:
    old = [run(f"3.{n}.0", "old") for n in (10, 11, 12)]
    golden.update(program, [*old, *(run(f"3.{n}.0", "new") for n in (13, 14, 15))])
    assert files(program) == {"a.out": "new\n", "a.3.10-3.12.out": "old\n"}
    assert golden.check(program, run("3.11.9", "old")) is None
    assert golden.check(program, run("3.14.9", "old")) is not None


def test_update_keeps_what_the_filters_call_alike(program: Snippet) -> None:
    golden.update(program, [run("3.15.0", "took 1.00 s")])
    assert golden.update(program, [run("3.15.0", "took 1.02 s")]) == []
    assert files(program) == {"a.out": "took 1.00 s\n"}


def test_update_writes_a_time_that_was_wrong(program: Snippet) -> None:
    for took in ("took 0.99 s", "took 0.61 s"):
        golden.update(program, [run(f"3.{n}.0", took) for n in range(10, 16)])
    assert files(program) == {"a.out": "took 0.61 s\n"}


def test_versions_that_wait_about_as_long_share_a_golden(program: Snippet) -> None:
    runs = [run(f"3.{n}.0", f"took 0.6{n % 3} s") for n in range(10, 16)]
    golden.update(program, runs)
    assert files(program) == {"a.out": "took 0.60 s\n"}


def test_update_allows_for_the_delay_of_a_run(program: Snippet) -> None:
    golden.update(program, [run("3.15.0", "took 0.61 s")])
    late = replace(run("3.10.0", "took 0.81 s"), delay=0.1)
    assert golden.update(program, [late]) == []


def test_update_keeps_the_goldens_of_versions_that_did_not_run(program: Snippet) -> None:
    golden.update(program, [run("3.10.0", "old"), *(run(f"3.{n}.0", "x") for n in range(11, 16))])
    golden.update(program, [run("3.15.0", "y")])
    assert files(program) == {"a.out": "y\n", "a.3.10-3.10.out": "old\n", "a.3.11-3.14.out": "x\n"}


def test_update_removes_a_range_that_is_no_more(program: Snippet) -> None:
    golden.update(program, [run("3.10.0", "old"), *(run(f"3.{n}.0", "x") for n in range(11, 16))])
    golden.update(program, [run("3.10.0", "x")])
    assert files(program) == {"a.out": "x\n"}


def test_a_difference_names_both_lines(program: Snippet) -> None:
    golden.update(program, [run("3.15.0", "one", "two")])
    problem = golden.check(program, run("3.15.0", "one", "three"))
    assert problem is not None
    assert "'two'" in problem.expected and "'three'" in problem.detail[0]


@pytest.mark.parametrize(
    ("name", "snippet_name"),
    [("a.out", "a.py"), ("a.3.8-3.10.out", "a.py"), ("a.b.out", "a.b.py")],
)
def test_which_snippet_a_golden_belongs_to(name: str, snippet_name: str) -> None:
    assert golden.snippet_of(Path(name)).name == snippet_name
