"""When two outputs count as the same, and how goldens are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from executed import golden, snippet
from executed.runner import Run
from executed.snippet import Snippet
from executed.transcript import Line

ALIKE = {
    "the same": ("one\n", "one\n"),
    "times within a factor": ("took 1.00 s\n", "took 2.40 s\n"),
    "short times by an amount": ("took 3 ms\n", "took 400 ms\n"),
    "a unit that changed": ("took 999 µs\n", "took 1.2 ms\n"),
    "memory within a factor": ("1,024 KiB used\n", "2.1 MiB used\n"),
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
}
DIFFERENT = {
    "a word": ("one\n", "two\n"),
    "a missing line": ("one\ntwo\n", "one\n"),
    "an additional line": ("one\n", "one\ntwo\n"),
    "the order": ("one\ntwo\n", "two\none\n"),
    "a plain number": ("5 threads\n", "6 threads\n"),
    "times beyond the factor": ("took 1.00 s\n", "took 6.10 s\n"),
    "memory beyond the factor": ("1 MiB\n", "4 MiB\n"),
    "the stream": ("one\n", "stderr: one\n"),
    "the ending": ("one\n", "one\nexit 1\n"),
    "a frame of the program": (
        'stderr:   File "a.py", line 1, in f\n',
        'stderr:   File "a.py", line 2, in f\n',
    ),
    "a number glued to a word": ("v1.5s\n", "v1.6s\n"),
}


@pytest.mark.parametrize(("old", "new"), ALIKE.values(), ids=ALIKE)
def test_alike(old: str, new: str) -> None:
    assert golden.difference(old, new) is None
    assert golden.difference(new, old) is None


@pytest.mark.parametrize(("old", "new"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(old: str, new: str) -> None:
    assert golden.difference(old, new) is not None
    assert golden.difference(new, old) is not None


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
    assert golden.update(program, [run("3.15.0", "took 1.20 s")]) == []
    assert files(program) == {"a.out": "took 1.00 s\n"}


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
