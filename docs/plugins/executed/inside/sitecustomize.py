"""Runs first in a program's process: stamps each write, limits resources.

The standard library only, CPython 3.8 and later. Python imports a module of
this name before the program, so the program itself runs unchanged, as
`python file.py`. What it prints travels in frames over one pipe, stamped at
the source: the true order of stdout and stderr, and times that a busy parent
cannot shift. What C code or a child process prints takes the ordinary way;
a frame waits until that has been read, so that it cannot overtake it.

A process starts cold, or it is forked by a server: a Python that has got as
far as this module, has loaded what programs load, and waits. Both go on here.
"""

from __future__ import annotations

import atexit
import fcntl
import io
import os
import struct
import sys
import termios
import time

TYPE_CHECKING = False  # `typing` takes long to load
if TYPE_CHECKING:
    from typing import Any

FRAME = struct.Struct("!BdI")
READY, STDOUT, STDERR, TRACE, END, FORKS, WAITING = range(7)
FIGURES = struct.Struct("!dd")  # of READY and END: CPU time, delay; in seconds, -1 if unknown
PIPE, GATE = 3, 4  # descriptors that frames go to, and that a word to begin comes from
OWN_FDS = 100  # ours have numbers from here on, so that the program's begin with 3
# A write of at most PIPE_BUF (4096) bytes is atomic, also between threads.
PAYLOAD = 4096 - FRAME.size
PATIENCE = 1.0  # seconds to wait for a busy reader
MOST_FORKS = 300  # of one program and all that it forked
dump_is_planned = True  # of the stacks, by a thread, before the program is killed


def send(pipe: int, kind: int, at: float, data: bytes | memoryview) -> None:
    for start in range(0, len(data), PAYLOAD):
        part = bytes(data[start : start + PAYLOAD])
        os.write(pipe, FRAME.pack(kind, at, len(part)) + part)


def printed(at: float) -> None:
    """Replaced by the tracer, where there is one."""


def delay_of(schedstat: str) -> float:
    """For how many seconds it was ready and had to wait for a processor; -1 if nobody knows."""
    try:
        fd = os.open(schedstat, os.O_RDONLY)
    except OSError:
        return -1.0
    try:
        return int(os.read(fd, 100).split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return -1.0
    finally:
        os.close(fd)


def thread_delay() -> float:
    """Of threads that have ended, in seconds; replaced by the tracer, where there is one."""
    return 0.0


def figures() -> bytes:
    delay = delay_of("/proc/self/schedstat")
    cpu = time.process_time() + sum(os.times()[2:4])  # and of processes that it waited for
    return FIGURES.pack(cpu, delay + thread_delay() if delay >= 0 else delay)


def own(fd: int) -> int:
    """The same descriptor at a number of ours."""
    try:
        high = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, OWN_FDS)
    except OSError:  # so few are allowed
        return fd
    os.close(fd)
    return high


class Ordinary:
    """The real stdout and stderr: has all been read that was written there?"""

    def __init__(self) -> None:
        self._fds = [own(os.dup(STDOUT)), own(os.dup(STDERR))]

    def _pending(self, fd: int) -> bool:
        try:
            return any(fcntl.ioctl(fd, termios.FIONREAD, b"\0\0\0\0"))
        except OSError:  # the program closed it
            return False

    def wait_until_read(self) -> None:
        deadline = time.monotonic() + PATIENCE
        for fd in self._fds:
            while self._pending(fd) and time.monotonic() < deadline:
                time.sleep(0.0005)


class Stamped(io.FileIO):
    """A raw stream whose writes carry the time at which they were made."""

    def __init__(self, fd: int, name: str, pipe: int, ordinary: Ordinary) -> None:
        super().__init__(fd, "w", closefd=False)
        self._ordinary = ordinary
        self.name = name
        self._kind = fd
        self._pipe = pipe

    def write(self, buffer: Any) -> Any:
        data = memoryview(buffer).cast("B")
        self._ordinary.wait_until_read()
        try:
            at = time.monotonic()
            send(self._pipe, self._kind, at, data)
            printed(at)
        except OSError:  # the program closed our pipe: the plain way then
            return super().write(data)
        return len(data)


def replace_streams(pipe: int) -> None:
    """Line-buffered, as on a terminal, whatever the real stream is."""
    ordinary = Ordinary()
    for fd, name in ((STDOUT, "stdout"), (STDERR, "stderr")):
        old = getattr(sys, name)
        new = io.TextIOWrapper(
            io.BufferedWriter(Stamped(fd, "<%s>" % name, pipe, ordinary)),
            encoding=old.encoding,
            errors=old.errors,
            line_buffering=True,
        )
        new.mode = "w"  # type: ignore[misc]
        setattr(sys, name, new)
        setattr(sys, "__%s__" % name, new)


def limit_memory(mebibytes: int) -> None:
    try:
        import resource
    except ImportError:
        return
    for kind, value in (
        (resource.RLIMIT_AS, mebibytes * 1024 * 1024),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):  # not to be limited on this system
            pass


def limit_forks(pipe: int, folder: str) -> None:
    """A program that forks without end is ended before it harms the machine.

    The offset of a file that all of them have open counts for all of them.
    """
    counter = own(os.open(folder, os.O_RDWR | os.O_CREAT | os.O_TRUNC))

    def count() -> None:
        try:
            if os.lseek(counter, 1, os.SEEK_CUR) > MOST_FORKS:
                send(pipe, FORKS, time.monotonic(), b"\0")
                os.killpg(0, 9)
        except OSError:  # the program closed it
            pass

    os.register_at_fork(before=count)


