"""Which run when: waiting programs together, computing programs alone."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from executed import golden, runner
from executed.interpreters import Interpreter
from executed.runner import Run
from executed.snippet import Snippet

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# How many of a lane run at once, lane after lane. Waiting costs memory only; starting
# costs a core each, which disturbs who measures.
AT_ONCE = {"exclusive": 1, "unseen": CORES, "quiet": 4 * CORES, "shared": 16 * CORES}
STARTING = {"quiet": max(1, CORES - 1)}
# A busy machine spoils a measurement now and then, but not many of them.
REPEATS, FEW, FEW_SHARE = 2, 10, 0.02

log = logging.getLogger(f"mkdocs.plugins.{__name__.partition('.')[0]}")


@dataclass(frozen=True)
class Request:
    """One snippet, to be run on one interpreter, and whether a page shows that run."""

    snippet: Snippet
    interpreter: Interpreter
    shown: bool = True

    @property
    def lane(self) -> str:
        """Nobody reads what an unseen run measured: it need not be alone."""
        alone = self.snippet.lane == "exclusive"
        return "unseen" if alone and not self.shown else self.snippet.lane

    @property
    def key(self) -> tuple[str, str]:
        return self.snippet.name, self.interpreter.version


def run_all(
    requests: Collection[Request], on_done: Callable[[Run], None], repeats: int = 0
) -> list[Run]:
    """Run everything and return in the order of the requests.

    The exclusive ones run first, one after another, then the quiet ones, a few at
    a time, then the others. At the end those (if they
    are few) that printed something else than their golden run again, alone,
    up to `repeats` times, and the last run counts. Ctrl-C and SIGTERM kill
    every program before they end the build.
    """
    return asyncio.run(_run_all(requests, on_done, repeats))


async def _run_all(
    requests: Collection[Request], on_done: Callable[[Run], None], repeats: int
) -> list[Run]:
    done: dict[tuple[str, str], Run] = {}

    async def one(
        request: Request, running: asyncio.Semaphore, starting: asyncio.Semaphore
    ) -> None:
        async with running:
            await starting.acquire()
            result = await runner.run(request.snippet, request.interpreter, starting.release)
        done[request.key] = result
        on_done(result)

    with _ending_by_sigterm():
        for lane, at_once in AT_ONCE.items():
            running = asyncio.Semaphore(at_once)
            starting = asyncio.Semaphore(STARTING.get(lane, CORES))
            async with asyncio.TaskGroup() as tasks:
                for request in requests:
                    if request.lane == lane:
                        tasks.create_task(
                            one(request, running, starting), name=request.snippet.name
                        )
        for request in _spoilt(requests, done) if repeats else []:
            for _ in range(repeats):
                if golden.agrees(request.snippet, done[request.key]):
                    break
                log.info(f"{request.snippet.label} printed something else; it runs again, alone")
                done[request.key] = await runner.run(request.snippet, request.interpreter)
    return [done[request.key] for request in requests]


def _spoilt(requests: Collection[Request], done: Mapping[tuple[str, str], Run]) -> list[Request]:
    """Those that differ from their golden, unless that is no accident."""
    found = [one for one in requests if not golden.agrees(one.snippet, done[one.key])]
    return found if len(found) <= max(FEW, FEW_SHARE * len(requests)) else []


@contextlib.contextmanager
def _ending_by_sigterm() -> Iterator[None]:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None

    def end() -> None:
        # As Ctrl-C does: cancel, so that every run kills its program.
        os.kill(os.getpid(), signal.SIGINT)

    try:
        loop.add_signal_handler(signal.SIGTERM, end)
    except (ValueError, NotImplementedError):  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
