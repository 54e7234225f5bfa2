"""Which run when: so that each takes the time that it would take alone.

Programs that compute run alone, one after another. Programs that wait run together, as
many as the machine bears; which, is told by what they took last time, and corrected by
how long the runs have to wait for a processor. A run that was disturbed and is shown
is repeated when less is going on, and at last alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import resource
import signal
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from executed import golden, honesty, runner, verdict
from executed.history import Cost, History
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.servers import Servers, available
from executed.snippet import Snippet

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
STARTING = max(1, CORES - 1)  # at once, beside runs that are shown
GATED, GATED_COLD = 64, 24  # programs that have started and wait to begin
APART = 0.015  # seconds between two that begin: that long Python reads and compiles
QUIET = 4 * CORES  # programs at once that measure how long they wait
# CPU seconds of a start and an end, which are not in what a run states.
OVERHEAD = 0.02
# Processors that the runs which are shown may use, by what they took last time: at first, at
# most and at least; and by how much that changes with each run that waited or did not.
SHARE, MOST_SHARE, LEAST_SHARE = 0.8, 1.2, 0.2
SLOWER, FASTER = 0.95, 0.005
FULL_SHARE = 1.2  # of the processors, where nobody reads what the runs measured
ROUNDS = (8 * CORES, 3 * CORES, 1, 1)  # in which disturbed runs are repeated: how many at once
PATIENCE = 60.0  # seconds for all these rounds; on a machine that is busy they could be without end
# Accidents of a busy machine are few; more are no accidents.
REPEATS, FEW, FEW_SHARE = 2, 20, 0.03
FILES_EACH, FILES_OTHERS = 8, 64  # open files of a run, and of everything else

log = logging.getLogger(f"mkdocs.plugins.{__name__.partition('.')[0]}")


Key = tuple[str, str]  # name and version
Displayed = Callable[[Mapping[Key, Run]], Collection[Key]]  # of which a page shows the times


@dataclass(frozen=True)
class Request:
    """One snippet, to be run on one interpreter, and whether a page shows that run."""

    snippet: Snippet
    interpreter: Interpreter
    shown: bool = True

    @property
    def key(self) -> Key:
        return self.snippet.name, self.interpreter.version

    @property
    def computes(self) -> bool:
        return self.snippet.lane == "exclusive"

    @property
    def alone(self) -> bool:
        """Nobody reads what an unseen run measured: it need not be alone."""
        return self.shown and (self.computes or self.snippet.starts_processes)

    @property
    def sensitive(self) -> bool:
        """Whether nothing may be started beside it."""
        return self.shown and self.snippet.lane == "quiet"


@dataclass
class _Load:
    """Which share of the processors the programs use, by what they took last time.

    `gently` leaves room, and leaves more of it the more the runs are disturbed.
    """

    most: int
    gently: bool
    share: float = field(init=False)
    used: float = 0.0
    running: int = 0
    left: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.share = (SHARE if self.gently else FULL_SHARE) * CORES

    async def room_for(self, cost: float) -> None:
        """Wait until there is room for one more, and take it."""
        while self.running and (self.running >= self.most or self.used + cost > self.share):
            self.left.clear()
            await self.left.wait()
        self.running += 1
        self.used += cost

    def leave(self, cost: float) -> None:
        self.running -= 1
        self.used -= cost
        self.left.set()

    def learn(self, run: Run) -> None:
        """Less at once if a run was disturbed, more if not."""
        if not self.gently:
            return
        if honesty.disturbed(run):
            self.share = max(LEAST_SHARE * CORES, self.share * SLOWER)
        else:
            self.share = min(MOST_SHARE * CORES, self.share + FASTER * CORES)


@dataclass
class _Alone:
    """What goes on beside a run that should be the only one."""

    before: float = 0.0
    foreign: float | None = None  # CPU seconds that others used

    def begin(self) -> None:
        self.before = self._others(0.0)

    def end(self, process: int) -> None:
        """The program of this process, whose session it leads, has come to its end."""
        if self.before >= 0:
            mine = honesty.session_seconds(process)
            self.foreign = max(0.0, self._others(mine) - self.before)

    def _others(self, mine: float) -> float:
        """What the machine has computed without the program and without this build."""
        return honesty.busy_seconds() - time.process_time() - mine


@dataclass
class _Build:
    """All runs of one build, the best of each."""

    servers: Servers
    on_done: Callable[[Run], None]
    history: History
    runs: dict[Key, Run] = field(default_factory=dict)

    async def run(
        self,
        request: Request,
        on_start: Callable[[], None] = lambda: None,
        patience: float = 1.0,
        gate: asyncio.Event | None = None,
        alone: _Alone | None = None,
    ) -> Run:
        done = await runner.run(
            request.snippet,
            request.interpreter,
            on_start,
            starter=self.servers,
            patience=patience,
            gate=gate,
            on_end=alone.end if alone else None,
        )
        if alone:
            done = replace(done, foreign=alone.foreign)
        before = self.runs.get(request.key)
        if before is None:
            self.runs[request.key] = done
            self.on_done(done)
        else:
            attempt = before.attempt + 1
            best = done if _better(request, done, before) else before
            self.runs[request.key] = replace(best, attempt=attempt)
        return done

    async def begun_apart(self, requests: Sequence[Request], at_once: int) -> None:
        """So many at once, and nothing is started while one of them runs.

        First some are started, up to gates, which then open one after another.
        """
        size = GATED if at_once > 1 else GATED_COLD
        for first in range(0, len(requests), size):
            await self._through_gates(requests[first : first + size], at_once)

    async def _through_gates(self, requests: Sequence[Request], at_once: int) -> None:
        starting, running = asyncio.Semaphore(CORES), asyncio.Semaphore(at_once)
        gates = [asyncio.Event() for _ in requests]
        alone = [_Alone() if at_once == 1 else None for _ in requests]
        waiting = asyncio.Queue[None]()

        async def one(request: Request, gate: asyncio.Event, alone: _Alone | None) -> None:
            def started() -> None:
                starting.release()
                waiting.put_nowait(None)

            await starting.acquire()
            await self.run(request, started, gate=gate, alone=alone)
            running.release()

        async with asyncio.TaskGroup() as tasks:
            for request, gate, lonely in zip(requests, gates, alone, strict=True):
                tasks.create_task(one(request, gate, lonely), name=request.snippet.name)
            for _ in requests:
                await waiting.get()
            for gate, lonely in zip(gates, alone, strict=True):
                await running.acquire()
                if lonely:
                    lonely.begin()
                gate.set()
                if at_once > 1:
                    await asyncio.sleep(APART)

    async def together(self, requests: Iterable[Request], most: int, *, gently: bool) -> None:
        """As many at once as the machine bears; `gently` if what they show counts."""
        load = _Load(most, gently)
        starting = asyncio.Semaphore(STARTING if gently else CORES)

        async def one(request: Request, cost: float) -> None:
            try:
                load.learn(await self.run(request, starting.release))
            finally:
                load.leave(cost)

        expected = [(self.expected(request), request) for request in requests]
        async with asyncio.TaskGroup() as tasks:
            # The longest first: the last to end has begun early.
            for (wall, cpu), request in sorted(expected, key=lambda pair: -pair[0].wall):
                cost = 1.0 if request.computes else (cpu + OVERHEAD) / (wall + OVERHEAD)
                await load.room_for(cost)
                await starting.acquire()
                tasks.create_task(one(request, cost), name=request.snippet.name)

    def expected(self, request: Request) -> Cost:
        return self.history.expected(request.snippet.name, request.interpreter.version)

    async def again_if_disturbed(self, requests: Collection[Request]) -> None:
        """Rounds in which less and less goes on, until all are as if they had been alone."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                for at_once in ROUNDS:
                    found = [one for one in requests if honesty.disturbed(self.runs[one.key])]
                    with _phase(
                        f"again, because {len(found)} had been disturbed; {at_once} at once"
                    ):
                        others = [one for one in found if not one.alone]
                        await self.begun_apart(others, at_once)
                        await self.begun_apart([one for one in found if one.alone], 1)

    async def again_if_wrong(self, requests: Collection[Request]) -> None:
        """What may be an accident of a busy machine: alone, and with patience."""
        found = [one for one in requests if _is_wrong(one, self.runs[one.key])]
        orphans = [one for one in found if "kills-parent" in self.runs[one.key].faults]
        if len(found) - len(orphans) > max(FEW, FEW_SHARE * len(requests)):
            found = orphans
        for request in found:
            for _ in range(REPEATS):
                if not _is_wrong(request, self.runs[request.key]):
                    break
                await self.run(request, patience=runner.PATIENT)


