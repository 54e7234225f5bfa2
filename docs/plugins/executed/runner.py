"""One snippet on one interpreter: a process, watched from start to end."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path

import psutil

from executed import trace as traces
from executed import transcript
from executed.inside import sitecustomize
from executed.interpreters import Interpreter
from executed.snippet import Snippet
from executed.trace import Trace
from executed.transcript import Chunk, Line

INSIDE = Path(__file__).with_name("inside")
TRACER = Path(__file__).with_name("tracer")
OUTPUT_CAP = 256 * 1024  # bytes; a page is no place for more
START_LIMIT = 30.0  # seconds for an interpreter to start on a loaded machine
LEFTOVER_GRACE = 1.0  # seconds for helpers such as pools to end by themselves
_COOKIE = "EXECUTED_RUN"
_TRACER_FRAME = "/tracer/executed_tracer/"  # seen where a program dumps its stacks
_FRAME = sitecustomize.FRAME
_STREAMS: dict[int, transcript.Stream] = {1: "stdout", 2: "stderr"}


@dataclass(frozen=True)
class Run:
    """What happened when `snippet` ran on CPython `version`.

    `returncode` is negative for a signal. Times are in seconds and leave out
    the start of the interpreter; `cpu` counts the processes it waited for.
    `faults` pairs names of `snippet.FAULTS` with a line that tells of it.
    `records` are those of the tracer, if anything in it can run concurrently;
    `began` is the monotonic time to which they refer. `delay` is how long it
    was ready and had to wait for a processor.
    """

    snippet: str
    version: str
    lines: tuple[Line, ...]
    returncode: int
    wall: float
    cpu: float
    started: str
    faults: dict[str, str] = field(default_factory=dict)
    stopped_at: int | None = None
    earlier: bool = False
    records: str | None = None
    began: float = 0.0
    delay: float = 0.0

    @cached_property
    def trace(self) -> Trace | None:
        """What its tasks and threads did, if that was watched."""
        if self.records is None:
            return None
        try:
            return traces.build(traces.parse(self.records), self.began, self.wall)
        except Exception as error:  # a picture less, but no example less
            return Trace(self.wall, failed=f"{type(error).__name__}: {error}")

    @property
    def ending(self) -> str:
        """How it ended, in words: "exit 0", "killed by SIGSEGV", …"""
        if "timeout" in self.faults:
            return "killed at the time limit"
        if "output-cap" in self.faults:
            return "killed at the output cap"
        if self.returncode < 0:
            return f"killed by {_signal_name(-self.returncode)}"
        return f"exit {self.returncode}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


async def run(
    snippet: Snippet,
    interpreter: Interpreter,
    on_start: Callable[[], None] = lambda: None,
    *,
    watched: bool = True,
) -> Run:
    """Run it, in a process group and a folder of its own.

    `on_start` is called once, when the interpreter has started or failed to.
    What can run concurrently is traced if `watched`. Nothing of the run
    outlives this call, also when it is cancelled.
    """
    watched = watched and snippet.traced
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with _workspace(snippet) as folder:
        watch = _Watch(on_start, watched)
        where = folder.with_name("where")
        try:
            usage = await _run_process(snippet, interpreter, folder, where, watch)
        finally:
            watch.on_start()
        hidden = _hidden(folder, interpreter)
        stack = where.read_text("utf-8", "replace").splitlines() if where.exists() else []
    lines = transcript.lines(watch.chunks, watch.began, hidden)
    lines = tuple(line for line in lines if _TRACER_FRAME not in line.text)
    faults = watch.faults | transcript.signs(lines)
    if usage.status < 0 and not watch.faults.keys() & {"timeout", "output-cap"}:
        faults["signal"] = f"killed by {_signal_name(-usage.status)}"
    records = b"".join(watch.records).decode("utf-8", "replace")
    return Run(
        snippet=snippet.name,
        version=interpreter.version,
        lines=lines,
        returncode=usage.status,
        wall=max(0.0, usage.ended - watch.began),
        cpu=max(0.0, usage.cpu - watch.cpu_before),
        started=started,
        faults=faults,
        stopped_at=_stopped_at(snippet, usage.status, lines, stack),
        records=records if watched else None,
        began=watch.began,
    )


def _stopped_at(
    snippet: Snippet, status: int, lines: tuple[Line, ...], stack: list[str]
) -> int | None:
    if status == 0:
        return None
    texts = [line.text for line in lines if line.stream == "stderr"]
    # faulthandler names the innermost frame first, a traceback last.
    return transcript.snippet_line(reversed(stack) if status < 0 else texts, snippet.path.name)


@dataclass(frozen=True)
class _Usage:
    status: int
    ended: float
    cpu: float


@dataclass
class _Watch:
    """What is seen from outside while the process runs."""

    on_start: Callable[[], None]
    traced: bool
    chunks: list[Chunk] = field(default_factory=list)
    records: list[bytes] = field(default_factory=list)
    size: int = 0
    began: float = field(default_factory=time.monotonic)
    cpu_before: float = 0.0
    faults: dict[str, str] = field(default_factory=dict)
    full: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, chunk: Chunk) -> None:
        room = OUTPUT_CAP - self.size
        self.size += len(chunk.data)
        if room > 0:
            self.chunks.append(replace(chunk, data=chunk.data[:room]))
        if self.size > OUTPUT_CAP:
            self.faults["output-cap"] = f"more than {OUTPUT_CAP // 1024} KiB"
            self.full.set()

    def begin(self, at: float, cpu: float) -> None:
        self.began, self.cpu_before = at, cpu
        self.ready.set()
        self.on_start()


class _Pipe:
    """Reads one pipe of the process until its last writer closes it."""

    def __init__(self, watch: _Watch) -> None:
        self.watch = watch
        self.closed = asyncio.Event()
        self.loop = asyncio.get_running_loop()
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.reader, False)
        self.loop.add_reader(self.reader, self._ready)

    def received(self, at: float, data: bytes) -> None:
        raise NotImplementedError

    def _ready(self) -> None:
        # The time before the read: once it is read, later frames may follow.
        at = time.monotonic()
        data = os.read(self.reader, 2**16)
        if not data:
            self.close()
        elif not self.watch.full.is_set():
            self.received(at, data)

    def close_writer(self) -> None:
        if self.writer >= 0:
            os.close(self.writer)
            self.writer = -1

    def close(self) -> None:
        self.close_writer()
        if not self.closed.is_set():
            self.closed.set()
            self.loop.remove_reader(self.reader)
            os.close(self.reader)


class _RawPipe(_Pipe):
    """What C code and child processes print, stamped as it arrives."""

    def __init__(self, watch: _Watch, stream: transcript.Stream) -> None:
        super().__init__(watch)
        self.stream = stream

    def received(self, at: float, data: bytes) -> None:
        self.watch.add(Chunk(at, self.stream, data))


class _FramePipe(_Pipe):
    """What Python code prints, stamped by `inside.sitecustomize`."""

    def __init__(self, watch: _Watch) -> None:
        super().__init__(watch)
        self.rest = b""

    def received(self, at: float, data: bytes) -> None:
        data = self.rest + data
        start = 0
        while len(data) - start >= _FRAME.size:
            kind, at, length = _FRAME.unpack_from(data, start)
            end = start + _FRAME.size + length
            if end > len(data):
                break
            payload = data[start + _FRAME.size : end]
            start = end
            if kind == sitecustomize.READY:
                self.watch.begin(at, struct.unpack("!d", payload)[0])
            elif kind == sitecustomize.TRACE:
                self.watch.records.append(payload)
            elif kind in _STREAMS:
                self.watch.add(Chunk(at, _STREAMS[kind], payload))
        self.rest = data[start:]


async def _run_process(
    snippet: Snippet, interpreter: Interpreter, folder: Path, where: Path, watch: _Watch
) -> _Usage:
    expects = snippet.expectation(interpreter.version)
    cookie, bare = uuid.uuid4().hex, _bare(interpreter)
    with contextlib.ExitStack() as stack:
        pipes = [*(_RawPipe(watch, stream) for stream in _STREAMS.values()), _FramePipe(watch)]
        for pipe in pipes:
            stack.callback(pipe.close)
        out, err, frames = (pipe.writer for pipe in pipes)
        environment = _environment(folder) | {
            "EXECUTED_PIPE": str(frames),
            "EXECUTED_WHERE": str(where),
            "EXECUTED_DUMP": str(max(0.1, expects.timeout - 0.1)),
            "EXECUTED_MEMORY": str(expects.memory),
            "EXECUTED_PRELOAD": " ".join(snippet.modules()),
            "EXECUTED_TRACER": str(bare / "tracer") if watch.traced else "",
            "EXECUTED_NAMES": " ".join(snippet.trace),
            "EXECUTED_PROGRAM": snippet.path.name,
            _COOKIE: cookie,
        }
        process = subprocess.Popen(
            [bare / "bin" / "python", snippet.path.name],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            pass_fds=(frames,),
            start_new_session=True,
        )
        for pipe in pipes:
            pipe.close_writer()
        exited = asyncio.create_task(_reap(process))
        try:
            await _until_it_should_end(exited, expects.timeout, watch)
            if exited.done() and not await _all_gone(process.pid, pipes):
                watch.faults["leftover-process"] = "a process was still there after the end"
        finally:
            _kill_group(process.pid)
            usage = await exited
            if not await _all_gone(process.pid, pipes):
                kill_marked({cookie})
                await _all_gone(process.pid, pipes)
        return usage


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "COLUMNS": "80",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


async def _reap(process: subprocess.Popen[bytes]) -> _Usage:
    """Wait for the end of a child process, and for what it used."""
    if hasattr(os, "pidfd_open"):
        exited = asyncio.Event()
        loop = asyncio.get_running_loop()
        fd = os.pidfd_open(process.pid)
        loop.add_reader(fd, exited.set)
        try:
            await exited.wait()
        finally:
            loop.remove_reader(fd)
            os.close(fd)
        _, status, used = os.wait4(process.pid, 0)
    else:
        _, status, used = await asyncio.to_thread(os.wait4, process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return _Usage(process.returncode, time.monotonic(), used.ru_utime + used.ru_stime)


async def _until_it_should_end(exited: asyncio.Task[_Usage], limit: float, watch: _Watch) -> None:
    """Return when it has ended, or when it printed or took too much."""
    full = asyncio.create_task(watch.full.wait())
    ready = asyncio.create_task(watch.ready.wait())
    try:
        for wanted, seconds in ((ready, START_LIMIT), (exited, limit)):
            await asyncio.wait(
                {exited, full, wanted}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
            if exited.done() or full.done():
                return
            if not wanted.done():
                watch.faults["timeout"] = f"still running after {seconds:g} s"
                return
    finally:
        full.cancel()
        ready.cancel()


async def _all_gone(group: int, pipes: Iterable[_Pipe]) -> bool:
    """Whether group and pipes are empty, now or within a short grace."""
    deadline = time.monotonic() + LEFTOVER_GRACE
    while _group_lives(group) or not all(pipe.closed.is_set() for pipe in pipes):
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.02)
    return True


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    # A zombie that nobody reaps, as in some containers, does not count.
    return any(_is_alive_in(process, group) for process in psutil.process_iter())


def _is_alive_in(process: psutil.Process, group: int) -> bool:
    try:
        return os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.Error, ProcessLookupError, PermissionError):
        return False


def _kill_group(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def kill_marked(cookies: Collection[str]) -> set[str]:
    """Kill what left its process group; returns the cookies that were found."""
    found: set[str] = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            cookie = process.environ().get(_COOKIE, "")
            if cookie in cookies:
                process.kill()
                found.add(cookie)
    return found


@cache
def _bare(interpreter: Interpreter) -> Path:
    """A virtual environment that holds nothing but `inside`.

    The packages of the machine neither slow the start nor can be imported.
    """
    folder = Path(tempfile.mkdtemp(prefix="executed-python-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    packages = folder / "lib" / f"python{interpreter.minor}" / "site-packages"
    packages.mkdir(parents=True)
    shutil.copyfile(INSIDE / "sitecustomize.py", packages / "sitecustomize.py")
    without_bytecode = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TRACER, folder / "tracer" / "executed_tracer", ignore=without_bytecode)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(interpreter.executable)
    (folder / "pyvenv.cfg").write_text(f"home = {Path(interpreter.executable).parent}\n")
    return folder


@contextlib.contextmanager
def _workspace(snippet: Snippet) -> Iterator[Path]:
    """A folder with a copy of the program and of what it imports."""
    root = Path(tempfile.mkdtemp(prefix="executed-"))
    try:
        folder = root / "run"
        folder.mkdir()
        for path in snippet.files():
            shutil.copyfile(path, folder / path.name)
        yield folder
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _hidden(folder: Path, interpreter: Interpreter) -> list[tuple[str, str]]:
    """Paths of this machine, and what a reader sees in their place."""
    name = f"python{interpreter.minor}"
    pairs: list[tuple[str, str]] = []
    for path in {str(folder), os.path.realpath(folder)}:
        pairs += [(f"{path}/", ""), (path, ".")]
    for path in {interpreter.stdlib, os.path.realpath(interpreter.stdlib)}:
        pairs += [(f"{path}/", f"{name}/"), (path, name)]
    bare = _bare(interpreter)
    pairs += [(str(path), name) for path in (interpreter.executable, bare / "bin" / "python", bare)]
    return sorted(pairs, key=lambda pair: -len(pair[0]))
