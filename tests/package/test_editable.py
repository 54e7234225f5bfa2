"""What pages offer of a program: it runs in the reader's browser, or they say why not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import PROJECT
from executed import assets, editable, snippet
from executed.assets import Assets
from executed.snippet import Snippet


def program(folder: Path, *metadata: str) -> Snippet:
    rows = "".join(f"# {row}\n" for row in metadata)
    (folder / "a.py").write_text(f"# /// script\n{rows}# ///\nprint()\n")
    return snippet.load(folder, "a.py")


BROWSER = ("[tool.executed]", 'browser = "needs threads"')


def test_a_program_that_says_nothing_runs(tmp_path: Path) -> None:
    assert editable.offer(program(tmp_path), editable.PYTHON).runs


def test_a_program_that_says_why_not_does_not_run(tmp_path: Path) -> None:
    offer = editable.offer(program(tmp_path, *BROWSER), editable.PYTHON)
    assert (offer.runs, offer.reason, offer.command) == (False, "needs threads", "python a.py")


def test_a_program_for_another_python_says_so_by_itself(tmp_path: Path) -> None:
    offer = editable.offer(program(tmp_path, 'requires-python = "<3.11"'), editable.PYTHON)
    assert not offer.runs
    assert offer.reason == f"needs Python <3.11; the browser has {editable.PYTHON}"
    assert offer.command == "uv run --python 3.10 a.py"


def test_other_goldens_for_other_versions_are_noted(tmp_path: Path) -> None:
    one = program(tmp_path)
    for name in ("a.out", f"a.{editable.PYTHON}-{editable.PYTHON}.out"):
        (tmp_path / name).touch()
    assert f"Your browser has Python {editable.PYTHON}" in editable.offer(one, "3.15").note
    assert not editable.offer(one, editable.PYTHON).note


def test_a_reason_that_no_page_shows_is_an_error_with_its_line(tmp_path: Path) -> None:
    one = program(tmp_path, *BROWSER)
    assert not editable.needless(tmp_path, [one])
    (problem,) = editable.needless(tmp_path, [])
    assert problem.snippet == "snippets/a.py:3"
    assert "no page has a button" in problem.what


def test_a_reason_beside_another_python_is_an_error_with_its_line(tmp_path: Path) -> None:
    one = program(tmp_path, 'requires-python = "<3.11"', *BROWSER)
    (problem,) = editable.needless(tmp_path, [one])
    assert problem.snippet == "snippets/a.py:4"
    assert f"does not admit Python {editable.PYTHON}" in problem.what


# The version stands in package.json alone.


def test_nothing_else_names_the_python_of_the_browser() -> None:
    version = re.escape(editable.PYTHON)
    named = re.compile(rf"(?<![\d.])({version}|{editable.PYTHON.replace('.', '')})(?!\d)")
    allowed = {"interpreters.py", "package.json", "package-lock.json"}  # all Pythons; the one place
    folders = ("plugins", "theme", "assets")
    places = [
        f"{path.relative_to(PROJECT)}:{number}: {line.strip()}"
        for folder in folders
        for path in sorted((PROJECT / "docs" / folder).rglob("*.*"))
        if path.is_file() and path.name not in allowed and path.suffix != ".pyc"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if named.search(line)
    ]
    assert not places


def test_it_is_the_python_of_pyodide(loaded: Assets) -> None:
    lock = next(file.path for file in loaded.files if file.name == "pyodide-lock.json")
    info = json.loads(lock.read_bytes())["info"]
    assert loaded.version == assets.pyodide()
    assert snippet.minor(info["python"]) == editable.PYTHON


def test_another_numbering_of_pyodide_is_told() -> None:
    with pytest.raises(ValueError, match=re.escape("Pyodide 0.29.4 does not tell its Python")):
        editable._python("0.29.4")