def _is_wrong(request: Request, run: Run) -> bool:
    """Whether it is not what its program promises, or not what its golden says."""
    return bool(verdict.problems(request.snippet, run)) or not golden.agrees(request.snippet, run)


def _better(request: Request, new: Run, old: Run) -> bool:
    """Right before wrong; of two that are right, the one that waited less."""
    wrong = _is_wrong(request, new), _is_wrong(request, old)
    if wrong[0] != wrong[1]:
        return wrong[1]
    return honesty.delay(new) <= honesty.delay(old)


def most() -> int:
    """How many programs this process can watch at once, by the files that it may open."""
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return 64 * CORES
    return max(1, min(64 * CORES, (files - FILES_OTHERS) // FILES_EACH))


def run_all(
    requests: Collection[Request],
    on_done: Callable[[Run], None],
    *,
    known: Mapping[Key, Run] = {},
    again: bool = False,
    honest: Displayed | None = None,
    history: History | None = None,
    warm: bool = True,
) -> list[Run]:
    """Run everything and return in the order of the requests.

    `on_done` is called with the first run of each that is not `known` already. With
    `again`, what went wrong is repeated, with `honest`, what was disturbed of those
    that it tells; the best run counts. Without `warm` every program starts cold, as
    `python file.py` does. Ctrl-C and SIGTERM kill every program before they end the
    build.
    """
    return asyncio.run(
        _run_all(requests, on_done, known, again, honest, history or History(), warm)
    )


async def _run_all(
    requests: Collection[Request],
    on_done: Callable[[Run], None],
    known: Mapping[Key, Run],
    again: bool,
    honest: Displayed | None,
    history: History,
    warm: bool,
) -> list[Run]:
    with _ending_by_sigterm():
        async with Servers(warm and available()) as servers:
            fresh = [one for one in requests if one.key not in known]
            with _phase("servers"):
                warm_ones = [one for one in fresh if not one.snippet.starts_cold]
                wanted = [runner.warmth(one.snippet, one.interpreter) for one in warm_ones]
                await servers.prepare(wanted, CORES)
            build = _Build(servers, on_done, history, dict(known))
            shown = [one for one in fresh if one.shown and not one.alone]
            unseen = [one for one in fresh if not one.shown]
            with _phase("programs that compute, one by one"):
                await build.begun_apart([one for one in fresh if one.alone], 1)
            with _phase("programs that measure how long they wait"):
                await build.begun_apart([one for one in shown if one.sensitive], QUIET)
            with _phase("programs that wait"):
                others = [one for one in shown if not one.sensitive]
                await build.together(others, most(), gently=True)
            with _phase("programs of which nobody sees the times"):
                await build.together(unseen, most(), gently=False)
            if again:
                with _phase("again, because something was wrong"):
                    await build.again_if_wrong(requests)
            if honest:
                displayed = honest(build.runs)
                await build.again_if_disturbed(
                    [replace(one, shown=True) for one in requests if one.key in displayed]
                )
            _tell(build.runs.values())
    for run in build.runs.values():
        history.note(run)
    return [build.runs[request.key] for request in requests]


@contextlib.contextmanager
def _phase(words: str) -> Iterator[None]:
    """Tells, with `mkdocs build --verbose`, where the time goes."""
    started = time.monotonic()
    yield
    log.debug(f"{words}: {time.monotonic() - started:.1f} s")


def _tell(runs: Collection[Run]) -> None:
    """One line on what was repeated, and what stayed disturbed."""
    repeated = [run for run in runs if run.attempt > 1]
    if not repeated:
        return
    late = [run for run in repeated if honesty.disturbed(run)]
    words = f"{len(repeated)} of {len(runs)} runs were repeated because the machine was busy"
    if late:
        words += f"; {len(late)} still had to wait for a processor, which their pages say"
    log.info(words)


@contextlib.contextmanager
def _ending_by_sigterm() -> Iterator[None]:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None

    def end() -> None:
        # As Ctrl-C does: cancel, so that every run kills its program.
        os.kill(os.getpid(), signal.SIGINT)

    try:
        loop.add_signal_handler(signal.SIGTERM, end)
    except (RuntimeError, NotImplementedError):  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
