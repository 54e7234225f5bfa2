"""Fixtures and settings that several tests share."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from executed import bundle, interpreters
from executed.assets import Assets
from executed.interpreters import SUPPORTED, Interpreter
from executed.problems import ProblemError

if TYPE_CHECKING:  # who runs one test of the package does not wait for it
    from playwright.sync_api import Browser, Page

Visit = Callable[..., "Page"]  # opens a page in a context with these options
PROJECT = Path(__file__).parent.parent
CACHE = PROJECT / ".cache" / "executed"
if sys.dont_write_bytecode:  # no files beside the sources; compiled once all the same
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(CACHE / "bytecode")
IN_CI = os.environ.get("CI") == "true"
FINISHED = os.environ.get("EXECUTED_SITE", "")  # the folder of a site to look at
PATIENCE = 180.0  # seconds after which something hangs, on any machine; never a measure
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
    # Python is compiled once, and not better while it runs: that takes longer than our programs.
    "--js-flags=--no-wasm-tier-up --no-wasm-dynamic-tiering",
]


@dataclass(frozen=True)
class Hosted:
    """The folder of the site, which may not be there before a test asks for it, and its address."""

    root: Path
    folder: Path
    address: str

    @contextmanager
    def heavy(self) -> Iterator[None]:
        """What takes all cores, once for all workers: one after another."""
        with (self.root / "heavy.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


class Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path == "/sitemap.xml":
            self._send_sitemap()
        else:
            super().do_GET()

    def _send_sitemap(self) -> None:
        """The pages at this address, whichever the site was built for: it tells
        the theme to which of them it can go without loading them anew."""
        root = Path(self.directory)
        pages = [path.parent.relative_to(root).as_posix() for path in root.rglob("index.html")]
        where = f"http://{self.headers['Host']}/"
        rows = "".join(
            f"<url><loc>{where}{f'{one}/' if one != '.' else ''}</loc></url>"
            for one in sorted(pages)
        )
        body = (
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()
        )
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


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
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # started in the background of a script
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if of_worker := getattr(config, "workerinput", None):
        root, folder = Path(of_worker["root"]), Path(of_worker["folder"])
        config.stash[HOSTED] = Hosted(root, folder, of_worker["address"])
        return
    root_folder = tempfile.TemporaryDirectory(prefix="executed-tests-")
    root = Path(root_folder.name)
    folder = Path(FINISHED).absolute() if FINISHED else root / "site"
    if FINISHED and not (folder / "index.html").is_file():
        raise pytest.UsageError(f"EXECUTED_SITE={FINISHED}: no built site is in this folder")
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    config.stash[HOSTED] = Hosted(root, folder, f"http://127.0.0.1:{server.server_port}/")

    def end() -> None:
        server.shutdown()
        thread.join()
        server.server_close()
        root_folder.cleanup()

    config.add_cleanup(end)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """No worker for a few tests, which take less time than it takes to start one.

    Else one more than cores: some of the tests wait most of their time.
    """
    named = all("::" in one for one in config.args)
    some_of_a_file = config.option.keyword and all(one.endswith(".py") for one in config.args)
    few = config.args and (named or some_of_a_file)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return 0 if few else (cores or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    hosted = node.config.stash[HOSTED]
    node.workerinput |= {
        "root": str(hosted.root),
        "folder": str(hosted.folder),
        "address": hosted.address,
    }


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
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Says on the terminal, also from a worker, what is begun and takes long."""
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")

    def tell(words: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{words}", file=sys.__stderr__, flush=True)

    return tell


@pytest.fixture(scope="session")
def installed() -> tuple[Interpreter, ...]:
    """The supported CPythons of this machine, oldest first."""
    return interpreters.find(CACHE / "interpreters.json")


@pytest.fixture(scope="session")
def python(installed: tuple[Interpreter, ...]) -> Interpreter:
    """Any one interpreter."""
    return installed[-1]


@pytest.fixture(scope="session")
def browser_files(tell: Callable[[str], None]) -> Assets | None:
    """What the browser loads, if this machine can make it."""
    try:
        return bundle.get(CACHE, tell)
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
def site(
    hosted: Hosted,
    installed: tuple[Interpreter, ...],
    browser_files: Assets | None,
    tell: Callable[[str], None],
) -> Path:
    """The site, built once for all workers, strictly where all interpreters are installed.

    With EXECUTED_SITE it is the finished one in that folder.
    """
    if FINISHED:
        return hosted.folder
    told = hosted.root / "told.txt"
    with hosted.heavy():
        if not told.exists():
            tell("building the site, which takes a minute or more …")
            strict = ["--strict"] if len(installed) == len(SUPPORTED) else []
            environment = {k: v for k, v in os.environ.items() if k != "EXECUTED_MATRIX"}
            # With its address known, pages change by instant navigation.
            environment["SITE_URL"] = hosted.address
            environment["EXECUTED_HONEST"] = "false"  # other tests run beside it
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
            tell("the site is built" if done.returncode == 0 else "the site could not be built")
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
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a page in a context of its own, with Playwright's options for contexts."""
    contexts = []

    def visit(**options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit(permissions=["clipboard-read", "clipboard-write"])
