"""One snippet on one interpreter: a process, watched from start to end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import tempfile
import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import psutil

from executed import servers, transcript
from executed import trace as traces
from executed.inside import sitecustomize
from executed.interpreters import Interpreter
from executed.servers import Child, Died, Process, Program, Servers, Warmth
from executed.snippet import Snippet
from executed.trace import Trace
from executed.transcript import Chunk, Line

OUTPUT_CAP = 256 * 1024  # bytes; a page is no place for more
START_LIMIT = 30.0  # seconds for an interpreter to start on a loaded machine
LEFTOVER_GRACE = 1.0  # seconds for helpers such as pools to end by themselves
PATIENT = 8.0  # times as long is waited for what may be the fault of the machine
_COOKIE = "EXECUTED_RUN"
_OURS = "/tracer/executed_tracer/"  # in tracebacks through the tracer, and dumps of stacks
_FRAME = sitecustomize.FRAME
ENDED_BY_US = {"timeout", "output-cap", "process-cap", "kills-parent"}
_STREAMS: dict[int, transcript.Stream] = {1: "stdout", 2: "stderr"}


@dataclass(frozen=True)
class Run:
    """What happened when `snippet` ran on CPython `version`.

    `returncode` is negative for a signal. Times are in seconds and leave out
    the start of the interpreter and its end; `cpu` counts the processes it waited
    for. `delay` is for how long it was ready and had to wait for a processor,
    -1 where no system tells; `foreign` is the CPU time that others used meanwhile,
    if it ran alone. `attempt` counts its runs for this result.
    `faults` pairs names of `snippet.FAULTS` with a line that tells of it.
    `records` are those of the tracer, if anything in it can run concurrently;
    `began` is the monotonic time to which they refer.
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
    foreign: float | None = None
    warm: bool = False
    attempt: int = 1

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
        if "process-cap" in self.faults:
            return "killed at the process cap"
        if "kills-parent" in self.faults:
            return "ended with its parent"
        if self.returncode < 0:
            return f"killed by {_signal_name(-self.returncode)}"
        return f"exit {self.returncode}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def warmth(snippet: Snippet, interpreter: Interpreter, *, watched: bool = True) -> Warmth:
    """What has to be loaded before the program's clock starts."""
    tracing = "calls" if snippet.trace else "tasks"
    modules = snippet.modules()
    return Warmth(interpreter, modules, tracing if watched and snippet.traced else "")


async def run(
    snippet: Snippet,
    interpreter: Interpreter,
    on_start: Callable[[], None] = lambda: None,
    *,
    watched: bool = True,
    starter: Servers | None = None,
    patience: float = 1.0,
    gate: asyncio.Event | None = None,
    on_end: Callable[[int], None] | None = None,
) -> Run:
    """Run it, in a process group and a folder of its own.

    `on_start` is called once, when the interpreter has started or failed to.
    With a `gate` the program then begins only when that is set. `on_end` is called
    with the id of its process when it has done all it does. What can run
    concurrently is traced if `watched`. It starts warm if `starter` has a server for
    it. `patience` is by how much longer its end is waited for. Nothing of the run
    outlives this call, also when it is cancelled.
    """
    started = datetime.now(UTC).isoformat(timespec="seconds")
    loaded = warmth(snippet, interpreter, watched=watched)
    async with contextlib.AsyncExitStack() as stack:
        if starter is None:
            starter = await stack.enter_async_context(Servers())
        folder = stack.enter_context(_workspace(snippet))
        watch = _Watch(on_start, patience, gate, on_end)
        try:
            usage = await _run_process(snippet, loaded, folder, starter, watch)
        finally:
            watch.has_started()
        hidden = _hidden(folder, interpreter)
        where = folder.with_name("where")
        dump = where.read_text("utf-8", "replace").splitlines() if where.exists() else []
    lines = transcript.lines(watch.chunks, watch.began, hidden)
    lines = transcript.without_frames(lines, _OURS)
    faults = watch.faults | transcript.signs(lines)
    if usage.status < 0 and not watch.faults.keys() & ENDED_BY_US:
        faults["signal"] = f"killed by {_signal_name(-usage.status)}"
    records = b"".join(watch.records).decode("utf-8", "replace")
    ended = watch.end.at if watch.end else usage.ended
    return Run(
        snippet=snippet.name,
        version=interpreter.version,
        lines=lines,
        returncode=usage.status,
        wall=max(0.0, ended - watch.began, *(line.at for line in lines)),
        cpu=max(0.0, (watch.end.cpu if watch.end else usage.cpu) - watch.start.cpu),
        started=started,
        faults=faults,
        stopped_at=_stopped_at(snippet, usage.status, lines, dump),
        records=records if loaded.tracing else None,
        began=watch.began,
        delay=_between(watch.start.delay, watch.end.delay if watch.end else usage.delay),
        warm=usage.warm,
    )


