"""Fixtures and settings that several tests share."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from executed import interpreters
from executed.interpreters import Interpreter
from executed.snippet import Snippet

PROJECT = Path(__file__).parent.parent
IN_CI = os.environ.get("CI") == "true"


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    # Files are rewritten by one process, not by several at once.
    if config.getoption("update_examples"):
        config.option.numprocesses = 0
        config.option.dist = "no"


def absent(what: str) -> None:
    """Skip because this machine has no `what`; in CI that is a failure."""
    if IN_CI:
        pytest.fail(f"CI must have {what}")
    pytest.skip(f"this machine has no {what}")


@pytest.fixture(scope="session")
def installed() -> tuple[Interpreter, ...]:
    """The supported CPythons of this machine, oldest first."""
    return interpreters.find(PROJECT / ".cache" / "executed" / "interpreters.json")


@pytest.fixture(scope="session")
def python(installed: tuple[Interpreter, ...]) -> Interpreter:
    """Any one interpreter."""
    return installed[-1]


@pytest.fixture(scope="session")
def lane() -> Callable[[Snippet], AbstractContextManager[None]]:
    """Keeps exclusive snippets apart from the others, across processes."""
    path = Path(tempfile.gettempdir()) / f"executed-lanes-{os.getuid()}.lock"

    @contextmanager
    def hold(snippet: Snippet) -> Iterator[None]:
        with path.open("a") as file:
            alone = snippet.lane == "exclusive"
            fcntl.flock(file, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
            yield

    return hold
