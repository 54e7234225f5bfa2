"""CPython's event loop without an operating system: timers, and no sockets."""

from __future__ import annotations

import asyncio
import asyncio.base_events
import concurrent.futures
import contextvars
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn, Protocol

from executed.tracer.recorder import current
from executed.tracer.threads import SimulatedJob

from .clock import Stacks, VirtualClock
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
        stacks = self.loop.stacks
        if stacks is not None and stacks.jobs:
            stacks.pause(timeout, self.loop)
        elif timeout is None:
            words = waiting(self.loop)
            self.loop.on_stuck()
            raise Deadlock(words)
        elif timeout > 0:
            self.loop.clock.wait(timeout)
        return []

    def get_map(self) -> dict[int, Any]:
        return {}

    def close(self) -> None: ...


@dataclass
class Job:
    """A call for a pool, the future of its result, and the lane that asked for it."""

    future: asyncio.Future[Any]
    function: Callable[..., Any]
    args: tuple[Any, ...]
    by: int


@dataclass
class Pool:
    """Jobs for the "threads" of one executor."""

    name: str
    free: list[int]  # numbers of workers, the next one last
    running: int = 0
    queue: deque[Job] = field(default_factory=deque)


class Loop(LoopbackMixin, _BaseEventLoop):  # type: ignore[misc]
    """Timers and streams on 127.0.0.1; what needs a system says that it is not there."""

    clock: Clock = VirtualClock()
    stacks: Stacks | None = None
    rounds = 0  # of all loops so far

    @staticmethod
    def on_stuck() -> None:
        """Called before `Deadlock` is raised."""

    def __init__(self, selector: object = None) -> None:
        if selector is not None:
            _missing("a selector of files and sockets")
        super().__init__()
        self._selector = Selector(self)
        self._pools: dict[object, Pool] = {}

    def _process_events(self, event_list: list[Any]) -> None: ...

    def _write_to_self(self) -> None:
        if self.stacks is not None:
            self.stacks.wake(self)

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
        if not isinstance(self.clock, VirtualClock) and self.stacks is None:
            _missing("a thread (to_thread, run_in_executor)")
        pool = self._pools.get(executor)
        if pool is None:
            workers = getattr(executor, "_max_workers", DEFAULT_WORKERS)
            name = getattr(executor, "_thread_name_prefix", "asyncio")
            pool = self._pools[executor] = Pool(name, list(reversed(range(workers))))
        job = Job(self.create_future(), func, args, current())
        pool.queue.append(job)
        self.start_jobs(pool)
        return job.future

    def start_jobs(self, pool: Pool) -> None:
        """Run queued jobs as long as a worker is free."""
        while pool.queue and pool.free:
            pool.running += 1
            worker, job = pool.free.pop(), pool.queue.popleft()
            if isinstance(self.clock, VirtualClock):
                self._run_ahead(self.clock, pool, worker, job)
            else:
                assert self.stacks is not None
                self._run_beside(self.stacks, pool, worker, job)

    def _run_beside(self, stacks: Stacks, pool: Pool, worker: int, job: Job) -> None:
        """Run it on another stack, which takes turns with ours."""

        def run() -> None:
            settle, value = self._outcome(pool, worker, job)
            if not self.is_closed():
                self.call_soon_threadsafe(self._end_job, pool, worker, job, settle, value)

        stacks.start(run)

    def _run_ahead(self, clock: VirtualClock, pool: Pool, worker: int, job: Job) -> None:
        """Run it now, then set the clock back: its result comes when it would."""
        began = clock.moment
        running = asyncio._get_running_loop()
        asyncio._set_running_loop(None)
        try:
            settle, value = self._outcome(pool, worker, job)
        finally:
            asyncio._set_running_loop(running)
        took, clock.moment = clock.moment - began, began
        self.call_later(took, self._end_job, pool, worker, job, settle, value)

    def _outcome(self, pool: Pool, worker: int, job: Job) -> tuple[Callable[[Any], None], Any]:
        name, ident = f"{pool.name}_{worker}", threading.get_ident()
        threads = vars(threading)["_active"]
        before, threads[ident] = threads[ident], threading.Thread(name=name)
        try:
            with SimulatedJob(name, job.function, job.args, job.by):
                # A thread begins with no context variable set.
                result = contextvars.Context().run(job.function, *job.args)
                return job.future.set_result, result
        except Exception as error:
            return job.future.set_exception, error
        finally:
            threads[ident] = before

    def _end_job(
        self, pool: Pool, worker: int, job: Job, settle: Callable[[Any], None], value: Any
    ) -> None:
        pool.running -= 1
        pool.free.append(worker)
        if not job.future.done():
            settle(value)
        self.start_jobs(pool)

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


def install(clock: Clock, stacks: Stacks | None = None) -> Callable[[], None]:
    """`asyncio.run` and its relatives use this loop; returns what undoes that."""
    events = asyncio.events
    before = events.new_event_loop
    Loop.clock, Loop.stacks = clock, stacks

    def new_event_loop() -> Loop:
        return Loop()

    events.new_event_loop = asyncio.new_event_loop = new_event_loop

    def undo() -> None:
        events.new_event_loop = asyncio.new_event_loop = before

    return undo
