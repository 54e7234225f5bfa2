"""What holds for every file: lint, format, width, length, no orphans."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROJECT
from executed import exercises, golden, snippet

SNIPPETS = sorted((PROJECT / "snippets").rglob("*.py"))
GOLDENS = sorted((PROJECT / "snippets").rglob("*.out"))
MOST_LINES, MOST_COLUMNS = 40, 79
COMMANDS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": [sys.executable, "-m", "mypy"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_command_finds_nothing(command: list[str]) -> None:
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.stem)
def test_snippet_fits_a_page(path: Path) -> None:
    program = snippet.load(PROJECT / "snippets", path.relative_to(PROJECT / "snippets").as_posix())
    lines = program.shown().splitlines()
    assert len(lines) < MOST_LINES, f"{program.label} has {len(lines)} lines"
    wide = [n for n, line in enumerate(program.source.splitlines(), 1) if len(line) > MOST_COLUMNS]
    assert not wide, f"over {MOST_COLUMNS} columns: {program.label}:{wide}"


def test_every_snippet_is_on_a_page() -> None:
    pages = "".join(page.read_text("utf-8") for page in (PROJECT / "docs").rglob("*.md"))
    included = set(re.findall(r'--8<-- "([^":]+)', pages))
    root = PROJECT / "snippets"
    used = {path for name in included for path in snippet.load(root, name).files()}
    used |= {root / checks for name in included if (checks := exercises.checks_of(root, name))}
    orphans = [path.relative_to(root).as_posix() for path in SNIPPETS if path not in used]
    assert not orphans


def test_every_golden_has_its_snippet() -> None:
    orphans = [path.name for path in GOLDENS if not golden.snippet_of(path).exists()]
    assert not orphans


def test_every_dependency_has_a_reason() -> None:
    lines = (PROJECT / "pyproject.toml").read_text("utf-8").splitlines()
    bare = [line for line in lines if re.match(r' +"[\w-]+.*",', line) and "#" not in line]
    assert not bare
