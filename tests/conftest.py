"""Fixtures and settings that several tests share."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from executed import bundle, interpreters
from executed.assets import Assets
from executed.interpreters import SUPPORTED, Interpreter
from executed.problems import ProblemError
from executed.snippet import Snippet
from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).parent.parent
CACHE = PROJECT / ".cache" / "executed"
IN_CI = os.environ.get("CI") == "true"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
    return interpreters.find(CACHE / "interpreters.json")


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


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def browser_files() -> Assets | None:
    """What the browser loads, if this machine can make it."""
    try:
        return bundle.get(CACHE, lambda line: None)
    except ProblemError as error:
        if IN_CI:
            pytest.fail(f"CI must have what the Run buttons need: {error}")
        return None


@pytest.fixture(scope="session")
def loaded(browser_files: Assets | None) -> Assets:
    """The same, for tests that make no sense without."""
    if browser_files is None:
        absent("Node.js with npm, for what runs in the browser")
    assert browser_files
    return browser_files


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder, empty at first, and the address that serves it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(
    host: tuple[Path, str], installed: tuple[Interpreter, ...], browser_files: Assets | None
) -> Path:
    """The site, built strictly where all interpreters are installed."""
    folder, address = host
    strict = ["--strict"] if len(installed) == len(SUPPORTED) else []
    environment = {k: v for k, v in os.environ.items() if k != "EXECUTED_MATRIX"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *strict, "--site-dir", str(folder)],
        cwd=PROJECT,
        # With its address known, pages change by instant navigation.
        env=environment
        | {"EXECUTED_LIVE": "true" if browser_files else "false", "SITE_URL": address},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="session")
def address(host: tuple[Path, str], site: Path) -> str:
    return host[1]


# Not for the session: while it is there, its event loop runs in this thread.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        absent("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()
