"""What a trial in the browser says of a program, and what is written into its metadata."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from executed import snippet, trials
from executed.snippet import Snippet
from executed.transcript import Line
from executed.trials import Outcome, declared

NO_THREAD = "RuntimeError: can't start new thread"


def program(folder: Path, says: str = "", golden: str = "fine\n") -> Snippet:
    (folder / "a.py").write_text(declared("print('fine')\n", says))
    (folder / "a.out").write_text(golden)
    return snippet.load(folder, "a.py")


def outcome(*texts: str, returncode: int = 0, stuck: str = "", failed: str = "") -> Outcome:
    found = tuple(Line(0.0, "stdout", text) for text in texts)
    return Outcome(found, returncode, stuck=stuck, failed=failed)


FINE = outcome("fine")
OTHER = outcome("something else")
# what it declares, what the trial found, words of the complaint (none: it is right)
CASES = {
    "it runs": ("", FINE, ""),
    "it runs and says that it does not": ("needs threads", FINE, "it runs there"),
    "words of the author, and it runs": ("reads /proc", FINE, "it runs there"),
    "it needs what it says": ("needs threads", outcome(NO_THREAD, returncode=1), ""),
    "it needs something and does not say so": (
        "",
        outcome(NO_THREAD, returncode=1),
        'says nothing, and browser = "needs threads" is true',
    ),
    "it needs something else than it says": (
        "needs sockets",
        outcome(NO_THREAD, returncode=1),
        'browser = "needs sockets", and browser = "needs threads" is true',
    ),
    "words of the author where the need is known": (
        "counts threads",
        outcome(NO_THREAD, returncode=1),
        'browser = "needs threads" is true',
    ),
    "a module": (
        "needs the module ssl",
        outcome("ModuleNotFoundError: No module named 'ssl'", returncode=1),
        "",
    ),
    "words of the author, and something else is printed": ("reads /proc", OTHER, ""),
    "something else is printed and it does not say why": ("", OTHER, "say in its metadata why"),
    "something else is printed, and not for want of what it says": (
        "needs threads",
        OTHER,
        "say in its metadata why",
    ),
    "it waits for ever": ("reads /proc", outcome(stuck="main() waits"), "waits for ever"),
    "a signal": ("needs signals", Outcome(FINE.lines, signal=15), ""),
    "a timeout": ("takes too long", outcome(failed="timeout"), "the trial failed"),
    "a crash": ("reads /proc", outcome(failed="the worker ended with 1"), "the trial failed"),
    "a crash after words that name a need": (
        "needs threads",
        outcome(NO_THREAD, failed="unreachable"),
        "the trial failed",
    ),
}


NEVER_ENDS = """\
# /// script
# [tool.executed]
# declares = ["timeout"]
# ///
"""
ENDLESS = {
    "the same as long as it ran at home": (("tick", "tick", "tick"), "timeout", True),
    "less": (("tick",), "timeout", False),
    "something else": (("tock", "tock"), "timeout", False),
    "it ends": (("tick", "tick"), "", False),
}


@pytest.mark.parametrize("case", ENDLESS)
def test_a_program_that_is_meant_never_to_end_may_be_stopped_in_a_browser_too(
    case: str, tmp_path: Path
) -> None:
    texts, failed, right = ENDLESS[case]
    (tmp_path / "a.py").write_text(NEVER_ENDS)
    (tmp_path / "a.out").write_text("tick\ntick\ntime limit\n")
    one = snippet.load(tmp_path, "a.py")
    assert trials.is_right(one, outcome(*texts, failed=failed)) is right


@pytest.mark.parametrize("case", CASES)
def test_what_is_declared_is_compared_with_what_was_tried(case: str, tmp_path: Path) -> None:
    says, found, words = CASES[case]
    complaint = trials.complaint(program(tmp_path, says), found)
    assert words in complaint
    assert bool(words) == bool(complaint)


def test_a_program_without_a_golden_is_not_right(tmp_path: Path) -> None:
    one = program(tmp_path)
    (tmp_path / "a.out").unlink()
    assert trials.complaint(one, FINE)


BLOCK = '# /// script\n# requires-python = ">=3.8"\n# ///\nprint()\n'
TABLE = "# /// script\n# [tool.executed]\n# timeout = 5\n# ///\nprint()\n"
OVERRIDE = "# /// script\n# [[tool.executed.on]]\n# python = '>=3.14'\n# returncode = 1\n# ///\n"
BOTH = "# /// script\n# [tool.executed]\n# timeout = 5\n# [[tool.executed.on]]\n# python = '>=3.14'\n# ///\n"
SOURCES = {
    "no block": "print()\n",
    "an empty file": "",
    "no end of line": "print()",
    "a block": BLOCK,
    "a block below": "import os\n\n" + BLOCK,
    "a table": TABLE,
    "a table of its own for some versions": OVERRIDE,
    "both": BOTH,
    "two ends of lines": "print()\r\nprint()\r\n",
    "no ASCII": "print('…')\n\x0c\n",
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_metadata_is_written_and_removed_and_nothing_else_changes(source: str) -> None:
    written = declared(source, 'needs "threads"')
    assert _browser(written) == 'needs "threads"'
    assert set(source.splitlines()) <= set(written.splitlines())
    assert _browser(declared(written, "needs sockets")) == "needs sockets"
    assert declared(written, "") == source


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_what_is_true_already_changes_nothing(source: str) -> None:
    assert declared(source, "") == source
    written = declared(source, "needs threads")
    assert declared(written, "needs threads") == written


def _browser(source: str) -> object:
    block = [row for row in source.splitlines() if row.startswith("#")]
    text = "\n".join(row.removeprefix("#").removeprefix(" ") for row in block[1:-1])
    return tomllib.loads(text)["tool"]["executed"]["browser"]
