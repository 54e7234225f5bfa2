"""Runs first in a snippet's process: stamps each write, limits resources.

The standard library only, CPython 3.8 and later. Python imports a module of
this name before the program, so the program itself runs unchanged, as
`python file.py`. What it prints travels in frames over one pipe, stamped at
the source: the true order of stdout and stderr, and times that a busy parent
cannot shift. What C code or a child process prints takes the ordinary way;
a frame waits until that has been read, so that it cannot overtake it.
"""

import fcntl
import io
import os
import struct
import sys
import termios
import time

TYPE_CHECKING = False  # `typing` takes long to load

FRAME = struct.Struct("!BdI")
READY, STDOUT, STDERR, TRACE = 0, 1, 2, 3
# A write of at most PIPE_BUF (4096) bytes is atomic, also between threads.
PAYLOAD = 4096 - FRAME.size
PATIENCE = 1.0  # seconds to wait for a busy reader
dump_is_planned = True  # of the stacks, by a thread, before the program is killed


def send(pipe: int, kind: int, at: float, data) -> None:  # type: ignore[no-untyped-def]
    for start in range(0, len(data), PAYLOAD):
        part = bytes(data[start : start + PAYLOAD])
        os.write(pipe, FRAME.pack(kind, at, len(part)) + part)


def printed(at: float) -> None:
    """Replaced by the tracer, where there is one."""


class Ordinary:
    """The real stdout and stderr: has all been read that was written there?"""

    def __init__(self) -> None:
        self._fds = [os.dup(STDOUT), os.dup(STDERR)]

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

    def write(self, buffer):  # type: ignore[no-untyped-def]
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


def watch(pipe: int, folder: str, program: str, names: str) -> None:
    """Load the tracer, compiled once for each interpreter, and start it."""
    global printed
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    sys.path.insert(0, folder)
    try:
        if TYPE_CHECKING:
            from executed import tracer as executed_tracer
        else:
            import executed_tracer

        def send_records(data: bytes) -> None:
            try:
                send(pipe, TRACE, time.monotonic(), data + b"\n")
            except OSError:  # the program closed our pipe
                executed_tracer.stop()

        executed_tracer.install(program, send_records, names.split())
    finally:
        sys.path.remove(folder)
        sys.dont_write_bytecode = written
    printed = executed_tracer.printed


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


def main() -> None:
    pipe = int(os.environ.pop("EXECUTED_PIPE"))
    where = os.open(os.environ.pop("EXECUTED_WHERE"), os.O_WRONLY | os.O_CREAT)
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    import faulthandler  # not at the top: an interpreter inside this one cannot

    # Where it stands when it crashes or is about to be killed.
    faulthandler.enable(where)
    faulthandler.dump_traceback_later(float(os.environ.pop("EXECUTED_DUMP")), file=where)
    os.register_at_fork(before=end_the_dump)
    limit_memory(int(os.environ.pop("EXECUTED_MEMORY")))
    replace_streams(pipe)
    # The clock starts when the interpreter and asyncio are loaded.
    for module in os.environ.pop("EXECUTED_PRELOAD").split():
        __import__(module)
    tracer, names = os.environ.pop("EXECUTED_TRACER"), os.environ.pop("EXECUTED_NAMES")
    program = os.environ.pop("EXECUTED_PROGRAM")
    if tracer:
        watch(pipe, tracer, program, names)
    payload = struct.pack("!d", time.process_time())
    os.write(pipe, FRAME.pack(READY, time.monotonic(), len(payload)) + payload)


if "EXECUTED_PIPE" in os.environ:
    main()
