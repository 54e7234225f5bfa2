"""What the benchmarks start: builds, servers, busy processes, clones; all of it is ended."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil
from figure import PROJECT, FailedError, tell

MKDOCS = (sys.executable, "-m", "mkdocs")
LIMIT = 3600.0  # seconds for one command
# Ends by itself should we be killed.
_BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    sum(range(100_000))\n"
# As a script starts what it does not wait for: the shell makes it ignore SIGINT.
_BACKGROUND = ("sh", "-c", '"$@" & wait "$!"', "sh")
_ENDING = ((signal.SIGINT, 20), (signal.SIGTERM, 5), (signal.SIGKILL, 5))
_OF_ITS_OWN = ("CI", "SITE_URL", "REPO_URL", "PYTHONPATH")  # what a machine may set


@dataclass(frozen=True)
class Done:
    """How a command ended: seconds that it took, MiB of its largest process, what it said."""

    status: int
    seconds: float
    memory: float
    said: str

    def or_fail(self, what: str) -> Done:
        """The same.

        Raises:
            FailedError: the status is not 0.
        """
        if self.status:
            words = "\n".join(self.said.strip().splitlines()[-12:])
            raise FailedError(f"{what} ended with {self.status}:\n{words}")
        return self


def environment(**extra: str) -> dict[str, str]:
    """That of this process, without what would change a build."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("EXECUTED_") and name not in _OF_ITS_OWN
    }
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | extra


@contextlib.contextmanager
def started(
    command: Sequence[str], folder: Path, env: dict[str, str], output: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
    """A process with a group of its own, which is gone afterwards, children and all."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, then insist."""
    family = _family(process)
    for number, patience in _ENDING:
        if process.poll() is not None:
            break
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(process.pid, number)
            process.wait(patience)
    for one in family:
        with contextlib.suppress(psutil.Error):
            one.kill()
    if process.stdout:
        process.stdout.close()


def _family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    if process.poll() is not None:
        return []
    with contextlib.suppress(psutil.Error):
        return psutil.Process(process.pid).children(recursive=True)
    return []


def run(
    command: Sequence[str],
    folder: Path,
    env: dict[str, str] | None = None,
    *,
    background: bool = False,
) -> Done:
    """Run a command to its end, `background` as in the background of a script."""
    words = (*_BACKGROUND, *command) if background else command
    with tempfile.TemporaryFile() as output:
        before = time.perf_counter()
        with started(words, folder, env or environment(), output) as process:
            used = None
            while used is None and time.perf_counter() - before < LIMIT:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    process.returncode = os.waitstatus_to_exitcode(status)
                    used = usage
                else:
                    time.sleep(0.01)
        seconds = time.perf_counter() - before
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    if used is None:
        return Done(process.returncode or -1, seconds, 0.0, f"{said}\nended after {LIMIT:g} s")
    unit = 1 if sys.platform == "darwin" else 1024
    return Done(process.returncode, seconds, used.ru_maxrss * unit / 2**20, said)


def build(
    site: Path,
    folder: Path = PROJECT,
    env: dict[str, str] | None = None,
    *,
    background: bool = False,
) -> Done:
    """`mkdocs build` of the project in `folder`."""
    command = (*MKDOCS, "build", "--quiet", "-d", str(site))
    return run(command, folder, env, background=background)


@contextlib.contextmanager
def busy(count: int) -> Iterator[None]:
    """So many processes beside us that compute without end."""
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            command = (sys.executable, "-c", _BUSY)
            stack.enter_context(started(command, PROJECT, environment(), subprocess.DEVNULL))
        yield


def free_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@dataclass(frozen=True)
class Server:
    """`mkdocs serve`; `output` is what it has said."""

    process: subprocess.Popen[bytes]
    address: str
    output: IO[bytes]
    since: float

    def first_page(self) -> tuple[str, float]:
        """The page at /, and the seconds from the start until it answered.

        Raises:
            FailedError: the server ended, or took too long.
        """
        while time.perf_counter() - self.since < LIMIT:
            try:
                return self.page(""), time.perf_counter() - self.since
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.output.seek(0)
        said = self.output.read().decode("utf-8", "replace").splitlines()
        raise FailedError("mkdocs serve has no first page:\n" + "\n".join(said[-12:]))

    def page(self, path: str) -> str:
        """A page of the site.

        Raises:
            OSError, HTTPException: it does not answer, or not with 200.
        """
        # Not urllib, which might ask a proxy.
        connection = http.client.HTTPConnection(self.address, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            if answer.status != 200:
                raise OSError(f"/{path} answers {answer.status}")
            return answer.read().decode("utf-8")


@contextlib.contextmanager
def serving(folder: Path, env: dict[str, str]) -> Iterator[Server]:
    """`mkdocs serve` of the project in `folder`, on a port that is free."""
    address = free_address()
    command = (*MKDOCS, "serve", "--dev-addr", address)
    with tempfile.TemporaryFile() as output:
        since = time.perf_counter()
        with started(command, folder, env, output) as process:
            yield Server(process, address, output, since)


@contextlib.contextmanager
def clone(*, warm: bool = False) -> Iterator[tuple[Path, dict[str, str]]]:
    """A fresh clone of HEAD, and an environment in which its own engine runs.

    Its cache is empty, and so is that of npm; `warm`, it has what the browser loads.
    """
    with tempfile.TemporaryDirectory(prefix="clone-") as name:
        root = Path(name)
        folder = root / "clone"
        commit = _git(PROJECT, "rev-parse", "HEAD")
        if _git(PROJECT, "status", "--porcelain"):
            tell(f"note: the clone is of {commit[:7]}, without what is not committed")
        _git(root, "clone", "--quiet", "--no-checkout", str(PROJECT), str(folder))
        _git(folder, "checkout", "--quiet", "--detach", commit)
        kept = Path(".cache/executed/browser")
        if warm:
            if not (PROJECT / kept).exists():
                raise FailedError("nothing is fetched here: `uv run python -m executed.assets`")
            shutil.copytree(PROJECT / kept, folder / kept)
        env = environment(
            PYTHONPATH=str(folder / "docs/plugins"), npm_config_cache=str(root / "npm")
        )
        _must_run_its_own(folder, env)
        yield folder, env


def _git(folder: Path, *words: str) -> str:
    return run(("git", *words), folder).or_fail(f"git {words[0]}").said.strip()


def _must_run_its_own(folder: Path, env: dict[str, str]) -> None:
    command = (sys.executable, "-c", "import executed; print(*executed.__path__)")
    found = Path(run(command, folder, env).or_fail("python").said.strip())
    if not found.resolve().is_relative_to(folder.resolve()):
        raise FailedError(f"a clone would run the engine of {found}")
