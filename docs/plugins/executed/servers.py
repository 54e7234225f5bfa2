"""Who starts programs: a launcher that executes, and warm interpreters that fork.

Starting a Python and importing asyncio takes about a hundred milliseconds of CPU
time, a fork of one that has done so takes three. A warm server is made for
each interpreter and set of modules; see `inside/serve.py` for what they do.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import logging
import marshal
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from executed.inside import serve
from executed.interpreters import Interpreter

INSIDE = Path(__file__).with_name("inside")
TRACER = Path(__file__).with_name("tracer")
LAUNCHER = INSIDE / "launcher.py"
NULL = Path(os.devnull)
WARMS_UP = 60.0  # seconds that a server may take, on a very busy machine
WORTH_IT = 2  # runs for which a server is made: it costs as much as one cold start
log = logging.getLogger(f"mkdocs.plugins.{__name__.partition('.')[0]}")


def available() -> bool:
    """Whether this system has what servers need; elsewhere each program starts cold."""
    return hasattr(os, "pidfd_open") and Path("/proc/self/mem").exists()


class Died(Exception):
    """A server is gone; nobody knows how the programs ended that it had started."""


class Warmth(NamedTuple):
    """What a warm interpreter has loaded; `tracing` is "", "tasks" or "calls"."""

    interpreter: Interpreter
    modules: tuple[str, ...]
    tracing: str


@dataclass(frozen=True)
class Program:
    """What to start: a file in a folder; `fds` become its descriptors 0, 1, 2, 3 (and 4)."""

    file: str
    folder: Path
    environment: Mapping[str, str]
    fds: Sequence[int]


@dataclass(frozen=True)
class Ended:
    """How a process ended: its status as `os.wait` gives it, and seconds of CPU time."""

    status: int
    cpu: float


class Server:
    """Our end of one server. It answers one request at a time."""

    def __init__(self, ours: socket.socket) -> None:
        ours.setblocking(False)
        self.socket = ours
        self.free = asyncio.Lock()
        self.gone = False

    async def ask(self, request: tuple[Any, ...], fds: Sequence[int] = ()) -> tuple[Any, ...]:
        """Its answer.

        Raises:
            Died: it has ended.
        """
        async with self.free:
            if self.gone:
                raise Died
            try:
                data = marshal.dumps(request, serve.MARSHAL)
                socket.send_fds(self.socket, [data], list(fds))
                # An answer that nobody waited for would be taken for the next one.
                return await asyncio.shield(self._answer())
            except OSError:
                self.close()
                raise Died from None

    async def _answer(self) -> tuple[Any, ...]:
        data = await asyncio.get_running_loop().sock_recv(self.socket, serve.LARGEST)
        if not data:
            raise ConnectionResetError
        answer: tuple[Any, ...] = marshal.loads(data)
        return answer

    async def start(self, request: tuple[Any, ...], fds: Sequence[int], warm: bool) -> Process:
        """Start what the request says, which begins with "start" or "serve"."""
        number, why = await self.ask(request, fds)
        if not number:
            raise OSError(why)
        return Process(self, number, warm)

    def close(self) -> None:
        self.gone = True
        self.socket.close()


@dataclass(frozen=True)
class Process:
    """A process that a server has started."""

    server: Server
    pid: int
    warm: bool = False

    async def ended(self) -> float:
        """Wait until it has ended; when that was seen, by the monotonic clock."""
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        try:
            fd = os.pidfd_open(self.pid)
        except ProcessLookupError:  # only if its server has died
            return loop.time()
        loop.add_reader(fd, over.set)
        try:
            await over.wait()
            return loop.time()
        finally:
            loop.remove_reader(fd)
            os.close(fd)

    async def reap(self) -> Ended:
        """What is known of one that has ended.

        Raises:
            Died: nobody knows.
        """
        return Ended(*await self.server.ask(("reap", self.pid)))


@dataclass
class Child:
    """A process of our own, on systems without servers."""

    process: subprocess.Popen[bytes]
    warm: bool = False
    _ended: Ended = Ended(0, 0.0)

    @property
    def pid(self) -> int:
        return self.process.pid

    async def ended(self) -> float:
        _, status, used = await asyncio.to_thread(os.wait4, self.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        self._ended = Ended(status, used.ru_utime + used.ru_stime)
        return asyncio.get_running_loop().time()

    async def reap(self) -> Ended:
        return self._ended


@dataclass
class Servers:
    """All servers of one build; an asynchronous context, in which programs can be started.

    Without `warms` every program starts cold.
    """

    warms: bool = field(default_factory=available)
    warm: dict[Warmth, Server | None] = field(default_factory=dict)
    _launcher: Server | None = None
    _process: subprocess.Popen[bytes] | None = None
    _told: set[str] = field(default_factory=set)

    async def __aenter__(self) -> Servers:
        return self

    async def __aexit__(self, *error: object) -> None:
        for server in (*self.warm.values(), self._launcher):
            if server:
                server.close()
        self.warm.clear()
        self._launcher = None
        self._end_launcher()

    def _end_launcher(self) -> None:
        if self._process:
            try:
                self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    async def prepare(self, wanted: Iterable[Warmth], at_once: int) -> None:
        """Make servers for what many runs want."""
        if not self.warms:
            return
        counts: dict[Warmth, int] = {}
        for one in wanted:
            counts[one] = counts.get(one, 0) + 1
        starting = asyncio.Semaphore(at_once)

        async def make(one: Warmth) -> None:
            async with starting:
                self.warm[one] = await self._warm_up(one)

        async with asyncio.TaskGroup() as tasks:
            for one, count in counts.items():
                if count >= WORTH_IT and one not in self.warm:
                    tasks.create_task(make(one))

    async def start(
        self, program: Program, warmth: Warmth, *, warm: bool = True
    ) -> Process | Child:
        """Start a program in a session of its own, warm if there is a server for it.

        Raises:
            OSError: the system has no room for another process.
            Died: the launcher ended while it was asked.
        """
        folder, environment = str(program.folder), dict(program.environment)
        interpreter = warmth.interpreter
        if warm and (server := self.warm.get(warmth)):
            try:
                request = ("start", program.file, folder, environment)
                return await server.start(request, program.fds, True)
            except Died:
                self.warm[warmth] = None
                self._tell(f"a warm CPython {interpreter.version} has died; programs start cold")
        environment |= _to_load(warmth)
        command = [str(bare(interpreter) / "bin" / "python"), program.file]
        if not available():
            return _child(command, folder, environment, program.fds)
        return await self._launch("start", command, folder, environment, program.fds)

    def _tell(self, words: str) -> None:
        if words not in self._told:
            self._told.add(words)
            log.info(words)

    async def _launch(
        self,
        word: str,
        command: Sequence[str],
        folder: str,
        environment: Mapping[str, str],
        fds: Sequence[int],
    ) -> Process:
        request = (word, list(command), folder, dict(environment))
        if self._launcher and not self._launcher.gone:
            with contextlib.suppress(Died):  # a program has killed it
                return await self._launcher.start(request, fds, False)
        self._end_launcher()
        self._launcher = self._make_launcher()
        return await self._launcher.start(request, fds, False)

    def _make_launcher(self) -> Server:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-E", "-s", "-S", LAUNCHER, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                cwd="/",
                env={},
                start_new_session=True,
            )
        return Server(ours)

    async def _warm_up(self, wanted: Warmth) -> Server | None:
        """A warm server, or None if this interpreter cannot be one."""
        interpreter = wanted.interpreter
        folder = bare(interpreter)
        environment = (
            ENVIRONMENT
            | _to_load(wanted)
            | {
                "HOME": str(folder),
                "EXECUTED_RUN": serve.CommandLine.COOKIE,
                "EXECUTED_SERVE": "3",
                "EXECUTED_NAMES": "any" if wanted.tracing == "calls" else "",
            }
        )
        command = [str(folder / "bin" / "python"), serve.CommandLine.MARK]
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        server = Server(ours)
        with theirs, tempfile.TemporaryFile() as said, NULL.open("r+b") as null:
            fds = [null.fileno(), null.fileno(), said.fileno(), theirs.fileno()]
            try:
                await self._launch("serve", command, str(folder), environment, fds)
                theirs.close()
                async with asyncio.timeout(WARMS_UP):
                    await server._answer()
                return server
            except (OSError, Died, TimeoutError):
                server.close()
                said.seek(0)
                words = said.read().decode("utf-8", "replace").strip().splitlines() or ["no words"]
                self._tell(
                    f"CPython {interpreter.version} cannot be kept warm, its programs start cold: "
                    f"{words[-1]}"
                )
                return None


def _child(
    command: Sequence[str], folder: str, environment: Mapping[str, str], fds: Sequence[int]
) -> Child:
    stdin, stdout, stderr, *others = fds
    with contextlib.ExitStack() as stack:
        for number, fd in enumerate(others, 3):  # where the program looks for them
            if fd != number:
                stack.callback(os.close, os.dup2(fd, number, inheritable=True))
        return Child(
            subprocess.Popen(
                command,
                cwd=folder,
                env=dict(environment),
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                pass_fds=range(3, len(fds)),
                start_new_session=True,
            )
        )


# What every program finds, whatever the environment of the build is.
ENVIRONMENT: dict[str, str] = {
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "dumb",
    "COLUMNS": "80",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUNBUFFERED": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


def _to_load(warmth: Warmth) -> dict[str, str]:
    """For `inside/sitecustomize.py`."""
    tracer = bare(warmth.interpreter) / "tracer" if warmth.tracing else ""
    return {"EXECUTED_PRELOAD": " ".join(warmth.modules), "EXECUTED_TRACER": str(tracer)}


@cache
def bare(interpreter: Interpreter) -> Path:
    """A virtual environment that holds nothing but `inside`.

    The packages of the machine neither slow the start nor can be imported.
    """
    folder = Path(tempfile.mkdtemp(prefix="executed-python-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    packages = folder / "lib" / f"python{interpreter.minor}" / "site-packages"
    packages.mkdir(parents=True)
    shutil.copyfile(INSIDE / "sitecustomize.py", packages / "sitecustomize.py")
    shutil.copyfile(INSIDE / "serve.py", packages / "executed_serve.py")
    without_bytecode = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TRACER, folder / "tracer" / "executed_tracer", ignore=without_bytecode)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(interpreter.executable)
    (folder / "pyvenv.cfg").write_text(f"home = {Path(interpreter.executable).parent}\n")
    return folder