def load_tracer(folder: str, names: str) -> Any:
    """The tracer, compiled once for each interpreter."""
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    sys.path.insert(0, folder)
    try:
        if TYPE_CHECKING:
            from executed import tracer as executed_tracer
        else:
            import executed_tracer
        executed_tracer.load(bool(names))
    finally:
        sys.path.remove(folder)
        sys.dont_write_bytecode = written
    return executed_tracer


def watch(tracer: Any, pipe: int, program: str, names: str) -> None:
    global printed, thread_delay

    def send_records(data: bytes) -> None:
        try:
            send(pipe, TRACE, time.monotonic(), data + b"\n")
        except OSError:  # the program closed our pipe
            tracer.stop()

    def delay_of_thread() -> float:
        return delay_of("/proc/thread-self/schedstat")

    tracer.install(program, send_records, names.split(), delay_of_thread)
    printed, thread_delay = tracer.printed, tracer.delay


def wait_at_the_gate(pipe: int) -> None:
    """All is loaded; the program begins when the build says so."""
    send(pipe, WAITING, time.monotonic(), b"\0")
    if not os.read(GATE, 1):  # the build is gone
        os._exit(0)
    os.close(GATE)


def end_the_dump() -> None:
    """End its thread: a forked child would wait for it, and Python warn of it."""
    global dump_is_planned
    import faulthandler

    if not dump_is_planned:
        return
    dump_is_planned = False
    threads = "/proc/self/task"
    before = len(os.listdir(threads)) if os.path.isdir(threads) else 0
    faulthandler.cancel_dump_traceback_later()
    deadline = time.monotonic() + PATIENCE / 10
    while before > 1 and time.monotonic() < deadline and len(os.listdir(threads)) == before:
        time.sleep(0.0005)


def load() -> Any:
    """What the program would find loaded, and the tracer if it is to be watched."""
    for module in os.environ.pop("EXECUTED_PRELOAD").split():
        __import__(module)
    folder = os.environ.pop("EXECUTED_TRACER")
    return load_tracer(folder, os.environ["EXECUTED_NAMES"]) if folder else None


def serve() -> Any:
    """Wait for programs to run; returns the tracer in each process that shall run one."""
    here = os.path.dirname(os.path.abspath(__file__))
    tracer = load()
    before = set(sys.modules)
    sys.path.insert(0, here)
    import gc

    import executed_serve as serving  # type: ignore[import-not-found]

    sys.path.remove(here)
    server = serving.Server(int(os.environ.pop("EXECUTED_SERVE")))
    line = serving.CommandLine(os.getcwd())
    server.answer((os.getpid(), ""))
    gc.freeze()  # the collector leaves alone, and so unshared, what all programs share
    request, fds = server.serve()
    for module in set(sys.modules) - before:  # nothing that a program would find loaded
        del sys.modules[module]
    # What is frozen is not collected at the end either: the program's module must be new.
    main = type(sys)("__main__")
    main.__dict__.update(sys.modules["__main__"].__dict__)
    sys.modules["__main__"] = main
    _, name, folder, environment = request
    os.setsid()
    serving.place(fds)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    line.become(name, os.getcwd(), environment["EXECUTED_RUN"])
    sys.argv[0] = name
    if hasattr(sys, "orig_argv"):
        sys.orig_argv[-1] = name
    as_if_loaded_now()
    return tracer


def as_if_loaded_now() -> None:
    """What modules note when they are loaded, and programs see."""
    logging: Any = sys.modules.get("logging")
    if logging is not None:
        whole = isinstance(logging._startTime, int)
        logging._startTime = time.time_ns() if whole else time.time()
    process: Any = sys.modules.get("multiprocessing.process")
    if process is not None:
        process.ORIGINAL_DIR = os.getcwd()


def main() -> None:
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    warm = "EXECUTED_SERVE" in os.environ
    tracer = serve() if warm else load()
    pipe = own(PIPE)
    folder = os.environ.pop("EXECUTED_FOLDER")
    where = own(os.open(os.path.join(folder, "where"), os.O_WRONLY | os.O_CREAT))
    import faulthandler  # not at the top: an interpreter inside this one cannot

    # Where it stands when it crashes or is about to be killed.
    faulthandler.enable(where)
    limit_forks(pipe, os.path.join(folder, "forks"))
    limit_memory(int(os.environ.pop("EXECUTED_MEMORY")))
    replace_streams(pipe)
    # Registered first, called last: when all that the program does is done.
    main_process = os.getpid()

    def ended() -> None:
        if os.getpid() == main_process:
            try:
                send(pipe, END, time.monotonic(), figures())
                os.nice(19)  # how Python tidies up must not keep other programs waiting
            except OSError:  # the program closed our pipe
                pass

    names, program = os.environ.pop("EXECUTED_NAMES"), os.environ.pop("EXECUTED_PROGRAM")
    if tracer:
        watch(tracer, pipe, program, names)
    atexit.register(ended)
    dump, gated = float(os.environ.pop("EXECUTED_DUMP")), os.environ.pop("EXECUTED_GATED", "")
    if gated:
        wait_at_the_gate(pipe)
    faulthandler.dump_traceback_later(dump, file=where)
    os.register_at_fork(before=end_the_dump)
    send(pipe, READY, time.monotonic(), figures())


if "EXECUTED_FOLDER" in os.environ or "EXECUTED_SERVE" in os.environ:
    main()
