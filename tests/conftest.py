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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from executed import bundle, interpreters
from executed.assets import Assets
from executed.interpreters import SUPPORTED, Interpreter
from executed.problems import ProblemError
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


@dataclass(frozen=True)
class Hosted:
    """The folder of the site, which is not there before a test asks for it, and its address."""

    folder: Path
    address: str

    @contextmanager
    def heavy(self) -> Iterator[None]:
        """What takes all cores, once for all workers: one after another."""
        with self.folder.with_name("heavy.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed while it loads is no error."""


HOSTED = pytest.StashKey[Hosted]()
CHANGED = pytest.StashKey[list[str]]()


def changed(config: pytest.Config, what: str) -> None:
    """Tell at the end that `--update-examples` wrote something."""
    config.stash.setdefault(CHANGED, []).append(what)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in config.stash.get(CHANGED, []):
        terminalreporter.write_line(line)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    # Files are rewritten by one process, not by several at once.
    if config.getoption("update_examples"):
        config.option.numprocesses = 0
        config.option.dist = "no"


def pytest_configure(config: pytest.Config) -> None:
    """One server for all workers, in the process that starts them."""
    if of_worker := getattr(config, "workerinput", None):
        config.stash[HOSTED] = Hosted(Path(of_worker["folder"]), of_worker["address"])
        return
    root = tempfile.TemporaryDirectory(prefix="executed-tests-")
    folder = Path(root.name) / "site"
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    config.stash[HOSTED] = Hosted(folder, f"http://127.0.0.1:{server.server_port}/")

    def end() -> None:
        server.shutdown()
        thread.join()
        server.server_close()
        root.cleanup()

    config.add_cleanup(end)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    hosted = node.config.stash[HOSTED]
    node.workerinput |= {"folder": str(hosted.folder), "address": hosted.address}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First one that builds the site: the other workers have enough to do meanwhile."""
    for index, item in enumerate(items):
        if {"site", "hosted"} <= set(getattr(item, "fixturenames", ())):
            items.insert(0, items.pop(index))
            break


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
def hosted(pytestconfig: pytest.Config) -> Hosted:
    return pytestconfig.stash[HOSTED]


@pytest.fixture(scope="session")
def site(hosted: Hosted, installed: tuple[Interpreter, ...], browser_files: Assets | None) -> Path:
    """The site, built once for all workers, strictly where all interpreters are installed."""
    told = hosted.folder.with_name("told.txt")
    with hosted.heavy():
        if not told.exists():
            strict = ["--strict"] if len(installed) == len(SUPPORTED) else []
            environment = {k: v for k, v in os.environ.items() if k != "EXECUTED_MATRIX"}
            # With its address known, pages change by instant navigation.
            environment["SITE_URL"] = hosted.address
            environment["EXECUTED_LIVE"] = "true" if browser_files else "false"
            done = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", *strict, "-d", str(hosted.folder)],
                cwd=PROJECT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            told.write_text(done.stdout)
            assert (done.returncode == 0) is hosted.folder.exists()
    if not hosted.folder.exists():
        pytest.fail(told.read_text())
    return hosted.folder


@pytest.fixture(scope="session")
def address(hosted: Hosted, site: Path) -> str:
    return hosted.address


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
