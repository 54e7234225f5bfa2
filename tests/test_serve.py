"""`mkdocs serve`: what changed runs again, errors are told, it lives on."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from conftest import PATIENCE
from small_site import Site, with_fake_npm


class Server:
    """`mkdocs serve` of a small site, on a free port of this machine."""

    def __init__(self, site: Site, **environment: str) -> None:
        self.site = site
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.process = subprocess.Popen(
            site.command("serve", "--dev-addr", self.address),
            cwd=site.folder,
            env=site.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line

    def wait_for(self, words: str, since: int = 0) -> str:
        """What was said since a place in the log, up to these words."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.said[since:]:
            assert self.process.poll() is None, f"the server ended:\n{self.said}"
            assert time.monotonic() < deadline, f"never said {words!r}:\n{self.said}"
            time.sleep(0.05)
        return self.said[since:]

    def after(self, path: str, content: str) -> str:
        """Edit a file; what the server says until browsers reload."""
        since = len(self.said)
        self.site.write(path, content)
        return self.wait_for("Reloading browsers", since)

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://{self.address}{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=PATIENCE)
        finally:
            self.process.kill()
            self.reader.join()
            assert self.process.stdout is not None
            self.process.stdout.close()


def write(site: Site, name: str, text: str) -> None:
    site.example(name, f"print({text!r})\n")
    site.write(f"snippets/{name}.out", f"{text}\n")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    config = (tmp_path / "mkdocs.yml").read_text()
    site.write("mkdocs.yml", config + "watch: [snippets]\n")
    site.write("docs/index.md", "# Site\n")
    write(site, "kept", "one")
    write(site, "edited", "two")
    return site


@pytest.fixture
def server(site: Site) -> Iterator[Server]:
    server = Server(site)
    try:
        server.wait_for("Serving on")
        yield server
    finally:
        server.stop()


def runs(said: str) -> list[str]:
    return re.findall(r"running \d+/(\d+) examples", said)


def test_only_what_changed_runs_again(server: Server) -> None:
    assert "livereload" in server.get("/edited/")
    assert runs(server.said)[-1] == "2"
    said = server.after("snippets/edited.py", 'print("two")  # with a comment\n')
    assert set(runs(said)) == {"1"}
    said = server.after("docs/index.md", "# Another title\n")
    assert runs(said) == []
    assert "from an earlier run at" in server.get("/kept/")


def test_an_error_is_told_and_the_server_lives_on(server: Server) -> None:
    said = server.after("snippets/edited.py", 'raise ValueError("oh")\n')
    assert "docs/edited.md:1: snippets/edited.py:1: ended with exit 1" in said
    assert "ValueError: oh" in server.get("/edited/")
    server.after("snippets/edited.py", 'print("two")\n')
    assert "ValueError" not in server.get("/edited/")


def test_failures_are_not_cached(server: Server) -> None:
    server.after("snippets/edited.py", 'raise ValueError("oh")\n')
    said = server.after("docs/index.md", "# Another title\n")
    assert set(runs(said)) == {"1"}


def test_a_bad_first_build_is_served_too(site: Site) -> None:
    site.write("snippets/edited.py", "raise ValueError\n")
    server = Server(site)
    try:
        assert "ended with exit 1" in server.wait_for("Serving on")
        assert "executed-problem" in server.get("/edited/")
    finally:
        server.stop()


def test_a_damaged_cache_is_ignored_and_mended(site: Site) -> None:
    first = Server(site)
    first.wait_for("Serving on")
    first.stop()
    entries = [path for path in site.folder.glob(".cache/executed/*.json") if len(path.stem) == 64]
    assert len(entries) == 2
    for entry, damage in zip(entries, (b"{", b'{"lines": 3}'), strict=True):
        entry.write_bytes(damage)
    second = Server(site)
    try:
        assert set(runs(second.wait_for("Serving on"))) == {"2"}
        assert "one" in second.get("/kept/")
    finally:
        second.stop()


def test_a_cache_that_cannot_be_written_is_a_warning(site: Site) -> None:
    site.write(".cache", "a file where the folder should be")
    server = Server(site)
    try:
        said = server.wait_for("Serving on")
        assert "WARNING" in said and "cannot be written" in said
        assert "one" in server.get("/kept/")
    finally:
        server.stop()


# What the buttons need is fetched meanwhile, by an npm and a Node.js that only look like it.

PREPARED = "Edit &amp; run is being prepared"


@pytest.fixture
def fetching(site: Site) -> dict[str, str]:
    site.write("docs/index.md", '# Site\n\n<div class="live-playground"></div>\n')
    return with_fake_npm(site)


@contextmanager
def serving(site: Site, environment: dict[str, str]) -> Iterator[Server]:
    server = Server(site, **environment)
    try:
        server.wait_for("Serving on")
        yield server
    finally:
        server.stop()


def allow(server: Server, site: Site, words: str = "") -> str:
    """Let npm end, with an error if there are words; what is said until browsers reload."""
    since = len(server.said)
    site.write("go.part", words).rename(site.folder / "go")
    return server.wait_for("Reloading browsers", since)


def test_pages_are_there_at_once_and_get_their_buttons(
    site: Site, fetching: dict[str, str]
) -> None:
    with serving(site, fetching) as server:
        button = re.search(f"<button[^>]*>{PREPARED}", server.get("/kept/"))
        assert button and " disabled" in button[0]
        assert "It is being prepared" in server.get("/")
        allow(server, site)
        page, home = server.get("/kept/"), server.get("/")
        assert PREPARED not in page and 'class="md-button executed-edit"' in page
        assert "being prepared" not in home and "data-programs" in home
        folder = re.search(r'data-live="\.\./(live/[^"]+)"', page)
        assert folder and "Panel" in server.get(f"/{folder[1]}panel.js")


def test_a_fetch_that_fails_says_what_to_do_in_the_terminal_and_on_the_page(
    site: Site, fetching: dict[str, str]
) -> None:
    with serving(site, fetching) as server:
        said = allow(server, site, "npm error network")
        assert "pages have no Run buttons" in said and "| npm error network" in said
        for path in ("/kept/", "/"):
            page = server.get(path)
            assert "settings; then start `mkdocs serve` again" in page
            assert "being prepared" not in page
        again = server.after("docs/index.md", "# Another title\n")
        assert "fetching" not in again, "it would fail again at each change"


def test_a_fetch_ends_with_the_server(site: Site, fetching: dict[str, str]) -> None:
    with serving(site, fetching) as server:
        server.wait_for("npm ci")
        children = psutil.Process(server.process.pid).children(recursive=True)
        assert any("executed.preparing" in one.cmdline() for one in children)
    assert not psutil.wait_procs(children, timeout=PATIENCE)[1]
    assert not list((site.folder / ".cache/executed/browser").glob(".part-*"))
