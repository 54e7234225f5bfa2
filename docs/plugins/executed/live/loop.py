"""CPython's event loop without an operating system: timers, and no sockets."""

from __future__ import annotations

import asyncio
import asyncio.base_events
import concurrent.futures
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn, Protocol

from .clock import VirtualClock
from .loopback import LoopbackMixin

DEFAULT_WORKERS = 8


class Clock(Protocol):
    def now(self) -> float: ...
    def wait(self, seconds: float) -> None: ...


_BaseEventLoop: Any = asyncio.base_events.BaseEventLoop


class Deadlock(BaseException):
    """Every task waits, and no timer will wake any of them.

    Not an `Exception`: no program is meant to catch it. CPython would wait
    for ever.
    """


class Selector:
    """Waits until the next timer is due; nothing else can happen here."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop

    def select(self, timeout: float | None = None) -> list[Any]:
        Loop.rounds += 1
        if timeout is None:
            if not self.loop.jobs_run():
                raise Deadlock(waiting(self.loop))
            self.loop.wait_for_job(None)
        elif self.loop.jobs_run():
            self.loop.wait_for_job(max(0.0, timeout))
        elif timeout > 0:
            self.loop.clock.wait(timeout)
        return []

    def get_map(self) -> dict[int, Any]:
        return {}

    def close(self) -> None: ...


@dataclass
class Pool:
    """Jobs for the "threads" of one executor."""

    workers: int
    running: int = 0
    queue: deque[tuple[asyncio.Future[Any], Callable[..., Any], tuple[Any, ...]]] = field(
        default_factory=deque
    )


class Loop(LoopbackMixin, _BaseEventLoop):  # type: ignore[misc]
    """Timers and streams on 127.0.0.1; what needs a system says that it is not there."""

    clock: Clock = VirtualClock()
    rounds = 0  # of all loops so far

    def __init__(self) -> None:
        super().__init__()
        self._selector = Selector(self)
        self._pools: dict[object, Pool] = {}

    def _process_events(self, event_list: list[Any]) -> None: ...

    def _write_to_self(self) -> None: ...

    def jobs_run(self) -> bool:
        """Whether a job of an executor will call back. Virtual jobs come as timers."""
        return False

    def wait_for_job(self, seconds: float | None) -> None: ...

    def run_in_executor(
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Run a job for the pool of `executor`.

        Raises:
            NotImplementedError: for a pool of processes, or in a browser
                that cannot keep two stacks.
        """
        self._check_closed()
        if executor is not None and not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            _missing("a pool of processes")
        workers = getattr(executor, "_max_workers", DEFAULT_WORKERS)
        pool = self._pools.setdefault(executor, Pool(workers))
        future: asyncio.Future[Any] = self.create_future()
        pool.queue.append((future, func, args))
        self.start_jobs(pool)
        return future

    def start_jobs(self, pool: Pool) -> None:
        """Run queued jobs as long as a worker is free."""
        while pool.queue and pool.running < pool.workers:
            pool.running += 1
            self.start_job(pool, *pool.queue.popleft())

    def start_job(
        self,
        pool: Pool,
        future: asyncio.Future[Any],
        func: Callable[..., Any],
        args: tuple[Any, ...],
    ) -> None:
        """Run the job now, then set the clock back: its result comes when it would."""
        clock = self.clock
        if not isinstance(clock, VirtualClock):
            _missing("a thread (to_thread, run_in_executor)")
        began = clock.moment
        running = asyncio._get_running_loop()
        asyncio._set_running_loop(None)
        settle: Callable[[Any], None]
        value: Any
        try:
            settle, value = future.set_result, func(*args)
        except Exception as error:
            settle, value = future.set_exception, error
        finally:
            asyncio._set_running_loop(running)
        took, clock.moment = clock.moment - began, began

        def end() -> None:
            pool.running -= 1
            if not future.done():
                settle(value)
            self.start_jobs(pool)

        self.call_later(took, end)

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Wait for the jobs that still run."""
        while any(pool.running for pool in self._pools.values()):
            await asyncio.sleep(0.005)

    def add_reader(self, *args: Any) -> NoReturn:
        _missing("watching a file or socket")

    add_writer = add_reader

    def add_signal_handler(self, *args: Any) -> NoReturn:
        _missing("a signal")

    remove_signal_handler = add_signal_handler

    async def subprocess_exec(self, *args: Any, **kwargs: Any) -> NoReturn:
        _missing("another process")

    subprocess_shell = subprocess_exec

    async def getaddrinfo(self, *args: Any, **kwargs: Any) -> NoReturn:
        _missing("the network")


def _missing(what: str) -> NoReturn:
    raise NotImplementedError(f"{what} does not exist in the browser")


def waiting(loop: Any) -> str:
    """Which task waits for what, a line each."""
    rows = ["every task waits, and nothing will wake them"]
    for task in sorted(asyncio.all_tasks(loop), key=lambda one: one.get_name()):
        rows.append(f"{_name(task)} waits for {_reason(task)}")
    return "\n".join(rows)


def _name(task: asyncio.Task[Any]) -> str:
    coroutine = task.get_coro()
    return f"{task.get_name()}, {getattr(coroutine, '__qualname__', coroutine)}(),"


def _reason(task: asyncio.Task[Any]) -> str:
    """What a task waits for, and in which line of the program."""
    waiter = getattr(task, "_fut_waiter", None)
    what = "nothing" if waiter is None else "a future that nobody completes"
    if isinstance(waiter, asyncio.Task):
        what = f"the task {waiter.get_name()}"
    elif type(waiter).__name__ == "_GatheringFuture":
        what = "several tasks"
    line, function = 0, ""
    coroutine: Any = task.get_coro()
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        if frame is not None:
            where = frame.f_code.co_filename
            if "asyncio" not in where.replace("\\", "/").split("/"):
                line = frame.f_lineno
            else:
                function = getattr(frame.f_code, "co_qualname", frame.f_code.co_name)
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)
    if function and what.startswith("a future"):
        what = f"{function}()"
    return f"{what}, in line {line}" if line else what


def install(clock: Clock) -> Callable[[], None]:
    """`asyncio.run` and its relatives use this loop; returns what undoes that."""
    events = asyncio.events
    before = events.new_event_loop
    Loop.clock = clock

    def new_event_loop() -> Loop:
        return Loop()

    events.new_event_loop = asyncio.new_event_loop = new_event_loop

    def undo() -> None:
        events.new_event_loop = asyncio.new_event_loop = before

    return undo