def _between(start: float, end: float) -> float:
    return max(0.0, end - start) if start >= 0 and end >= 0 else -1.0


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
    """How the process ended, as seen from outside; `delay` is -1 if unknown."""

    status: int
    ended: float
    cpu: float
    delay: float
    warm: bool = False


@dataclass(frozen=True)
class _Figures:
    """What the process tells of itself: the time, CPU time and delay, in seconds."""

    at: float
    cpu: float = 0.0
    delay: float = -1.0


def _nothing() -> None:
    pass


@dataclass
class _Watch:
    """What is seen from outside while the process runs."""

    on_start: Callable[[], None]
    patience: float
    gate: asyncio.Event | None
    on_end: Callable[[int], None] | None
    process: int = 0
    chunks: list[Chunk] = field(default_factory=list)
    records: list[bytes] = field(default_factory=list)
    size: int = 0
    start: _Figures = field(default_factory=lambda: _Figures(time.monotonic()))
    end: _Figures | None = None
    faults: dict[str, str] = field(default_factory=dict)
    full: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def began(self) -> float:
        return self.start.at

    def add(self, chunk: Chunk) -> None:
        room = OUTPUT_CAP - self.size
        self.size += len(chunk.data)
        if room > 0:
            self.chunks.append(replace(chunk, data=chunk.data[:room]))
        if self.size > OUTPUT_CAP:
            self.faults["output-cap"] = f"more than {OUTPUT_CAP // 1024} KiB"
            self.full.set()

    def begin(self, figures: _Figures) -> None:
        self.start = figures
        self.ready.set()
        self.has_started()

    def finish(self, figures: _Figures) -> None:
        self.end = figures
        if self.on_end:
            self.on_end(self.process)

    def has_started(self) -> None:
        """Tell it, once."""
        on_start, self.on_start = self.on_start, _nothing
        on_start()


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
                self.watch.begin(_Figures(at, *sitecustomize.FIGURES.unpack(payload)))
            elif kind == sitecustomize.END:
                self.watch.finish(_Figures(at, *sitecustomize.FIGURES.unpack(payload)))
            elif kind == sitecustomize.WAITING:
                self.watch.waiting.set()
                self.watch.has_started()
            elif kind == sitecustomize.FORKS:
                most = f"more than {sitecustomize.MOST_FORKS} forks"
                self.watch.faults["process-cap"] = most
            elif kind == sitecustomize.TRACE:
                self.watch.records.append(payload)
            elif kind in _STREAMS:
                self.watch.add(Chunk(at, _STREAMS[kind], payload))
        self.rest = data[start:]


