"""What a snippet file says: source, sections, metadata, imports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from executed import snippet
from executed.problems import ProblemError
from executed.snippet import Snippet

Load = Callable[..., Snippet]
METADATA = """\
# /// script
# requires-python = ">=3.8,<3.13"
# [tool.executed]
# lane = "exclusive"
# timeout = 5
# [[tool.executed.on]]
# python = ">=3.11"
# returncode = 1
# declares = ["never-awaited"]
# ///
print("hello")
#> hello
"""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write_and_load(source: str, name: str = "part/program.py") -> Snippet:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
        return snippet.load(tmp_path, name)

    return write_and_load


def test_defaults(load: Load) -> None:
    program = load("print()\n")
    assert (program.lane, program.expects.timeout, program.expects.returncode) == ("shared", 30, 0)
    assert program.admits("3.11.0") and not program.admits("3.10.13")


def test_metadata(load: Load) -> None:
    program = load(METADATA)
    assert program.lane == "exclusive" and program.expects.timeout == 5
    assert program.admits("3.8.18") and not program.admits("3.13.0")


@pytest.mark.parametrize(("version", "returncode"), [("3.10.13", 0), ("3.11.7", 1), ("3.12.1", 1)])
def test_overrides_apply_to_their_versions(load: Load, version: str, returncode: int) -> None:
    expects = load(METADATA).expectation(version)
    assert expects.returncode == returncode
    assert expects.declares == (("never-awaited",) if returncode else ())
    assert expects.timeout == 5


def test_metadata_and_expected_output_are_not_shown(load: Load) -> None:
    assert load(METADATA).shown() == 'print("hello")'


def test_a_section_is_dedented_and_without_markers(load: Load) -> None:
    program = load(
        "def f():\n    # --8<-- [start:inner]\n    a = 1\n\n    b = 2\n    # --8<-- [end:inner]\n"
    )
    assert program.shown("inner") == "a = 1\n\nb = 2"
    assert program.shown() == "def f():\n    a = 1\n\n    b = 2"


def test_local_imports_are_found_recursively(load: Load, tmp_path: Path) -> None:
    load("import deep\n", "part/beside.py")
    load("import json\n", "part/deep.py")
    program = load("import beside\nimport sys\nfrom elsewhere import x\n")
    assert [path.name for path in program.files()] == ["program.py", "beside.py", "deep.py"]


def test_imports_in_a_circle_end(load: Load) -> None:
    load("import program\n", "part/beside.py")
    assert [path.name for path in load("import beside\n").files()] == ["program.py", "beside.py"]


def test_two_metadata_blocks_are_an_error(load: Load) -> None:
    block = "# /// script\n# dependencies = []\n# ///\n"
    with pytest.raises(ProblemError, match="two metadata blocks"):
        load(block + "\n" + block)


def test_dependencies_are_refused(load: Load) -> None:
    with pytest.raises(ProblemError, match="the standard library only"):
        load('# /// script\n# dependencies = ["trio"]\n# ///\n')