async def _run_process(
    snippet: Snippet, loaded: Warmth, folder: Path, starter: Servers, watch: _Watch
) -> _Usage:
    expects = snippet.expectation(loaded.interpreter.version)
    limit = expects.timeout * watch.patience
    cookie = uuid.uuid4().hex
    environment = servers.ENVIRONMENT | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "EXECUTED_FOLDER": str(folder.parent),
        "EXECUTED_DUMP": str(max(0.1, limit - 0.1)),
        "EXECUTED_MEMORY": str(expects.memory),
        "EXECUTED_NAMES": " ".join(snippet.trace),
        "EXECUTED_PROGRAM": snippet.path.name,
        _COOKIE: cookie,
    }
    with contextlib.ExitStack() as stack:
        null = stack.enter_context(servers.NULL.open("rb"))
        pipes = [*(_RawPipe(watch, stream) for stream in _STREAMS.values()), _FramePipe(watch)]
        for pipe in pipes:
            stack.callback(pipe.close)
        fds = [null.fileno(), *(pipe.writer for pipe in pipes)]
        if watch.gate:
            gate, word = os.pipe()
            stack.callback(os.close, word)
            stack.callback(os.close, gate)
            fds.append(gate)
            environment["EXECUTED_GATED"] = "1"
        program = Program(snippet.path.name, folder, environment, fds)
        process = await starter.start(program, loaded, warm=not snippet.starts_cold)
        watch.process = process.pid
        for pipe in pipes:
            pipe.close_writer()
        exited = asyncio.create_task(process.ended())
        by_itself = False
        try:
            if watch.gate and await _first(exited, watch.waiting, watch.patience):
                await watch.gate.wait()
                os.write(word, b"!")
            await _until_it_should_end(exited, limit, watch)
            by_itself = exited.done()
        finally:
            if not by_itself:
                _kill_group(process.pid)
            ended = await exited
            # Of a zombie: once it is reaped, nobody knows any more.
            delay = sitecustomize.delay_of(f"/proc/{process.pid}/schedstat")
            usage = await _reaped(process, ended, delay, watch)
            if not await _all_gone(process.pid, pipes, watch.patience):
                if by_itself:
                    watch.faults["leftover-process"] = "a process was still there after the end"
                _kill_group(process.pid)
                kill_marked({cookie})
                await _all_gone(process.pid, pipes, watch.patience)
        return usage


async def _reaped(process: Process | Child, ended: float, delay: float, watch: _Watch) -> _Usage:
    try:
        known = await process.reap()
    except Died:
        watch.faults["kills-parent"] = "the process that had started it was gone"
        return _Usage(0, ended, 0.0, -1.0)
    status = os.waitstatus_to_exitcode(known.status)
    return _Usage(status, ended, known.cpu, delay, process.warm)


async def _first(exited: asyncio.Task[float], wanted: asyncio.Event, patience: float) -> bool:
    """Whether it comes as far as this, and not to its end, in the time to start."""
    waiting = asyncio.create_task(wanted.wait())
    try:
        await asyncio.wait(
            {exited, waiting},
            timeout=START_LIMIT * patience,
            return_when=asyncio.FIRST_COMPLETED,
        )
        return waiting.done()
    finally:
        waiting.cancel()


async def _until_it_should_end(exited: asyncio.Task[float], limit: float, watch: _Watch) -> None:
    """Return when it has ended, or when it printed or took too much."""
    full = asyncio.create_task(watch.full.wait())
    ready = asyncio.create_task(watch.ready.wait())
    try:
        for wanted, seconds in ((ready, START_LIMIT * watch.patience), (exited, limit)):
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


async def _all_gone(group: int, pipes: Iterable[_Pipe], patience: float) -> bool:
    """Whether group and pipes are empty, now or within a short grace."""
    deadline = time.monotonic() + LEFTOVER_GRACE * patience
    while _group_lives(group) or not all(pipe.closed.is_set() for pipe in pipes):
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.005)
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
    bare = servers.bare(interpreter)
    pairs += [(str(path), name) for path in (interpreter.executable, bare / "bin" / "python", bare)]
    return sorted(pairs, key=lambda pair: -len(pair[0]))
